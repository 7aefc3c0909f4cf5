import { describe, expect, test } from 'vitest';
import { buildPath } from '../../../../src/core/encoding/x509/build-path.ts';
import type { Certificate } from '../../../../src/core/encoding/x509/read-certificate.ts';
import { toInstant } from '../../../../src/core/model/instant.ts';

/** A certificate by name, signed by those whose name is in `by`; everything else as it should be unless said otherwise. */
function certificate(subject: string, issuer: string, changes: Partial<Certificate> & { readonly by?: readonly string[] } = {}): Certificate {
  const { by = [issuer], ...rest } = changes;
  return {
    der: new Uint8Array(0),
    digest: changes.digest ?? subject,
    subject,
    issuer,
    serial: '01',
    notBefore: toInstant(0),
    notAfter: toInstant(1_000),
    key: { outcome: 'unsupported', kind: 'none' },
    isAuthority: true,
    uris: [],
    hosts: [],
    isBeyondUs: false,
    isPersonal: false,
    isWeaklySigned: false,
    purposes: [],
    isSignedBy: async (authority) => by.includes(authority.digest),
    ...rest,
  };
}

const root = certificate('root', 'root');
const middle = certificate('middle', 'root');
const leaf = certificate('leaf', 'middle', { isAuthority: false });
const at = toInstant(500);

describe('a path to an anchor', () => {
  test('through certificates that came along, in any order', async () => {
    const found = await buildPath({ leaf, pool: [certificate('other', 'root'), middle], anchors: [root], at });
    expect(found).toMatchObject({ outcome: 'anchored', anchor: { digest: 'root' } });
    expect(found.path.map(({ digest }) => digest)).toEqual(['leaf', 'middle', 'root']);
  });

  test('a leaf that was loaded itself is its own anchor, and issues nothing', async () => {
    expect(await buildPath({ leaf, pool: [], anchors: [leaf], at })).toMatchObject({ outcome: 'anchored', path: [{ digest: 'leaf' }] });
    const below = certificate('below', 'leaf', { isAuthority: false });
    expect(await buildPath({ leaf: below, pool: [], anchors: [leaf], at })).toMatchObject({ outcome: 'broken', why: 'not-an-authority' });
  });

  test('one that is not here leaves it open', async () => {
    expect(await buildPath({ leaf, pool: [], anchors: [root], at })).toMatchObject({ outcome: 'open' });
    expect(await buildPath({ leaf, pool: [middle, root], anchors: [], at })).toMatchObject({ outcome: 'open', path: [{}, {}, {}] });
  });

  test.each<[string, Partial<Certificate> & { by?: readonly string[] }, object]>([
    ['not signed by whom it names', { by: ['nobody'] }, { outcome: 'broken', why: 'signature' }],
    ['under somebody who is no authority', { isAuthority: false }, { outcome: 'broken', why: 'not-an-authority' }],
    ['under a key that is not for certificates', { usages: { signing: true, certifying: false } }, { outcome: 'broken', why: 'not-an-authority' }],
    ['under an authority that had run out', { notAfter: toInstant(400) }, { outcome: 'out-of-date' }],
    ['under an authority that had not begun', { notBefore: toInstant(600) }, { outcome: 'out-of-date' }],
    ['under something critical that nobody here understands', { isBeyondUs: true }, { outcome: 'beyond-us' }],
  ])('%s', async (_name, changes, expected) => {
    const { by = ['root'], ...rest } = changes;
    const authority = certificate('middle', 'root', { ...rest, by: ['root'] });
    const below = certificate('leaf', 'middle', { isAuthority: false, by: by.includes('nobody') ? [] : ['middle'] });
    expect(await buildPath({ leaf: below, pool: [authority], anchors: [root], at })).toMatchObject(expected);
    expect(await buildPath({ leaf, pool: [middle], anchors: [root], at })).toMatchObject({ outcome: 'anchored' });
  });

  test('a signature by a hash that can be forged shows nothing, and is not looked at', async () => {
    let computed = 0;
    const weak = certificate('leaf', 'middle', { isAuthority: false, isWeaklySigned: true, isSignedBy: async () => { computed += 1; return true; } });
    expect(await buildPath({ leaf: weak, pool: [middle], anchors: [root], at })).toMatchObject({ outcome: 'beyond-us' });
    expect(computed).toBe(0);
  });

  test('the length that an authority allows', async () => {
    const tight = certificate('root', 'root', { pathLength: 0 });
    expect(await buildPath({ leaf, pool: [middle], anchors: [tight], at })).toMatchObject({ outcome: 'broken', why: 'path-length' });
    expect(await buildPath({ leaf, pool: [middle], anchors: [certificate('root', 'root', { pathLength: 1 })], at })).toMatchObject({ outcome: 'anchored' });
  });

  test('an authority of the same name with another key is not the one that is meant', async () => {
    const named = certificate('leaf', 'middle', { isAuthority: false, authorityKeyId: 'a' });
    const [right, wrong] = [certificate('middle', 'root', { subjectKeyId: 'a' }), certificate('middle', 'root', { digest: 'wrong', subjectKeyId: 'b' })];
    expect(await buildPath({ leaf: named, pool: [wrong], anchors: [root], at })).toMatchObject({ outcome: 'open' });
    expect(await buildPath({ leaf: named, pool: [wrong, right], anchors: [root], at })).toMatchObject({ outcome: 'anchored' });
  });

  test('a false one of the same name beside the right one changes nothing', async () => {
    const impostor = certificate('middle', 'root', { digest: 'false' });
    for (const pool of [[impostor, middle], [middle, impostor]]) expect(await buildPath({ leaf, pool, anchors: [root], at })).toMatchObject({ outcome: 'anchored' });
  });

  test('a root that was renewed under its old name leads to nobody who was loaded, and is not called forged', async () => {
    const renewed = certificate('root', 'root', { digest: 'renewed', by: ['renewed'] });
    const below = certificate('middle', 'root', { by: ['renewed'] });
    for (const pool of [[below, renewed], [renewed, below]]) expect(await buildPath({ leaf, pool, anchors: [root], at })).toMatchObject({ outcome: 'open' });
    const withTheSameKey = certificate('root', 'root', { digest: 'renewed', by: ['renewed', 'root'] });
    expect(await buildPath({ leaf, pool: [below, withTheSameKey], anchors: [root], at })).toMatchObject({ outcome: 'anchored', anchor: { digest: 'root' } });
    expect(await buildPath({ leaf, pool: [below], anchors: [root], at })).toMatchObject({ outcome: 'broken', why: 'signature' });
    const unsigned = certificate('root', 'root', { digest: 'renewed', by: [] });
    expect(await buildPath({ leaf, pool: [certificate('middle', 'root', { by: ['renewed'] }), unsigned], anchors: [root], at })).toMatchObject({ outcome: 'broken' });
  });

  test('circles and crowds end, with no more signatures than are allowed', async () => {
    let computed = 0;
    const crowd = Array.from({ length: 200 }, (_, index) =>
      certificate('same', 'same', { digest: `same ${index}`, isSignedBy: async () => { computed += 1; return true; } }),
    );
    const below = certificate('leaf', 'same', { isSignedBy: async () => { computed += 1; return true; } });
    expect(await buildPath({ leaf: below, pool: crowd, anchors: [root], at })).toMatchObject({ outcome: 'open' });
    expect(computed).toBeLessThanOrEqual(40);
  });
});
