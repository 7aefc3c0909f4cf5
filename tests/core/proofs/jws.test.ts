import { CompactSign, compactVerify, exportJWK, generateKeyPair, importJWK } from 'jose';
import type { JWK } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { resolveKey } from '../../../src/core/dids/registry.ts';
import { decodeBase64url, encodeBase64url } from '../../../src/core/encoding/base64url.ts';
import { encodeUtf8 } from '../../../src/core/encoding/utf8.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import type { JsonObject, JsonValue } from '../../../src/core/model/json.ts';
import type { ProofOrder, ProofOutcome } from '../../../src/core/model/proof.ts';
import type { ResolveKey } from '../../../src/core/model/public-key.ts';
import { verifyProof } from '../../../src/core/proofs/registry.ts';

interface Issuer {
  readonly alg: string;
  readonly key: CryptoKey;
  readonly jwk: JWK;
  readonly did: string;
  readonly kid: string;
}

const issuers = new Map<string, Issuer>();
const now = toInstant(1_750_000_000_000);
const payload = { iss: 'filled below', sub: 'did:example:learner', vc: { type: ['VerifiableCredential'] } };

async function createIssuer(alg: string): Promise<Issuer> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = await exportJWK(publicKey);
  const did = `did:jwk:${encodeBase64url(encodeUtf8(JSON.stringify(jwk)))}`;
  return { alg, key: privateKey, jwk, did, kid: `${did}#0` };
}

function issuer(alg = 'ES256'): Issuer {
  const found = issuers.get(alg);
  if (found === undefined) throw new Error(alg);
  return found;
}

beforeAll(async () => {
  for (const alg of ['ES256', 'ES384', 'ES512', 'EdDSA', 'RS256', 'PS256']) issuers.set(alg, await createIssuer(alg));
  issuers.set('other', await createIssuer('ES256'));
});

/** Signs with jose; the header as given besides `alg`. */
async function sign(by: Issuer, header: JsonObject, claims: JsonObject = { ...payload, iss: by.did }): Promise<string> {
  return new CompactSign(encodeUtf8(JSON.stringify(claims))).setProtectedHeader({ alg: by.alg, ...header } as { alg: string }).sign(by.key);
}

function part(text: string): Uint8Array {
  const bytes = decodeBase64url(text);
  if (!bytes.ok) throw new Error(text);
  return bytes.value;
}

async function judge(token: string, changes: Partial<ProofOrder> & { readonly header?: JsonObject; readonly signature?: Uint8Array } = {}): Promise<ProofOutcome> {
  const [head = '', body = '', tail = ''] = token.split('.');
  const decode = (text: string): JsonObject => JSON.parse(new TextDecoder().decode(part(text))) as JsonObject;
  const { header = decode(head), signature = part(tail), ...rest } = changes;
  const secured = { form: 'jwt', header, payload: decode(body), signingInput: encodeUtf8(`${head}.${body}`), signature } as const;
  return verifyProof({ secured, controller: issuer().did, purpose: 'assertionMethod', resolveKey, now, ...rest });
}

const summary = ({ state, reason, facts }: ProofOutcome): string => [state, reason, facts['field'] ?? facts['suite'] ?? facts['why']].filter((each) => each !== undefined).join(' ');

/** A token whose header and signature are put together by hand. */
function forge(header: JsonValue, signature: Uint8Array = new Uint8Array(64).fill(1)): string {
  return [encodeUtf8(JSON.stringify(header)), encodeUtf8(JSON.stringify({ ...payload, iss: issuer().did })), signature].map(encodeBase64url).join('.');
}

describe.each(['ES256', 'ES384', 'ES512', 'EdDSA', 'RS256', 'PS256'])('%s', (alg) => {
  test('a token signed by another implementation passes, with and without kid', async () => {
    const by = issuer(alg);
    for (const header of [{ kid: by.kid }, { kid: '#0' }, {}] as JsonObject[]) {
      expect(await judge(await sign(by, header), { controller: by.did })).toMatchObject({
        state: 'passed', suite: 'jws', signer: { verificationMethod: by.kid, controller: by.did, source: 'resolved' },
      });
    }
  });
  test('a changed payload, header or signature does not', async () => {
    const by = issuer(alg);
    const [head, body, tail] = (await sign(by, { kid: by.kid })).split('.') as [string, string, string];
    const otherBody = encodeBase64url(encodeUtf8(JSON.stringify({ ...payload, iss: by.did, sub: 'did:example:thief' })));
    const otherHead = encodeBase64url(encodeUtf8(JSON.stringify({ alg, kid: by.kid, typ: 'JWT' })));
    const otherTail = encodeBase64url(part(tail).map((byte, index) => (index === 20 ? byte ^ 1 : byte)));
    for (const token of [`${head}.${otherBody}.${tail}`, `${otherHead}.${body}.${tail}`]) expect(summary(await judge(token, { controller: by.did }))).toBe('failed changed');
    expect((await judge(`${head}.${body}.${otherTail}`, { controller: by.did })).state).toBe('failed');
  });
  test('the key in the header is the issuer\'s own, or the signer is wrong', async () => {
    const by = issuer(alg);
    const own = await sign(by, { jwk: by.jwk as JsonObject });
    expect(await judge(own, { controller: by.did })).toMatchObject({ state: 'passed', signer: { source: 'resolved', controller: by.did } });
    expect(summary(await judge(own, { controller: issuer('other').did }))).toBe('failed wrong-signer jwk');
  });
});

test('Ed25519 by its own name in the header is EdDSA', async () => {
  const by = issuer('EdDSA');
  const [, body = ''] = (await sign(by, {})).split('.');
  const head = encodeBase64url(encodeUtf8(JSON.stringify({ alg: 'Ed25519' })));
  const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', by.key, encodeUtf8(`${head}.${body}`)));
  expect((await judge(`${head}.${body}.${encodeBase64url(signature)}`, { controller: by.did })).state).toBe('passed');
});

describe('B11 no algorithm, no signature', () => {
  test.each<[JsonObject]>([[{ alg: 'none' }], [{ alg: 'None' }], [{ alg: 'NoNe' }], [{ alg: 'NONE' }], [{}], [{ alg: null }], [{ alg: ['ES256'] }], [{ alg: '' }]])('%j', async (header) => {
    const expected = header['alg'] === '' ? 'unknown unknown-suite' : 'failed malformed-proof alg';
    expect(summary(await judge(forge(header)))).toMatch(expected);
    expect(summary(await judge(forge(header, new Uint8Array(0))))).toMatch(header['alg'] === '' ? 'failed malformed-proof signature' : expected);
  });
  test('an empty signature under a real algorithm', async () => {
    expect(summary(await judge(forge({ alg: 'ES256' }, new Uint8Array(0))))).toBe('failed malformed-proof signature');
    expect((await judge(await sign(issuer(), {}))).state).toBe('passed');
  });
});

describe('B12 a public key is never a shared secret', () => {
  test.each(['HS256', 'HS384', 'HS512', 'hs256'])('%s is refused before any verifier runs', async (alg) => {
    const text = await sign(issuer(), {});
    const secret = await crypto.subtle.importKey('raw', encodeUtf8(JSON.stringify(issuer().jwk)), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    const [, body = ''] = text.split('.');
    const head = encodeBase64url(encodeUtf8(JSON.stringify({ alg, kid: issuer().kid })));
    const mac = new Uint8Array(await crypto.subtle.sign('HMAC', secret, encodeUtf8(`${head}.${body}`)));
    let asked = 0;
    const counting: ResolveKey = (url) => {
      asked += 1;
      return resolveKey(url);
    };
    expect(summary(await judge(`${head}.${body}.${encodeBase64url(mac)}`, { resolveKey: counting }))).toBe('failed malformed-proof alg');
    expect(asked).toBe(0);
  });
});

describe('B13 the algorithm is the key\'s, not the header\'s choice', () => {
  test.each([['ES256', 'EdDSA'], ['ES256', 'RS256'], ['EdDSA', 'ES256'], ['RS256', 'EdDSA'], ['RS256', 'ES256'], ['EdDSA', 'RS256'], ['ES256', 'ES384'], ['ES384', 'ES512'], ['ES512', 'ES256'], ['ES256', 'PS256'], ['PS256', 'ES256']])('a key of %s under %s', async (keyAlg, alg) => {
    const by = issuer(keyAlg);
    const [, body = '', tail = ''] = (await sign(by, {})).split('.');
    const head = encodeBase64url(encodeUtf8(JSON.stringify({ alg, kid: by.kid })));
    expect(summary(await judge(`${head}.${body}.${tail}`, { controller: by.did }))).toBe('failed malformed-proof alg');
  });
  test.each([['RS256', 'PS256'], ['PS256', 'RS256']])('B13 the padding of %s is not that of %s, with the same kind of key', async (keyAlg, alg) => {
    const by = issuer(keyAlg);
    const [, body = '', tail = ''] = (await sign(by, {})).split('.');
    const head = encodeBase64url(encodeUtf8(JSON.stringify({ alg })));
    expect(summary(await judge(`${head}.${body}.${tail}`, { controller: by.did }))).toBe('failed changed');
  });
  test.each(['ES256K', 'RS384', 'PS512', 'RS1', 'X'])('%s is not known here: could not check', async (alg) => {
    expect(summary(await judge(forge({ alg })))).toBe(`unknown unknown-suite ${alg}`);
  });
  test('a key of another curve, and one of a curve that is not known here', async () => {
    const by = issuer('ES384');
    expect(summary(await judge(forge({ alg: 'ES256', kid: by.kid }), { controller: by.did }))).toBe('failed malformed-proof alg');
    const did = `did:jwk:${encodeBase64url(encodeUtf8(JSON.stringify({ kty: 'EC', crv: 'secp256k1', x: 'AA', y: 'AA' })))}`;
    expect(await judge(forge({ alg: 'ES256', kid: `${did}#0` }), { controller: did })).toMatchObject({ state: 'unknown', reason: 'key-method-unknown' });
  });
});

describe('B14 keys that the token brings along', () => {
  test('jku, x5u and x5c are not looked at', async () => {
    const extra = { jku: 'https://thief.example/keys', x5u: 'https://thief.example/cert', x5c: ['AAAA'] };
    expect((await judge(await sign(issuer(), extra))).state).toBe('passed');
    expect(summary(await judge(await sign(issuer('other'), extra)))).toBe('failed changed');
    expect(summary(await judge(await sign(issuer('other'), extra), { controller: 'https://university.example/' }))).toBe('unknown key-not-here');
  });
  test('a key in the header of an issuer whose own key cannot be known shows that nothing changed, and not who signed', async () => {
    const by = issuer('other');
    const controller = 'https://university.example/issuer';
    const token = await sign(by, { jwk: by.jwk as JsonObject, kid: `${controller}#1` });
    expect(await judge(token, { controller })).toMatchObject({ state: 'passed', signer: { controller: '', source: 'in-header' }, binding: { state: 'not-applicable', reason: 'issuer-not-bound' } });
    expect(await judge(await sign(by, { jwk: by.jwk as JsonObject }), { controller: undefined })).toMatchObject({ signer: { source: 'in-header' } });
    expect(summary(await judge(await sign(by, { jwk: issuer().jwk as JsonObject }), { controller }))).toBe('failed changed');
  });
  test('it never stands in for a DID that could not be resolved, nor for a holder', async () => {
    const by = issuer('other');
    const token = await sign(by, { jwk: by.jwk as JsonObject });
    expect(await judge(token, { controller: 'did:web:university.example' })).toMatchObject({ state: 'unknown', reason: 'key-not-here' });
    expect(await judge(await sign(by, { jwk: by.jwk as JsonObject, kid: 'did:web:university.example#0' }), { controller: 'https://university.example/' })).toMatchObject({ state: 'unknown' });
    expect(await judge(token, { controller: undefined, purpose: 'authentication' })).toMatchObject({ state: 'unknown', reason: 'key-not-here' });
  });
  test('a header key that is none', async () => {
    const { d: _d, ...rest } = { ...issuer().jwk, d: 'AA' };
    expect(summary(await judge(forge({ alg: 'ES256', jwk: { ...rest, d: 'AA' } as JsonObject })))).toBe('failed malformed-proof jwk');
    expect(summary(await judge(forge({ alg: 'ES256', jwk: 'key' })))).toBe('failed malformed-proof jwk');
    expect(summary(await judge(forge({ alg: 'RS256', jwk: { kty: 'RSA', n: encodeBase64url(new Uint8Array(128).fill(255)), e: 'AQAB' } })))).toBe('failed malformed-proof jwk');
    expect(await judge(forge({ alg: 'ES256', jwk: { kty: 'EC', crv: 'secp256k1', x: 'AA', y: 'AA' } }))).toMatchObject({ state: 'unknown', reason: 'unknown-suite' });
  });
});

describe('B15 kid is exactly one method of the issuer', () => {
  test('of another DID: the wrong signer', async () => {
    const by = issuer('other');
    expect(await judge(await sign(by, { kid: by.kid }))).toMatchObject({ state: 'failed', reason: 'wrong-signer', signature: { state: 'passed' } });
    expect(await judge(await sign(by, { kid: 'did:web:thief.example#0' }))).toMatchObject({ state: 'failed', reason: 'wrong-signer' });
    expect(await judge(await sign(by, { kid: 'https://thief.example/key' }))).toMatchObject({ state: 'failed', reason: 'wrong-signer' });
  });
  test('with a path, a query, another fragment, none, or no address: not here', async () => {
    const { did } = issuer();
    for (const kid of [`${did}/../x#0`, `${did}?a=b#0`, `${did}#1`, `${did}#`, did, 'key-1', '../../etc/passwd', '', '0']) {
      expect([kid, await judge(await sign(issuer(), { kid }))]).toMatchObject([kid, { state: 'unknown', reason: 'key-not-here' }]);
    }
  });
  test('that is no text: malformed', async () => {
    for (const kid of [5, null, [issuer().kid], {}]) expect(summary(await judge(forge({ alg: 'ES256', kid })))).toBe('failed malformed-proof kid');
  });
  test('of an issuer known by an https address: the signature holds, the issuer is not bound', async () => {
    const controller = 'https://university.example/issuer';
    expect(await judge(await sign(issuer(), { kid: issuer().kid }), { controller })).toMatchObject({ state: 'unknown', reason: 'issuer-not-bound', signature: { state: 'passed' } });
    expect(await judge(await sign(issuer(), { kid: `${controller}#key` }), { controller })).toMatchObject({ state: 'unknown', reason: 'key-not-here' });
  });
});

describe('B16 what is critical and not understood', () => {
  test.each<[string, JsonObject]>([['crit', { crit: ['exp'], exp: 1 }], ['crit', { crit: [] }], ['crit', { crit: ['b64'], b64: false }], ['crit', { crit: ['b64'], b64: true }], ['b64', { b64: false }], ['b64', { b64: 'no' }]])('%s %j', async (field, extra) => {
    expect(summary(await judge(forge({ alg: 'ES256', kid: issuer().kid, ...extra })))).toBe(`failed malformed-proof ${field}`);
  });
  test('members that nobody calls critical are left alone', async () => {
    expect((await judge(await sign(issuer(), { exp: 1, b64: true, other: {} }))).state).toBe('passed');
  });
});

test('B22 the DER form of a signature is refused', async () => {
  const token = await sign(issuer(), {});
  const raw = part(token.split('.')[2] ?? '');
  const integer = (half: Uint8Array): number[] => [2, 33, 0, ...half];
  expect(summary(await judge(token, { signature: new Uint8Array([48, 70, ...integer(raw.slice(0, 32)), ...integer(raw.slice(32))]) }))).toBe('failed malformed-proof signature');
  expect(summary(await judge(token, { signature: new Uint8Array(64) }))).toBe('failed malformed-proof signature');
});

test('B34 a key that may not assert', async () => {
  const found = await resolveKey(issuer().kid);
  if (found.outcome !== 'key') throw new Error('no key');
  const only: ResolveKey = async () => ({ outcome: 'key', key: { ...found.key, relationships: ['authentication'] } });
  expect(summary(await judge(await sign(issuer(), {}), { resolveKey: only }))).toBe('failed wrong-signer relationship');
  expect(summary(await judge(await sign(issuer(), {}), { resolveKey: only, purpose: 'authentication' }))).toBe('passed signature-fits');
});

test('what a presentation is bound to is told', async () => {
  const by = issuer();
  expect(await judge(await sign(by, {}, { iss: by.did, nonce: 'abc', aud: ['x', 'y'] }))).toMatchObject({ challenge: 'abc', domain: ['x', 'y'] });
  expect(await judge(await sign(by, {}, { iss: by.did, aud: 'x' }))).toMatchObject({ domain: ['x'] });
});

test('keys as we read them serve another implementation', async () => {
  for (const alg of ['ES256', 'ES384', 'ES512', 'EdDSA', 'RS256', 'PS256']) {
    const by = issuer(alg);
    const found = await resolveKey(by.kid);
    if (found.outcome !== 'key') throw new Error('no key');
    const { protectedHeader } = await compactVerify(await sign(by, { kid: by.kid }), await importJWK({ ...found.key.jwk }, alg));
    expect(protectedHeader.kid).toBe(by.kid);
  }
});
