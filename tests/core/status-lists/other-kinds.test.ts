import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { decode } from 'cborg';
import { describe, expect, test } from 'vitest';
import { createKeyResolver } from '../../../src/core/dids/registry.ts';
import { decodeBase64url } from '../../../src/core/encoding/base64url.ts';
import { inflateCapped } from '../../../src/core/encoding/inflate-capped.ts';
import { bundledTools } from '../../../src/core/examine/examine-tools.ts';
import { readStatusList } from '../../../src/core/examine/read-status-list.ts';
import type { Answer } from '../../../src/core/model/answers.ts';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import { entryAt } from '../../../src/core/status-lists/entry-at.ts';
import { examineCredentialOf, testNow } from '../../support/examining.ts';
import { cast, plain, signJcs } from '../../support/signing.ts';
import { answered, listAddress, statusToken, withStatus } from '../../support/status-lists.ts';

const { issuer, other } = await cast();
const now = Math.floor(testNow / 1_000);

async function examineKnown(document: unknown, answers: readonly Answer[]): Promise<ExaminedCredential> {
  const { signer } = await examineCredentialOf(document, { answers });
  const ownList = signer === undefined ? [] : [{ id: '1', keyThumbprint: signer.keyThumbprint, issuerId: issuer.did, name: 'Evening school', since: toInstant(0) }];
  return examineCredentialOf(document, { answers, ownList });
}

async function judged(document: unknown, ...answers: readonly Answer[]): Promise<Record<string, unknown>> {
  const seen = await examineKnown(document, answers);
  const { state, reason, basis, facts } = seen.checks.find(({ id }) => id === 'status') ?? {};
  return { headline: seen.headline, state, reason, basis, facts };
}

describe('1EdTech revocation lists', () => {
  const id = 'https://brightwater.example/credentials/plain';
  const list = (changes: object = {}): object => ({ id: listAddress, issuer: issuer.did, revokedCredentials: [{ id: 'urn:example:other' }], ...changes });
  const credential = withStatus(issuer, { id: listAddress, type: '1EdTechRevocationList' });

  test('a list without this credential, asked just now and kept', async () => {
    expect(await judged(await credential, answered(list()))).toMatchObject({ headline: 'valid', basis: 'live' });
    expect(await judged(await credential, answered(list({ revokedCredentials: [] }), { basis: 'cached' }))).toMatchObject({ headline: 'valid-earlier', basis: 'cached' });
  });
  test.each<[string, object]>([
    ['with true', { revokedCredentials: [{ id, revoked: true, revocationReason: 'Error' }] }],
    ['without a word', { revokedCredentials: [{ id: 'urn:x' }, { id }] }],
    ['with a text', { revokedCredentials: [{ id, revoked: 'false' }] }],
    ['as a bare id', { revokedCredentials: [id] }],
    ['in the singular', { revokedCredential: [{ id }] }],
    ['as one object', { revokedCredentials: { id } }],
  ])('a list with this credential %s: revoked', async (_name, changes) => {
    expect(await judged(await credential, answered({ ...list({ revokedCredentials: undefined }), ...changes }))).toMatchObject({ headline: 'revoked' });
  });
  test('false says that it is not revoked', async () => {
    expect(await judged(await credential, answered(list({ revokedCredentials: [{ id, revoked: false }] })))).toMatchObject({ headline: 'valid' });
  });
  test('B51 a list of another issuer, or of none, is no answer', async () => {
    for (const stated of ['did:web:other.example', undefined]) expect(await judged(await credential, answered(list({ issuer: stated })))).toMatchObject({ headline: 'not-checked', reason: 'list-other-issuer' });
  });
  test('B60 a list under another id is no answer', async () => {
    expect(await judged(await credential, answered(list({ id: 'https://brightwater.example/status/9' })))).toMatchObject({ headline: 'not-checked', reason: 'list-not-fitting' });
  });
  test('a document without a signature that came as a file speaks for nobody', async () => {
    expect(await judged(await credential, answered(list(), { basis: 'file' }))).toMatchObject({ headline: 'not-checked', reason: 'list-unchecked', facts: { why: 'unsigned' } });
  });
  test('B62 an error page and a list without entries are no answer', async () => {
    expect(await judged(await credential, answered('<html>'))).toMatchObject({ headline: 'not-checked', reason: 'list-unreadable' });
    expect(await judged(await credential, answered(list({ revokedCredentials: undefined })))).toMatchObject({ headline: 'not-checked', reason: 'list-unreadable' });
  });
  test('B59 a revoked credential under this kind of list is never taken for one that is not', async () => {
    const seen = await examineCredentialOf(await credential);
    expect([seen.axes.status, seen.wants]).toEqual(['could-not-check', [{ url: listAddress, purpose: 'status-list' }]]);
  });
  test('a credential without an id cannot stand on such a list', async () => {
    const { id: _id, ...nameless } = plain(issuer.did);
    const document = await signJcs({ ...nameless, credentialStatus: { id: listAddress, type: '1EdTechRevocationList' } }, issuer);
    expect(await judged(document, answered(list()))).toMatchObject({ headline: 'not-checked', reason: 'malformed-status' });
  });
  test('an address with a fragment is asked for without it', async () => {
    const document = await withStatus(issuer, { id: `${listAddress}#7`, type: '1EdTechRevocationList' });
    expect((await examineCredentialOf(document)).wants).toEqual([{ url: listAddress, purpose: 'status-list' }]);
    expect(await judged(document, answered(list()))).toMatchObject({ headline: 'valid' });
  });
});

describe('token status lists', () => {
  // Entries of 1 bit: 0 to 7 are 1,0,0,1,1,1,0,1, then 1,1,0,0,0,1,0,1 (the example of the standard).
  const oneBit = Uint8Array.of(0xb9, 0xa3);
  const entry = (idx: unknown, uri: unknown = listAddress): object => ({ status_list: { idx, uri } });
  const credentialAt = async (idx: unknown): Promise<object> => signJcs({ ...plain(issuer.did), credentialStatus: entry(idx) }, issuer);

  test('B56 the least significant bit comes first, in 1, 2, 4 and 8 bits', async () => {
    expect(Array.from({ length: 16 }, (_, index) => entryAt(oneBit, index, 1, 'least-significant-first'))).toEqual([1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1]);
    expect(Array.from({ length: 12 }, (_, index) => entryAt(Uint8Array.of(0xc9, 0x44, 0xf9), index, 2, 'least-significant-first'))).toEqual([1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3]);
    expect([0, 1, 2, 3].map((index) => entryAt(Uint8Array.of(0x21, 0x43), index, 4, 'least-significant-first'))).toEqual([1, 2, 3, 4]);
    expect([0, 1].map((index) => entryAt(Uint8Array.of(7, 9), index, 8, 'least-significant-first'))).toEqual([7, 9]);
  });
  test('B56 the two orders do not read each other', () => {
    expect(Array.from({ length: 8 }, (_, index) => entryAt(oneBit, index, 1, 'most-significant-first'))).toEqual([1, 0, 1, 1, 1, 0, 0, 1]);
    expect(entryAt(oneBit, 16, 1, 'least-significant-first')).toBeUndefined();
    expect(entryAt(oneBit, -1, 1, 'least-significant-first')).toBeUndefined();
  });
  test.each([[0, 'revoked'], [1, 'valid'], [2, 'valid'], [3, 'revoked'], [8, 'revoked'], [10, 'valid'], [15, 'revoked']])('entry %d of the example is %s', async (idx, headline) => {
    expect(await judged(await credentialAt(idx), answered(await statusToken(issuer, oneBit, 1)))).toMatchObject({ headline });
  });
  test('the values of two bits: in force, revoked, on hold, and the application\'s own (B57)', async () => {
    const list = answered(await statusToken(issuer, Uint8Array.of(0b11_10_01_00), 2));
    const seen = await Promise.all([0, 1, 2, 3].map(async (idx) => judged(await credentialAt(idx), list)));
    expect(seen.map(({ headline, reason }) => [headline, reason])).toEqual([['valid', 'in-force'], ['revoked', 'revoked'], ['on-hold', 'suspended'], ['not-checked', 'status-value']]);
  });
  test('by the `status` of a token, as SD-JWT and JWT carry it', async () => {
    const seen = await judged(await signJcs({ ...plain(issuer.did), status: entry(0) }, issuer), answered(await statusToken(issuer, oneBit, 1)));
    expect(seen).toMatchObject({ headline: 'revoked' });
  });
  test.each([-1, 1.5, '3', null, 16, 1e9])('B53 index %j is no entry', async (idx) => {
    expect(await judged(await credentialAt(idx), answered(await statusToken(issuer, oneBit, 1)))).toMatchObject({ headline: 'not-checked', reason: 'malformed-status' });
  });
  test.each<[string, object, object, string]>([
    ['another subject (B60)', { sub: 'https://brightwater.example/status/4' }, {}, 'list-not-fitting'],
    ['another issuer (B51)', { iss: 'did:web:other.example' }, {}, 'list-other-issuer'],
    ['an end that has passed (B61)', { exp: now - 1 }, {}, 'list-out-of-date'],
    ['a beginning to come', { iat: now + 3_600 }, {}, 'list-out-of-date'],
    ['a time before which it does not count', { nbf: now + 60 }, {}, 'list-out-of-date'],
    ['such a time that is a text (B20)', { nbf: '1' }, {}, 'list-unreadable'],
    ['no beginning', { iat: undefined }, {}, 'list-unreadable'],
    ['an end that is a text (B20)', { exp: '2099' }, {}, 'list-unreadable'],
    ['three bits', { status_list: { bits: 3, lst: 'eNrbuRgAAhcBXQ' } }, {}, 'list-unreadable'],
    ['no list', { status_list: undefined }, {}, 'list-unreadable'],
    ['gzip instead of zlib (B56)', { status_list: { bits: 1, lst: gzipSync(oneBit).toString('base64url') } }, {}, 'list-unreadable'],
    ['no algorithm (B11)', {}, { alg: 'none' }, 'list-altered'],
    ['a key brought along (B14)', {}, { kid: undefined, jwk: { kty: 'OKP', crv: 'Ed25519', x: 'AA' } }, 'list-altered'],
    ['something critical (B16)', {}, { crit: ['x'], x: 1 }, 'list-altered'],
    ['another type (B17)', {}, { typ: 'JWT' }, 'list-unreadable'],
  ])('a status token with %s is no answer', async (_name, changes, header, reason) => {
    const token = await statusToken(issuer, oneBit, 1, changes as Record<string, unknown>, header as Record<string, unknown>);
    expect(await judged(await credentialAt(1), answered(token))).toMatchObject({ headline: 'not-checked', state: 'unknown', reason });
  });
  test('the twin of them all is', async () => {
    for (const changes of [{}, { iss: issuer.did }, { exp: now + 60 }, { nbf: now }]) expect(await judged(await credentialAt(1), answered(await statusToken(issuer, oneBit, 1, changes)))).toMatchObject({ headline: 'valid', basis: 'live' });
  });
  test('a status token by another key is no answer', async () => {
    const token = await statusToken(other, oneBit, 1);
    expect(await judged(await credentialAt(1), answered(token))).toMatchObject({ headline: 'not-checked', state: 'unknown' });
    const posing = await statusToken(other, oneBit, 1, {}, { kid: issuer.verificationMethod });
    expect(await judged(await credentialAt(1), answered(posing))).toMatchObject({ headline: 'not-checked', reason: 'list-altered' });
  });
  test('B17 a status token is no credential', async () => {
    const seen = await statusToken(issuer, oneBit, 1);
    await expect(examineCredentialOf(seen)).rejects.toThrow('Not a credential');
  });
  test('B17 a credential of the issuer is no status token, whatever claims it has', async () => {
    const lst = deflateSync(oneBit).toString('base64url');
    const posing = await signJcs({ ...plain(issuer.did), sub: listAddress, status_list: { bits: 1, lst } }, issuer);
    expect(await judged(await credentialAt(1), answered(posing))).toMatchObject({ headline: 'not-checked', reason: 'list-not-fitting', facts: { why: 'type' } });
  });
  test('B55 a zlib bomb is stopped at 8 MiB', async () => {
    const lst = deflateSync(Buffer.alloc(100 * 1024 * 1024), { level: 9 }).toString('base64url');
    const token = await statusToken(issuer, oneBit, 1, { status_list: { bits: 1, lst } });
    expect(await judged(await credentialAt(1), answered(token))).toMatchObject({ headline: 'not-checked', facts: { why: 'receive/too-large' } });
  });
  test('B59 a mechanism beside it that is not known leaves it open', async () => {
    const document = await signJcs({ ...plain(issuer.did), status: { ...entry(1), other_list: {} } }, issuer);
    expect(await judged(document, answered(await statusToken(issuer, oneBit, 1)))).toMatchObject({ headline: 'not-checked', reason: 'unknown-status-type', facts: { type: 'other_list' } });
  });
  test('B61 seconds of ttl: a day-old answer of a list for half a day is from a day ago', async () => {
    const at = toInstant(testNow - 86_400_000);
    const token = await statusToken(issuer, oneBit, 1, { iat: now - 90_000 });
    expect(await judged(await credentialAt(1), answered(token, { at }))).toMatchObject({ headline: 'valid-earlier', basis: 'cached' });
  });
});

const vectors = join(import.meta.dirname, '../../../../shared/fixtures/public/vectors/oauth-wg__draft-ietf-oauth-status-list.json');
describe.skipIf(!existsSync(vectors))('published vectors of Token Status List (only where the shared fixtures are beside the project)', () => {
  const files = existsSync(vectors) ? (JSON.parse(readFileSync(vectors, 'utf8')) as { files: Record<string, string> }).files : {};
  const packed = (name: string): { bits: number; bytes: Uint8Array } => {
    const text = files[`examples/${name}.md`] ?? '';
    const { bits, lst } = JSON.parse(text.slice(text.indexOf('{')).replaceAll(/\s+/g, '')) as { bits: number; lst: string };
    const decoded = decodeBase64url(lst);
    const unpacked = decoded.ok ? inflateCapped(decoded.value, 8 * 1024 * 1024, 'zlib') : decoded;
    if (!unpacked.ok) throw new Error(name);
    return { bits, bytes: unpacked.value };
  };
  test('B56 lists of one and two bits unpack to the bytes that the vectors name', () => {
    expect(packed('status_list_encoding_json')).toEqual({ bits: 1, bytes: Uint8Array.of(0xb9, 0xa3) });
    expect(packed('status_list_encoding2_json')).toEqual({ bits: 2, bytes: Uint8Array.of(0xc9, 0x44, 0xf9) });
  });
  test('B56 the list of four bits has its fifteen values where the standard says, and nowhere else', () => {
    const { bits, bytes } = packed('status_list_encoding4_json');
    const set: number[][] = [];
    for (let index = 0; index < (bytes.length * 8) / bits; index += 1) {
      const value = entryAt(bytes, index, bits, 'least-significant-first') ?? -1;
      if (value !== 0) set.push([index, value]);
    }
    expect(set).toEqual([[0, 1], [1_993, 2], [35_460, 3], [459_495, 4], [595_669, 5], [754_353, 6], [845_645, 7], [923_232, 8], [924_445, 9], [934_534, 10], [1_000_345, 12], [1_004_534, 11], [1_030_203, 13], [1_030_204, 14], [1_030_205, 15]]);
  });
  test('the same list of four bits as bytes', () => {
    const list = decode(Buffer.from((files['examples/status_list_encoding4_cbor.md'] ?? '').replaceAll(/\s+/g, ''), 'hex')) as { bits: number; lst: Uint8Array };
    expect([list.bits, inflateCapped(list.lst, 8 * 1024 * 1024, 'zlib')]).toEqual([4, { ok: true, value: packed('status_list_encoding4_json').bytes }]);
  });
  test('the signed list is read as the list of its issuer, by the key that the standard prints, and says of each credential what its bits say', async () => {
    const raw = (files['examples/status_list_jwt_raw.md'] ?? '').replaceAll(/\s+/g, '');
    const metadata = { issuer: 'https://example.com', jwks: { keys: [{ kty: 'EC', crv: 'P-256', kid: '12', x: 'I3HWm_0Ds1dPMI-IWmf4mBmH-YaeAVbPVu7vB27CxXo', y: '6N_d5Elj9bs1htgV3okJKIdbHEpkgTmAluYKJemzn1M' }] } };
    const resolveKey = createKeyResolver((url) => (url === 'https://example.com/.well-known/jwt-vc-issuer' ? answered(metadata, { url }) : undefined));
    const owner = { issuerId: 'https://example.com', isTyped: true, keyThumbprints: [], anchors: [], now: testNow };
    const reading = await readStatusList(answered(raw), owner, { ...bundledTools, resolveKey });
    const printed = (files['examples/status_list_jwt.md'] ?? '').split('\n.\n').map((part) => JSON.parse(part) as Record<string, unknown>);
    expect(reading).toMatchObject({ outcome: 'read', isSigned: true, header: printed[0], claims: printed[1] });
    if (reading.outcome !== 'read') throw new Error(reading.outcome);
    const { lst } = reading.claims['status_list'] as unknown as { lst: string };
    const bits = inflateCapped(Uint8Array.from(Buffer.from(lst, 'base64url')), 100, 'zlib');
    expect(bits).toEqual({ ok: true, value: Uint8Array.of(0xb9, 0xa3) });
    const [head, payload = '', signature] = raw.split('.');
    const changed = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('eNrbuRgAAhcBXQ', 'eNrbuRgAAhcBXA')).toString('base64url');
    expect(await readStatusList(answered([head, changed, signature].join('.')), owner, { ...bundledTools, resolveKey })).toMatchObject({ outcome: 'unusable', reason: 'list-altered' });
    expect(await readStatusList(answered(raw), { ...owner, issuerId: 'https://example.org' }, { ...bundledTools, resolveKey })).toMatchObject({ outcome: 'unusable', reason: 'list-other-issuer' });
  });
  test.each([['status_list_encoding_cbor', 1, [0xb9, 0xa3]], ['status_list_encoding2_cbor', 2, [0xc9, 0x44, 0xf9]]])('B56 the bytes of %s unpack alike', (name, bits, expected) => {
    const hex = (files[`examples/${name}.md`] ?? '').replaceAll(/\s+/g, '').replace(/^.*encoded:/, '');
    const list = decode(Buffer.from(hex, 'hex')) as { bits: number; lst: Uint8Array };
    expect([list.bits, inflateCapped(list.lst, 100, 'zlib')]).toEqual([bits, { ok: true, value: Uint8Array.from(expected) }]);
  });
});
