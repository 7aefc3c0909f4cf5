import { parseInstant } from '../../core/model/instant.ts';
import type { Expected, Sample } from './sample.ts';
import { badgeClaims11, fullBadgeClaims } from './sample-claims.ts';
import type { ClaimsOptions } from './sample-claims.ts';
import type { SampleDates } from './sample-dates.ts';
import { createEdwardsKey, createLongCurveKey, createP256Key, createRsaKey, edwardsTokenKey } from './sample-keys.ts';
import type { SeedSource, TokenKey } from './sample-keys.ts';
import { signToken } from './sign-samples.ts';
import { known } from './json-samples.ts';

type Document = Record<string, unknown>;
/** The three ways in which a credential stands in a token. */
type Form = 'vc-claim' | 'vc-jwt-2' | 'badge-jwt';

export function secondsOf(date: string): number {
  return Math.floor((parseInstant(date) ?? 0) / 1_000);
}

/** Credentials as compact JWS: every form and algorithm, valid, expired, altered and by a foreign key. */
export async function tokenSamples(dates: SampleDates, seeds: SeedSource): Promise<readonly Sample[]> {
  const edwards = edwardsTokenKey(await createEdwardsKey(seeds('issuer')));
  const curve = await createP256Key(seeds('issuer p-256'), 'key');
  const curveJwk = await createP256Key(seeds('issuer p-256'), 'jwk');
  const rsa = await createRsaKey('https://brightwater.example/issuers/1');
  const plan: readonly (readonly [Form, TokenKey, string])[] = [
    ['vc-claim', edwards, 'vc-claim-eddsa'],
    ['vc-claim', curve, 'vc-claim-es256'],
    ['vc-jwt-2', edwards, 'vc-jwt-eddsa'],
    ['vc-jwt-2', curveJwk, 'vc-jwt-es256-did-jwk'],
    ['badge-jwt', curve, 'badge-jwt-es256'],
    ['badge-jwt', rsa, 'badge-jwt-rs256-header-key'],
    ['badge-jwt', await createRsaKey(rsa.issuer, 'PS256'), 'badge-jwt-ps256-header-key'],
    ['vc-jwt-2', await createLongCurveKey(seeds('issuer p-384'), 'ES384'), 'vc-jwt-es384'],
    ['vc-jwt-2', await createLongCurveKey(seeds('issuer p-521'), 'ES512'), 'vc-jwt-es512'],
  ];
  const made = await Promise.all(plan.map(([form, key, name]) => samplesOfForm(form, key, name, dates)));
  const foreign = await makeToken('vc-jwt-2', { ...edwards, issuer: curve.issuer }, { validFrom: dates.past });
  return [...made.flat(), tokenSample('vc-jwt-eddsa-foreign-key', foreign, { kind: 'foreign', suite: 'jws', class: 'invalid', headline: 'altered' })];
}

async function samplesOfForm(form: Form, key: TokenKey, name: string, dates: SampleDates): Promise<readonly Sample[]> {
  const stated = form === 'vc-claim' ? 7 : 11;
  const valid = await makeToken(form, key, { validFrom: dates.past, validUntil: dates.farFuture });
  const expired = await makeToken(form, key, { validFrom: dates.longPast, validUntil: dates.past });
  return [
    tokenSample(name, valid, { ...known('valid', 'jws'), stated, title: 'Measuring Air Quality with Open Data' }),
    tokenSample(`${name}-expired`, expired, { kind: 'expired', suite: 'jws', class: 'lapsed', headline: 'expired' }),
    tokenSample(`${name}-altered`, alterToken(valid), { kind: 'altered', suite: 'jws', class: 'invalid', headline: 'altered' }),
  ];
}

/** One token. Open Badges 3.0's own form has the claims at the top beside the registered ones, and no `vc`. */
export async function makeToken(form: Form, key: TokenKey, dates: Pick<ClaimsOptions, 'validFrom' | 'validUntil' | 'subject'>): Promise<string> {
  const options: ClaimsOptions = { issuer: key.issuer, id: `https://brightwater.example/credentials/${form}`, ...dates };
  if (form === 'vc-jwt-2') return signToken(fullBadgeClaims(options), key, 'vc+jwt');
  const registered: Document = {
    iss: options.issuer,
    jti: options.id,
    nbf: secondsOf(options.validFrom),
    ...(options.subject === undefined ? {} : { sub: options.subject }),
    ...(options.validUntil === undefined ? {} : { exp: secondsOf(options.validUntil) }),
  };
  if (form === 'badge-jwt') return signToken({ ...fullBadgeClaims(options), ...registered }, key, 'JWT');
  return signToken({ vc: badgeClaims11(options, 'none'), ...registered }, key, 'JWT');
}

/** The same signature around another grade. */
export function alterToken(token: string): string {
  const [header, payload = '', signature] = token.split('.');
  const text = Buffer.from(payload, 'base64url').toString('utf8').replace('"8.5"', '"9.5"');
  return [header, Buffer.from(text, 'utf8').toString('base64url'), signature].join('.');
}

function tokenSample(name: string, token: string, expected: Omit<Expected, 'format' | 'vocabulary'>): Sample {
  return {
    name: `jwt-credential/open-badges-3--${name}`,
    extension: 'jwt',
    bytes: new TextEncoder().encode(token),
    expected: { ...expected, format: 'jwt-credential', vocabulary: 'open-badges-3' },
  };
}
