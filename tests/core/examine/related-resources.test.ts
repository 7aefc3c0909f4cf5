import { createHash } from 'node:crypto';
import { base58, base64urlnopad } from '@scure/base';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/core/model/answers.ts';
import { examineCredentialOf, reasonOf, testNow } from '../../support/examining.ts';
import { badge, cast, signJcs, signRdfc } from '../../support/signing.ts';

const { issuer } = await cast();
const base = 'https://www.w3.org/ns/credentials/v2';
const handbook = 'https://brightwater.example/handbook.pdf';
const bytes = new TextEncoder().encode('%PDF handbook');

const digest = (hash: string, of: Uint8Array | string = bytes): Buffer => createHash(hash).update(of).digest();
const sri = (hash: string, of?: Uint8Array | string): string => `${hash}-${digest(hash, of).toString('base64')}`;
const multihash = (code: number, hash: string, of?: string): Uint8Array => new Uint8Array([code, digest(hash, of).length, ...digest(hash, of)]);
const answered = (basis: Answer['basis'] = 'live'): readonly Answer[] => [{ url: handbook, bytes, basis, at: testNow }];

async function headlineWith(relatedResource: unknown, answers: readonly Answer[] = answered()): Promise<string> {
  const seen = await examineCredentialOf(await signJcs(badge(issuer.did, { relatedResource }), issuer), { answers });
  return `${seen.headline} ${reasonOf(seen, 'proof')}`;
}
const good = 'unknown-issuer signature-fits';
const bad = 'altered changed';

describe('B44 what a credential says of the bytes of other resources', () => {
  test.each<[string, object]>([
    ['sha256', { digestSRI: sri('sha256') }],
    ['sha384', { digestSRI: sri('sha384') }],
    ['sha512', { digestSRI: sri('sha512') }],
    ['several, of which one fits', { digestSRI: `${sri('sha384', 'other')} ${sri('sha384')}` }],
    ['options behind it', { digestSRI: `${sri('sha384')}?type=pdf` }],
    ['a multihash in base64url', { digestMultibase: `u${base64urlnopad.encode(multihash(0x12, 'sha256'))}` }],
    ['a multihash in base58', { digestMultibase: `z${base58.encode(multihash(0x20, 'sha384'))}` }],
    ['a bare digest', { digestMultibase: `u${base64urlnopad.encode(new Uint8Array(digest('sha256')))}` }],
    ['both', { digestSRI: sri('sha384'), digestMultibase: `z${base58.encode(multihash(0x12, 'sha256'))}` }],
  ])('%s that fits is fine', async (_name, stated) => {
    expect(await headlineWith([{ id: handbook, ...stated }])).toBe(good);
    expect(await headlineWith({ id: handbook, ...stated })).toBe(good);
  });
  test.each<[string, object]>([
    ['sha384', { digestSRI: sri('sha384', 'other') }],
    ['the strongest, beside a weaker one that fits', { digestSRI: `${sri('sha256')} ${sri('sha512', 'other')}` }],
    ['a multihash', { digestMultibase: `z${base58.encode(multihash(0x12, 'sha256', 'other'))}` }],
    ['one of two ways', { digestSRI: sri('sha384'), digestMultibase: `z${base58.encode(multihash(0x12, 'sha256', 'other'))}` }],
  ])('%s that differs from what the address answered is wrong', async (_name, stated) => {
    expect(await headlineWith([{ id: 'https://brightwater.example/other', digestSRI: sri('sha384') }, { id: handbook, ...stated }])).toBe(bad);
  });
  test('what is not at hand, or only as somebody\'s file, or in a way nobody knows, says nothing', async () => {
    expect(await headlineWith([{ id: handbook, digestSRI: sri('sha384', 'other') }], [])).toBe(good);
    expect(await headlineWith([{ id: handbook, digestSRI: sri('sha384', 'other') }], answered('file'))).toBe(good);
    for (const stated of [{ digestSRI: 'md5-AAAA' }, { digestSRI: 'sha384-AAAA' }, { digestSRI: 5 }, { digestMultibase: 'z' }, { digestMultibase: 'uAAAA' }, {}]) {
      expect(await headlineWith([{ id: handbook, ...stated }])).toBe(good);
    }
    for (const related of [null, 'x', [null], [{ digestSRI: sri('sha384', 'other') }], []]) expect(await headlineWith(related)).toBe(good);
  });
  test('the contexts whose digests the standards publish', async () => {
    const published = { id: base, digestSRI: 'sha384-l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU', digestMultibase: 'uEiBZlVztZpfWHgPyslVv6-UwirFoQoRvW1htfx963sknNA' };
    expect(await headlineWith(published)).toBe(good);
    expect(await headlineWith({ ...published, digestSRI: sri('sha384', 'other') })).toBe(bad);
    expect(await headlineWith({ ...published, digestMultibase: `z${base58.encode(multihash(0x12, 'sha256', 'other'))}` })).toBe(bad);
  });
  test('the same in a graph', async () => {
    const related = (of: string | Uint8Array): Record<string, unknown> => ({ relatedResource: [{ id: handbook, digestSRI: sri('sha384', of) }] });
    const seen = await examineCredentialOf(await signRdfc(badge(issuer.did, related('other')), issuer), { answers: answered() });
    expect(seen.headline).toBe('altered');
    expect((await examineCredentialOf(await signRdfc(badge(issuer.did, related(bytes)), issuer), { answers: answered() })).headline).toBe('unknown-issuer');
  });
});
