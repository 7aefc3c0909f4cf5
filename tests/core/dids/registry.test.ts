import { ed25519 } from '@noble/curves/ed25519.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { exportJWK, generateKeyPair } from 'jose';
import { describe, expect, test } from 'vitest';
import { resolveKey } from '../../../src/core/dids/registry.ts';
import { encodeBase64url } from '../../../src/core/encoding/base64url.ts';
import { encodeBase58btc } from '../../../src/core/encoding/multibase.ts';
import { multicodecs, writeMulticodec } from '../../../src/core/encoding/multicodec.ts';
import { encodeUtf8 } from '../../../src/core/encoding/utf8.ts';

const edRaw = ed25519.getPublicKey(ed25519.utils.randomSecretKey());
const p256Raw = p256.getPublicKey(p256.utils.randomSecretKey(), true);
const multibase = (code: number, bytes: Uint8Array): string => encodeBase58btc(writeMulticodec(code, bytes));
const edText = multibase(multicodecs.ed25519Public, edRaw);
const p256Text = multibase(multicodecs.p256Public, p256Raw);
const didKey = (text: string, fragment = text): string => `did:key:${text}#${fragment}`;
const didJwk = (jwk: unknown, rest = '#0'): string => `did:jwk:${encodeBase64url(encodeUtf8(typeof jwk === 'string' ? jwk : JSON.stringify(jwk)))}${rest}`;

describe('did:key', () => {
  test('Ed25519 and P-256 identifiers give their own keys', async () => {
    expect(edText).toMatch(/^z6Mk/);
    expect(p256Text).toMatch(/^zDn/);
    expect(await resolveKey(didKey(edText))).toMatchObject({ outcome: 'key', key: { type: 'Ed25519', raw: edRaw, id: didKey(edText), controller: `did:key:${edText}` } });
    expect(await resolveKey(didKey(p256Text))).toMatchObject({ outcome: 'key', key: { type: 'P-256', raw: p256.Point.fromBytes(p256Raw).toBytes(false), id: didKey(p256Text) } });
  });
  test.each([
    ['P-384', p384, 0x1201, /^z82/],
    ['P-521', p521, 0x1202, /^z2J9/],
  ] as const)('%s identifiers give their own keys', async (type, noble, code, start) => {
    const point = noble.getPublicKey(noble.utils.randomSecretKey(), true);
    const text = multibase(code, point);
    expect(text).toMatch(start);
    expect(await resolveKey(didKey(text))).toMatchObject({ outcome: 'key', key: { type, raw: noble.Point.fromBytes(point).toBytes(false), id: didKey(text) } });
    expect(await resolveKey(didKey(multibase(code, point.slice(1))))).toEqual({ outcome: 'malformed', why: 'length' });
    expect(await resolveKey(didKey(multibase(code, noble.Point.fromBytes(point).toBytes(false))))).toEqual({ outcome: 'malformed', why: 'length' });
    expect(await resolveKey(didKey(multibase(0x1200, point)))).toEqual({ outcome: 'malformed', why: 'length' });
  });
  test('the canonical JWK that EBSI gives natural persons is the key in it, in one spelling', async () => {
    const point = p256.Point.fromBytes(p256Raw).toBytes(false);
    const [x, y] = [encodeBase64url(point.slice(1, 33)), encodeBase64url(point.slice(33))];
    const did = (json: string): string => didKey(multibase(0xeb51, encodeUtf8(json)));
    const canonical = did(`{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}`);
    expect(canonical).toMatch(/^did:key:z2dm/);
    const [found, same] = [await resolveKey(canonical), await resolveKey(didKey(p256Text))];
    expect(found).toMatchObject({ outcome: 'key', key: { type: 'P-256', id: canonical } });
    expect(found.outcome === 'key' && same.outcome === 'key' && found.key.thumbprint === same.key.thumbprint).toBe(true);
    for (const json of [`{"kty":"EC","crv":"P-256","x":"${x}","y":"${y}"}`, `{"crv":"P-256","kty":"EC","use":"sig","x":"${x}","y":"${y}"}`, `{"crv":"P-256","kty":"EC","x":"${x}","y":"${x}"}`, `{"crv":"P-256","d":"AA","kty":"EC","x":"${x}","y":"${y}"}`, '{}', '[]', 'x', '']) {
      expect([json, (await resolveKey(did(json))).outcome]).toEqual([json, 'malformed']);
    }
    expect(await resolveKey(did('{"crv":"secp256k1","kty":"EC","x":"AA","y":"AA"}'))).toEqual({ outcome: 'method-unknown', method: 'key:secp256k1' });
    const published = 'z2dmzD81cgPx8Vki7JbuuMmFYrWPgYoytykUZ3eyqht1j9KbsEYvdrjxMjQ4tpnje9BDBTzuNDP3knn6qLZErzd4bJ5go2CChoPjd5GAH3zpFJP5fuwSk66U5Pq6EhF4nKnHzDnznEP8fX99nZGgwbAh1o7Gj1X52Tdhf7U4KTk66xsA5r';
    expect(await resolveKey(didKey(published))).toMatchObject({ outcome: 'key', key: { type: 'P-256' } });
  });
  test('every key may assert and authenticate', async () => {
    const found = await resolveKey(didKey(edText));
    expect(found.outcome === 'key' && found.key.relationships).toEqual(expect.arrayContaining(['assertionMethod', 'authentication']));
  });
  test('the examples of the method', async () => {
    for (const text of ['z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK', 'z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp', 'zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv', 'zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169', 'z82Lm1MpAkeJcix9K8TMiLd5NMAhnwkjjCBeWHXyu3U4oT2MVJJKXkcVBgjGhnLBn2Kaau9', 'z82LkvCwHNreneWpsgPEbV3gu1C6NFJEBg4srfJ5gdxEsMGRJUz2sG9FE42shbn2xkZJh54', 'z2J9gaYxrKVpdoG9A4gRnmpnRCcxU6agDtFVVBVdn1JedouoZN7SzcyREXXzWgt3gGiwpoHq7K68X4m32D8HgzG8wv3sY5j7', 'z2J9gcGdb2nEyMDmzQYv2QZQcM1vXktvy1Pw4MduSWxGabLZ9XESSWLQgbuPhwnXN7zP7HpTzWqrMTzaY5zWe6hpzJ2jnw4f']) {
      expect(await resolveKey(didKey(text))).toMatchObject({ outcome: 'key' });
    }
  });
  test('a bare identifier gives the one key it has, with its whole URL', async () => {
    expect(await resolveKey(`did:key:${edText}`)).toMatchObject({ outcome: 'key', key: { id: didKey(edText) } });
  });
  test('another fragment, a path or a query name nothing in the document', async () => {
    for (const rest of ['#', '#key-1', `#${p256Text}`, `/x#${edText}`, `?a#${edText}`, `#${edText}#${edText}`, `#${edText}\n`]) {
      expect(await resolveKey(`did:key:${edText}${rest}`)).toEqual({ outcome: 'not-here' });
    }
  });

  describe('B26 wrong codec, varint, length or spelling', () => {
    const long = new Uint8Array([0xed, 0x81, 0x00, ...edRaw]);
    test.each([
      ['no multibase', 'did:key:6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK'],
      ['digits', 'did:key:123'],
      ['hex', `did:key:${'ab'.repeat(32)}`],
      ['another base', `did:key:u${encodeBase64url(writeMulticodec(0xed, edRaw))}`],
      ['letters outside the alphabet', `did:key:z6Mk0OIl`],
      ['empty', 'did:key:'],
      ['only z', 'did:key:z'],
      ['Ed25519 of 31 bytes', `did:key:${multibase(0xed, edRaw.slice(1))}`],
      ['Ed25519 of 33 bytes', `did:key:${multibase(0xed, new Uint8Array([...edRaw, 0]))}`],
      ['P-256 of 32 bytes', `did:key:${multibase(0x1200, p256Raw.slice(1))}`],
      ['P-256 not compressed', `did:key:${multibase(0x1200, p256.Point.fromBytes(p256Raw).toBytes(false))}`],
      ['P-256 with parity 4', `did:key:${multibase(0x1200, new Uint8Array([4, ...p256Raw.slice(1)]))}`],
      ['varint longer than needed', `did:key:${encodeBase58btc(long)}`],
      ['varint without end', `did:key:${encodeBase58btc(new Uint8Array(12).fill(0xff))}`],
      ['small order', `did:key:${multibase(0xed, new Uint8Array([1, ...new Uint8Array(31)]))}`],
    ])('%s is malformed', async (_name, did) => {
      expect(await resolveKey(did)).toMatchObject({ outcome: 'malformed' });
    });
    test.each([
      ['secp256k1', 0xe7, secp256k1.getPublicKey(secp256k1.utils.randomSecretKey(), true)],
      ['RSA', 0x1205, new Uint8Array(270).fill(7)],
      ['X25519', 0xec, edRaw],
      ['BLS12-381 G1', 0xea, new Uint8Array(48).fill(7)],
      ['BLS12-381 G2', 0xeb, new Uint8Array(96).fill(7)],
    ])('%s is another kind of key: could not check', async (_name, code, bytes) => {
      expect(await resolveKey(didKey(multibase(code, bytes)))).toEqual({ outcome: 'method-unknown', method: `key:0x${code.toString(16)}` });
    });
    test('the same key read twice is the same, and a wrong one is not remembered', async () => {
      expect(await resolveKey(didKey(edText))).toEqual(await resolveKey(didKey(edText)));
      expect(await resolveKey('did:key:123')).toEqual(await resolveKey('did:key:123'));
    });
  });
});

describe('did:jwk', () => {
  test.each(['EdDSA', 'ES256', 'ES384', 'ES512', 'RS256'])('%s keys are found, and have the thumbprint of the same key elsewhere', async (alg) => {
    const { publicKey } = await generateKeyPair(alg, { extractable: true });
    const did = didJwk(await exportJWK(publicKey));
    const found = await resolveKey(did);
    expect(found).toMatchObject({ outcome: 'key', key: { id: did, controller: did.slice(0, -2) } });
    expect(await resolveKey(did.slice(0, -2))).toEqual(found);
  });
  test('the same Ed25519 key by did:key and by did:jwk has one thumbprint', async () => {
    const [first, second] = [await resolveKey(didKey(edText)), await resolveKey(didJwk({ kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(edRaw) }))];
    expect(first.outcome === 'key' && second.outcome === 'key' && first.key.thumbprint === second.key.thumbprint).toBe(true);
  });
  test('the P-256 example of the method', async () => {
    const did = 'did:jwk:eyJjcnYiOiJQLTI1NiIsImt0eSI6IkVDIiwieCI6ImFjYklRaXVNczNpOF91c3pFakoydHBUdFJNNEVVM3l6OTFQSDZDZEgyVjAiLCJ5IjoiX0tjeUxqOXZXTXB0bm1LdG00NkdxRHo4d2Y3NEk1TEtncmwyR3pIM25TRSJ9';
    expect(await resolveKey(`${did}#0`)).toMatchObject({ outcome: 'key', key: { type: 'P-256', controller: did } });
  });
  test('a key for encryption signs nothing', async () => {
    const found = await resolveKey(didJwk({ kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(edRaw), use: 'enc' }));
    expect(found.outcome === 'key' && found.key.relationships).toEqual([]);
  });
  test('other kinds of key could not be checked', async () => {
    expect(await resolveKey(didJwk({ kty: 'EC', crv: 'secp256k1', x: 'AA', y: 'AA' }))).toEqual({ outcome: 'method-unknown', method: 'jwk:secp256k1' });
  });
  test('another fragment names nothing', async () => {
    for (const rest of ['#1', '#', '/x#0', '?a=b']) expect(await resolveKey(didJwk({ kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(edRaw) }, rest))).toEqual({ outcome: 'not-here' });
  });
  test.each([
    ['padded', `${didJwk({ kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(edRaw) }, '')}==#0`],
    ['not JSON', didJwk('{')],
    ['not an object', didJwk([])],
    ['the same member twice', didJwk('{"kty":"OKP","kty":"OKP","crv":"Ed25519","x":"AA"}')],
    ['private', didJwk({ kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(edRaw), d: 'AA' })],
    ['empty', 'did:jwk:#0'],
    ['endless', `did:jwk:${'A'.repeat(5_000)}#0`],
  ])('%s is malformed', async (_name, did) => expect(await resolveKey(did)).toMatchObject({ outcome: 'malformed' }));
});

test('other methods and addresses could not be checked, what is no address is not here', async () => {
  expect(await resolveKey('did:velocity:v2:0x1#key-0')).toEqual({ outcome: 'method-unknown', method: 'velocity' });
  expect(await resolveKey('ipfs://university/issuer#key')).toEqual({ outcome: 'method-unknown', method: 'ipfs' });
  expect(await resolveKey('urn:uuid:1#a')).toEqual({ outcome: 'method-unknown', method: 'urn' });
  expect(await resolveKey('key-1')).toEqual({ outcome: 'not-here' });
  expect(await resolveKey('')).toEqual({ outcome: 'not-here' });
  expect(await resolveKey('did:constructor:a')).toEqual({ outcome: 'method-unknown', method: 'constructor' });
});
