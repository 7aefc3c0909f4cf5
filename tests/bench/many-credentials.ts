import { encodeBase64 } from '../../src/core/encoding/base64.ts';
import { encodeUtf8 } from '../../src/core/encoding/utf8.ts';
import { toInstant } from '../../src/core/model/instant.ts';
import { createCurveKey } from '../../src/tools/sampling/curve-keys.ts';
import { brightwater, elmClaims } from '../../src/tools/sampling/elm-claims.ts';
import { makePng, makeSvg, textChunk } from '../../src/tools/sampling/make-packings.ts';
import { badgeClaims, badgeClaims11, fullBadgeClaims } from '../../src/tools/sampling/sample-claims.ts';
import type { ClaimsOptions } from '../../src/tools/sampling/sample-claims.ts';
import { sampleDates } from '../../src/tools/sampling/sample-dates.ts';
import { createEdwardsKey, createLongCurveKey, createP256Key, createRsaKey, edwardsTokenKey, freshSeeds } from '../../src/tools/sampling/sample-keys.ts';
import type { TokenKey } from '../../src/tools/sampling/sample-keys.ts';
import { createSealAuthority } from '../../src/tools/sampling/seal-authority.ts';
import { sealCredential } from '../../src/tools/sampling/seal-credential.ts';
import { flatClaims, flatFrame } from '../../src/tools/sampling/selective-claims.ts';
import { createCurveKey as createSelectiveKey, createOtherKey, issueSelective } from '../../src/tools/sampling/sign-selective.ts';
import { signCredential, signToken } from '../../src/tools/sampling/sign-samples.ts';
import type { DocumentKey, SampleSuite } from '../../src/tools/sampling/sign-samples.ts';
import { flattened } from '../../src/tools/sampling/seal-samples.ts';

/** One credential as a person has it: text, or a picture with a credential inside. */
export interface MadeCredential {
  readonly extension: 'json' | 'jwt' | 'txt' | 'png' | 'svg';
  readonly bytes: Uint8Array;
}

/** Makes the credential of this number. */
type Maker = (number: number) => Promise<MadeCredential>;
type Document = Record<string, unknown>;

const dates = sampleDates(toInstant(Date.now()));

const asText = (text: string, extension: MadeCredential['extension']): MadeCredential => ({ extension, bytes: encodeUtf8(text) });
const asJson = (document: object): MadeCredential => asText(JSON.stringify(document), 'json');

function optionsOf(issuer: string, number: number): ClaimsOptions {
  return { issuer, id: `https://brightwater.example/credentials/${String(number)}`, validFrom: dates.past, validUntil: dates.farFuture };
}

const ownContexts: Partial<Readonly<Record<SampleSuite, Parameters<typeof badgeClaims>[1]>>> = { Ed25519Signature2020: 'ed25519-2020', Ed25519Signature2018: 'ed25519-2018' };

/** A badge with an embedded proof. */
function embedded(suite: SampleSuite, key: DocumentKey): (number: number) => Promise<Document> {
  return (number) => signCredential(badgeClaims(optionsOf(key.did, number), ownContexts[suite]), suite, key, dates.past);
}

/** A badge as a signed token: VC 2.0, or VC 1.1 with a `vc` claim. */
function token(key: TokenKey, form: 'vc+jwt' | 'vc-claim' = 'vc+jwt'): (number: number) => Promise<string> {
  return (number) => {
    const options = optionsOf(key.issuer, number);
    if (form === 'vc+jwt') return signToken(fullBadgeClaims(options), key, 'vc+jwt');
    const { validUntil: _none, ...lasting } = options;
    return signToken({ vc: badgeClaims11(lasting, 'none'), iss: options.issuer, jti: options.id, nbf: Math.floor(Date.parse(options.validFrom) / 1_000) }, key, 'JWT');
  };
}

async function embeddedMakers(): Promise<readonly Maker[]> {
  const key = await createEdwardsKey(freshSeeds('issuer'));
  const [p256, p384] = [await createCurveKey('P-256', freshSeeds('issuer')), await createCurveKey('P-384', freshSeeds('issuer'))];
  const ways: readonly (readonly [SampleSuite, DocumentKey])[] = [
    ['eddsa-rdfc-2022', key],
    ['eddsa-jcs-2022', key],
    ['Ed25519Signature2020', key],
    ['Ed25519Signature2018', key],
    ['ecdsa-rdfc-2019', p256],
    ['ecdsa-rdfc-2019', p384],
    ['ecdsa-jcs-2019', p256],
    ['ecdsa-sd-2023', p256],
  ];
  return ways.map(([suite, by]): Maker => async (number) => asJson(await embedded(suite, by)(number)));
}

async function tokenMakers(): Promise<readonly Maker[]> {
  const rsa = await createRsaKey('https://brightwater.example/issuers/1');
  const badge: Maker = async (number) => {
    const options = optionsOf(rsa.issuer, number);
    const nbf = Math.floor(Date.parse(options.validFrom) / 1_000);
    const { validUntil: _none, ...lasting } = options;
    return asText(await signToken({ ...fullBadgeClaims(lasting), iss: options.issuer, jti: options.id, nbf }, rsa, 'JWT'), 'jwt');
  };
  const ways = [
    token(edwardsTokenKey(await createEdwardsKey(freshSeeds('issuer'))), 'vc-claim'),
    token(await createP256Key(freshSeeds('issuer'), 'jwk')),
    token(await createLongCurveKey(freshSeeds('issuer'), 'ES384')),
  ];
  return [...ways.map((way): Maker => async (number) => asText(await way(number), 'jwt')), badge];
}

async function otherMakers(): Promise<readonly Maker[]> {
  const authority = await createSealAuthority(dates.past);
  const sealer = await authority.createSealer(brightwater);
  const [curve, other] = [await createSelectiveKey(freshSeeds('issuer'), 'ES256'), await createOtherKey('EdDSA')];
  const selective = (key: typeof curve): Maker => async (number) =>
    asText(await issueSelective(flatClaims(key.did, { identifier: `MC-${String(number)}` }), flatFrame, key), 'txt');
  const edwards = token(edwardsTokenKey(await createEdwardsKey(freshSeeds('issuer'))));
  return [
    async (number) => asJson(await sealCredential(elmClaims({ id: `urn:credential:${String(number)}`, issuer: brightwater, validFrom: dates.past }), sealer, { sealedAt: dates.past })),
    selective(curve),
    selective(other),
    async (number) => asJson(flattened(await edwards(number))),
  ];
}

/** What a list in JSON cannot hold: pictures, and texts around texts. */
async function packedMakers(): Promise<readonly Maker[]> {
  const key = await createEdwardsKey(freshSeeds('issuer'));
  const json = embedded('eddsa-rdfc-2022', key);
  const edwards = token(edwardsTokenKey(key));
  return [
    async (number) => ({ extension: 'png', bytes: makePng(textChunk('openbadgecredential', JSON.stringify(await json(number)))) }),
    async (number) => asText(makeSvg('ob3', { verify: await edwards(number) }), 'svg'),
    async (number) => asText(encodeBase64(encodeUtf8(JSON.stringify(await json(number)))), 'txt'),
    async (number) => asJson({ format: 'jwt_vc_json', credential: await edwards(number) }),
  ];
}

/** So many credentials, all different: of each kind the same number, under keys that are thrown away. */
async function makeMany(makers: readonly Maker[], count: number): Promise<readonly MadeCredential[]> {
  const made: MadeCredential[] = [];
  for (let number = 0; number < count; number += 1) {
    const maker = makers[number % makers.length];
    if (maker !== undefined) made.push(await maker(number));
  }
  return made;
}

/** For one file in JSON: sixteen ways of securing a credential, in turn. */
export async function makeMixed(count: number): Promise<readonly MadeCredential[]> {
  return makeMany([...(await embeddedMakers()), ...(await tokenMakers()), ...(await otherMakers())], count);
}

/** For a folder: the same, and what only files can be: pictures, and texts around texts. */
export async function makeMixedFiles(count: number): Promise<readonly MadeCredential[]> {
  return makeMany([...(await embeddedMakers()), ...(await tokenMakers()), ...(await otherMakers()), ...(await packedMakers())], count);
}
