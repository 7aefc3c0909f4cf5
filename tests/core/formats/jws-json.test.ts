import { FlattenedSign, GeneralSign } from 'jose';
import { describe, expect, test } from 'vitest';
import { encodeBase64url } from '../../../src/core/encoding/base64url.ts';
import { encodeUtf8 } from '../../../src/core/encoding/utf8.ts';
import { flattened } from '../../../src/tools/sampling/seal-samples.ts';
import { examineBytes, examineCredentialOf, reasonOf } from '../../support/examining.ts';
import { badge, cast, signRaw } from '../../support/signing.ts';
import type { Document } from '../../support/signing.ts';

const { issuer, other } = await cast();
const header = { alg: 'EdDSA', kid: issuer.verificationMethod, typ: 'vc+jwt' };
const token = await signRaw(header, badge(issuer.did), issuer);
const parts = flattened(token);
const entry = { protected: parts.protected, signature: parts.signature };

async function judge(document: unknown): Promise<string> {
  const seen = await examineCredentialOf(document);
  return `${seen.class} ${reasonOf(seen, 'proof')}`;
}

describe('one signature', () => {
  test('flattened and general: the token of the same parts, with the same verdict, and the bytes as they came', async () => {
    const compact = await examineCredentialOf(token);
    for (const document of [parts, { payload: parts.payload, signatures: [entry] }]) {
      const text = ` ${JSON.stringify(document, null, 1)}\r\n`;
      const seen = await examineCredentialOf(text);
      expect([seen.format, seen.mediaType, seen.class, seen.vocabulary]).toEqual(['jws-json', 'application/jose+json', compact.class, compact.vocabulary]);
      expect([seen.sameness, seen.claimsDigest]).toEqual([compact.sameness, compact.claimsDigest]);
      expect(new TextDecoder().decode(seen.raw)).toBe(text);
    }
  });

  test('made by another implementation, both ways of writing', async () => {
    const claims = encodeUtf8(JSON.stringify(badge(issuer.did)));
    const flat = await new FlattenedSign(claims).setProtectedHeader(header).sign(issuer.privateKey);
    const general = await new GeneralSign(claims).addSignature(issuer.privateKey).setProtectedHeader(header).sign();
    expect([await judge(flat), await judge(general)]).toEqual(['unconfirmed signature-fits', 'unconfirmed signature-fits']);
  });

  test('a changed payload, header or signature, and the key of another', async () => {
    const payload = encodeBase64url(encodeUtf8(JSON.stringify(badge(issuer.did, { name: 'Another name' }))));
    const head = encodeBase64url(encodeUtf8(JSON.stringify({ ...header, cty: 'vc' })));
    for (const document of [{ ...parts, payload }, { ...parts, protected: head }]) expect(await judge(document)).toBe('invalid changed');
    expect(await judge({ ...parts, signature: encodeBase64url(new Uint8Array(64)) })).toMatch(/^invalid /);
    expect(await judge(flattened(await signRaw({ ...header, kid: other.verificationMethod }, badge(issuer.did), other)))).toMatch(/^invalid /);
  });

  test('B16 and B17 the rules of tokens hold here too', async () => {
    const signed = async (changes: Document): Promise<string> => judge(flattened(await signRaw({ ...header, ...changes }, badge(issuer.did), issuer)));
    expect(await signed({ crit: ['exp'], exp: 1 })).toBe('invalid malformed-proof');
    expect(await signed({ typ: 'kb+jwt' })).toBe('invalid malformed-proof');
    expect(await signed({})).toBe('unconfirmed signature-fits');
  });

  test('B16 a payload as text is for seals alone', async () => {
    const text = JSON.stringify(badge(issuer.did));
    const head = encodeBase64url(encodeUtf8(JSON.stringify({ ...header, b64: false, crit: ['b64'] })));
    const signature = encodeBase64url(new Uint8Array(await crypto.subtle.sign('Ed25519', issuer.privateKey, encodeUtf8(`${head}.${text}`))));
    expect(await judge({ payload: text, protected: head, signature })).toBe('invalid malformed-proof');
  });
});

describe('B18 what two readers could take for two things', () => {
  test('several signatures are not judged, good as they are', async () => {
    expect(await judge({ payload: parts.payload, signatures: [entry, entry] })).toBe('unknown several-signatures');
    expect(await judge({ payload: parts.payload, signatures: [entry] })).toBe('unconfirmed signature-fits');
  });

  test('a header that nobody signed is not judged, whatever it says', async () => {
    for (const unprotected of [{ alg: 'EdDSA' }, { kid: issuer.verificationMethod }, { jwk: {} }, { x: 1 }]) {
      expect(await judge({ ...parts, header: unprotected })).toBe('unknown unprotected-header');
    }
    expect(await judge({ payload: parts.payload, header: { alg: 'EdDSA' }, signature: parts.signature })).toBe('unknown unprotected-header');
    expect(await judge({ ...parts, header: {} })).toBe('unconfirmed signature-fits');
  });

  test('both ways of writing at once, or no signature, is a proof that is none', async () => {
    const both = { payload: parts.payload, signatures: [entry], signature: parts.signature, protected: parts.protected };
    for (const document of [both, { payload: parts.payload, signatures: [] }, { payload: parts.payload, signatures: 'x' }, { ...parts, signature: 1 }]) {
      expect(await judge(document)).toBe('invalid malformed-proof');
    }
  });

  test('B11 no algorithm, an empty signature', async () => {
    const none = encodeBase64url(encodeUtf8('{"alg":"none"}'));
    expect(await judge({ ...parts, protected: none, signature: '' })).toBe('invalid malformed-proof');
    expect(await judge({ ...parts, signature: '' })).toBe('invalid malformed-proof');
    expect(await judge({ payload: parts.payload, signature: parts.signature })).toBe('invalid malformed-proof');
  });

  test.each<[string, Document]>([
    ['B07 padding', { ...parts, signature: `${parts.signature}==` }],
    ['B07 a header that is not base64url', { ...parts, protected: '!' }],
    ['B01 a header that says one thing twice', { ...parts, protected: encodeBase64url(encodeUtf8('{"alg":"EdDSA","alg":"none"}')) }],
    ['B09 a header that is no object', { ...parts, protected: encodeBase64url(encodeUtf8('[]')) }],
    ['B09 a list beside the signature', { ...parts, header: [] }],
  ])('%s is refused', async (_name, document) => {
    expect((await examineBytes(JSON.stringify(document))).class).toBe('refused');
  });
});

test('a payload that is no credential is kept, shown as it is, and not judged', async () => {
  const seen = await examineCredentialOf({ ...parts, payload: encodeBase64url(encodeUtf8('hello')) });
  expect([seen.class, seen.format, reasonOf(seen, 'proof')]).toEqual(['unknown', 'jws-json', 'unknown-suite']);
});
