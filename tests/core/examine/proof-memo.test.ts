import { afterEach, describe, expect, test, vi } from 'vitest';
import { bundledTools } from '../../../src/core/examine/examine-tools.ts';
import { createProofMemo } from '../../../src/core/examine/proof-memo.ts';
import type { ExaminationContext, ExaminedCredential } from '../../../src/core/model/examination.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import type { ProofFinding, SignatureMemo } from '../../../src/core/model/proof.ts';
import { examineBytes } from '../../support/examining.ts';
import { cast, fullBadge, plain, signJcs, signRaw, signRdfc } from '../../support/signing.ts';
import type { Document } from '../../support/signing.ts';
import { answered, bitstringEntry, bitstringList, listAddress } from '../../support/status-lists.ts';

const { issuer, other } = await cast();
const did = 'did:web:uni.example';
const method = `${did}#key-0`;
const address = 'https://uni.example/.well-known/did.json';
const verifying = vi.spyOn(crypto.subtle, 'verify');
afterEach(() => verifying.mockClear());

/** Examines with a memory and says how many signatures were computed. */
async function look(content: unknown, memo: SignatureMemo, context: Partial<ExaminationContext> = {}): Promise<{ seen: ExaminedCredential; computed: number }> {
  verifying.mockClear();
  const seen = await examineBytes(typeof content === 'string' ? content : JSON.stringify(content), context, { ...bundledTools, memo });
  if (seen.kind !== 'credential') throw new Error(`Not a credential but ${seen.kind}`);
  return { seen, computed: verifying.mock.calls.length };
}

function documentWith(changes: Document = {}, key = issuer): Document {
  const own = { id: method, type: 'Multikey', controller: did, publicKeyMultibase: key.multikey.publicKeyMultibase, ...changes };
  return { id: did, verificationMethod: [own], assertionMethod: [method] };
}

describe('verified once, judged anew', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['eddsa-rdfc-2022', async () => signRdfc(plain(issuer.did), issuer)],
    ['eddsa-jcs-2022', async () => signJcs(plain(issuer.did), issuer)],
    ['a token', async () => signRaw({ alg: 'EdDSA', typ: 'vc+jwt', kid: issuer.verificationMethod }, fullBadge(issuer.did), issuer)],
  ])('%s: the second look computes nothing and says the same', async (_name, make) => {
    const [content, memo] = [await make(), createProofMemo()];
    const [first, second] = [await look(content, memo), await look(content, memo)];
    expect([first.computed, second.computed]).toEqual([1, 0]);
    expect(second.seen).toEqual(first.seen);
    expect(first.seen.headline).toBe('unknown-issuer');
  });
  test('an own list, a date and a status that changed change the verdict, and no signature of the credential is computed for it', async () => {
    const [memo, signed] = [createProofMemo(), await signJcs({ ...plain(issuer.did), validUntil: '2027-01-01T00:00:00Z', credentialStatus: bitstringEntry() }, issuer)];
    const fine = answered(await bitstringList(issuer, []));
    const first = await look(signed, memo, { answers: [fine] });
    const ownList = [{ id: '1', keyThumbprint: first.seen.signer?.keyThumbprint ?? '', issuerId: issuer.did, name: 'Evening school', since: toInstant(0) }];
    const steps = [
      await look(signed, memo, { answers: [fine], ownList }),
      await look(signed, memo, { answers: [{ ...fine, basis: 'cached' }], ownList }),
      await look(signed, memo, { ownList }),
      await look(signed, memo, { answers: [fine], ownList, now: toInstant(Date.UTC(2027, 1, 1)) }),
    ];
    expect([first, ...steps].map(({ seen }) => seen.headline)).toEqual(['unknown-issuer', 'valid', 'valid-earlier', 'not-checked', 'expired']);
    expect([first, ...steps].map(({ computed }) => computed)).toEqual([2, 0, 0, 0, 0]);
    // A list that is new has a signature of its own.
    const revoked = await look(signed, memo, { answers: [answered(await bitstringList(issuer, [5]))], ownList });
    expect([revoked.seen.headline, revoked.computed]).toEqual(['revoked', 1]);
    expect(first.seen.wants).not.toContainEqual({ url: listAddress, purpose: 'status-list' });
  });
  test('a key document that changed changes the verdict: revoked, other uses, another key', async () => {
    const [memo, signed] = [createProofMemo(), await signJcs(plain(did), issuer, { verificationMethod: method })];
    const lookBy = async (document: Document): Promise<{ headline: string; computed: number }> => {
      const { seen, computed } = await look(signed, memo, { answers: [answered(document, { url: address })] });
      return { headline: seen.headline, computed };
    };
    expect(await lookBy(documentWith())).toEqual({ headline: 'unknown-issuer', computed: 1 });
    expect(await lookBy(documentWith({ revoked: '2026-01-01T00:00:00Z' }))).toEqual({ headline: 'altered', computed: 0 });
    expect(await lookBy({ ...documentWith(), assertionMethod: [] })).toEqual({ headline: 'altered', computed: 0 });
    expect(await lookBy({ ...documentWith(), verificationMethod: [] })).toEqual({ headline: 'not-checked', computed: 0 });
    expect(await lookBy(documentWith({}, other))).toEqual({ headline: 'altered', computed: 1 });
    expect(await lookBy(documentWith())).toEqual({ headline: 'unknown-issuer', computed: 0 });
  });
});

describe('a memory never turns a fail into a pass', () => {
  test('one letter changed, another key or another signature is judged anew, and fails again from memory', async () => {
    const [memo, signed] = [createProofMemo(), await signRdfc(plain(issuer.did), issuer)];
    expect((await look(signed, memo)).seen.headline).toBe('unknown-issuer');
    const proof = signed['proof'] as Document;
    const foreign = (await signRdfc({ ...plain(issuer.did), name: 'Other' }, issuer))['proof'] as Document;
    for (const altered of [{ ...signed, name: 'Professor' }, { ...signed, proof: { ...proof, created: '2026-06-15T12:00:00Z' } }, { ...signed, proof: { ...proof, proofValue: foreign['proofValue'] } }]) {
      const [first, second] = [await look(altered, memo), await look(altered, memo)];
      expect([first.seen.headline, first.computed, second.seen.headline, second.computed]).toEqual(['altered', 1, 'altered', 0]);
    }
    expect((await look(signed, memo)).seen.headline).toBe('unknown-issuer');
  });
  test('two tokens with one signature between them are two', async () => {
    const memo = createProofMemo();
    const token = await signRaw({ alg: 'EdDSA', typ: 'vc+jwt', kid: issuer.verificationMethod }, fullBadge(issuer.did), issuer);
    const [header, , signature] = token.split('.');
    const payload = Buffer.from(JSON.stringify({ ...fullBadge(issuer.did), name: 'Professor' })).toString('base64url');
    expect((await look(token, memo)).seen.headline).toBe('unknown-issuer');
    expect((await look([header, payload, signature].join('.'), memo)).seen.headline).toBe('altered');
  });
  test('one token with two signatures is two: the one that fits passes for no other', async () => {
    const claims = fullBadge(issuer.did);
    const [token, foreign] = await Promise.all([claims, { ...claims, name: 'Other' }].map((content) => signRaw({ alg: 'EdDSA', typ: 'vc+jwt', kid: issuer.verificationMethod }, content, issuer)));
    const changed = `${token?.slice(0, token.lastIndexOf('.'))}${foreign?.slice(foreign.lastIndexOf('.'))}`;
    for (const order of [[token, changed], [changed, token]]) {
      const memo = createProofMemo();
      for (const text of order) expect((await look(text, memo)).seen.headline).toBe(text === token ? 'unknown-issuer' : 'altered');
    }
  });
  test('of two proofs by one key each is judged: one that fits passes for no other', async () => {
    const claims = plain(issuer.did);
    const { proof } = await signJcs(claims, issuer);
    const { proof: later } = await signJcs(claims, issuer, { created: '2026-06-15T12:00:00Z' });
    const { proof: foreign } = await signJcs({ ...claims, name: 'Other' }, issuer, { created: '2026-06-15T12:00:00Z' });
    expect((await look({ ...claims, proof: [proof, later] }, createProofMemo())).seen.headline).toBe('unknown-issuer');
    for (const set of [[proof, foreign], [foreign, proof]]) expect((await look({ ...claims, proof: set }, createProofMemo())).seen.headline).toBe('altered');
  });
  test.each<[string, ProofFinding]>([
    ['could not be told', { state: 'unknown', reason: 'unknown-context', facts: {} }],
    ['ran out of time', { state: 'unknown', reason: 'timed-out', facts: {} }],
    ['threw in a suite', { state: 'unknown', reason: 'threw', facts: {} }],
    ['has no form', { state: 'failed', reason: 'malformed-proof', facts: { field: 'proofValue' } }],
    ['is by another', { state: 'failed', reason: 'wrong-signer', facts: {} }],
    ['passes with a condition', { state: 'passed', reason: 'signature-fits', facts: { base: true } }],
    ['passes for another reason', { state: 'passed', reason: 'within', facts: {} }],
  ])('what %s is never remembered', async (_name, finding) => {
    const memo = createProofMemo();
    const judge = vi.fn<() => Promise<ProofFinding>>(async () => finding);
    for (let time = 0; time < 2; time += 1) expect(await memo.once('content', judge)).toEqual(finding);
    expect(judge).toHaveBeenCalledTimes(2);
  });
  test('what was settled first stays, whatever is said later; a throw settles nothing', async () => {
    const memo = createProofMemo();
    const failed: ProofFinding = { state: 'failed', reason: 'changed', facts: {} };
    const passed: ProofFinding = { state: 'passed', reason: 'signature-fits', facts: {} };
    await expect(memo.once('a', async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await memo.once('a', async () => failed)).toEqual(failed);
    expect(await memo.once('a', async () => passed)).toEqual(failed);
  });
  test.each([
    ['first', ['failed', 'passed']],
    ['last', ['passed', 'failed']],
  ])('of two that are under way at once each is told what it found, and the refusal stays, come %s', async (_place, order) => {
    const memo = createProofMemo();
    const failed: ProofFinding = { state: 'failed', reason: 'changed', facts: {} };
    const passed: ProofFinding = { state: 'passed', reason: 'signature-fits', facts: {} };
    const ends = new Map<string, () => void>();
    // Each judges until both are asked, then one after the other ends.
    const told = [failed, passed].map((finding) => memo.once('b', () => new Promise<ProofFinding>((end) => ends.set(finding.state, () => end(finding)))));
    await vi.waitFor(() => expect(ends.size).toBe(2));
    for (const state of order) {
      ends.get(state)?.();
      await told[state === 'failed' ? 0 : 1];
    }
    expect(await Promise.all(told)).toEqual([failed, passed]);
    expect(await memo.once('b', async () => passed)).toEqual(failed);
  });
  test('it is bounded: the oldest is forgotten and judged again', async () => {
    const memo = createProofMemo(2);
    const judge = vi.fn<() => Promise<ProofFinding>>(async (): Promise<ProofFinding> => ({ state: 'passed', reason: 'signature-fits', facts: {} }));
    for (const content of ['a', 'b', 'c', 'a']) await memo.once(content, judge);
    expect(judge).toHaveBeenCalledTimes(4);
    await memo.once('c', judge);
    expect(judge).toHaveBeenCalledTimes(4);
  });
});
