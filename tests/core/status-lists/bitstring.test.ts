import { BitstringStatusList } from '@digitalbazaar/vc-bitstring-status-list';
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { credentialsIn } from '../../../src/core/model/examination.ts';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import type { OwnListEntry } from '../../../src/core/model/trust.ts';
import { examineCredentialOf, examineShareOf, testNow } from '../../support/examining.ts';
import { badge, cast, plain, presentation, signJcs, signRaw, signRdfc } from '../../support/signing.ts';
import { answered, bitstringClaims, bitstringEntry, bitstringList, encodeBitstring, listAddress, withStatus } from '../../support/status-lists.ts';

const { issuer, other } = await cast();
const dayMs = 86_400_000;

/** Everybody's key is on the own list, so that the status decides the headline. */
async function examineKnown(document: unknown, overrides: Parameters<typeof examineCredentialOf>[1] = {}): Promise<ExaminedCredential> {
  const first = await examineCredentialOf(document, overrides);
  const ownList: OwnListEntry[] = first.signer === undefined ? [] : [{ id: '1', keyThumbprint: first.signer.keyThumbprint, issuerId: issuer.did, name: 'Evening school', since: toInstant(0) }];
  return examineCredentialOf(document, { ...overrides, ownList });
}

function statusOf(seen: ExaminedCredential): Record<string, unknown> {
  const { state, reason, basis, facts } = seen.checks.find(({ id }) => id === 'status') ?? {};
  return { headline: seen.headline, state, reason, basis, facts };
}

async function judged(entry: unknown, list: unknown, changes: Parameters<typeof answered>[1] = {}): Promise<Record<string, unknown>> {
  return statusOf(await examineKnown(await withStatus(issuer, entry), { answers: [answered(list, changes)] }));
}

describe('a bitstring list', () => {
  test('that says nothing against the credential: valid, asked just now', async () => {
    expect(await judged(bitstringEntry(), await bitstringList(issuer, [4, 6]))).toMatchObject({ headline: 'valid', state: 'passed', reason: 'in-force', basis: 'live' });
  });
  test('that has the bit set: revoked, and on hold for a suspension', async () => {
    expect(await judged(bitstringEntry(), await bitstringList(issuer, [5]))).toMatchObject({ headline: 'revoked', reason: 'revoked' });
    const suspension = { statusPurpose: 'suspension' };
    expect(await judged(bitstringEntry(suspension), await bitstringList(issuer, [5], {}, suspension))).toMatchObject({ headline: 'on-hold', reason: 'suspended' });
  });
  test('kept from an earlier day: valid when last checked, also years after the list ran out', async () => {
    const list = await bitstringList(issuer, [], { validUntil: '2026-11-30T00:00:00Z' });
    const credential = await withStatus(issuer, bitstringEntry());
    const later = { now: toInstant(testNow + 1_500 * dayMs), answers: [answered(list, { basis: 'cached' })] };
    const seen = await examineKnown(credential, later);
    expect(seen.headline).toBe('valid-earlier');
    expect(seen.checks.find(({ id }) => id === 'status')).toMatchObject({ basis: 'cached', at: testNow });
    expect(seen.wants).toContainEqual({ url: listAddress, purpose: 'status-list' });
  });
  test('without an answer the address is wanted and nothing is passed', async () => {
    const seen = await examineKnown(await withStatus(issuer, bitstringEntry()));
    expect(statusOf(seen)).toMatchObject({ headline: 'not-checked', state: 'unknown', reason: 'not-asked', facts: { host: 'brightwater.example' } });
    expect(seen.wants).toEqual([{ url: listAddress, purpose: 'status-list' }]);
  });
  test('StatusList2021, with and without the letter in front, and in plain base64', async () => {
    const entry = bitstringEntry({ type: 'StatusList2021Entry' });
    const encoded = encodeBitstring([5]);
    const padded = Buffer.from(encoded.slice(1), 'base64url').toString('base64');
    for (const encodedList of [encoded, encoded.slice(1), padded]) {
      const list = await bitstringList(issuer, [], { type: ['VerifiableCredential', 'StatusList2021Credential'] }, { type: 'StatusList2021', encodedList });
      expect(await judged(entry, list)).toMatchObject({ headline: 'revoked' });
    }
  });
  test('a list made by the library of the standard reads the same, bit for bit', async () => {
    const peer = new BitstringStatusList({ length: 131_072 });
    for (const index of [0, 5, 7, 8, 131_071]) peer.setStatus(index, true);
    const list = await bitstringList(issuer, [], {}, { encodedList: await peer.encode() });
    for (const index of [0, 1, 5, 6, 7, 8, 9, 131_070, 131_071]) {
      expect({ index, ...(await judged(bitstringEntry({ statusListIndex: String(index) }), list)) }).toMatchObject({ headline: peer.getStatus(index) ? 'revoked' : 'valid' });
    }
  });
  test('a list that is signed with another suite, in a credential signed with another', async () => {
    const badged = badge(issuer.did, { credentialStatus: bitstringEntry() });
    const seen = await examineKnown(await signRdfc(badged, issuer), { answers: [answered(await signRdfc(bitstringClaims(issuer.did, [5]), issuer))] });
    expect(seen.headline).toBe('revoked');
  });
});

describe('packings of lists', () => {
  test('a list in a token, and one in the contexts of its own time', async () => {
    const header = { alg: 'EdDSA', typ: 'vc+jwt', kid: issuer.verificationMethod };
    expect(await judged(bitstringEntry(), await signRaw(header, bitstringClaims(issuer.did, [5]), issuer))).toMatchObject({ headline: 'revoked' });
    expect(await judged(bitstringEntry(), await signRaw(header, bitstringClaims(issuer.did, []), issuer))).toMatchObject({ headline: 'valid' });
    const { validFrom: _validFrom, ...claims } = bitstringClaims(issuer.did, [5], { type: ['VerifiableCredential', 'StatusList2021Credential'] }, { type: 'StatusList2021', encodedList: encodeBitstring([5]).slice(1) });
    const contexts = ['https://www.w3.org/2018/credentials/v1', 'https://w3id.org/vc/status-list/2021/v1', 'https://w3id.org/security/data-integrity/v2'];
    const list = await signRdfc({ ...claims, '@context': contexts, issuanceDate: '2026-06-14T12:00:00Z' }, issuer);
    expect(await judged(bitstringEntry({ type: 'StatusList2021Entry' }), list)).toMatchObject({ headline: 'revoked' });
  });
  test('a list whose words stand in a context that is not bundled cannot be checked', async () => {
    const list = await signJcs(bitstringClaims(issuer.did, [], { '@context': ['https://www.w3.org/ns/credentials/v2', 'https://elsewhere.example/context'] }), issuer);
    expect(await judged(bitstringEntry(), list)).toMatchObject({ headline: 'not-checked', reason: 'list-unchecked', facts: { why: 'unknown-context' } });
  });
  test('a presentation, an array and an image of lists are no list', async () => {
    const list = await bitstringList(issuer, []);
    for (const packed of [[list], { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiablePresentation'], verifiableCredential: [list] }]) {
      expect(await judged(bitstringEntry(), packed)).toMatchObject({ headline: 'not-checked', reason: 'list-unreadable' });
    }
  });
});

describe('rules of lists, each broken alone', () => {
  test('B51 a list by another issuer is no answer, and the same by the issuer is', async () => {
    expect(await judged(bitstringEntry(), await bitstringList(other, [5]))).toMatchObject({ headline: 'not-checked', reason: 'list-other-issuer' });
    expect(await judged(bitstringEntry(), await bitstringList(issuer, [5]))).toMatchObject({ headline: 'revoked' });
  });
  test('B51 a list in the issuer\'s name by another key is no answer', async () => {
    const list = await bitstringList(other, [], { issuer: issuer.did });
    expect(await judged(bitstringEntry(), list)).toMatchObject({ headline: 'not-checked', state: 'unknown' });
  });
  test('a list that was changed, and one without a signature, are no answer', async () => {
    const list = await bitstringList(issuer, [5]);
    const healed = { ...list, credentialSubject: { ...(list['credentialSubject'] as object), encodedList: encodeBitstring([]) } };
    expect(await judged(bitstringEntry(), healed)).toMatchObject({ headline: 'not-checked', reason: 'list-altered' });
    expect(await judged(bitstringEntry(), bitstringClaims(issuer.did, []))).toMatchObject({ headline: 'not-checked', reason: 'list-unchecked', facts: { why: 'unsigned' } });
  });
  test('B52 a list for another purpose is no answer; one of several purposes is enough', async () => {
    expect(await judged(bitstringEntry(), await bitstringList(issuer, [5], {}, { statusPurpose: 'suspension' }))).toMatchObject({ headline: 'not-checked', reason: 'list-not-fitting', facts: { why: 'purpose' } });
    expect(await judged(bitstringEntry(), await bitstringList(issuer, [5], {}, { statusPurpose: ['suspension', 'revocation'] }))).toMatchObject({ headline: 'revoked' });
  });
  test.each(['-1', '1.5', '1e3', '0x5', ' 5', '05', '', '131072', '999999999999999999999', -1, 1.5, null, ['5']])('B53 index %j is no entry', async (statusListIndex) => {
    expect(await judged(bitstringEntry({ statusListIndex }), await bitstringList(issuer, []))).toMatchObject({ headline: 'not-checked', reason: 'malformed-status' });
  });
  test.each(['0', '131071', 5])('B53 index %j is one', async (statusListIndex) => {
    expect(await judged(bitstringEntry({ statusListIndex }), await bitstringList(issuer, []))).toMatchObject({ headline: 'valid' });
  });
  test('B54 a list of fewer than 131,072 entries is no answer, except for what it says against the credential', async () => {
    expect(await judged(bitstringEntry(), await bitstringList(issuer, [], {}, { encodedList: encodeBitstring([5], 100_000) }))).toMatchObject({ headline: 'revoked' });
    expect(await judged(bitstringEntry(), await bitstringList(issuer, [], {}, { encodedList: encodeBitstring([], 131_064) }))).toMatchObject({ headline: 'not-checked', reason: 'list-not-fitting', facts: { why: 'length', entries: 131_064 } });
    expect(await judged(bitstringEntry(), await bitstringList(issuer, [], {}, { encodedList: encodeBitstring([], 131_072) }))).toMatchObject({ headline: 'valid' });
  });
  test('B55 a gzip bomb is stopped at 8 MiB; a list of exactly 8 MiB is read', async () => {
    const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024), { level: 9 }).toString('base64url');
    const started = performance.now();
    expect(await judged(bitstringEntry(), await bitstringList(issuer, [], {}, { encodedList: `u${bomb}` }))).toMatchObject({ headline: 'not-checked', reason: 'list-unreadable', facts: { why: 'receive/too-large', limit: 8 * 1024 * 1024 } });
    expect(performance.now() - started).toBeLessThan(3_000);
    const full = gzipSync(Buffer.alloc(8 * 1024 * 1024)).toString('base64url');
    expect(await judged(bitstringEntry(), await bitstringList(issuer, [], {}, { encodedList: `u${full}` }))).toMatchObject({ headline: 'valid' });
  });
  test.each<[string, string]>([
    ['zlib instead of gzip', `u${deflateSync(Buffer.alloc(16_384)).toString('base64url')}`],
    ['bare bits', `u${Buffer.alloc(16_384).toString('base64url')}`],
    ['cut off', encodeBitstring([1, 9, 20_000, 77]).slice(0, 40)],
    ['another alphabet', `z${Buffer.alloc(16_384).toString('base64url')}`],
    ['nothing', ''],
  ])('B56 a list that is %s cannot be read', async (_name, encodedList) => {
    expect(await judged(bitstringEntry(), await bitstringList(issuer, [], {}, { encodedList }))).toMatchObject({ headline: 'not-checked', reason: 'list-unreadable' });
  });
  test('B57 values of several bits and messages are shown, and never fine', async () => {
    const messages = [{ status: '0x0', message: 'pending review' }, { status: '0x1', message: 'accepted' }];
    const entry = bitstringEntry({ statusPurpose: 'message', statusSize: 2, statusMessage: messages });
    const wide = await bitstringList(issuer, [11], {}, { statusPurpose: 'message', encodedList: encodeBitstring([11], 262_144) });
    expect(await judged(entry, wide)).toMatchObject({ headline: 'not-checked', reason: 'status-value', facts: { value: 1 } });
    const unknown = { statusPurpose: 'blessing' };
    expect(await judged(bitstringEntry(unknown), await bitstringList(issuer, [], {}, unknown))).toMatchObject({ headline: 'not-checked', reason: 'status-value' });
  });
  test('B57 several bits for revocation are not fine either, not even where all of them are nought', async () => {
    const wide = await bitstringList(issuer, [], {}, { encodedList: encodeBitstring([], 262_144) });
    expect(await judged(bitstringEntry({ statusSize: 2 }), wide)).toMatchObject({ headline: 'not-checked', reason: 'status-value', facts: { value: 0 } });
    expect(await judged(bitstringEntry({ statusSize: 1 }), wide)).toMatchObject({ headline: 'valid' });
  });
  test('a credential of the issuer that is no list is none, whatever it carries', async () => {
    const [type, subject] = [['VerifiableCredential', 'OpenBadgeCredential'], { type: 'AchievementSubject' }];
    for (const list of [bitstringList(issuer, [], { type }), bitstringList(issuer, [], {}, subject)]) {
      expect(await judged(bitstringEntry(), await list)).toMatchObject({ headline: 'not-checked', reason: 'list-not-fitting', facts: { why: 'type' } });
    }
  });
  test('B57 whether there is a newer edition says nothing of being in force', async () => {
    const refresh = { statusPurpose: 'refresh' };
    expect(await judged(bitstringEntry(refresh), await bitstringList(issuer, [], {}, refresh))).toMatchObject({ headline: 'no-status', state: 'not-applicable' });
    expect(await judged(bitstringEntry(refresh), await bitstringList(issuer, [5], {}, refresh))).toMatchObject({ headline: 'not-checked', reason: 'status-value' });
  });
  test('B58 hundreds of entries in a list of millions take bounded time: those that are not judged leave it open', async () => {
    const list = await bitstringList(issuer, [5], {}, { encodedList: `u${gzipSync(new Uint8Array(4 * 1024 * 1024)).toString('base64url')}` });
    const entries = (count: number): readonly object[] => Array.from({ length: count }, (_entry, index) => bitstringEntry({ statusListIndex: String(index + 6) }));
    const start = performance.now();
    expect(await judged(entries(1_000), list)).toMatchObject({ headline: 'not-checked', state: 'unknown', reason: 'timed-out' });
    expect(performance.now() - start).toBeLessThan(8_000);
    expect(await judged(entries(16), list)).toMatchObject({ headline: 'valid' });
  });
  test('B58 every entry counts, wherever it stands', async () => {
    const list = await bitstringList(issuer, [5]);
    const fine = bitstringEntry({ statusListIndex: '6' });
    for (const entries of [[fine, bitstringEntry()], [bitstringEntry(), fine]]) expect(await judged(entries, list)).toMatchObject({ headline: 'revoked' });
    expect(await judged([fine, fine], list)).toMatchObject({ headline: 'valid' });
    expect(await judged([fine, bitstringEntry({ statusListCredential: 'https://brightwater.example/status/4' })], list)).toMatchObject({ headline: 'not-checked', reason: 'not-asked' });
  });
  test('B58 on hold by one entry and fine by another, or by one that nobody answered: on hold, and revoked before on hold', async () => {
    const holding = await bitstringList(issuer, [5], {}, { statusPurpose: ['suspension', 'revocation'] });
    const [held, fine, revoked] = [bitstringEntry({ statusPurpose: 'suspension' }), bitstringEntry({ statusListIndex: '6' }), bitstringEntry()];
    const elsewhere = bitstringEntry({ statusListCredential: 'https://brightwater.example/status/4' });
    for (const entries of [[held, fine], [fine, held], [held, elsewhere], [elsewhere, held]]) expect(await judged(entries, holding)).toMatchObject({ headline: 'on-hold' });
    for (const entries of [[held, revoked], [revoked, held]]) expect(await judged(entries, holding)).toMatchObject({ headline: 'revoked' });
    expect(await judged([fine, bitstringEntry({ statusPurpose: 'suspension', statusListIndex: '6' })], holding)).toMatchObject({ headline: 'valid' });
  });
  test('B59 a type that is not known is named, alone and beside a good one', async () => {
    const odd = { type: 'VelocityRevocationListJan2021', id: 'ethereum:0x1' };
    expect(await judged(odd, await bitstringList(issuer, []))).toMatchObject({ headline: 'not-checked', reason: 'unknown-status-type', facts: { type: 'VelocityRevocationListJan2021' } });
    expect(await judged([bitstringEntry(), odd], await bitstringList(issuer, []))).toMatchObject({ headline: 'not-checked', reason: 'unknown-status-type' });
    expect(await judged('https://brightwater.example/status', await bitstringList(issuer, []))).toMatchObject({ headline: 'not-checked', reason: 'unknown-status-type' });
  });
  test('B60 a list under another id: its silence does not count, what it says against the credential does', async () => {
    const elsewhere = { id: 'https://brightwater.example/status/9' };
    expect(await judged(bitstringEntry(), await bitstringList(issuer, [], elsewhere))).toMatchObject({ headline: 'not-checked', reason: 'list-not-fitting', facts: { why: 'id' } });
    expect(await judged(bitstringEntry(), await bitstringList(issuer, [5], elsewhere))).toMatchObject({ headline: 'revoked' });
    expect(await judged(bitstringEntry(), await bitstringList(issuer, []))).toMatchObject({ headline: 'valid' });
  });
  test('of two answers of one moment the worse counts, in either order', async () => {
    const signed = await withStatus(issuer, bitstringEntry());
    const [fine, revoked] = [answered(await bitstringList(issuer, [])), answered(await bitstringList(issuer, [5]))];
    for (const answers of [[fine, revoked], [revoked, fine]]) expect(statusOf(await examineKnown(signed, { answers }))).toMatchObject({ headline: 'revoked' });
    expect(statusOf(await examineKnown(signed, { answers: [fine, fine] }))).toMatchObject({ headline: 'valid' });
  });
  test('B60 an older list than one that is known is no answer; what the newer one said stands', async () => {
    const [old, newer] = [await bitstringList(issuer, [], { validFrom: '2026-07-01T00:00:00Z' }), await bitstringList(issuer, [5], { validFrom: '2026-11-01T00:00:00Z' })];
    const quiet = await bitstringList(issuer, [], { validFrom: '2026-11-01T00:00:00Z' });
    const credential = await withStatus(issuer, bitstringEntry());
    const earlier = { basis: 'cached', at: toInstant(testNow - dayMs) } as const;
    expect(statusOf(await examineKnown(credential, { answers: [answered(old), answered(newer, earlier)] }))).toMatchObject({ headline: 'revoked', basis: 'cached' });
    expect(statusOf(await examineKnown(credential, { answers: [answered(old), answered(quiet, earlier)] }))).toMatchObject({ headline: 'not-checked', reason: 'list-out-of-date' });
    expect(statusOf(await examineKnown(credential, { answers: [answered(quiet), answered(old, earlier)] }))).toMatchObject({ headline: 'valid', basis: 'live' });
  });
  test('B61 a list that has run out is no answer, and says how old it is; one that has not is', async () => {
    const list = await bitstringList(issuer, [], { validUntil: '2026-11-20T00:00:00Z' });
    expect(await judged(bitstringEntry(), list)).toMatchObject({ headline: 'not-checked', state: 'unknown', reason: 'list-out-of-date', facts: { why: 'over' }, basis: 'live' });
    expect(await judged(bitstringEntry(), await bitstringList(issuer, [], { validUntil: '2026-11-22T00:00:00Z' }))).toMatchObject({ headline: 'valid' });
    expect(await judged(bitstringEntry(), await bitstringList(issuer, [], { validFrom: '2026-11-22T00:00:00Z' }))).toMatchObject({ headline: 'not-checked', reason: 'list-out-of-date' });
  });
  test.each([
    [0, 50, 'live'],
    [1, 70, 'cached'],
    [7_200_000, 70, 'live'],
    [1e15, 60 * 24 * 6, 'live'],
    [1e15, 60 * 24 * 8, 'cached'],
    [-5, 70, 'cached'],
    ['soon', 70, 'cached'],
  ])('B61 a ttl of %j is brought within an hour and a week: an answer %d minutes old is %s', async (ttl, minutes, basis) => {
    const list = await bitstringList(issuer, [], {}, { ttl });
    expect(await judged(bitstringEntry(), list, { at: toInstant(testNow - minutes * 60_000) })).toMatchObject({ state: 'passed', basis });
  });
  test('B61 a list that ran out since it was asked for is no longer from now', async () => {
    const list = await bitstringList(issuer, [], { validUntil: '2026-11-21T11:50:00Z' });
    const at = toInstant(testNow - 20 * 60_000);
    expect(await judged(bitstringEntry(), list, { at })).toMatchObject({ headline: 'valid-earlier', basis: 'cached' });
    expect(await judged(bitstringEntry(), await bitstringList(issuer, []), { at })).toMatchObject({ headline: 'valid', basis: 'live' });
  });
  test('B62 an error page is no answer; how old the last good one is is said', async () => {
    const good = answered(await bitstringList(issuer, []), { basis: 'cached', at: toInstant(testNow - dayMs) });
    const credential = await withStatus(issuer, bitstringEntry());
    const seen = await examineKnown(credential, { answers: [answered('<!doctype html><title>404</title>'), good] });
    expect(statusOf(seen)).toMatchObject({ headline: 'not-checked', reason: 'list-unreadable', facts: { lastGood: testNow - dayMs } });
    expect(statusOf(await examineKnown(credential, { answers: [good] }))).toMatchObject({ headline: 'valid-earlier' });
  });
  test('B63 each credential of a share has its own status', async () => {
    const [fine, gone] = [await withStatus(issuer, bitstringEntry({ statusListIndex: '6' })), await withStatus(issuer, bitstringEntry(), { id: 'urn:example:2' })];
    const answers = [answered(await bitstringList(issuer, [5]))];
    const { signer } = await examineCredentialOf(fine);
    const ownList = [{ id: '1', keyThumbprint: signer?.keyThumbprint ?? '', issuerId: issuer.did, name: 'Evening school', since: toInstant(0) }];
    const without = await signJcs({ ...plain(issuer.did), id: 'urn:example:3' }, issuer);
    for (const [credentials, expected] of [
      [[without, fine, gone], ['no-status', 'valid', 'revoked']],
      [[gone, fine, without], ['revoked', 'valid', 'no-status']],
    ] as const) {
      const share = await examineShareOf(presentation(undefined, credentials), { answers, ownList });
      expect([credentialsIn(share).map(({ headline }) => headline), share.class]).toEqual([expected, 'invalid']);
    }
    expect((await examineShareOf(presentation(undefined, [without, fine]), { answers, ownList })).parts.map((part) => part.class)).toEqual(['valid', 'valid']);
  });
  test('B64 nothing is asked for a credential whose signature does not fit', async () => {
    const signed = await withStatus(issuer, bitstringEntry());
    const altered = { ...signed, name: 'Professor' };
    const seen = await examineCredentialOf(altered);
    expect({ headline: seen.headline, wants: seen.wants, status: statusOf(seen) }).toMatchObject({ headline: 'altered', wants: [], status: { state: 'unknown', reason: 'not-asked' } });
    expect((await examineCredentialOf(signed)).wants).toHaveLength(1);
  });
  test.each(['http://brightwater.example/status/3', 'https://localhost/status/3', 'https://10.0.0.1/3', 'ipfs://x', '', 7])('a list at %j is not asked for', async (statusListCredential) => {
    const seen = await examineKnown(await withStatus(issuer, bitstringEntry({ statusListCredential })));
    expect({ headline: seen.headline, wants: seen.wants, ...statusOf(seen) }).toMatchObject({ headline: 'not-checked', wants: [], reason: 'malformed-status' });
  });
});

describe('lists that came as a file', () => {
  test('a signed list is as old as it says, wherever it lay since', async () => {
    const seen = await examineKnown(await withStatus(issuer, bitstringEntry()), { answers: [answered(await bitstringList(issuer, []), { basis: 'file' })] });
    expect(seen.headline).toBe('valid-earlier');
    expect(seen.checks.find(({ id }) => id === 'status')).toMatchObject({ basis: 'file', at: Date.UTC(2026, 10, 1) });
  });
});
