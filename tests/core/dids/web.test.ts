import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { base58 } from '@scure/base';
import { describe, expect, test } from 'vitest';
import { createKeyResolver } from '../../../src/core/dids/registry.ts';
import { encodeBase64url } from '../../../src/core/encoding/base64url.ts';
import { encodeBase58btc } from '../../../src/core/encoding/multibase.ts';
import { multicodecs, writeMulticodec } from '../../../src/core/encoding/multicodec.ts';
import { answersByUrl } from '../../../src/core/model/answers.ts';
import type { Answer } from '../../../src/core/model/answers.ts';
import type { KeyResolution } from '../../../src/core/model/public-key.ts';
import { testNow } from '../../support/examining.ts';

const raw = ed25519.getPublicKey(ed25519.utils.randomSecretKey());
const otherRaw = ed25519.getPublicKey(ed25519.utils.randomSecretKey());
const point = p256.getPublicKey(p256.utils.randomSecretKey(), false);
const multikey = encodeBase58btc(writeMulticodec(multicodecs.ed25519Public, raw));
const did = 'did:web:uni.example';
const address = 'https://uni.example/.well-known/did.json';
const method = { id: `${did}#key-0`, type: 'Multikey', controller: did, publicKeyMultibase: multikey };
const uses = { assertionMethod: [`${did}#key-0`], authentication: [`${did}#key-0`] };
const document = { '@context': ['https://www.w3.org/ns/did/v1'], id: did, verificationMethod: [method], ...uses };

function answer(url: string, content: unknown, basis: Answer['basis'] = 'live'): Answer {
  return { url, bytes: new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)), basis, at: testNow };
}

async function resolve(verificationMethod: string, ...answers: readonly Answer[]): Promise<KeyResolution> {
  return createKeyResolver(answersByUrl(answers))(verificationMethod);
}

async function resolveIn(content: unknown, fragment = '#key-0'): Promise<KeyResolution> {
  return resolve(`${did}${fragment}`, answer(address, content));
}

describe('did:web addresses', () => {
  test.each([
    [did, address, 'uni.example'],
    ['did:web:Uni.Example', 'https://uni.example/.well-known/did.json', 'uni.example'],
    ['did:web:uni.example%3A8443', 'https://uni.example:8443/.well-known/did.json', 'uni.example:8443'],
    ['did:web:uni.example:a:b:c:d:e', 'https://uni.example/a/b/c/d/e/did.json', 'uni.example'],
    ['did:web:uni.example%3a8443:issuers:42', 'https://uni.example:8443/issuers/42/did.json', 'uni.example:8443'],
    ['did:web:uni.example:a%20b', 'https://uni.example/a%20b/did.json', 'uni.example'],
  ])('%s is asked for at its own address, and named with its host', async (id, url, host) => {
    for (const fragment of ['', '#key-0']) {
      expect(await resolve(`${id}${fragment}`)).toEqual({ outcome: 'not-here', why: 'not-asked', host, want: { url, purpose: 'did-document' } });
    }
  });
  test.each(['did:web:', 'did:web:user@uni.example', 'did:web:user%40uni.example', 'did:web:uni.example%2Fa', 'did:web:uni.example:..:a', 'did:web:uni.example:%2e%2e:a', 'did:web:uni.example:a%2Fb', 'did:web:uni.example:a%5Cb', 'did:web:uni.example::a', 'did:web:uni.example:', 'did:web:127.0.0.1', 'did:web:2130706433.1', 'did:web:0x7f.1', 'did:web:127.1', 'did:web:uni.example%3A0', 'did:web:uni.example%3A99999', 'did:web:uni.example%3Aab', 'did:web:%5B%3A%3A1%5D', `did:web:${'a'.repeat(2_000)}.example`])(
    'B86 %s breaks the method and is asked nowhere',
    async (id) => {
      const found = await resolve(`${id}#key-0`);
      expect(found).toMatchObject({ outcome: 'malformed' });
      expect(found).not.toHaveProperty('want');
    },
  );
  test.each(['did:web:localhost', 'did:web:localhost%3A8082:a:b', 'did:web:printer.local', 'did:web:ldap.uni.internal', 'did:web:uni.home', 'did:web:router.lan'])(
    'B87 %s leads to a private host: could not check, and nobody is asked',
    async (id) => {
      const found = await resolve(`${id}#key-0`);
      expect(found).toMatchObject({ outcome: 'not-here', why: 'private-host' });
      expect(found).not.toHaveProperty('want');
    },
  );
  test('a path or a query of a DID URL names no key', async () => {
    for (const rest of ['/x#key-0', '?a=b#key-0', '#']) expect(await resolve(`${did}${rest}`, answer(address, document))).toEqual({ outcome: 'not-here', why: 'no-method' });
  });
});

describe('DID documents', () => {
  test('a key is found, with its uses and where it came from', async () => {
    expect(await resolveIn(document)).toMatchObject({
      outcome: 'key',
      key: { type: 'Ed25519', raw, id: `${did}#key-0`, controller: did, relationships: ['assertionMethod', 'authentication'], from: { basis: 'live', at: testNow } },
    });
    expect(await resolve(`${did}#key-0`, answer(address, document, 'cached'))).toMatchObject({ outcome: 'key', key: { from: { basis: 'cached' } } });
  });
  test.each<[string, object]>([
    ['Multikey', { type: 'Multikey', publicKeyMultibase: multikey }],
    ['JsonWebKey', { type: 'JsonWebKey', publicKeyJwk: { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(raw) } }],
    ['JsonWebKey2020', { type: 'JsonWebKey2020', publicKeyJwk: { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(raw), kid: 'a', alg: 'EdDSA' } }],
    ['Ed25519VerificationKey2020', { type: 'Ed25519VerificationKey2020', publicKeyMultibase: multikey }],
    ['Ed25519VerificationKey2018', { type: 'Ed25519VerificationKey2018', publicKeyBase58: base58.encode(raw) }],
    ['one key written twice', { type: 'Ed25519VerificationKey2018', publicKeyBase58: base58.encode(raw), publicKeyMultibase: multikey }],
  ])('%s is the same key', async (_name, written) => {
    expect(await resolveIn({ ...document, verificationMethod: [{ id: `${did}#key-0`, controller: did, ...written }] })).toMatchObject({ outcome: 'key', key: { raw } });
  });
  test('P-256 as JsonWebKey2020', async () => {
    const publicKeyJwk = { kty: 'EC', crv: 'P-256', x: encodeBase64url(point.slice(1, 33)), y: encodeBase64url(point.slice(33)) };
    expect(await resolveIn({ ...document, verificationMethod: [{ id: `${did}#key-0`, type: 'JsonWebKey2020', controller: did, publicKeyJwk }] })).toMatchObject({ outcome: 'key', key: { type: 'P-256', raw: point } });
  });
  test('bare fragments and relative identifiers stand behind the identifier of the document', async () => {
    const relative = { id: did, verificationMethod: [{ ...method, id: '#key-0' }], assertionMethod: ['#key-0'] };
    expect(await resolveIn(relative)).toMatchObject({ outcome: 'key', key: { id: `${did}#key-0`, relationships: ['assertionMethod'] } });
    expect(await resolveIn(relative, '')).toMatchObject({ outcome: 'key', key: { id: `${did}#key-0` } });
  });
  test('a method embedded in a relationship may do that and nothing else', async () => {
    expect(await resolveIn({ id: did, assertionMethod: [method] })).toMatchObject({ outcome: 'key', key: { raw, relationships: ['assertionMethod'] } });
    expect(await resolveIn({ id: did, authentication: method })).toMatchObject({ outcome: 'key', key: { relationships: ['authentication'] } });
    expect(await resolveIn({ id: did, verificationMethod: [method] })).toMatchObject({ outcome: 'key', key: { relationships: [] } });
  });
  test('dates of the end of a key are kept as written; what is no date is kept as none', async () => {
    expect(await resolveIn({ ...document, verificationMethod: [{ ...method, revoked: '2026-01-01T00:00:00Z', expires: 7 }] })).toMatchObject({ outcome: 'key', key: { revoked: '2026-01-01T00:00:00Z', expires: '' } });
  });
  test('a bare DID means its key only where there is one', async () => {
    expect(await resolveIn(document, '')).toMatchObject({ outcome: 'key', key: { id: `${did}#key-0` } });
    const two = { ...document, verificationMethod: [method, { ...method, id: `${did}#key-1`, publicKeyMultibase: encodeBase58btc(writeMulticodec(0xed, otherRaw)) }] };
    expect(await resolveIn(two, '')).toMatchObject({ outcome: 'not-here', why: 'several-keys' });
  });
  test('a key missing from the document of today could not be checked, and asking again tells nothing; from an older document it may', async () => {
    expect(await resolveIn(document, '#key-1')).toEqual({ outcome: 'not-here', why: 'not-in-document', host: 'uni.example', from: { basis: 'live', at: testNow } });
    const want = { url: address, purpose: 'did-document' };
    expect(await resolve(`${did}#key-1`, answer(address, document, 'cached'))).toMatchObject({ outcome: 'not-here', why: 'not-in-document', want });
  });
  test.each<[string, unknown, string]>([
    ['of another DID', { ...document, id: 'did:web:other.example' }, 'document-id'],
    ['without an id', { ...document, id: undefined }, 'document-id'],
    ['with two methods of one id', { ...document, verificationMethod: [method, { ...method, publicKeyMultibase: encodeBase58btc(writeMulticodec(0xed, otherRaw)) }] }, 'duplicate-method'],
    ['with an embedded method of the same id', { ...document, assertionMethod: [{ ...method, publicKeyMultibase: encodeBase58btc(writeMulticodec(0xed, otherRaw)) }] }, 'duplicate-method'],
    ['of more than 256 KiB', { ...document, filler: 'x'.repeat(256 * 1024) }, 'document-too-large'],
  ])('B88 a document %s breaks the rules of documents', async (_name, content, why) => {
    expect(await resolveIn(content)).toEqual({ outcome: 'malformed', why });
  });
  test('B88 a file of another DID that a person laid beside it accuses nobody', async () => {
    expect(await resolve(`${did}#key-0`, answer(address, { ...document, id: 'did:web:other.example' }, 'file'))).toMatchObject({ outcome: 'not-here', why: 'document-id' });
  });
  test('B88 a relationship that leads to no method leaves the key missing', async () => {
    expect(await resolveIn({ ...document, verificationMethod: [] })).toMatchObject({ outcome: 'not-here', why: 'not-in-document' });
  });
  test('B88 a foreign controller stays as written, for whoever binds to refuse', async () => {
    expect(await resolveIn({ ...document, verificationMethod: [{ ...method, controller: 'did:web:other.example' }] })).toMatchObject({ outcome: 'key', key: { controller: 'did:web:other.example' } });
  });
  test('B88 the same method said twice is one method', async () => {
    expect(await resolveIn({ ...document, verificationMethod: [method, method], assertionMethod: [method] })).toMatchObject({ outcome: 'key', key: { raw } });
  });
  test.each<[string, unknown]>([
    ['an error page', '<!doctype html><title>404</title>'],
    ['an error page of 300 KiB', `<!doctype html>${'x'.repeat(300 * 1024)}`],
    ['nothing', ''],
    ['a list', '[]'],
    ['JSON with a member twice', '{"id":"a","id":"b"}'],
    ['a method without a controller', { ...document, verificationMethod: [{ ...method, controller: undefined }] }],
    ['a method whose key is none', { ...document, verificationMethod: [{ ...method, publicKeyMultibase: 'zzzz0' }] }],
    ['a method without a key', { ...document, verificationMethod: [{ ...method, publicKeyMultibase: undefined }] }],
    ['a method with two keys', { ...document, verificationMethod: [{ ...method, publicKeyJwk: { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(otherRaw) } }] }],
    ['a private key', { ...document, verificationMethod: [{ id: method.id, controller: did, type: 'JsonWebKey', publicKeyJwk: { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(raw), d: 'AA' } }] }],
    ['a kind that says Ed25519 and holds P-256', { ...document, verificationMethod: [{ id: method.id, controller: did, type: 'Ed25519VerificationKey2020', publicKeyMultibase: encodeBase58btc(writeMulticodec(0x1200, p256.getPublicKey(p256.utils.randomSecretKey(), true))) }] }],
  ])('%s is no key: could not be checked', async (_name, content) => {
    expect(await resolveIn(content)).toMatchObject({ outcome: 'not-here', host: 'uni.example', want: { url: address } });
  });
  test('a kind of key that is not known is named', async () => {
    expect(await resolveIn({ ...document, verificationMethod: [{ ...method, type: 'EcdsaSecp256k1VerificationKey2019' }] })).toEqual({ outcome: 'method-unknown', method: 'key:EcdsaSecp256k1VerificationKey2019' });
  });
});

describe('https verification methods', () => {
  const issuer = 'https://uni.example/issuers/1';
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(raw) };
  test('without an answer the address is named', async () => {
    expect(await resolve(`${issuer}#key-1`)).toEqual({ outcome: 'not-here', why: 'not-asked', host: 'uni.example', want: { url: issuer, purpose: 'key' } });
  });
  test('a document of the controller, a method alone and a key alone', async () => {
    const own = { ...method, id: `${issuer}#key-1`, controller: issuer };
    expect(await resolve(`${issuer}#key-1`, answer(issuer, { id: issuer, verificationMethod: [own], assertionMethod: [own.id] }))).toMatchObject({ outcome: 'key', key: { raw, controller: issuer, relationships: ['assertionMethod'] } });
    const alone = `${issuer}/keys/1`;
    expect(await resolve(alone, answer(alone, { ...own, id: alone }))).toMatchObject({ outcome: 'key', key: { raw, id: alone, controller: issuer, relationships: ['assertionMethod'] } });
    expect(await resolve(alone, answer(alone, jwk))).toMatchObject({ outcome: 'key', key: { raw, id: alone, controller: alone, relationships: ['assertionMethod'] } });
    expect(await resolve(alone, answer(alone, { ...jwk, use: 'enc' }))).toMatchObject({ outcome: 'key', key: { relationships: [] } });
  });
  test('B88 a document or a method of another address is not this one', async () => {
    expect(await resolve(`${issuer}#key-1`, answer(issuer, { ...document, id: 'https://other.example/1' }))).toEqual({ outcome: 'malformed', why: 'document-id' });
    expect(await resolve(`${issuer}/keys/1`, answer(`${issuer}/keys/1`, { ...method, id: `${issuer}/keys/2`, controller: issuer }))).toEqual({ outcome: 'malformed', why: 'document-id' });
  });
  test.each(['https://user@uni.example/1#k', 'https://127.0.0.1/1#k', 'https://2130706433/1#k', 'https://[::1]/1#k', 'https://localhost/1#k', 'https://nas.local/1#k', 'https://uni.example/a/../1#k', 'https://uni.example/a%2f1#k'])('B86 %s is not asked for', async (id) => {
    const found = await resolve(id);
    expect(found).toMatchObject({ outcome: 'not-here' });
    expect(found).not.toHaveProperty('want');
  });
  test('B86 http is no way to a key', async () => {
    expect(await resolve('http://uni.example/1#k')).toEqual({ outcome: 'method-unknown', method: 'http' });
  });
});
