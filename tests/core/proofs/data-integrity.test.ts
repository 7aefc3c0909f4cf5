import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { base58, base64urlnopad } from '@scure/base';
import { describe, expect, test } from 'vitest';
import { resolveKey } from '../../../src/core/dids/registry.ts';
import { parseInstant, toInstant } from '../../../src/core/model/instant.ts';
import type { JsonObject, JsonValue } from '../../../src/core/model/json.ts';
import { isJsonObject } from '../../../src/core/model/json.ts';
import type { ProofOrder, ProofOutcome } from '../../../src/core/model/proof.ts';
import type { ResolveKey } from '../../../src/core/model/public-key.ts';
import { verifyProof } from '../../../src/core/proofs/registry.ts';
import { sampleBadge } from '../../support/sample-badge.ts';
import type { SigningChoices } from '../../support/sign-proof.ts';
import type { TestKey } from '../../support/sign-proof.ts';
import { createCurveKey, createTestKey, signDocument } from '../../support/sign-proof.ts';

const key = createTestKey();
const other = createTestKey();
const now = parseInstant('2025-07-01T00:00:00Z') ?? toInstant(0);
const badge = sampleBadge(key.did) as JsonObject;
type Suite = NonNullable<SigningChoices['suite']>;
const curveKeys = { 'P-256': [createCurveKey('P-256'), createCurveKey('P-256')], 'P-384': [createCurveKey('P-384'), createCurveKey('P-384')] } as const;
const suites: readonly (readonly [Suite, string, TestKey, TestKey])[] = [
  ['eddsa-rdfc-2022', 'Ed25519', key, other],
  ['eddsa-jcs-2022', 'Ed25519', key, other],
  ['Ed25519Signature2020', 'Ed25519', key, other],
  ['Ed25519Signature2018', 'Ed25519', key, other],
  ['ecdsa-rdfc-2019', 'P-256', ...curveKeys['P-256']],
  ['ecdsa-rdfc-2019', 'P-384', ...curveKeys['P-384']],
  ['ecdsa-jcs-2019', 'P-256', ...curveKeys['P-256']],
  ['ecdsa-jcs-2019', 'P-384', ...curveKeys['P-384']],
];

const suiteContexts: Readonly<Record<string, string>> = {
  Ed25519Signature2020: 'https://w3id.org/security/suites/ed25519-2020/v1',
  Ed25519Signature2018: 'https://w3id.org/security/suites/ed25519-2018/v1',
};

function badgeFor(suite: Suite, issuer: TestKey = key): JsonObject {
  const claims = sampleBadge(issuer.did) as JsonObject;
  const added = suiteContexts[suite];
  return added === undefined ? claims : { ...claims, '@context': [...(claims['@context'] as string[]), added] };
}

async function judge(document: JsonObject, changes: Partial<ProofOrder> & { readonly proof?: JsonValue } = {}): Promise<ProofOutcome> {
  const { proof = document['proof'] ?? null, ...rest } = changes;
  return verifyProof({ secured: { form: 'data-integrity', document, proof }, controller: key.did, purpose: 'assertionMethod', resolveKey, now, ...rest });
}

const summary = ({ state, reason, facts }: ProofOutcome): string => [state, reason, facts['field'] ?? facts['why'] ?? facts['suite']].filter((part) => part !== undefined).join(' ');

/** Signs with these choices and tells how the result is judged. */
async function signAndJudge(choices: SigningChoices, changes: Parameters<typeof judge>[1] = {}, document = badgeFor(choices.suite ?? 'eddsa-rdfc-2022')): Promise<string> {
  return summary(await judge(await signDocument(document, key, choices), changes));
}

describe.each(suites)('%s with %s', (suite, _type, by, stranger) => {
  const claims = badgeFor(suite, by);
  const judgeBy = (document: JsonObject, changes: Parameters<typeof judge>[1] = {}): Promise<ProofOutcome> => judge(document, { controller: by.did, ...changes });
  const signAndJudgeBy = async (choices: SigningChoices, changes: Parameters<typeof judge>[1] = {}): Promise<string> =>
    summary(await judgeBy(await signDocument(claims, by, { suite, ...choices }), changes));
  test('a proof that fits passes and names its signer', async () => {
    const outcome = await judgeBy(await signDocument(claims, by, { suite }));
    expect(outcome).toMatchObject({
      state: 'passed', reason: 'signature-fits', suite,
      signature: { state: 'passed' }, binding: { state: 'passed' }, period: { state: 'passed', reason: 'within' },
      signer: { verificationMethod: by.method, controller: by.did, source: 'resolved' },
      created: parseInstant('2025-06-01T00:00:00Z'),
    });
  });
  test('any changed claim, however deep, is found', async () => {
    const signed = await signDocument(claims, by, { suite });
    const subject = signed['credentialSubject'] as JsonObject;
    for (const changed of [
      { ...signed, name: 'Another name' },
      { ...signed, validUntil: '2030-01-01T00:00:00Z' },
      { ...signed, issuer: { ...(signed['issuer'] as JsonObject), name: 'Other University' } },
      { ...signed, credentialSubject: { ...subject, id: 'did:example:thief' } },
      { ...signed, credentialSubject: { ...subject, creditsEarned: 6 } },
      { ...signed, credentialSubject: { ...subject, result: [] } },
    ]) expect(summary(await judgeBy(changed))).toBe('failed changed');
  });
  test('any changed option of the proof is found', async () => {
    const signed = await signDocument(claims, by, { suite, proof: { challenge: 'abc', domain: 'example.org', nonce: 'n' } });
    const proof = signed['proof'] as JsonObject;
    for (const changed of [{ ...proof, created: '2025-06-02T00:00:00Z' }, { ...proof, challenge: 'abd' }, { ...proof, domain: 'example.com' }, { ...proof, nonce: 'm' }]) {
      expect(summary(await judgeBy({ ...signed, proof: changed }))).toBe('failed changed');
    }
    expect(await judgeBy(signed)).toMatchObject({ state: 'passed', challenge: 'abc', domain: ['example.org'] });
  });
  test('B33 a key of another DID is the wrong signer, although the signature fits', async () => {
    const byOther = await signDocument(claims, stranger, { suite });
    expect(await judgeBy(byOther)).toMatchObject({ state: 'failed', reason: 'wrong-signer', signature: { state: 'passed' }, binding: { state: 'failed' } });
    expect(await judgeBy(byOther, { controller: stranger.did })).toMatchObject({ state: 'passed' });
  });
  test('B35 a proof for another purpose is refused', async () => {
    expect(await signAndJudgeBy({ suite, proof: { proofPurpose: 'authentication' } })).toBe('failed malformed-proof proofPurpose');
    expect(await signAndJudgeBy({ suite }, { purpose: 'authentication' })).toBe('failed malformed-proof proofPurpose');
    for (const proofPurpose of [undefined, ['assertionMethod'], 5]) {
      const signed = await signDocument(claims, by, { suite });
      const { proofPurpose: _left, ...proof } = signed['proof'] as JsonObject;
      expect(summary(await judgeBy({ ...signed, proof: { ...proof, ...(proofPurpose !== undefined && { proofPurpose }) } }))).toBe('failed malformed-proof proofPurpose');
    }
    expect(await signAndJudgeBy({ suite, proof: { proofPurpose: 'authentication' } }, { purpose: 'authentication' })).toBe('passed signature-fits');
  });
});

describe('B33 who may sign', () => {
  const sign = async (issuer: string): Promise<JsonObject> => signDocument(sampleBadge(issuer) as JsonObject, key);
  test('an issuer known by an https address or a URN is not bound to a DID: could not check', async () => {
    for (const issuer of ['https://university.example/issuer', 'urn:uuid:3c9b6f1e-2b6b-4d53-8b51-6a0b0e6f8e11']) {
      expect(await judge(await sign(issuer), { controller: issuer })).toMatchObject({ state: 'unknown', reason: 'issuer-not-bound', signature: { state: 'passed' } });
    }
  });
  test('a changed claim is said before an issuer that is not bound', async () => {
    const issuer = 'https://university.example/issuer';
    expect(summary(await judge({ ...(await sign(issuer)), name: 'x' }, { controller: issuer }))).toBe('failed changed');
  });
  test('a key under the https address of the issuer counts only where its document names the issuer', async () => {
    const issuer = 'https://university.example/issuer';
    const method = `${issuer}#key-1`;
    const own = await resolveKey(key.method);
    if (own.outcome !== 'key') throw new Error('no key');
    const signed = await signDocument(sampleBadge(issuer) as JsonObject, { ...key, method });
    const known = (controller: string): ResolveKey => async () => ({ outcome: 'key', key: { ...own.key, id: method, controller } });
    expect(await judge(signed, { controller: issuer, resolveKey: known(issuer) })).toMatchObject({ state: 'passed' });
    expect(await judge(signed, { controller: issuer, resolveKey: known('https://thief.example/') })).toMatchObject({ state: 'unknown', reason: 'issuer-not-bound' });
    expect(await judge(signed, { controller: 'https://university.example/iss', resolveKey: known('https://university.example/iss') })).toMatchObject({ state: 'unknown' });
    expect(await judge(signed, { controller: issuer })).toMatchObject({ state: 'unknown', reason: 'key-not-here' });
  });
  test('a document that gives its key another controller makes it the wrong signer', async () => {
    const own = await resolveKey(key.method);
    if (own.outcome !== 'key') throw new Error('no key');
    const foreign: ResolveKey = async () => ({ outcome: 'key', key: { ...own.key, controller: other.did } });
    expect(await judge(await signDocument(badge, key), { resolveKey: foreign })).toMatchObject({ state: 'failed', reason: 'wrong-signer' });
  });
  test('a bare did:key means its one method; a method that the document lacks is not here', async () => {
    expect(await signAndJudge({ proof: { verificationMethod: key.did } })).toBe('passed signature-fits');
    expect(await signAndJudge({ proof: { verificationMethod: `${key.did}#key-1` } })).toBe('unknown key-not-here');
  });
  test('a resolver that gives another method of the same controller has not found the one that is named', async () => {
    const own = await resolveKey(key.method);
    if (own.outcome !== 'key') throw new Error('no key');
    const sibling: ResolveKey = async () => ({ outcome: 'key', key: { ...own.key, id: `${key.did}#another` } });
    expect(summary(await judge(await signDocument(badge, key), { resolveKey: sibling }))).toBe('unknown key-not-here');
    expect(summary(await judge(await signDocument(badge, key), { resolveKey: async () => own }))).toBe('passed signature-fits');
  });
  test('where nobody is named, nobody is spoken for', async () => {
    expect(await judge(await signDocument(badge, key), { controller: undefined })).toMatchObject({ state: 'passed', binding: { state: 'not-applicable', reason: 'issuer-not-bound' } });
  });
});

describe('B34 a key that may not do this', () => {
  const withKey = async (change: object): Promise<string> => {
    const own = await resolveKey(key.method);
    if (own.outcome !== 'key') throw new Error('no key');
    return summary(await judge(await signDocument(badge, key), { resolveKey: async () => ({ outcome: 'key', key: { ...own.key, ...change } }) }));
  };
  test('is refused', async () => {
    expect(await withKey({ relationships: ['authentication'] })).toBe('failed wrong-signer relationship');
    expect(await withKey({ relationships: [] })).toBe('failed wrong-signer relationship');
    expect(await withKey({ revoked: '2025-01-01T00:00:00Z' })).toBe('failed wrong-signer key-revoked');
    expect(await withKey({ expires: '2025-06-30T23:59:59Z' })).toBe('failed wrong-signer key-expired');
    expect(await withKey({ revoked: 'yes' })).toBe('failed wrong-signer key-revoked');
  });
  test('one that may is not', async () => {
    expect(await withKey({ relationships: ['assertionMethod'], expires: '2030-01-01T00:00:00Z', revoked: '2026-01-01T00:00:00Z' })).toBe('passed signature-fits');
  });
});

describe('B36 the dates of a proof', () => {
  test('created in the future, beyond what clocks differ by', async () => {
    expect(await signAndJudge({ proof: { created: '2025-07-01T00:06:00Z' } })).toBe('failed not-yet created');
    expect(await signAndJudge({ proof: { created: '2025-07-01T00:04:00Z' } })).toBe('passed signature-fits');
  });
  test('expired: the signature still fits, the whole does not pass', async () => {
    const expired = await judge(await signDocument(badge, key, { proof: { expires: '2025-06-30T00:00:00Z' } }));
    expect(expired).toMatchObject({ state: 'failed', reason: 'over', signature: { state: 'passed' }, period: { state: 'failed', reason: 'over' } });
    expect(await signAndJudge({ proof: { expires: '2025-08-01T00:00:00Z' } })).toBe('passed signature-fits');
  });
  test.each(['2025-02-30T00:00:00Z', '2025-06-01', '2025-06-01T00:00:00', '2025-06-01T24:00:00Z', '2025-06-01T00:00:60Z', 'yesterday', '', '12', 5, null, ['2025-06-01T00:00:00Z'], {}])('%j is no date', async (date) => {
    const signed = await signDocument(badge, key);
    const proof = signed['proof'] as JsonObject;
    expect(summary(await judge({ ...signed, proof: { ...proof, created: date as JsonValue } }))).toBe('failed malformed-proof created');
    expect(summary(await judge({ ...signed, proof: { ...proof, expires: date as JsonValue } }))).toBe('failed malformed-proof expires');
  });
  test('an end before the beginning', async () => {
    expect(await signAndJudge({ proof: { expires: '2025-05-01T00:00:00Z' } })).toBe('failed malformed-proof expires');
  });
  test('microseconds and zones are read, no dates at all are fine', async () => {
    expect(await signAndJudge({ proof: { created: '2025-06-01T02:00:00.123456+02:00' } })).toBe('passed signature-fits');
    expect(await judge(await signDocument(badge, key, { proof: { created: undefined } }))).toMatchObject({ state: 'passed', period: { reason: 'no-dates' } });
  });
});

describe('B39 a proof that is no proof', () => {
  test.each<[JsonValue]>([[[]], ['z123'], [null], [5], [true]])('%j', async (proof) => {
    expect(summary(await judge({ ...badge, proof }, { proof }))).toBe('failed malformed-proof proof');
  });
  test.each(['verificationMethod', 'proofValue', 'proofPurpose'])('without %s', async (member) => {
    const signed = await signDocument(badge, key);
    const { [member]: _left, ...proof } = signed['proof'] as JsonObject;
    expect(summary(await judge({ ...signed, proof }))).toBe(`failed malformed-proof ${member}`);
    expect(summary(await judge({ ...signed, proof: { ...proof, [member]: { id: key.method } } }))).toBe(`failed malformed-proof ${member}`);
  });
  test('challenge and domain that are no texts', async () => {
    const signed = await signDocument(badge, key);
    const proof = signed['proof'] as JsonObject;
    expect(summary(await judge({ ...signed, proof: { ...proof, challenge: ['a'] } }))).toBe('failed malformed-proof challenge');
    expect(summary(await judge({ ...signed, proof: { ...proof, domain: [1] } }))).toBe('failed malformed-proof domain');
  });
});

describe('B40 suites that we do not know are never skipped and never pass', () => {
  test.each<[string, JsonObject]>([
    ['bbs-2023', { cryptosuite: 'bbs-2023' }],
    ['JsonWebSignature2020', { type: 'JsonWebSignature2020', cryptosuite: null }],
    ['EDDSA-RDFC-2022', { cryptosuite: 'EDDSA-RDFC-2022' }],
    ['eddsa-2022', { cryptosuite: 'eddsa-2022' }],
  ])('%s', async (suite, change) => {
    const signed = await signDocument(badge, key);
    const proof = Object.fromEntries(Object.entries({ ...(signed['proof'] as JsonObject), ...change }).filter(([, value]) => value !== null));
    expect(summary(await judge({ ...signed, proof }))).toBe(`unknown unknown-suite ${suite}`);
  });
  test('a proof with types in a list, or with a suite but of no type', async () => {
    const signed = await signDocument(badge, key);
    const proof = signed['proof'] as JsonObject;
    expect(await judge({ ...signed, proof: { ...proof, type: ['DataIntegrityProof'] } })).toMatchObject({ state: 'unknown', reason: 'unknown-suite' });
    expect(await judge({ ...signed, proof: { cryptosuite: 'eddsa-rdfc-2022' } })).toMatchObject({ state: 'unknown', reason: 'unknown-suite' });
  });
  test('a suite that does not go with the key', async () => {
    const text = `z${base58.encode(new Uint8Array([0x80, 0x24, ...p256.getPublicKey(p256.utils.randomSecretKey(), true)]))}`;
    const did = `did:key:${text}`;
    const signed = await signDocument(sampleBadge(did) as JsonObject, { ...key, did, method: `${did}#${text}` });
    expect(await judge(signed, { controller: did })).toMatchObject({ state: 'unknown', reason: 'unknown-suite', facts: { key: 'P-256' } });
  });
});

describe('B40 a key of a kind that does not go with the suite', () => {
  test.each<[Suite, TestKey]>([
    ['eddsa-rdfc-2022', curveKeys['P-256'][0]],
    ['eddsa-jcs-2022', curveKeys['P-256'][0]],
    ['ecdsa-rdfc-2019', key],
    ['ecdsa-jcs-2019', key],
    ['Ed25519Signature2018', curveKeys['P-256'][0]],
  ])('%s', async (suite, by) => {
    const signed = await signDocument(badgeFor(suite, by), suite === 'Ed25519Signature2018' ? { ...key, did: by.did, method: by.method } : by, { suite });
    expect(await judge(signed, { controller: by.did })).toMatchObject({ state: 'unknown', reason: 'unknown-suite', facts: { suite } });
  });
  test('P-384 hashes with SHA-384: the same signature over SHA-256 does not fit', async () => {
    const [by] = curveKeys['P-384'];
    for (const suite of ['ecdsa-rdfc-2019', 'ecdsa-jcs-2019'] as const) {
      const weaker = await signDocument(badgeFor(suite, by), by, { suite, hash: 'sha256' });
      expect(summary(await judge(weaker, { controller: by.did }))).toBe('failed changed');
    }
  });
});

describe('B42 proof values in another base, length or case', () => {
  test('are refused', async () => {
    const signed = await signDocument(badge, key);
    const proof = signed['proof'] as JsonObject;
    const value = String(proof['proofValue']);
    const bytes = base58.decode(value.slice(1));
    const wrong = [value.slice(1), `Z${value.slice(1)}`, `u${base64urlnopad.encode(bytes)}`, `${value} `, `z1${value.slice(1)}`, `z${base58.encode(bytes.slice(1))}`, 'z', '', `z${base58.encode(new Uint8Array([...bytes, 0]))}`];
    for (const proofValue of wrong) expect([proofValue, summary(await judge({ ...signed, proof: { ...proof, proofValue } }))]).toEqual([proofValue, 'failed malformed-proof proofValue']);
    // In base58 these may still be 64 bytes, of which a signature can be made, but never this one.
    for (const proofValue of [value.toLowerCase(), value.slice(0, -1)]) expect(summary(await judge({ ...signed, proof: { ...proof, proofValue } }))).toMatch(/^failed (changed|malformed-proof proofValue)$/);
    expect(summary(await judge({ ...signed, proof: { ...proof, proofValue: `z${base58.encode(bytes.map((byte, index) => (index === 50 ? byte ^ 1 : byte)))}` } }))).toBe('failed changed');
    expect(summary(await judge(signed))).toBe('passed signature-fits');
  });
  test.each<[string, object]>([
    ['no algorithm', { alg: 'none', b64: false, crit: ['b64'] }],
    ['another algorithm', { alg: 'ES256', b64: false, crit: ['b64'] }],
    ['an encoded payload', { alg: 'EdDSA', b64: true, crit: ['b64'] }],
    ['a header that does not say so', { alg: 'EdDSA' }],
    ['b64 that is not critical', { alg: 'EdDSA', b64: false }],
    ['something else critical', { alg: 'EdDSA', b64: false, crit: ['b64', 'exp'], exp: 1 }],
    ['the same critical twice', { alg: 'EdDSA', b64: false, crit: ['b64', 'b64'] }],
  ])('B16 Ed25519Signature2018 under a header with %s', async (_name, jwsHeader) => {
    const suite = 'Ed25519Signature2018';
    expect(summary(await judge(await signDocument(badgeFor(suite), key, { suite, jwsHeader })))).toBe('failed malformed-proof jws');
    expect(summary(await judge(await signDocument(badgeFor(suite), key, { suite, jwsHeader: { alg: 'EdDSA', crit: ['b64'], b64: false } })))).toBe('passed signature-fits');
  });
  test('B42 a detached JWS that is none', async () => {
    const signed = await signDocument(badgeFor('Ed25519Signature2018'), key, { suite: 'Ed25519Signature2018' });
    const proof = signed['proof'] as JsonObject;
    const [front = '', , back = ''] = String(proof['jws']).split('.');
    for (const jws of ['', '..', `${front}.${back}`, `${front}.e30.${back}`, `${front}..${back}.`, `${front}..${back}=`, `${front}..${back.slice(2)}`, `${front}..`, ` ${front}..${back}`, `e30..${back}`, `${front}..${back}AAAA`]) {
      expect([jws, summary(await judge({ ...signed, proof: { ...proof, jws } }))]).toEqual([jws, 'failed malformed-proof jws']);
    }
    expect(summary(await judge(signed))).toBe('passed signature-fits');
  });
  test('B42 a signature as long as that of another curve', async () => {
    const [by] = curveKeys['P-256'];
    for (const suite of ['ecdsa-rdfc-2019', 'ecdsa-jcs-2019'] as const) {
      const signed = await signDocument(badgeFor(suite, by), by, { suite });
      const proofValue = `z${base58.encode(new Uint8Array(96).fill(7))}`;
      expect(summary(await judge({ ...signed, proof: { ...(signed['proof'] as JsonObject), proofValue } }, { controller: by.did }))).toBe('failed malformed-proof proofValue');
    }
  });
  test('B23 the signature that fits everything, by a key of small order', async () => {
    const text = `z${base58.encode(new Uint8Array([0xed, 0x01, 1, ...new Uint8Array(31)]))}`;
    const did = `did:key:${text}`;
    const signed = await signDocument(sampleBadge(did) as JsonObject, { ...key, did, method: `${did}#${text}` });
    const proof = { ...(signed['proof'] as JsonObject), proofValue: `z${base58.encode(new Uint8Array([1, ...new Uint8Array(63)]))}` };
    expect(summary(await judge({ ...signed, proof }, { controller: did }))).toBe('failed malformed-proof verificationMethod');
    expect(ed25519.Point.ZERO.toBytes()[0]).toBe(1);
  });
});

describe('contexts and terms', () => {
  const url = 'https://example.com/context';
  const foreignContexts = { [url]: { '@context': { shoeSize: 'https://example.com/shoeSize' } } };
  const foreign = { ...badge, '@context': [...(badge['@context'] as string[]), url], credentialSubject: { ...(badge['credentialSubject'] as JsonObject), shoeSize: '42' } };
  test('B27 a well signed badge with an unbundled context is not-checked, whatever the suite', async () => {
    expect(await signAndJudge({ foreignContexts }, {}, foreign)).toBe('unknown unknown-context');
    expect(await signAndJudge({ suite: 'eddsa-jcs-2022' }, {}, foreign)).toBe('unknown unknown-context');
  });
  test('B28 an appended inline context that swaps two names is not-checked', async () => {
    const inline = { '@context': [...(badge['@context'] as string[]), { nickname: 'https://schema.org/name' }] };
    expect(await signAndJudge({}, {}, { ...badge, ...inline })).toMatch('unknown context-not-allowed inline');
    const signed = await signDocument(badge, key);
    expect(summary(await judge({ ...signed, ...inline }))).toBe('unknown context-not-allowed inline');
  });
  test('B30 a term that the contexts lack is not-checked, even where a careless signer dropped it', async () => {
    const careless = { ...badge, shoeSize: '42' };
    expect(await judge(await signDocument(careless, key, { careless: true }))).toMatchObject({ state: 'unknown', reason: 'unknown-term', facts: { term: 'shoeSize' } });
    const signed = await signDocument(badge, key);
    expect(await judge({ ...signed, shoeSize: '42' })).toMatchObject({ state: 'unknown', reason: 'unknown-term' });
  });
  test('B31 a value written with its type spelled out says the same triples and is not-checked', async () => {
    const dated = { ...badge, validUntil: '2026-01-01T00:00:00Z' };
    const signed = await signDocument(dated, key);
    expect(summary(await judge(signed))).toBe('passed signature-fits');
    const hidden = { ...signed, validUntil: { '@type': 'http://www.w3.org/2001/XMLSchema#dateTime', '@value': '2026-01-01T00:00:00Z' } };
    expect(summary(await judge(hidden))).toBe('unknown context-not-allowed keyword');
    expect(summary(await judge({ ...signed, validUntil: undefined as unknown as JsonValue, 'https://www.w3.org/2018/credentials#validUntil': '2026-01-01T00:00:00Z' }))).toMatch('unknown context-not-allowed full-iri-key');
  });
  test('B32 contexts without their base, in two versions, or in another order', async () => {
    const signed = await signDocument(badge, key);
    const [first, second, third] = badge['@context'] as string[];
    for (const context of [[second, third], [second, first, third], [first, 'https://www.w3.org/2018/credentials/v1', second, third]]) {
      expect((await judge({ ...signed, '@context': context as JsonValue })).reason).toBe('context-not-allowed');
    }
  });
  test('Ed25519Signature2020 without its context could not be checked', async () => {
    const signed = await signDocument(badgeFor('Ed25519Signature2020'), key, { suite: 'Ed25519Signature2020' });
    expect(await judge({ ...signed, '@context': badge['@context'] ?? null })).toMatchObject({ state: 'unknown', reason: 'unknown-term' });
  });
  test('a context in the proof: refused where it could matter, read as the standard says for JCS, and B28 nothing behind it', async () => {
    expect(await signAndJudge({ proof: { '@context': badge['@context'] ?? null } })).toBe('unknown context-not-allowed nested');
    expect(await signAndJudge({ suite: 'eddsa-jcs-2022', proof: { '@context': badge['@context'] ?? null } })).toBe('passed signature-fits');
    const signed = await signDocument(badge, key, { suite: 'eddsa-jcs-2022', proof: { '@context': badge['@context'] ?? null } });
    const longer = { ...signed, '@context': [...(badge['@context'] as string[]), 'https://w3id.org/security/multikey/v1'] };
    expect(summary(await judge(longer))).toBe('unknown context-not-allowed appended');
    expect(summary(await judge({ ...signed, '@context': (badge['@context'] as string[]).slice(0, 2) }))).toBe('failed malformed-proof @context');
    const proof = signed['proof'];
    expect(isJsonObject(proof) && summary(await judge({ ...signed, proof: { ...proof, '@context': ['https://www.w3.org/ns/credentials/v2'] } }))).toBe('failed changed');
  });
});
