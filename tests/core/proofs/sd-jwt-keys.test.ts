import 'reflect-metadata';
import { KeyUsageFlags } from '@peculiar/x509';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import { describe, expect, test } from 'vitest';
import { createKeyResolver } from '../../../src/core/dids/registry.ts';
import { encodeBase64 } from '../../../src/core/encoding/base64.ts';
import { bundledTools } from '../../../src/core/examine/examine-tools.ts';
import type { Answer } from '../../../src/core/model/answers.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import type { ExaminationContext, ExaminedCredential } from '../../../src/core/model/examination.ts';
import type { ResolveKey } from '../../../src/core/model/public-key.ts';
import { fixtureSeeds } from '../../../src/tools/sampling/sample-keys.ts';
import { createCurveKey } from '../../../src/tools/sampling/sign-selective.ts';
import { createNamingAuthority } from '../../support/certified.ts';
import type { LeafOptions } from '../../support/certified.ts';
import { examineBytes, examineCredentialOf, reasonOf, testNow } from '../../support/examining.ts';
import { pemList } from '../../support/sealing.ts';
import { selectiveCast, signSelective, vcPayload } from '../../support/selective.ts';

const { issuer, other } = await selectiveCast();
const address = 'https://brightwater.example/issuers/1';
const metadataUrl = 'https://brightwater.example/.well-known/jwt-vc-issuer/issuers/1';
type Document = Record<string, unknown>;

function answer(url: string, document: unknown): Answer {
  return { url, bytes: new TextEncoder().encode(JSON.stringify(document)), basis: 'live', at: testNow };
}

async function signed(payload: Document, header: Document = {}, context: Partial<ExaminationContext> = {}, key = issuer): Promise<ExaminedCredential> {
  return examineCredentialOf(await signSelective(vcPayload(key, payload), [], key, { header }), context);
}

function summary(seen: ExaminedCredential): object {
  return { headline: seen.headline, proof: reasonOf(seen, 'proof'), binding: reasonOf(seen, 'binding') };
}

describe('the key of an issuer with an https address: its metadata (SD-JWT VC 3.5)', () => {
  const keys = { keys: [{ ...other.jwk, kid: 'old' }, { ...issuer.jwk, kid: 'k1' }] };
  const metadata = { issuer: address, jwks: keys };

  test('without an answer it is asked for, at the well-known address between host and path', async () => {
    const seen = await signed({ iss: address }, { kid: 'k1' });
    expect(summary(seen)).toMatchObject({ headline: 'not-checked', proof: 'key-not-here' });
    expect(seen.wants).toEqual([{ url: metadataUrl, purpose: 'key' }]);
  });
  test('with the answer the key of this kid speaks for the issuer', async () => {
    const seen = await signed({ iss: address }, { kid: 'k1' }, { answers: [answer(metadataUrl, metadata)] });
    expect(summary(seen)).toEqual({ headline: 'unknown-issuer', proof: 'signature-fits', binding: 'signature-fits' });
    expect(seen.signer?.verificationMethod).toBe(`${address}#k1`);
    expect(seen.wants).toEqual([]);
  });
  test('keys at an address of their own are asked for next', async () => {
    const pointing = answer(metadataUrl, { issuer: address, jwks_uri: 'https://brightwater.example/keys.json' });
    const first = await signed({ iss: address }, { kid: 'k1' }, { answers: [pointing] });
    expect({ headline: first.headline, wants: first.wants }).toEqual({ headline: 'not-checked', wants: [{ url: 'https://brightwater.example/keys.json', purpose: 'key' }] });
    const second = await signed({ iss: address }, { kid: 'k1' }, { answers: [pointing, answer('https://brightwater.example/keys.json', keys)] });
    expect(second.headline).toBe('unknown-issuer');
  });
  test.each<[string, unknown, string | undefined]>([
    ['of another issuer', { ...metadata, issuer: 'https://brightwater.example/issuers/2' }, 'k1'],
    ['without the key', { issuer: address, jwks: { keys: [{ ...other.jwk, kid: 'old' }] } }, 'k1'],
    ['with two keys of one name', { issuer: address, jwks: { keys: [{ ...issuer.jwk, kid: 'k1' }, { ...other.jwk, kid: 'k1' }] } }, 'k1'],
    ['with several keys, none named', metadata, undefined],
    ['with keys in both ways', { ...metadata, jwks_uri: 'https://brightwater.example/keys.json' }, 'k1'],
    ['that is a page', '<html>', 'k1'],
    ['with a private key', { issuer: address, jwks: { keys: [{ ...issuer.jwk, kid: 'k1', d: 'AAAA' }] } }, 'k1'],
  ])('metadata %s is no answer: not checked', async (_name, document, kid) => {
    expect((await signed({ iss: address }, { kid }, { answers: [answer(metadataUrl, document)] })).headline).toBe('not-checked');
  });
  test('B34 a key that the metadata keeps for encryption signs nothing', async () => {
    const by = async (use: string): Promise<string> => (await signed({ iss: address }, { kid: 'k1' }, { answers: [answer(metadataUrl, { issuer: address, jwks: { keys: [{ ...issuer.jwk, kid: 'k1', use }] } })] })).headline;
    expect([await by('enc'), await by('sig')]).toEqual(['altered', 'unknown-issuer']);
  });
  test('a resolver that gives the key of another issuer has found nobody’s key', async () => {
    const text = await signSelective(vcPayload(issuer, { iss: address }), [], issuer, { header: { kid: 'k1' } });
    const known = createKeyResolver((url) => (url === metadataUrl ? answer(url, metadata) : undefined));
    const foreign: ResolveKey = async (place) => {
      const found = await known(place);
      return found.outcome === 'key' ? { outcome: 'key', key: { ...found.key, controller: 'https://brightwater.example/issuers/2' } } : found;
    };
    for (const [resolve, headline] of [[known, 'unknown-issuer'], [foreign, 'not-checked']] as const) {
      expect(await examineBytes(text, {}, { ...bundledTools, resolverFor: () => resolve })).toMatchObject({ headline });
    }
  });
  test('a signature by another key than the metadata names is altered', async () => {
    expect((await signed({ iss: address }, { kid: 'old' }, { answers: [answer(metadataUrl, metadata)] })).headline).toBe('altered');
  });
  test('an address that may not be asked is not asked', async () => {
    for (const iss of ['https://localhost/issuer', 'https://127.0.0.1/issuer', 'https://user@brightwater.example', 'https://brightwater.example/?a=1', 'https://brightwater.example/#a']) {
      const seen = await signed({ iss }, { kid: 'k1' });
      expect({ iss, headline: seen.headline, wants: seen.wants }).toEqual({ iss, headline: 'not-checked', wants: [] });
    }
  });
});

describe('B78 one way to a key for each issuer, whatever the token offers', () => {
  test('B78 an issuer that is a DID: a certificate and a key in the header count for nothing', async () => {
    const { certify } = await createNamingAuthority();
    const x5c = [encodeBase64(await certify(other, { uris: [issuer.did] }))];
    const forged = await signed({ iss: issuer.did }, { kid: undefined, x5c, jwk: other.jwk }, {}, other);
    expect(summary(forged)).toMatchObject({ headline: 'altered', proof: 'changed' });
  });
  test('B78 an https issuer: a key in the header is no way to a key, with or without metadata', async () => {
    const seen = await signed({ iss: address }, { kid: undefined, jwk: other.jwk }, {}, other);
    expect(summary(seen)).toMatchObject({ headline: 'not-checked', proof: 'key-not-here' });
    const known = answer(metadataUrl, { issuer: address, jwks: { keys: [issuer.jwk] } });
    expect((await signed({ iss: address }, { kid: undefined, jwk: other.jwk }, { answers: [known] }, other)).headline).toBe('altered');
  });
  test('B78 an https issuer: a DID in kid is no way to a key', async () => {
    const seen = await signed({ iss: address }, { kid: other.kid }, {}, other);
    expect({ ...summary(seen), wants: seen.wants }).toMatchObject({ headline: 'not-checked', wants: [{ url: metadataUrl, purpose: 'key' }] });
  });
  test('B78 an issuer that is neither: nothing is a way to a key', async () => {
    for (const header of [{ kid: other.kid }, { kid: undefined, jwk: other.jwk }]) {
      expect((await signed({ iss: 'urn:uuid:00000000-0000-0000-0000-000000000000' }, header, {}, other)).headline).toBe('not-checked');
    }
  });
  test('B78 twin: the method of the issuer itself', async () => {
    expect((await signed({ iss: issuer.did }, { kid: undefined, jwk: issuer.jwk })).headline).toBe('unknown-issuer');
  });
});

describe('the certificate of an https issuer (x5c)', async () => {
  const { root, certify } = await createNamingAuthority();
  const stranger = await createNamingAuthority('Another root');
  const loaded = { lists: [pemList(root)] };

  async function certified(options: LeafOptions, context: Partial<ExaminationContext> = loaded, payload: Document = { iss: address }, authority = certify): Promise<ExaminedCredential> {
    return signed(payload, { kid: undefined, x5c: [encodeBase64(await authority(issuer, options))] }, context);
  }

  test('names the address or its host, and leads to a loaded anchor: bound', async () => {
    for (const options of [{ uris: [address] }, { hosts: ['brightwater.example'] }, { hosts: ['other.example', 'Brightwater.Example'] }]) {
      const seen = await certified(options);
      expect({ proof: reasonOf(seen, 'proof'), binding: reasonOf(seen, 'binding'), unchanged: seen.axes.unchanged }).toEqual({ proof: 'signature-fits', binding: 'signature-fits', unchanged: 'yes' });
      expect(seen.steps?.map(({ id, state, reason }) => [id, state, reason])).toEqual([
        ['certificate', 'passed', 'certificate-read'],
        ['chain', 'passed', 'leads-to-anchor'],
        ['revocation', 'unknown', 'step-not-done'],
      ]);
    }
  });
  test('B14 without a loaded anchor it is a key that anybody can make: unchanged, and who signed is not known', async () => {
    for (const seen of [await certified({ uris: [address] }, {}), await certified({ uris: [address] }, loaded, { iss: address }, stranger.certify)]) {
      expect({ class: seen.class, binding: reasonOf(seen, 'binding'), anchor: seen.steps?.[1]?.reason }).toEqual({ class: 'unconfirmed', binding: 'issuer-not-bound', anchor: 'no-anchor' });
    }
  });
  test('B14 such a key is never the issuer on the own list', async () => {
    const known = { id: '1', keyThumbprint: 'another', issuerId: address, name: 'Known', since: testNow };
    expect((await certified({ uris: [address] }, { ownList: [known] })).headline).toBe('altered');
  });
  test('names somebody else: wrong signer', async () => {
    for (const options of [{ uris: ['https://brightwater.example/issuers/2'] }, { hosts: ['evil.example'] }, { hosts: ['*.example'] }, { hosts: ['notbrightwater.example'] }]) {
      expect(summary(await certified(options))).toMatchObject({ headline: 'altered', binding: 'wrong-signer' });
    }
  });
  test('names no address, is over, or may not sign', async () => {
    expect(summary(await certified({}))).toMatchObject({ headline: 'not-checked', binding: 'issuer-not-bound' });
    expect(summary(await certified({ uris: [address], notAfter: '2026-01-01T00:00:00Z' }))).toMatchObject({ headline: 'not-checked', binding: 'issuer-not-bound' });
    expect(summary(await certified({ uris: [address], usages: KeyUsageFlags.keyEncipherment }))).toMatchObject({ headline: 'altered', binding: 'wrong-signer' });
    expect(summary(await certified({ uris: [address], isAuthority: true }))).toMatchObject({ headline: 'altered', binding: 'wrong-signer' });
  });
  test('over since it signed: nothing was changed, and only the token’s word says that it was in time', async () => {
    const seen = await certified({ uris: [address], notAfter: '2026-09-01T00:00:00Z' });
    expect({ headline: seen.headline, step: seen.steps?.[0]?.reason, match: seen.issuerMatch }).toEqual({ headline: 'unknown-issuer', step: 'certificate-over', match: undefined });
    expect((await certified({ uris: [address], notAfter: '2026-09-01T00:00:00Z' }, loaded, { iss: address, iat: undefined })).headline).toBe('not-checked');
    expect((await certified({ uris: [address], notAfter: '2026-09-01T00:00:00Z' }, { ...loaded, now: toInstant(Date.UTC(2026, 7, 1)) })).class).toBe('valid');
  });
  test.each<[string, LeafOptions]>([
    ['of a person who works there', { subject: [{ '2.5.4.42': ['Mira'] }, { '2.5.4.4': ['Solberg'] }] }],
    ['of its web server', { purposes: ['1.3.6.1.5.5.7.3.1'] }],
    ['for time-stamps', { purposes: ['1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.8'] }],
  ])('B14 a certificate %s does not sign in the name of the university', async (_name, options) => {
    for (const [names, payload] of [[{ hosts: ['brightwater.example'] }, { iss: address }], [{}, { iss: undefined }]] as const) {
      const seen = await certified({ ...names, ...options }, loaded, payload);
      expect({ headline: seen.headline, binding: reasonOf(seen, 'binding'), match: seen.issuerMatch }).toEqual({ headline: 'not-checked', binding: 'issuer-not-bound', match: undefined });
      const twin = await certified({ ...names, purposes: ['1.3.6.1.5.5.7.3.2'] }, loaded, payload);
      expect(twin).toMatchObject({ headline: 'no-status', issuerMatch: { name: 'Brightwater University' } });
    }
    const itself = await certify(issuer, { hosts: ['brightwater.example'], ...options });
    const pinned = await signed({ iss: address }, { kid: undefined, x5c: [encodeBase64(itself)] }, { lists: [pemList(itself)] });
    expect(pinned).toMatchObject({ headline: 'no-status', issuerMatch: { name: 'Brightwater University' } });
  });
  test('an issuer who is named by the certificate alone', async () => {
    expect(summary(await certified({ uris: [address] }, loaded, { iss: undefined }))).toMatchObject({ binding: 'signature-fits', proof: 'signature-fits' });
    expect((await certified({ uris: [address] }, {}, { iss: undefined })).class).toBe('unconfirmed');
  });
  test('a certificate of another key, and what is no certificate', async () => {
    const foreign = encodeBase64(await certify(other, { uris: [address] }));
    expect((await signed({ iss: address }, { kid: undefined, x5c: [foreign] }, loaded)).headline).toBe('altered');
    for (const x5c of [[], 'AAAA', ['AAAA'], [7], Array.from({ length: 9 }, () => foreign)]) {
      expect((await signed({ iss: address }, { kid: undefined, x5c }, loaded)).headline).toBe('altered');
    }
  });
});

describe('algorithms', () => {
  test('B13 the algorithm is that of the key', async () => {
    const [token = ''] = (await signSelective(vcPayload(issuer), [], issuer)).split('~');
    const [, payload, signature] = token.split('.');
    for (const alg of ['ES384', 'ES512', 'EdDSA', 'RS256', 'PS256', 'ES256K']) {
      const head = Buffer.from(JSON.stringify({ alg, typ: 'dc+sd-jwt', kid: issuer.kid })).toString('base64url');
      expect(['altered', 'not-checked']).toContain((await examineCredentialOf(`${head}.${payload}.${signature}~`)).headline);
    }
  });
  test.each(['EdDSA', 'RS256', 'PS256', 'ES256', 'ES384', 'ES512'])('%s', async (alg) => {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    const { kty, crv, x, y, n, e } = await exportJWK(publicKey);
    const did = `did:jwk:${Buffer.from(JSON.stringify({ kty, crv, x, y, n, e })).toString('base64url')}`;
    const token = await new SignJWT({ iss: did, vct: 'VerifiableMicroCredential' }).setProtectedHeader({ alg, typ: 'dc+sd-jwt', kid: `${did}#0` }).sign(privateKey);
    expect((await examineCredentialOf(`${token}~`)).headline).toBe('unknown-issuer');
    const [head, payload, signature = ''] = token.split('.');
    const flipped = Buffer.from(signature, 'base64url');
    flipped[9] = (flipped[9] ?? 0) ^ 1;
    expect((await examineCredentialOf(`${head}.${payload}.${flipped.toString('base64url')}~`)).headline).toBe('altered');
  });
  test('B13 twin: each curve with its own', async () => {
    for (const alg of ['ES256', 'ES384', 'ES512'] as const) {
      const key = await createCurveKey(fixtureSeeds('issuer'), alg);
      expect((await examineCredentialOf(await signSelective(vcPayload(key), [], key))).headline).toBe('unknown-issuer');
    }
  });
});
