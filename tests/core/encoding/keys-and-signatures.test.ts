import { constants, createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { describe, expect, test, vi } from 'vitest';
import { encodeBase64url } from '../../../src/core/encoding/base64url.ts';
import { isSoundEd25519Key, isSoundEd25519Signature } from '../../../src/core/encoding/ed25519-strict.ts';
import { decodeHex } from '../../../src/core/encoding/hex.ts';
import { encodeBase58btc } from '../../../src/core/encoding/multibase.ts';
import { writeMulticodec } from '../../../src/core/encoding/multicodec.ts';
import { compressPoint, readPoint, writePoint } from '../../../src/core/encoding/nist-curves.ts';
import { readMultikey } from '../../../src/core/encoding/read-multikey.ts';
import { readEd25519Key, readJwk, readPointKey } from '../../../src/core/encoding/read-key.ts';
import type { KeyReading } from '../../../src/core/encoding/read-key.ts';
import { encodeUtf8 } from '../../../src/core/encoding/utf8.ts';
import { verifySignature } from '../../../src/core/encoding/verify-signature.ts';
import type { JsonObject } from '../../../src/core/model/json.ts';
import type { KeyMaterial } from '../../../src/core/model/public-key.ts';

const message = encodeUtf8('a message');
const groupOrder = 2n ** 252n + 27742317777372353535851937790883648493n;

function fromHex(text: string): Uint8Array<ArrayBuffer> {
  const bytes = decodeHex(text);
  if (!bytes.ok) throw new Error(text);
  return bytes.value;
}

function keyOf(reading: KeyReading): KeyMaterial {
  if (reading.outcome !== 'key') throw new Error(JSON.stringify(reading));
  return reading.key;
}

function littleEndian(number: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, index) => Number((number >> BigInt(8 * index)) & 255n));
}

function bigEndian(number: bigint, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => Number((number >> BigInt(8 * (length - 1 - index))) & 255n));
}

/** Each curve with another implementation of it. */
const nist = [
  ['P-256', p256, 32, 0x1200],
  ['P-384', p384, 48, 0x1201],
  ['P-521', p521, 66, 0x1202],
] as const;

/** Every encoding of a point of small order: the eight, and the ways to write them with a coordinate of p or more. */
const smallOrder = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000080',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000080',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
];

describe('B23 Ed25519 keys and signatures that prove nothing are refused', () => {
  const secret = ed25519.utils.randomSecretKey();
  const raw = ed25519.getPublicKey(secret);
  const signature = ed25519.sign(message, secret);

  test.each(smallOrder)('key %s, with which one signature fits every message', async (hex) => {
    const weak = fromHex(hex);
    expect(isSoundEd25519Key(weak)).toBe(false);
    expect(readEd25519Key(weak)).toEqual({ outcome: 'malformed', why: 'point' });
    expect(isSoundEd25519Signature(new Uint8Array([...weak, ...signature.slice(32)]))).toBe(false);
  });
  test('a point off the curve, and a coordinate beyond the field', () => {
    expect(isSoundEd25519Key(fromHex('0200000000000000000000000000000000000000000000000000000000000000'))).toBe(false);
    expect(isSoundEd25519Key(fromHex('f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f'))).toBe(false);
    expect(isSoundEd25519Key(raw.slice(1))).toBe(false);
  });
  test('the same points as another implementation, over 300 coordinates', () => {
    for (let y = 2; y < 302; y += 1) {
      const bytes = littleEndian(BigInt(y));
      let isOnCurve = true;
      try {
        ed25519.Point.fromBytes(bytes, false);
      } catch {
        isOnCurve = false;
      }
      expect([y, isSoundEd25519Key(bytes)]).toEqual([y, isOnCurve]);
    }
  });
  test('S of the group order or more, which would be a second signature for the same message', async () => {
    const s = signature.slice(32).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
    const rewritten = new Uint8Array([...signature.slice(0, 32), ...littleEndian(s + groupOrder)]);
    expect(await verifySignature(keyOf(readEd25519Key(raw)), rewritten, message)).toBe('malformed');
  });
  test('a sound key and signature fit, a changed message or signature does not, a cut one is malformed', async () => {
    const key = keyOf(readEd25519Key(raw));
    expect(await verifySignature(key, signature, message)).toBe('fits');
    expect(await verifySignature(key, signature, encodeUtf8('a message.'))).toBe('does-not-fit');
    expect(await verifySignature(key, signature.map((byte, index) => (index === 40 ? byte ^ 1 : byte)), message)).toBe('does-not-fit');
    expect(await verifySignature(key, signature.slice(0, 63), message)).toBe('malformed');
  });
  test('where WebCrypto has no Ed25519 the same is found without it', async () => {
    const key = keyOf(readEd25519Key(raw));
    const refusal = vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('no', 'NotSupportedError'));
    try {
      expect(await verifySignature(key, signature, message)).toBe('fits');
      expect(await verifySignature(key, signature, encodeUtf8('other'))).toBe('does-not-fit');
      expect(await verifySignature(key, signature.map((byte, index) => (index === 5 ? byte ^ 1 : byte)), message)).toBe('does-not-fit');
      expect(await verifySignature(key, new Uint8Array([...signature.slice(0, 32), ...new Uint8Array(32)]), message)).toBe('does-not-fit');
      refusal.mockRejectedValue(new DOMException('broken', 'DataError'));
      await expect(verifySignature(key, signature, message)).rejects.toThrow('broken');
    } finally {
      refusal.mockRestore();
    }
  });

  test('a signature that fits only if multiplied by the cofactor fits nowhere, with WebCrypto and without', async () => {
    const { scalar } = ed25519.utils.getExtendedPublicKey(secret);
    const torsion = ed25519.Point.fromBytes(fromHex(smallOrder[4] ?? ''), true);
    /** With a k that the order of the twist does not divide: else the twist would cancel itself out. */
    const signWith = (publicKey: Uint8Array, twist: typeof torsion): Uint8Array => {
      for (let nonce = 1_234_567n; ; nonce += 1n) {
        const r = ed25519.Point.BASE.multiply(nonce).add(twist).toBytes();
        const hash = createHash('sha512').update(r).update(publicKey).update(message).digest();
        const k = hash.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n) % groupOrder;
        if (k % 8n !== 0n) return new Uint8Array([...r, ...littleEndian((nonce + k * scalar) % groupOrder)]);
      }
    };
    const none = ed25519.Point.ZERO;
    const twisted = ed25519.Point.BASE.multiply(scalar).add(torsion).toBytes();
    const made: readonly (readonly [Uint8Array, Uint8Array])[] = [
      [raw, signWith(raw, torsion)],
      [twisted, signWith(twisted, none)],
    ];
    for (const [publicKey, bent] of made) expect(ed25519.verify(bent, message, publicKey, { zip215: true })).toBe(true);
    const found = async (): Promise<readonly string[]> => {
      const bent = await Promise.all(made.map(async ([publicKey, each]) => verifySignature(keyOf(readEd25519Key(publicKey)), each, message)));
      return [await verifySignature(keyOf(readEd25519Key(raw)), signWith(raw, none), message), ...bent];
    };
    expect(await found()).toEqual(['fits', 'does-not-fit', 'does-not-fit']);
    const refusal = vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('no', 'NotSupportedError'));
    try {
      expect(await found()).toEqual(['fits', 'does-not-fit', 'does-not-fit']);
    } finally {
      refusal.mockRestore();
    }
  });
});

describe.each(nist)('B22 %s signatures out of range or in another form are refused', (curve, noble, bytes) => {
  const secret = noble.utils.randomSecretKey();
  const order = noble.Point.Fn.ORDER;
  const key = keyOf(readPointKey(curve, noble.getPublicKey(secret, true)));
  const signature = noble.sign(message, secret, { lowS: false });
  const [r, s] = [signature.slice(0, bytes), signature.slice(bytes)];
  test.each([
    ['r and s zero', new Uint8Array(2 * bytes)],
    ['r zero', new Uint8Array([...new Uint8Array(bytes), ...s])],
    ['s zero', new Uint8Array([...r, ...new Uint8Array(bytes)])],
    ['r is n', new Uint8Array([...bigEndian(order, bytes), ...s])],
    ['s is n', new Uint8Array([...r, ...bigEndian(order, bytes)])],
    ['s above n', new Uint8Array([...r, ...new Uint8Array(bytes).fill(255)])],
    ['DER', noble.sign(message, secret, { format: 'der' })],
    ['too short', signature.slice(1)],
    ['too long', new Uint8Array([...signature, 0])],
    ['empty', new Uint8Array(0)],
  ])('%s', async (_name, wrong) => expect(await verifySignature(key, wrong, message)).toBe('malformed'));
  test('a good one fits, and no other message, hash or key', async () => {
    expect(await verifySignature(key, signature, message)).toBe('fits');
    expect(await verifySignature(key, signature, encodeUtf8('other'))).toBe('does-not-fit');
    expect(await verifySignature(key, signature, message, { hash: curve === 'P-256' ? 'SHA-384' : 'SHA-256' })).toBe('does-not-fit');
    const other = keyOf(readPointKey(curve, noble.getPublicKey(noble.utils.randomSecretKey(), true)));
    expect(await verifySignature(other, signature, message)).toBe('does-not-fit');
    const altered = signature.map((byte, index) => (index === bytes + 9 ? byte ^ 1 : byte));
    expect(await verifySignature(key, altered, message)).toBe('does-not-fit');
  });
  test('the greatest s below n is in range', async () => {
    expect(await verifySignature(key, new Uint8Array([...r, ...bigEndian(order - 1n, bytes)]), message)).toBe('does-not-fit');
  });
  test('B24 a mirrored signature (n - s) fits too: signature bytes are nobody\'s identity', async () => {
    const number = s.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
    expect(await verifySignature(key, new Uint8Array([...r, ...bigEndian(order - number, bytes)]), message)).toBe('fits');
  });
  test('the hash may be another one than the usual of the curve, where a standard says so', async () => {
    const hashed = sign('sha512', message, { key: nodeKey(curve, secret, noble.getPublicKey(secret, false)), dsaEncoding: 'ieee-p1363' });
    expect(await verifySignature(key, hashed, message, { hash: 'SHA-512' })).toBe('fits');
    if (curve !== 'P-521') expect(await verifySignature(key, hashed, message)).toBe('does-not-fit');
  });
});

function nodeKey(crv: string, secret: Uint8Array, point: Uint8Array): KeyObject {
  const half = (point.length - 1) / 2;
  const jwk = { kty: 'EC', crv, d: encodeBase64url(secret), x: encodeBase64url(point.slice(1, 1 + half)), y: encodeBase64url(point.slice(1 + half)) };
  return createPrivateKey({ key: jwk, format: 'jwk' });
}

describe('RSA signatures fit only in the padding and with the hash they were made with', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const key = keyOf(readJwk(publicKey.export({ format: 'jwk' }) as JsonObject));
  const pss = (saltLength: number): Uint8Array => sign('sha256', message, { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength });
  const plain = sign('sha256', message, privateKey);
  test('RS256 and PS256', async () => {
    expect(await verifySignature(key, plain, message)).toBe('fits');
    expect(await verifySignature(key, pss(32), message, { padding: 'pss' })).toBe('fits');
    expect(await verifySignature(key, sign('sha512', message, privateKey), message, { hash: 'SHA-512' })).toBe('fits');
  });
  test('another padding, hash, salt or message', async () => {
    expect(await verifySignature(key, plain, message, { padding: 'pss' })).toBe('does-not-fit');
    expect(await verifySignature(key, pss(32), message)).toBe('does-not-fit');
    expect(await verifySignature(key, pss(20), message, { padding: 'pss' })).toBe('does-not-fit');
    expect(await verifySignature(key, plain, message, { hash: 'SHA-384' })).toBe('does-not-fit');
    expect(await verifySignature(key, plain, encodeUtf8('other'))).toBe('does-not-fit');
  });
});

describe('B25 keys that are no keys are refused when they are read', () => {
  const point = p256.getPublicKey(p256.utils.randomSecretKey(), false);
  const x = encodeBase64url(point.slice(1, 33));
  const y = encodeBase64url(point.slice(33));
  const rsa = (bits: number, e: number[], last = 1): JsonObject => {
    const n = new Uint8Array(bits / 8).fill(0xa5);
    n[n.length - 1] = last;
    return { kty: 'RSA', n: encodeBase64url(n), e: encodeBase64url(new Uint8Array(e)) };
  };
  test.each(nist)('a point off %s in either form', (curve, noble, bytes) => {
    const whole = noble.getPublicKey(noble.utils.randomSecretKey(), false);
    const off = whole.map((byte, index) => (index === 2 * bytes ? byte ^ 1 : byte));
    expect(readPointKey(curve, off)).toEqual({ outcome: 'malformed', why: 'point' });
    const [left, right] = [whole.slice(1, 1 + bytes), off.slice(1 + bytes)].map(encodeBase64url);
    expect(readJwk({ kty: 'EC', crv: curve, x: left ?? '', y: right ?? '' })).toEqual({ outcome: 'malformed', why: 'point' });
    const noRoot = [...Array(50).keys()].map((byte) => new Uint8Array([2, ...new Uint8Array(bytes - 1), byte])).filter((each) => readPoint(curve, each) === undefined);
    expect(noRoot.length).toBeGreaterThan(10);
    for (const each of noRoot) expect(noble.utils.isValidPublicKey(each, true)).toBe(false);
    expect(readPointKey(curve, new Uint8Array([5, ...whole.slice(1, 1 + bytes)]))).toEqual({ outcome: 'malformed', why: 'point' });
    expect(readPointKey(curve, new Uint8Array([4, ...new Uint8Array(2 * bytes).fill(255)]))).toEqual({ outcome: 'malformed', why: 'point' });
    expect(readPointKey(curve, whole.slice(1))).toEqual({ outcome: 'malformed', why: 'length' });
  });
  test.each(nist)('a point of %s whose coordinate is written with the field added is no second spelling of it', (curve, noble, bytes) => {
    const written = (number: bigint): Uint8Array => Uint8Array.from(Buffer.from(number.toString(16).padStart(2 * bytes, '0'), 'hex'));
    const compressed = (number: bigint): Uint8Array => new Uint8Array([2, ...written(number)]);
    const prime = noble.Point.Fp.ORDER;
    const small = [...Array(60).keys()].map(BigInt).filter((number) => readPoint(curve, compressed(number)) !== undefined);
    expect(small.length).toBeGreaterThan(10);
    for (const number of small) {
      const whole = noble.Point.fromBytes(compressed(number)).toBytes(false);
      expect(readPointKey(curve, compressed(number + prime))).toEqual({ outcome: 'malformed', why: 'point' });
      expect(readPointKey(curve, new Uint8Array([4, ...written(number + prime), ...whole.slice(1 + bytes)]))).toEqual({ outcome: 'malformed', why: 'point' });
      expect(readPointKey(curve, whole).outcome).toBe('key');
    }
  });
  test('a point of one curve is none of another', () => {
    expect(readPointKey('P-384', point)).toEqual({ outcome: 'malformed', why: 'length' });
    expect(readJwk({ kty: 'EC', crv: 'P-384', x, y })).toEqual({ outcome: 'malformed', why: 'length' });
    expect(readJwk({ kty: 'EC', crv: 'P-521', x, y })).toEqual({ outcome: 'malformed', why: 'length' });
  });
  test.each(nist)('compressed points of %s are the points that another implementation finds', (curve, noble, _bytes, code) => {
    for (let round = 0; round < 20; round += 1) {
      const compressed = noble.getPublicKey(noble.utils.randomSecretKey(), true);
      const found = readPoint(curve, compressed);
      if (found === undefined) throw new Error('no point');
      expect(writePoint(found)).toEqual(noble.Point.fromBytes(compressed).toBytes(false));
      expect(readPoint(curve, writePoint(found))).toEqual(found);
      expect(compressPoint(found)).toEqual(compressed);
      expect(readMultikey(encodeBase58btc(writeMulticodec(code, compressed)))).toMatchObject({ outcome: 'key', key: { type: curve, raw: writePoint(found) } });
    }
  });
  test('RSA below 2048 bits, with exponent 1 or even, or with an even modulus', () => {
    expect(readJwk(rsa(1_024, [1, 0, 1]))).toMatchObject({ outcome: 'malformed', why: 'rsa-too-short' });
    expect(readJwk(rsa(2_040, [1, 0, 1]))).toMatchObject({ outcome: 'malformed', why: 'rsa-too-short' });
    expect(readJwk(rsa(2_048, [1]))).toMatchObject({ outcome: 'malformed', why: 'rsa-exponent' });
    expect(readJwk(rsa(2_048, [2]))).toMatchObject({ outcome: 'malformed', why: 'rsa-exponent' });
    expect(readJwk(rsa(2_048, [1, 0, 1], 2))).toMatchObject({ outcome: 'malformed', why: 'rsa-modulus' });
    expect(readJwk(rsa(2_048, [0, 1, 0, 1]))).toMatchObject({ outcome: 'malformed', why: 'n-or-e' });
    expect(readJwk(rsa(16_384, [1, 0, 1]))).toMatchObject({ outcome: 'unsupported' });
    expect(readJwk(rsa(2_048, [1, 0, 1]))).toMatchObject({ outcome: 'key', key: { type: 'RSA' } });
    expect(readJwk(rsa(2_048, [3]))).toMatchObject({ outcome: 'key' });
    expect(readJwk(rsa(2_048, [255, 255, 255, 255]))).toMatchObject({ outcome: 'key' });
    expect(readJwk(rsa(2_048, [1, 0, 0, 0, 1]))).toMatchObject({ outcome: 'unsupported' });
  });
  test('private, padded, cut, foreign', () => {
    expect(readJwk({ kty: 'EC', crv: 'P-256', x, y, d: x })).toEqual({ outcome: 'malformed', why: 'private' });
    expect(readJwk({ kty: 'EC', crv: 'P-256', x: `${x}=`, y })).toMatchObject({ outcome: 'malformed' });
    expect(readJwk({ kty: 'EC', crv: 'P-256', x: x.slice(2), y })).toMatchObject({ outcome: 'malformed' });
    expect(readJwk({ kty: 'OKP', crv: 'Ed25519' })).toMatchObject({ outcome: 'malformed' });
    expect(readJwk({ crv: 'P-256', x, y })).toMatchObject({ outcome: 'malformed', why: 'kty' });
    expect(readJwk({ kty: 'EC', crv: 'secp256k1', x, y })).toEqual({ outcome: 'unsupported', kind: 'secp256k1' });
    expect(readJwk({ kty: 'OKP', crv: 'X25519', x })).toEqual({ outcome: 'unsupported', kind: 'X25519' });
    expect(readJwk({ kty: 'oct', k: x })).toEqual({ outcome: 'malformed', why: 'private' });
  });
});

test('the thumbprint is that of RFC 7638, whichever way the key came in', async () => {
  for (const alg of ['ES256', 'ES384', 'ES512', 'EdDSA', 'RS256']) {
    const { publicKey } = await generateKeyPair(alg, { extractable: true });
    const jwk = await exportJWK(publicKey);
    const key = keyOf(readJwk({ ...(jwk as JsonObject), alg, use: 'sig' }));
    expect(key.thumbprint).toBe(await calculateJwkThumbprint(jwk));
    const raw = key.raw ?? new Uint8Array(0);
    const again = key.type === 'Ed25519' ? keyOf(readEd25519Key(raw)) : key.type === 'RSA' ? key : keyOf(readPointKey(key.type, raw));
    expect(again.thumbprint).toBe(key.thumbprint);
  }
});
