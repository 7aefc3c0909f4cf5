import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { resolveKey } from '../../../src/core/dids/registry.ts';
import { toCanonicalJson } from '../../../src/core/encoding/canonical-json.ts';
import { encodeBase58btc } from '../../../src/core/encoding/multibase.ts';
import { presentationContext, proofOptionsOf } from '../../../src/core/encoding/proof-options.ts';
import { sha256 } from '../../../src/core/encoding/sha256.ts';
import type { Attempt } from '../../../src/core/model/attempt.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import type { JsonObject } from '../../../src/core/model/json.ts';
import type { Signature, SigningRequest } from '../../../src/core/model/presentation.ts';
import { verifyProof } from '../../../src/core/proofs/registry.ts';
import { openKeyRoom } from '../../../src/platform/keys/open-key-room.ts';
import type { KeyRoom } from '../../../src/platform/vault/key-room.ts';
import type { HolderKey } from '../../../src/wallet/ports.ts';
import { createMemoryKeyStore, testNow, toolsOn } from './memory-key-store.ts';

type ProofRequest = Extract<SigningRequest, { kind: 'di' }>;
type TokenRequest = Extract<SigningRequest, { kind: 'vp-jwt' }>;

let room: KeyRoom;
let keys: Readonly<Record<HolderKey['type'], HolderKey>>;
let stranger: HolderKey;

function valueOf<T>(attempt: Attempt<T>): T {
  if (!attempt.ok) throw new Error(JSON.stringify(attempt.error));
  return attempt.value;
}

beforeAll(async () => {
  room = await openKeyRoom(toolsOn(createMemoryKeyStore()));
  keys = { Ed25519: valueOf(await room.holderKey('Ed25519')), 'P-256': valueOf(await room.holderKey('P-256')) };
  stranger = valueOf(await (await openKeyRoom(toolsOn(createMemoryKeyStore()))).holderKey('Ed25519'));
});

function proofRequest(over: Partial<ProofRequest> = {}): ProofRequest {
  return {
    kind: 'di',
    cryptosuite: 'eddsa-rdfc-2022',
    verificationMethod: keys.Ed25519.verificationMethod,
    created: testNow,
    expires: toInstant(testNow + 60_000),
    domain: 'Universität "Nord"',
    challenge: '0123abcd',
    documentHash: new Uint8Array(32).fill(7),
    ...over,
  };
}

function tokenRequest(type: HolderKey['type'], over: Partial<TokenRequest> = {}): TokenRequest {
  return {
    kind: 'vp-jwt',
    verificationMethod: keys[type].verificationMethod,
    audience: 'https://employer.example',
    nonce: 'n-1',
    issuedAt: toInstant(testNow + 900),
    expires: toInstant(testNow + 600_000),
    presentation: '{ "@context": ["https://www.w3.org/2018/credentials/v1"], "type": ["VerifiablePresentation"] }',
    ...over,
  };
}

async function tokenOf(request: TokenRequest): Promise<{ readonly header: unknown; readonly claims: unknown }> {
  const signature = valueOf<Signature>(await room.sign(request));
  if (signature.kind !== 'vp-jwt') throw new Error('No token');
  const resolution = await resolveKey(request.verificationMethod);
  if (resolution.outcome !== 'key') throw new Error(resolution.outcome);
  const { payload } = await compactVerify(signature.token, await importJWK({ ...resolution.key.jwk }, resolution.key.type === 'Ed25519' ? 'EdDSA' : 'ES256'));
  return { header: decodeProtectedHeader(signature.token), claims: JSON.parse(new TextDecoder().decode(payload)) };
}

describe('B85 the signing door builds what it signs', () => {
  test('a JCS proof over a document hash verifies as a proof of that document', async () => {
    const document = { '@context': presentationContext, type: ['VerifiablePresentation'], holder: keys.Ed25519.did };
    const request = proofRequest({ cryptosuite: 'eddsa-jcs-2022', documentHash: await sha256(valueOf(toCanonicalJson(document))) });
    const signature = valueOf<Signature>(await room.sign(request));
    if (signature.kind !== 'di') throw new Error('No proof');
    const proof: JsonObject = { ...proofOptionsOf(request), proofValue: encodeBase58btc(signature.signature) };
    const order = { controller: keys.Ed25519.did, purpose: 'authentication', resolveKey, now: testNow } as const;
    const judge = (of: JsonObject) => verifyProof({ ...order, secured: { form: 'data-integrity', document: { ...of, proof }, proof } });
    expect(await judge(document)).toMatchObject({ state: 'passed', suite: 'eddsa-jcs-2022' });
    expect(await judge({ ...document, description: 'x' })).toMatchObject({ state: 'failed', reason: 'changed' });
  });

  test.each([
    ['Ed25519', 'EdDSA'],
    ['P-256', 'ES256'],
  ] as const)('a token of a VP 1.1 by %s has the claims of the request and nothing else', async (type, alg) => {
    const { header, claims } = await tokenOf(tokenRequest(type));
    expect(header).toEqual({ alg, typ: 'JWT', kid: keys[type].verificationMethod });
    expect(claims).toEqual({
      vp: { '@context': ['https://www.w3.org/2018/credentials/v1'], type: ['VerifiablePresentation'] },
      iss: keys[type].did,
      aud: 'https://employer.example',
      nonce: 'n-1',
      iat: testNow / 1000,
      nbf: testNow / 1000,
      exp: testNow / 1000 + 600,
    });
  });

  test('a token of a VP 2.0 is the presentation itself', async () => {
    const presentation = { '@context': presentationContext, type: 'VerifiablePresentation', holder: keys['P-256'].did };
    const { expires: _end, ...endless } = tokenRequest('P-256', { presentation: JSON.stringify(presentation) });
    const { header, claims } = await tokenOf(endless);
    expect(header).toMatchObject({ typ: 'vp+jwt' });
    expect(claims).toEqual({
      ...presentation,
      iss: keys['P-256'].did,
      aud: 'https://employer.example',
      nonce: 'n-1',
      iat: testNow / 1000,
      nbf: testNow / 1000,
    });
  });
});

describe('B85 the signing door lets in', () => {
  const fine: readonly [string, Partial<ProofRequest>][] = [
    ['a challenge of 256 characters', { challenge: 'x'.repeat(256) }],
    ['a challenge in other scripts, with spaces', { challenge: 'Bewerbung 2026 – Müller 日本' }],
    ['a receiver of 200 characters beyond the first plane', { domain: '🎓'.repeat(200) }],
    ['a receiver with the joiners that scripts need', { domain: 'می‌خواهم' }],
    ['a share made five minutes ago', { created: toInstant(testNow - 300_000) }],
    ['a share without an end', {}],
  ];
  test.each(fine)('%s', async (_name, over) => {
    const { expires: _end, ...endless } = proofRequest(over);
    expect(await room.sign(endless)).toMatchObject({ ok: true, value: { kind: 'di' } });
  });
});

describe('B85 the signing door refuses', () => {
  const method = (): string => keys.Ed25519.verificationMethod;
  const refused: readonly [string, () => unknown, string][] = [
    ['an unknown kind', () => ({ ...proofRequest(), kind: 'raw' }), 'kind'],
    ['bytes', () => ({ kind: 'raw', verificationMethod: method(), data: new Uint8Array(32) }), 'kind'],
    ['no request at all', () => undefined, 'kind'],
    ['a text', () => 'di', 'kind'],
    ['a member it does not know', () => ({ ...proofRequest(), proofPurpose: 'assertionMethod' }), 'proofPurpose'],
    ['another cryptosuite', () => ({ ...proofRequest(), cryptosuite: 'ecdsa-rdfc-2019' }), 'cryptosuite'],
    ['a challenge of 257 characters', () => proofRequest({ challenge: 'x'.repeat(257) }), 'challenge'],
    ['an empty challenge', () => proofRequest({ challenge: '' }), 'challenge'],
    ['a challenge with a line feed', () => proofRequest({ challenge: 'a\nb' }), 'challenge'],
    ['a challenge with a zero-width character', () => proofRequest({ challenge: 'a\u200bb' }), 'challenge'],
    ['a challenge with a lone surrogate', () => proofRequest({ challenge: 'a\ud800' }), 'challenge'],
    ['a challenge that is no text', () => ({ ...proofRequest(), challenge: 12 }), 'challenge'],
    ['a receiver of 201 characters', () => proofRequest({ domain: 'x'.repeat(201) }), 'domain'],
    ['no receiver', () => proofRequest({ domain: '' }), 'domain'],
    ['a receiver with a line feed', () => proofRequest({ domain: 'a\nb' }), 'domain'],
    ['a receiver that is not NFC', () => proofRequest({ domain: 'u\u0308ni' }), 'domain'],
    ['a document hash of 31 bytes', () => proofRequest({ documentHash: new Uint8Array(31) }), 'documentHash'],
    ['a document hash of 64 bytes', () => proofRequest({ documentHash: new Uint8Array(64) }), 'documentHash'],
    ['a document hash that is a list', () => ({ ...proofRequest(), documentHash: Array.from({ length: 32 }, () => 0) }), 'documentHash'],
    ['an end before the beginning', () => proofRequest({ expires: toInstant(testNow - 1) }), 'expires'],
    ['an end at the beginning', () => proofRequest({ expires: testNow }), 'expires'],
    ['an end that is no number', () => ({ ...proofRequest(), expires: Number.NaN }), 'expires'],
    ['a share made six minutes ago', () => proofRequest({ created: toInstant(testNow - 360_000) }), 'created'],
    ['a share made in six minutes', () => proofRequest({ created: toInstant(testNow + 360_000), expires: toInstant(testNow + 900_000) }), 'created'],
    ['the key of somebody else', () => proofRequest({ verificationMethod: stranger.verificationMethod }), 'verificationMethod'],
    ['a DID without a method', () => proofRequest({ verificationMethod: keys.Ed25519.did }), 'verificationMethod'],
    ['a P-256 key for an EdDSA suite', () => proofRequest({ verificationMethod: keys['P-256'].verificationMethod }), 'cryptosuite'],
    ['a presentation that is no JSON', () => tokenRequest('P-256', { presentation: '{' }), 'presentation'],
    ['a credential in place of a presentation', () => tokenRequest('P-256', { presentation: '{"type":["VerifiableCredential"]}' }), 'presentation'],
    ['a presentation of another holder', () => tokenRequest('P-256', { presentation: '{"type":"VerifiablePresentation","holder":"did:key:z6Mk"}' }), 'presentation'],
    ['a presentation that brings claims of its own', () => tokenRequest('P-256', { presentation: '{"type":"VerifiablePresentation","nonce":"other"}' }), 'presentation'],
    ['a presentation that is a credential too', () => tokenRequest('P-256', { presentation: '{"type":["VerifiablePresentation","VerifiableCredential"]}' }), 'presentation'],
    ['a presentation that says something of a subject', () => tokenRequest('P-256', { presentation: '{"type":"VerifiablePresentation","credentialSubject":{}}' }), 'presentation'],
    ['a presentation that names an issuer', () => tokenRequest('P-256', { presentation: '{"type":"VerifiablePresentation","issuer":"did:key:z6Mk"}' }), 'presentation'],
    ['a presentation with a credential claim', () => tokenRequest('P-256', { presentation: '{"type":"VerifiablePresentation","vc":{}}' }), 'presentation'],
    ['a presentation with members of a prototype', () => tokenRequest('P-256', { presentation: '{"type":"VerifiablePresentation","__proto__":{}}' }), 'presentation'],
    ['a nonce with a line feed', () => tokenRequest('P-256', { nonce: 'a\n' }), 'nonce'],
    ['a token from the past', () => tokenRequest('P-256', { issuedAt: toInstant(testNow - 3_600_000) }), 'created'],
  ];
  test.each(refused)('%s', async (_name, request, why) => {
    const answer = await room.sign(request() as SigningRequest);
    expect(answer).toEqual({ ok: false, error: { code: 'vault/signing-refused', facts: { why } } });
  });

  test('and signs the same requests without their fault', async () => {
    expect(await room.sign(proofRequest())).toMatchObject({ ok: true });
    expect(await room.sign(tokenRequest('P-256'))).toMatchObject({ ok: true });
  });

  test('signing bytes: the room has no other door', () => {
    expect(Object.keys(room).sort()).toEqual(['forget', 'holderKey', 'sign']);
  });
});
