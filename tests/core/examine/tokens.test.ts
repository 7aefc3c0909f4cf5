import { describe, expect, test } from 'vitest';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import { createRsaKey } from '../../../src/tools/sampling/sample-keys.ts';
import { examineBytes, examineCredentialOf, reasonOf } from '../../support/examining.ts';
import { badge, cast, fullBadge, signRaw, signToken } from '../../support/signing.ts';
import type { Document } from '../../support/signing.ts';

const { issuer, other, token, curve } = await cast();
const seconds = (text: string): number => Date.parse(text) / 1_000;
const header = { alg: 'EdDSA', kid: issuer.verificationMethod };
const nbf = seconds('2026-06-14T12:00:00Z');

function expectAltered(seen: ExaminedCredential, reason: string, field?: string): void {
  expect({ headline: seen.headline, class: seen.class }).toEqual({ headline: 'altered', class: 'invalid' });
  const failed = seen.checks.find(({ state }) => state === 'failed');
  expect(failed?.reason).toBe(reason);
  if (field !== undefined) expect(failed?.facts['field']).toBe(field);
}

/** Open Badges 3.0's own form: the claims at the top beside the registered ones. */
function own(changes: Document = {}): Document {
  const claims = fullBadge(issuer.did);
  return { ...claims, iss: issuer.did, jti: claims['id'], nbf, ...changes };
}

/** VC 1.1: the credential in `vc`. */
function inVc(vc: Document = {}, registered: Document = {}): Document {
  const { validFrom, ...claims } = badge(issuer.did, { '@context': ['https://www.w3.org/2018/credentials/v1'] }, 'did:example:learner');
  return { iss: issuer.did, jti: claims['id'], sub: 'did:example:learner', nbf, vc: { ...claims, issuanceDate: validFrom, ...vc }, ...registered };
}

describe('the positive twins', () => {
  test('VC 1.1 with vc, VC 2.0 as vc+jwt, and the badge form all fit, by EdDSA and ES256', async () => {
    for (const typ of [undefined, 'JWT', 'jwt']) {
      expect((await examineCredentialOf(await signRaw({ ...header, ...(typ === undefined ? {} : { typ }) }, inVc(), issuer))).headline).toBe('unknown-issuer');
      expect((await examineCredentialOf(await signRaw({ ...header, ...(typ === undefined ? {} : { typ }) }, own(), issuer))).headline).toBe('unknown-issuer');
    }
    expect((await examineCredentialOf(await signToken(fullBadge(curve.issuer), curve, 'vc+jwt'))).headline).toBe('unknown-issuer');
    expect((await examineCredentialOf(`${await signToken(fullBadge(token.issuer), token, 'vc+ld+json+jwt')}\n`)).headline).toBe('unknown-issuer');
  });

  test('what only the registered claims state takes its place in the credential', async () => {
    const { id: _id, issuer: _issuer, issuanceDate: _date, credentialSubject, ...rest } = inVc()['vc'] as Document;
    const { id: _subject, ...subject } = credentialSubject as Document;
    const exp = seconds('2027-06-14T12:00:00Z');
    const seen = await examineCredentialOf(await signRaw(header, { ...inVc({}, { exp }), vc: { ...rest, credentialSubject: subject } }, issuer));
    expect(seen.headline).toBe('unknown-issuer');
    expect(seen.credential.issuer.id?.value).toBe(issuer.did);
    expect(seen.credential.holder.id?.value).toBe('did:example:learner');
    expect(seen.credential.validFrom?.value.text).toBe('2026-06-14T12:00:00Z');
    expect(seen.credential.validUntil?.value.text).toBe('2027-06-14T12:00:00Z');
    expect(seen.axes.time).toBe('within');
  });
});

describe('JOSE and keys', () => {
  test('B11 alg none in any spelling, absent, or an empty signature is malformed-proof', async () => {
    const valid = await signRaw(header, own(), issuer);
    const [, payload = '', signature = ''] = valid.split('.');
    const withHeader = (value: Document, last: string): string => `${Buffer.from(JSON.stringify(value)).toString('base64url')}.${payload}.${last}`;
    for (const alg of ['none', 'NoNe', 'NONE']) {
      expectAltered(await examineCredentialOf(withHeader({ alg }, '')), 'malformed-proof', 'alg');
      expectAltered(await examineCredentialOf(withHeader({ ...header, alg }, signature)), 'malformed-proof', 'alg');
    }
    expectAltered(await examineCredentialOf(withHeader({ kid: issuer.verificationMethod }, signature)), 'malformed-proof', 'alg');
    expectAltered(await examineCredentialOf(withHeader(header, '')), 'malformed-proof', 'signature');
  });

  test('B12 a shared-secret algorithm is malformed-proof before any key is looked at', async () => {
    expectAltered(await examineCredentialOf(await signRaw({ alg: 'HS256', kid: issuer.verificationMethod }, own(), issuer)), 'malformed-proof', 'alg');
  });

  test('B13 an algorithm that is not the key’s is malformed-proof', async () => {
    for (const alg of ['ES256', 'RS256']) {
      expectAltered(await examineCredentialOf(await signRaw({ ...header, alg }, own(), issuer)), 'malformed-proof', 'alg');
    }
  });

  test('B14 a key in the header never speaks for a DID: the attacker’s own key is wrong-signer', async () => {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: publicXOf(other.did) };
    expectAltered(await examineCredentialOf(await signRaw({ ...header, jwk }, own(), other)), 'wrong-signer');
    expectAltered(await examineCredentialOf(await signRaw({ alg: 'EdDSA', jku: 'https://evil.example/keys', x5u: 'https://evil.example/x' }, own(), other)), 'changed');
  });

  test('B14 a key in the header beside an https issuer shows that nothing changed, and never who signed', async () => {
    const rsa = await createRsaKey('https://brightwater.example/issuers/1');
    const claims = fullBadge(rsa.issuer);
    const signed = await signToken({ ...claims, iss: rsa.issuer }, rsa, 'JWT');
    const seen = await examineCredentialOf(signed);
    expect({ headline: seen.headline, axes: seen.axes.issuer }).toEqual({ headline: 'unknown-issuer', axes: 'unknown' });
    const known = { id: '1', keyThumbprint: 'another-key', issuerId: rsa.issuer, name: 'Brightwater', since: 0 as never };
    expectAltered(await examineCredentialOf(signed, { ownList: [known] }), 'wrong-signer');
    const same = { ...known, keyThumbprint: seen.signer?.keyThumbprint ?? '' };
    expect((await examineCredentialOf(signed, { ownList: [same] })).headline).toBe('no-status');
  });

  test('B15 kid must be one exact method of the issuer’s DID', async () => {
    const sign = async (kid: unknown): Promise<ExaminedCredential> => examineCredentialOf(await signRaw({ alg: 'EdDSA', kid }, own(), issuer));
    expect((await sign(issuer.verificationMethod)).headline).toBe('unknown-issuer');
    expectAltered(await sign(other.verificationMethod), 'changed');
    expectAltered(await examineCredentialOf(await signRaw({ alg: 'EdDSA', kid: other.verificationMethod }, own(), other)), 'wrong-signer');
    for (const kid of ['https://evil.example/key', '../keys/1', `${issuer.did}#other`, `${issuer.did}/path#x`]) {
      const seen = await sign(kid);
      expect(['unknown', 'invalid']).toContain(seen.class);
    }
    expectAltered(await sign(7), 'malformed-proof', 'kid');
  });

  test('B16 crit and b64:false are malformed-proof', async () => {
    expectAltered(await examineCredentialOf(await signRaw({ ...header, crit: ['exp'] }, own(), issuer)), 'malformed-proof', 'crit');
    expectAltered(await examineCredentialOf(await signRaw({ ...header, b64: false }, own(), issuer)), 'malformed-proof', 'b64');
    expect((await examineCredentialOf(await signRaw({ ...header, b64: true }, own(), issuer))).headline).toBe('unknown-issuer');
  });

  test.each(['kb+jwt', 'openid4vci-proof+jwt', 'oauth-authz-req+jwt', 'statuslist+jwt', 'dc+sd-jwt', 'at+jwt', 'vp+jwt', 5])(
    'B17 a token made for another purpose is malformed-proof: typ %s',
    async (typ) => {
      expectAltered(await examineCredentialOf(await signRaw({ ...header, typ }, own(), issuer)), 'malformed-proof', 'typ');
    },
  );

  test.each<[string, Document]>([
    ['cty', { cty: 'JWT' }],
    ['cty', { cty: 'application/vp' }],
    ['cty', { cty: 'vp+jwt' }],
    ['cty', { cty: ['vc'] }],
    ['enc', { enc: 'A128GCM' }],
    ['zip', { zip: 'DEF' }],
  ])('B17 a header of another kind of token is malformed-proof: %s %j', async (field, extra) => {
    const seen = await examineCredentialOf(await signRaw({ ...header, typ: 'vc+jwt', ...extra }, fullBadge(issuer.did), issuer));
    expectAltered(seen, 'malformed-proof', field);
  });

  test.each(['vc', 'application/vc', 'VC+LD+JSON', 'json'])('B17 a header that says it secures a credential is right: cty %s', async (cty) => {
    expect((await examineCredentialOf(await signRaw({ ...header, typ: 'vc+jwt', cty }, fullBadge(issuer.did), issuer))).headline).toBe('unknown-issuer');
  });

  test('B17 a vc+jwt that carries a vc claim is malformed-proof', async () => {
    expectAltered(await examineCredentialOf(await signRaw({ ...header, typ: 'vc+jwt' }, inVc(), issuer)), 'malformed-proof', 'typ');
    expect((await examineCredentialOf(await signRaw({ ...header, typ: 'application/vc+jwt' }, fullBadge(issuer.did), issuer))).headline).toBe('unknown-issuer');
  });

  test('B18 a JWS in JSON is judged with one signature, and named with several or with a header that nobody signed', async () => {
    const [head, payload, signature] = (await signRaw(header, own(), issuer)).split('.');
    const entry = { protected: head, signature };
    const judge = async (document: Document): Promise<string> => {
      const seen = await examineCredentialOf(document);
      return `${seen.headline} ${reasonOf(seen, 'proof')}`;
    };
    expect(await judge({ payload, signatures: [entry] })).toBe('unknown-issuer signature-fits');
    expect(await judge({ payload, signatures: [entry, { ...entry, signature: 'AAAA' }] })).toBe('not-checked several-signatures');
    expect(await judge({ payload, signature, header: { alg: 'EdDSA' } })).toBe('not-checked unprotected-header');
  });

  test.each<[string, Document, Document]>([
    ['iss', {}, { iss: 'did:example:another' }],
    ['sub', {}, { sub: 'did:example:another' }],
    ['jti', {}, { jti: 'https://brightwater.example/credentials/another' }],
    ['nbf', {}, { nbf: nbf - 86_400 }],
    ['exp', { expirationDate: '2030-01-01T00:00:00Z' }, { exp: seconds('2031-01-01T00:00:00Z') }],
  ])('B19 %s that contradicts the credential inside is malformed-proof', async (field, vc, registered) => {
    expectAltered(await examineCredentialOf(await signRaw(header, inVc(vc, registered), issuer)), 'malformed-proof', field);
    const ownRegistered = field === 'sub' ? { credentialSubject: { id: 'did:example:learner' }, ...registered } : registered;
    const until = field === 'exp' ? { validUntil: '2030-01-01T00:00:00Z' } : {};
    expectAltered(await examineCredentialOf(await signRaw(header, own({ ...until, ...ownRegistered }), issuer)), 'malformed-proof', field);
  });

  test.each(['iss', 'sub', 'jti'])('B19 %s that is no text is malformed-proof, never passed over', async (field) => {
    for (const value of [7, ['did:example:another'], { id: 'did:example:another' }, true, null]) {
      expectAltered(await examineCredentialOf(await signRaw(header, inVc({}, { [field]: value }), issuer)), 'malformed-proof', field);
      expectAltered(await examineCredentialOf(await signRaw({ ...header, typ: 'vc+jwt' }, { ...fullBadge(issuer.did), [field]: value }, issuer)), 'malformed-proof', field);
    }
  });

  test('B19 equal ones are fine, to the second', async () => {
    const exp = seconds('2030-01-01T00:00:00Z');
    const seen = await examineCredentialOf(await signRaw(header, inVc({ expirationDate: '2030-01-01T00:00:00.500Z', issuanceDate: '2026-06-14T12:00:00.250Z' }, { exp }), issuer));
    expect(seen.headline).toBe('unknown-issuer');
  });

  test.each<[string, unknown]>([
    ['exp', '1999999999'],
    ['exp', 1_999_999_999.5],
    ['exp', null],
    ['exp', [1_999_999_999]],
    ['exp', -1],
    ['exp', 99_999_999_999_999],
    ['nbf', '0'],
    ['nbf', { value: 1 }],
    ['iat', 'yesterday'],
    ['iat', true],
  ])('B20 %s as %j is malformed-proof, never "no end"', async (field, value) => {
    expectAltered(await examineCredentialOf(await signRaw({ ...header, typ: 'vc+jwt' }, { ...fullBadge(issuer.did), [field]: value }, issuer)), 'malformed-proof', field);
  });

  test('B20 the dates of a vc+jwt itself count: an ended token has expired', async () => {
    const sign = async (dates: Document): Promise<ExaminedCredential> =>
      examineCredentialOf(await signRaw({ ...header, typ: 'vc+jwt' }, { ...fullBadge(issuer.did), ...dates }, issuer));
    expect((await sign({ exp: nbf + 1, iat: nbf })).headline).toBe('expired');
    expect((await sign({ nbf: seconds('2027-01-01T00:00:00Z') })).headline).toBe('not-yet');
    expect((await sign({ exp: seconds('2027-01-01T00:00:00Z') })).headline).toBe('unknown-issuer');
  });
});

test('a changed claim and a changed signature are both "altered"', async () => {
  const [head, payload = '', signature = ''] = (await signRaw(header, own(), issuer)).split('.');
  const text = Buffer.from(payload, 'base64url').toString().replace('"8.5"', '"9.5"');
  expectAltered(await examineCredentialOf(`${head}.${Buffer.from(text).toString('base64url')}.${signature}`), 'changed');
  const flipped = Buffer.from(signature, 'base64url');
  flipped[3] = (flipped[3] ?? 0) ^ 1;
  expectAltered(await examineCredentialOf(`${head}.${payload}.${flipped.toString('base64url')}`), 'changed');
});

test('an SD-JWT without a key identifier is judged by the only key of its issuer', async () => {
  const sdJwt = `${await signRaw({ alg: 'EdDSA', typ: 'dc+sd-jwt' }, { iss: issuer.did, vct: 'x', title: 'T' }, issuer)}~`;
  expect(await examineBytes(sdJwt)).toMatchObject({ kind: 'credential', headline: 'unknown-issuer', proofs: [{ name: 'EdDSA', suite: 'sd-jwt' }] });
});

/** The public key of a did:key of Ed25519, as base64url. */
function publicXOf(did: string): string {
  const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  let value = 0n;
  for (const letter of did.slice('did:key:z'.length)) value = value * 58n + BigInt(alphabet.indexOf(letter));
  return Buffer.from(value.toString(16), 'hex').subarray(2).toString('base64url');
}
