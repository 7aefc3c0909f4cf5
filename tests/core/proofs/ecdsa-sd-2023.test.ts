import { decode, encode } from 'cborg';
import { describe, expect, test } from 'vitest';
import { resolveKey } from '../../../src/core/dids/registry.ts';
import { parseInstant, toInstant } from '../../../src/core/model/instant.ts';
import type { JsonObject, JsonValue } from '../../../src/core/model/json.ts';
import type { ProofOutcome } from '../../../src/core/model/proof.ts';
import { verifyProof } from '../../../src/core/proofs/registry.ts';
import { generatePeerCurveKey } from '../../support/peer.ts';
import { deriveByPeer, isDerivedVerifiedByPeer, issueSelective, signSelective } from '../../support/peer-selective.ts';
import { sampleBadge } from '../../support/sample-badge.ts';
import { createCurveKey } from '../../support/sign-proof.ts';

const now = parseInstant('2025-07-01T00:00:00Z') ?? toInstant(0);

async function judge(document: JsonObject, controller?: string): Promise<ProofOutcome> {
  return verifyProof({ secured: { form: 'data-integrity', document, proof: document['proof'] ?? null }, controller, purpose: 'assertionMethod', resolveKey, now });
}
const summary = ({ state, reason, facts }: ProofOutcome): string => [state, reason, facts['field'] ?? (facts['copy'] === 'base' ? 'base' : undefined), facts['why']].filter((part) => part !== undefined).join(' ');
const summaryOf = async (document: JsonObject): Promise<string> => summary(await judge(document));

/** A badge without the ordered list that the second implementation cannot sign. */
function withoutLists(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(withoutLists);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'allowedValue').map(([key, member]) => [key, withoutLists(member as JsonValue)]));
}

const peer = await generatePeerCurveKey('P-256');
const key = createCurveKey('P-256');
const badge = withoutLists(sampleBadge(peer.controller) as JsonObject) as JsonObject;
const whole = sampleBadge(key.did) as JsonObject;
const mandatory = ['/issuer', '/validFrom', '/credentialSubject/achievement/name'];
const selective = ['/credentialSubject/achievement/criteria', '/credentialSubject/result', '/credentialSubject/achievement/alignment/1'];
const base = await issueSelective(badge, peer, mandatory);
const derived = await deriveByPeer(base, peer, selective);

type Parts = unknown[];
function partsOf(document: JsonObject): Parts {
  const { proofValue } = document['proof'] as JsonObject;
  return decode(Buffer.from(String(proofValue).slice(1), 'base64url').subarray(3), { useMaps: true }) as Parts;
}
function withParts(document: JsonObject, parts: Parts, mode = document === base ? 0 : 1): JsonObject {
  const bytes = Buffer.concat([Buffer.from([0xd9, 0x5d, mode]), encode(parts)]);
  return { ...document, proof: { ...(document['proof'] as JsonObject), proofValue: `u${bytes.toString('base64url')}` } };
}

describe('ecdsa-sd-2023: what a holder shows', () => {
  test('each verifies what the other implementation made', async () => {
    expect(derived['credentialSubject']).not.toHaveProperty('creditsEarned');
    expect(await judge(derived, peer.controller)).toMatchObject({ state: 'passed', suite: 'ecdsa-sd-2023', signature: { facts: { copy: 'derived' } }, signer: { controller: peer.controller } });
    expect(await isDerivedVerifiedByPeer(derived, peer)).toBe(true);
    expect(await summaryOf(await deriveByPeer(base, peer, []))).toBe('passed signature-fits');
    expect(await summaryOf(await deriveByPeer(base, peer, ['']))).toBe('passed signature-fits');
  });
  test('changed, added or left out against the issuer: found by both', async () => {
    const subject = derived['credentialSubject'] as JsonObject;
    const achievement = subject['achievement'] as JsonObject;
    for (const changed of [
      { ...derived, validFrom: '2024-06-01T00:00:00Z' },
      { ...derived, awardedDate: '2025-05-28T12:00:00Z' },
      { ...derived, credentialSubject: { ...subject, achievement: { ...achievement, name: 'Another' } } },
      { ...derived, credentialSubject: { ...subject, achievement: { ...achievement, alignment: [] } } },
      { ...derived, credentialSubject: { ...subject, id: 'did:example:thief' } },
      { ...derived, proof: { ...(derived['proof'] as JsonObject), created: '2025-06-02T00:00:00Z' } },
    ]) {
      expect((await judge(changed)).state).toBe('failed');
      expect(await isDerivedVerifiedByPeer(changed, peer)).toBe(false);
    }
  });
  test('B33 a derived proof by another issuer is the wrong signer', async () => {
    expect(await judge(derived, key.did)).toMatchObject({ state: 'failed', reason: 'wrong-signer', signature: { state: 'passed' } });
  });
  test('B35 B36 purpose and dates are those of any proof', async () => {
    const proof = derived['proof'] as JsonObject;
    expect(await summaryOf({ ...derived, proof: { ...proof, proofPurpose: 'authentication' } })).toBe('failed malformed-proof proofPurpose');
    expect(await summaryOf({ ...derived, proof: { ...proof, expires: 'never' } })).toBe('failed malformed-proof expires');
  });
});

describe('B42 values of derived proofs that no holder makes', () => {
  const malformed = 'failed malformed-proof proofValue';
  test.each<[string, (parts: Parts) => Parts]>([
    ['a part too few', (parts) => parts.slice(0, 4)],
    ['a part too many', (parts) => [...parts, 0]],
    ['a signature too short', ([first, ...rest]) => [(first as Uint8Array).slice(1), ...rest]],
    ['a key of another kind', ([a, b, ...rest]) => [a, new Uint8Array([0x81, 0x24, ...(b as Uint8Array).slice(2)]), ...rest]],
    ['a key that is no point', ([a, b, ...rest]) => [a, (b as Uint8Array).map((byte, index) => (index === 2 ? 9 : byte)), ...rest]],
    ['an index twice', ([a, b, c, d, e]) => [a, b, c, d, [...(e as number[]), (e as number[])[0]]]],
    ['an index of no statement', ([a, b, c, d, e]) => [a, b, c, d, [...(e as number[]), 10_000]]],
    ['a label left out', ([a, b, c, d, e]) => [a, b, c, new Map([...(d as Map<number, Uint8Array>)].slice(1)), e]],
    ['a label for nothing', ([a, b, c, d, e]) => [a, b, c, new Map([...(d as Map<number, Uint8Array>), [999, new Uint8Array(32)]]), e]],
    ['a label too short', ([a, b, c, d, e]) => [a, b, c, new Map([...(d as Map<number, Uint8Array>)].map(([number, label]) => [number, label.slice(1)])), e]],
    ['one label for two things', ([a, b, c, d, e]) => [a, b, c, new Map([...(d as Map<number, Uint8Array>)].map(([number]) => [number, [...(d as Map<number, Uint8Array>).values()][0]])), e]],
  ])('%s', async (_name, change) => {
    expect(await summaryOf(withParts(derived, change(partsOf(derived))))).toBe(malformed);
    expect(await summaryOf(withParts(derived, partsOf(derived)))).toBe('passed signature-fits');
  });
  test('signatures left out, doubled, exchanged', async () => {
    const [a, b, c, d, e] = partsOf(derived);
    const signatures = c as Uint8Array[];
    expect(await summaryOf(withParts(derived, [a, b, signatures.slice(1), d, e]))).toBe('failed changed signatures');
    expect(await summaryOf(withParts(derived, [a, b, [...signatures, signatures[0]], d, e]))).toBe('failed changed signatures');
    expect(await summaryOf(withParts(derived, [a, b, [...signatures].reverse(), d, e]))).toBe('failed changed');
    expect(await summaryOf(withParts(derived, [a, b, [new Uint8Array(64), ...signatures.slice(1)], d, e]))).toBe(malformed);
  });
  test('a statement that the issuer made mandatory is not passed off as a free one, nor the other way round', async () => {
    const [a, b, c, d, e] = partsOf(derived);
    expect((await judge(withParts(derived, [a, b, c, d, (e as number[]).slice(1)]))).state).toBe('failed');
    expect((await judge(withParts(derived, [a, b, (c as Uint8Array[]).slice(1), d, [...new Set([...(e as number[]), 2])]]))).state).toBe('failed');
  });
  test('another base, form or encoding', async () => {
    const proof = derived['proof'] as JsonObject;
    const text = String(proof['proofValue']);
    const bytes = Buffer.from(text.slice(1), 'base64url');
    const of = (value: Buffer): string => `u${value.toString('base64url')}`;
    const wrong = [text.slice(1), `z${text.slice(1)}`, `${text}=`, `${text} `, of(Buffer.concat([bytes, Buffer.of(0)])), of(bytes.subarray(0, -1)), of(Buffer.concat([Buffer.of(0xd9, 0x5d, 2), bytes.subarray(3)])), 'u', ''];
    for (const proofValue of wrong) expect([proofValue.slice(-20), await summaryOf({ ...derived, proof: { ...proof, proofValue } })]).toEqual([proofValue.slice(-20), malformed]);
  });
});

describe('ecdsa-sd-2023: the holder\'s own copy', () => {
  test('with all its signatures it is verified as a whole, and says that it is the copy', async () => {
    expect(await judge(base, peer.controller)).toMatchObject({ state: 'passed', signature: { facts: { copy: 'base' } } });
    expect(await isDerivedVerifiedByPeer(base, peer)).toBe(false);
  });
  test.each<[string, readonly string[]]>([
    ['nothing mandatory', []],
    ['everything mandatory', ['']],
    ['places in lists and inside', ['/issuer', '/type', '/credentialSubject/achievement/alignment/0/targetName', '/credentialSubject/achievement/alignment/2']],
  ])('%s', async (_name, pointers) => {
    const signed = await issueSelective(badge, peer, pointers);
    expect(await summaryOf(signed)).toBe('passed signature-fits base');
    expect(await summaryOf({ ...signed, awardedDate: '2025-05-27T12:00:00Z' })).toBe('failed changed');
  });
  test('an ordered list in it, whole or mandatory (the badge of a university has one)', async () => {
    for (const pointers of [mandatory, ['/issuer', '/credentialSubject/achievement/resultDescription']]) {
      const signed = await signSelective(whole, key, pointers);
      expect(JSON.stringify(signed)).toContain('allowedValue');
      expect(await judge(signed, key.did)).toMatchObject({ state: 'passed' });
      const reordered = JSON.parse(JSON.stringify(signed).replace('"A","B"', '"B","A"')) as JsonObject;
      expect(await summaryOf(reordered)).toBe('failed changed');
    }
  });
  test('some ordered lists mandatory and others not: whole and part number them differently, could not check', async () => {
    const subject = whole['credentialSubject'] as JsonObject;
    const achievement = subject['achievement'] as JsonObject;
    const grades = { type: ['ResultDescription'], name: 'Talk', resultType: 'LetterGrade', allowedValue: ['A', 'B'] };
    const two = { ...whole, credentialSubject: { ...subject, achievement: { ...achievement, resultDescription: [grades, ...(achievement['resultDescription'] as JsonValue[])] } } };
    expect(await summaryOf(await signSelective(two, key, ['/credentialSubject/achievement/resultDescription/2']))).toMatch(/^unknown base-proof/);
    expect(await summaryOf(await signSelective(two, key, ['/credentialSubject/achievement/resultDescription']))).toBe('passed signature-fits base');
    expect(await summaryOf(await signSelective(two, key, ['/issuer']))).toBe('passed signature-fits base');
  });
  test('changed claims, options and values are found', async () => {
    expect(await summaryOf({ ...base, name: 'Another name' })).toBe('failed changed');
    expect(await summaryOf({ ...base, proof: { ...(base['proof'] as JsonObject), created: '2025-06-02T00:00:00Z' } })).toBe('failed changed');
    const [a, b, c, d, e] = partsOf(base);
    expect((await judge(withParts(base, [a, b, new Uint8Array(32), d, e]))).state).toBe('failed');
    expect((await judge(withParts(base, [a, b, c, d, ['/issuer']]))).state).toBe('failed');
    expect(await summaryOf(withParts(base, [a, b, c, d, [...(e as string[]), '/nothing/here']]))).toBe('failed malformed-proof proofValue pointer');
    expect(await summaryOf(withParts(base, [a, b, c, d, ['issuer']]))).toBe('failed malformed-proof proofValue pointer');
    expect(await summaryOf(withParts(base, [a, b, c, d, [5]]))).toBe('failed malformed-proof proofValue');
    expect(await summaryOf(withParts(base, [a, b, (c as Uint8Array).slice(1), d, e]))).toBe('failed malformed-proof proofValue');
  });
  test('a statement taken out of the copy is not the copy any more', async () => {
    const { awardedDate: _gone, ...less } = base;
    expect(await summaryOf(less)).toBe('failed changed signatures');
  });
  test('a form in which whole and part cannot be told apart could not be checked', async () => {
    const inner = { '@context': badge['@context'] ?? null, type: ['VerifiableCredential'], issuer: 'did:example:a', credentialSubject: { id: 'did:example:b' } };
    const claims = { ...badge, endorsement: [inner] };
    expect(await summaryOf({ ...claims, proof: base['proof'] ?? null })).toBe('unknown base-proof form');
  });
  test('B40 a proof that builds on another one is not known in this suite', async () => {
    const proof = base['proof'] as JsonObject;
    const document = { ...base, proof: [{ ...proof, id: 'urn:uuid:1' }, { ...proof, previousProof: 'urn:uuid:1' }] };
    const outcome = await verifyProof({ secured: { form: 'data-integrity', document, proof: document.proof[1] ?? null }, controller: undefined, purpose: 'assertionMethod', resolveKey, now });
    expect(outcome).toMatchObject({ state: 'unknown', reason: 'unknown-suite' });
  });
  test('a copy with a value that is JSON by itself cannot be named node by node: could not be checked, and is called neither changed nor fine', async () => {
    const literal = { ...badge, credentialSchema: { id: 'https://brightwater.example/schema', type: 'JsonSchema', jsonSchema: { type: 'object', properties: { name: { type: 'string' } } } } };
    expect(await summaryOf(await issueSelective(literal, peer, mandatory))).toBe('unknown base-proof form');
    expect(await summaryOf(await issueSelective(badge, peer, mandatory))).toBe('passed signature-fits base');
  });
});
