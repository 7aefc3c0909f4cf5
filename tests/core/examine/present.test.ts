import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { resolveKey } from '../../../src/core/dids/registry.ts';
import { draftPresentation, finishPresentation } from '../../../src/core/examine/present.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import { toItemId } from '../../../src/core/model/ids.ts';
import type { JsonObject, JsonValue } from '../../../src/core/model/json.ts';
import type { Presentation, PresentationDraft, PresentationOrder } from '../../../src/core/model/presentation.ts';
import type { ProofOutcome } from '../../../src/core/model/proof.ts';
import { verifyProof } from '../../../src/core/proofs/registry.ts';
import { openKeyRoom } from '../../../src/platform/keys/open-key-room.ts';
import type { KeyRoom } from '../../../src/platform/vault/key-room.ts';
import type { HolderKey } from '../../../src/wallet/ports.ts';
import { createMemoryKeyStore, testNow, toolsOn } from '../../platform/keys/memory-key-store.ts';
import { makePng, makeSvg, textChunk } from '../../../src/tools/sampling/make-packings.ts';
import { verifyByDigitalBazaar } from './present-oracle.ts';

const fixtures = '../shared/fixtures/public/digitalcredentials__verifier-core';
const v1Context = 'https://www.w3.org/2018/credentials/v1';
const v2Context = 'https://www.w3.org/ns/credentials/v2';
const badgeContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

const subject = { id: 'urn:uuid:5c1f6a52-5b3f-4d9f-9d57-0a7f6d3c2b10' };
const plainV2 = { '@context': [v2Context], id: 'urn:uuid:1', type: ['VerifiableCredential'], issuer: 'https://example.org/i', credentialSubject: subject };
const plainV1 = {
  '@context': [v1Context],
  id: 'urn:uuid:2',
  type: ['VerifiableCredential'],
  issuer: 'https://example.org/i',
  issuanceDate: '2024-01-01T00:00:00Z',
  credentialSubject: subject,
};
const badge = {
  '@context': [v2Context, badgeContext],
  id: 'urn:uuid:3',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'https://example.org/i', type: ['Profile'], name: 'Example "University"' },
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: {
    type: ['AchievementSubject'],
    achievement: { id: 'urn:uuid:4', type: ['Achievement'], name: 'Café – Ünïcode', description: 'd', criteria: { narrative: 'a\nb' }, creditsAvailable: 6.5 },
  },
};
const token = `${Buffer.from('{"alg":"ES256"}').toString('base64url')}.${Buffer.from('{"iss":"x"}').toString('base64url')}.c2lnbmF0dXJl`;

let room: KeyRoom;
let holder: HolderKey;

beforeAll(async () => {
  room = await openKeyRoom(toolsOn(createMemoryKeyStore()));
  const key = await room.holderKey('Ed25519');
  if (!key.ok) throw new Error(key.error.code);
  holder = key.value;
});

function orderOf(credentials: readonly (object | string | Uint8Array)[], over: Partial<PresentationOrder> = {}): PresentationOrder {
  const toBytes = (one: object | string): Uint8Array => new TextEncoder().encode(typeof one === 'string' ? one : JSON.stringify(one));
  return {
    credentials: credentials.map((one, index) => ({ id: toItemId(`item-${index}`), raw: one instanceof Uint8Array ? one : toBytes(one) })),
    holder: holder.did,
    verificationMethod: holder.verificationMethod,
    created: testNow,
    expires: toInstant(testNow + 7 * 86_400_000),
    domain: 'Müller & Söhne "Bewerbung"',
    challenge: 'a1b2c3d4',
    ...over,
  };
}

async function draft(order: PresentationOrder): Promise<PresentationDraft> {
  const drafted = await draftPresentation(order);
  if (!drafted.ok) throw new Error(JSON.stringify(drafted.error));
  return drafted.value;
}

async function present(order: PresentationOrder): Promise<Presentation & { readonly json: JsonObject }> {
  const drafted = await draft(order);
  const signature = await room.sign(drafted.request);
  if (!signature.ok) throw new Error(JSON.stringify(signature.error));
  const finished = finishPresentation(drafted, signature.value);
  if (!finished.ok) throw new Error(finished.error.code);
  return { ...finished.value, json: JSON.parse(new TextDecoder().decode(finished.value.bytes)) as JsonObject };
}

function verifyOurselves(document: JsonObject): Promise<ProofOutcome> {
  const secured = { form: 'data-integrity', document, proof: document['proof'] as JsonValue } as const;
  return verifyProof({ secured, controller: document['holder'] as string, purpose: 'authentication', resolveKey, now: testNow });
}

describe('a presentation', () => {
  const cases: readonly [string, readonly (object | string)[]][] = [
    ['of one VC 2.0', [plainV2]],
    ['of a VC 1.1', [plainV1]],
    ['of an Open Badge', [badge]],
    ['of a token', [token]],
    ['of all of them', [badge, plainV1, token, plainV2]],
  ];
  test.each(cases)('%s verifies with our own verifier, bound to holder, receiver, challenge and end', async (_name, credentials) => {
    const { json } = await present(orderOf(credentials));
    const outcome = await verifyOurselves(json);
    expect(outcome).toMatchObject({
      state: 'passed',
      reason: 'signature-fits',
      suite: 'eddsa-rdfc-2022',
      challenge: 'a1b2c3d4',
      domain: ['Müller & Söhne "Bewerbung"'],
      created: testNow,
      expires: testNow + 7 * 86_400_000,
    });
  });

  test.each(cases)('%s has a proof that @digitalbazaar/vc takes too', async (_name, credentials) => {
    const { json } = await present(orderOf(credentials));
    // The credentials in these cases carry no proof of their own: only the presentation's proof is asked for.
    const answer = await verifyByDigitalBazaar(json, 'a1b2c3d4', 'Müller & Söhne "Bewerbung"', new Date(testNow));
    expect(answer.presentationResult).toMatchObject({ verified: true });
  });

  test('is refused by @digitalbazaar/vc for another challenge, receiver or content', async () => {
    const { json } = await present(orderOf([badge]));
    const domain = 'Müller & Söhne "Bewerbung"';
    const ask = async (document: JsonObject, challenge: string, receiver: string): Promise<boolean | undefined> =>
      (await verifyByDigitalBazaar(document, challenge, receiver, new Date(testNow))).presentationResult?.verified;
    expect(await ask(json, 'a1b2c3d4', domain)).toBe(true);
    expect(await ask(json, 'a1b2c3d5', domain)).toBe(false);
    expect(await ask(json, 'a1b2c3d4', 'anyone')).toBe(false);
    expect(await ask({ ...json, description: 'added' }, 'a1b2c3d4', domain)).toBe(false);
  });

  test('is a VP 2.0 file whose name tells nothing (B102)', async () => {
    const { json, mediaType, fileName } = await present(orderOf([badge]));
    expect(mediaType).toBe('application/vp');
    expect(fileName).toBe('credential-presentation.json');
    expect(Object.keys(json)).toEqual(['@context', 'type', 'holder', 'verifiableCredential', 'proof']);
    expect(json).toMatchObject({ '@context': [v2Context], type: ['VerifiablePresentation'], holder: holder.did, verifiableCredential: [badge] });
  });

  test('carries its purpose under the signature', async () => {
    const { json } = await present(orderOf([badge], { purpose: 'Application "trainee"\n2027' }));
    expect(json['description']).toBe('Application "trainee"\n2027');
    expect(await verifyOurselves(json)).toMatchObject({ state: 'passed' });
    expect(await verifyOurselves({ ...json, description: 'Application' })).toMatchObject({ state: 'failed', reason: 'changed' });
  });

  test('holds a token in an envelope', async () => {
    const { json } = await present(orderOf([token]));
    expect(json['verifiableCredential']).toEqual([
      { '@context': [v2Context], id: `data:application/vc+jwt,${token}`, type: ['EnvelopedVerifiableCredential'] },
    ]);
  });

  test('keeps every token of a credential as its issuer wrote it', async () => {
    const written = JSON.stringify(badge, null, 2).replace('6.5', '6.50').replace('Café', 'Caf\\u00e9');
    const { bytes, json } = await present(orderOf([`  ${written}\r\n`]));
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain('"creditsAvailable":6.50');
    expect(text).toContain('Caf\\u00e9 – Ünïcode');
    expect(text).not.toMatch(/\n|": /);
    expect(await verifyOurselves(json)).toMatchObject({ state: 'passed' });
  });

  test('without an end has none', async () => {
    const { expires: _end, ...endless } = orderOf([badge]);
    const { json } = await present(endless);
    expect(Object.keys(json['proof'] as JsonObject)).not.toContain('expires');
    expect(await verifyOurselves(json)).toMatchObject({ state: 'passed' });
  });
});

describe('a change to a finished presentation is seen', () => {
  const changes: readonly [string, (json: JsonObject) => JsonObject][] = [
    ['B79 the receiver', (json) => ({ ...json, proof: { ...(json['proof'] as JsonObject), domain: 'anyone' } })],
    ['B79 the challenge', (json) => ({ ...json, proof: { ...(json['proof'] as JsonObject), challenge: 'a1b2c3d5' } })],
    ['the end', (json) => ({ ...json, proof: { ...(json['proof'] as JsonObject), expires: '2027-11-28T12:00:00Z' } })],
    ['a credential', (json) => ({ ...json, verifiableCredential: [{ ...badge, validFrom: '2026-01-02T00:00:00Z' }] })],
    ['a credential left out', (json) => ({ ...json, verifiableCredential: [] })],
  ];
  test.each(changes)('%s', async (_name, change) => {
    const { json } = await present(orderOf([badge]));
    expect(await verifyOurselves(json)).toMatchObject({ state: 'passed' });
    expect(await verifyOurselves(change(json))).toMatchObject({ state: 'failed', reason: 'changed' });
  });

  test('B81 another holder', async () => {
    const { json } = await present(orderOf([badge]));
    const other = await (await openKeyRoom(toolsOn(createMemoryKeyStore()))).holderKey('Ed25519');
    if (!other.ok) throw new Error(other.error.code);
    expect(await verifyOurselves({ ...json, holder: other.value.did })).toMatchObject({ state: 'failed' });
  });
});

describe('what cannot be presented is refused', () => {
  test('nothing', async () => {
    expect(await draftPresentation(orderOf([]))).toMatchObject({ ok: false, error: { code: 'present/nothing-to-disclose' } });
  });

  test('an end before the beginning', async () => {
    const order = orderOf([badge], { expires: toInstant(testNow - 1) });
    expect(await draftPresentation(order)).toMatchObject({ ok: false, error: { code: 'present/request-expired' } });
  });

  test('a method of another DID', async () => {
    const order = orderOf([badge], { verificationMethod: 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK#x' });
    expect(await draftPresentation(order)).toMatchObject({ ok: false, error: { code: 'present/key-missing' } });
  });

  const refused: readonly [string, object | string | Uint8Array, object][] = [
    ['an unbundled context', { ...plainV2, '@context': [v2Context, 'https://example.org/unknown/v1'] }, { why: 'unknown-context', url: 'https://example.org/unknown/v1' }],
    ['an inline context', { ...plainV2, '@context': [v2Context, { name: 'https://example.org/name' }] }, { why: 'context-not-allowed' }],
    ['a term that no context defines', { ...plainV2, nobodyDefinedThis: 1 }, { why: 'unknown-term' }],
    ['broken JSON', '{"type":', { why: 'open/truncated' }],
    ['a member named twice', '{"type":["VerifiableCredential"],"type":["VerifiableCredential"]}', { why: 'open/duplicate-key' }],
    ['a presentation', { ...plainV2, type: ['VerifiablePresentation'] }, { why: 'not-a-credential' }],
    ['a list', [plainV2], { why: 'not-a-credential' }],
    ['a token without a signature', `${token.split('.').slice(0, 2).join('.')}.`, { why: 'open/malformed' }],
    ['bytes that are no text', Uint8Array.of(0xff, 0xfe, 0x7b), { why: 'open/not-utf8' }],
  ];
  test.each(refused)('%s, naming the credential', async (_name, credential, facts) => {
    const drafted = await draftPresentation(orderOf([badge, credential]));
    expect(drafted).toMatchObject({ ok: false, error: { code: 'present/cannot-enclose', facts: { ...facts, item: 'item-1' } } });
  });

  test('a signature of another kind or length throws: it is a mistake of ours', async () => {
    const drafted = await draft(orderOf([badge]));
    expect(() => finishPresentation(drafted, { kind: 'di', signature: new Uint8Array(63) })).toThrow('another kind');
    expect(() => finishPresentation(drafted, { kind: 'vp-jwt', token })).toThrow('another kind');
  });
});

const real = ['v1_v1OBv3SpecExample', 'v2_v2NoStatus'];
describe.skipIf(!existsSync(fixtures))('presentations of real credentials (skipped where the shared fixtures are not beside the project)', () => {
  test.each(real)('%s inside a VP 2.0: every signature fits, by us and by @digitalbazaar/vc', async (name) => {
    const raw = new Uint8Array(readFileSync(`${fixtures}/src_test-fixtures_verifiableCredentials_${name}.json`));
    const { json } = await present(orderOf([raw]));
    expect(await verifyOurselves(json)).toMatchObject({ state: 'passed' });
    const answer = await verifyByDigitalBazaar(json, 'a1b2c3d4', 'Müller & Söhne "Bewerbung"', new Date(testNow));
    expect(answer.verified).toBe(true);
  });
});

describe('a credential in a packing', () => {
  test('is taken out of it: an image, a text around it', async () => {
    const plain = await draftPresentation(orderOf([plainV2]));
    if (!plain.ok) throw new Error(plain.error.code);
    const text = JSON.stringify(plainV2);
    for (const raw of [makePng(textChunk('openbadgecredential', text)), makeSvg('ob3', { json: text }), JSON.stringify(text), JSON.stringify({ credential: plainV2 })]) {
      const packed = await draftPresentation(orderOf([raw]));
      expect(packed.ok && packed.value.unsigned).toBe(plain.value.unsigned);
    }
  });
});
