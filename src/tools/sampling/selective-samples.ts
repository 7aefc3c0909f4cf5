import { badgeClaims } from './sample-claims.ts';
import type { Expected, Sample } from './sample.ts';
import type { SampleDates } from './sample-dates.ts';
import type { SeedSource } from './sample-keys.ts';
import { flatClaims, flatFrame, learningClaims, pilotClaims } from './selective-claims.ts';
import { bindSelective, createCurveKey, createOtherKey, issueSelective, keepDisclosures } from './sign-selective.ts';
import type { CurveKey } from './sign-selective.ts';
import { secondsOf } from './token-samples.ts';
import { known } from './json-samples.ts';

type Document = Record<string, unknown>;
type Wanted = Omit<Expected, 'format' | 'vocabulary' | 'suite'>;

const title = 'Measuring Air Quality with Open Data';
const altered = { class: 'invalid', headline: 'altered' } as const;

/** SD-JWTs: of each type and algorithm, with all, some and no disclosures, and with a key binding. */
export async function selectiveSamples(dates: SampleDates, seeds: SeedSource): Promise<readonly Sample[]> {
  const [issuer, other, holder] = await Promise.all(['issuer', 'other issuer', 'holder'].map((label) => createCurveKey(seeds(label), 'ES256')));
  if (issuer === undefined || other === undefined || holder === undefined) throw new Error('three keys were asked for');
  const stamps = { iat: secondsOf(dates.past), nbf: secondsOf(dates.past), exp: secondsOf(dates.farFuture), cnf: { jwk: holder.jwk } };
  const flat = (key: CurveKey, changes: Document = {}): Promise<string> => issueSelective(flatClaims(key.did, { ...stamps, ...changes }), flatFrame, key);
  return [
    ...(await credentials(flat, issuer, other, seeds, dates)),
    ...(await otherShapes(issuer, stamps, dates)),
    ...(await shares(await flat(issuer), holder, other, dates)),
  ];
}

async function credentials(flat: (key: CurveKey, changes?: Document) => Promise<string>, issuer: CurveKey, other: CurveKey, seeds: SeedSource, dates: SampleDates): Promise<readonly Sample[]> {
  const whole = await flat(issuer);
  const [es384, es512] = await Promise.all((['ES384', 'ES512'] as const).map(async (alg) => flat(await createCurveKey(seeds('issuer'), alg))));
  const valid: Wanted = { ...wanted(known('valid', 'sd-jwt')), title };
  const others = await Promise.all((['EdDSA', 'RS256', 'PS256'] as const).map(async (alg) => flatSample(alg.toLowerCase(), await flat(await createOtherKey(alg)), valid)));
  const bare = await issueSelective(flatClaims(issuer.did), {}, issuer);
  return [
    flatSample('es256', whole, { ...valid, stated: 11 }),
    flatSample('es256-some-hidden', keepDisclosures(whole, (name) => name === 'learningOutcomes' || name === 'notionalWorkload'), valid),
    flatSample('es256-none-disclosed', keepDisclosures(whole, () => false), valid),
    flatSample('es256-nothing-selective', bare, valid),
    flatSample('es384', es384 ?? '', valid),
    flatSample('es512', es512 ?? '', valid),
    ...others,
    flatSample('es256-json', toFlattenedJson(whole), valid, 'json'),
    flatSample('es256-expired', await flat(issuer, { exp: secondsOf(dates.past), nbf: secondsOf(dates.longPast), iat: secondsOf(dates.longPast) }), { kind: 'expired', class: 'lapsed', headline: 'expired' }),
    flatSample('es256-altered', alterDisclosure(whole), { kind: 'altered', ...altered }),
    flatSample('es256-altered-payload', alterPayload(whole), { kind: 'altered', ...altered }),
    flatSample('es256-foreign-key', await flat({ ...issuer, did: other.did }), { kind: 'foreign', ...altered }),
  ];
}

async function otherShapes(issuer: CurveKey, stamps: Document, dates: SampleDates): Promise<readonly Sample[]> {
  const valid = wanted(known('valid', 'sd-jwt'));
  const badge = badgeClaims({ issuer: issuer.did, id: 'https://brightwater.example/credentials/sd', validFrom: dates.past });
  const learning = await issueSelective({ ...learningClaims(issuer.did), ...stamps }, { _sd: ['family_name', 'given_name', 'assessment_grade', 'learner_identification'] }, issuer);
  const pilot = await issueSelective({ ...pilotClaims(issuer.did), ...stamps }, { identification_of_the_learner: { _sd: ['dateOfBirth', 'nationalId'] } }, issuer);
  const { exp, ...start } = stamps;
  const w3c = await issueSelective(badge, { credentialSubject: { _sd: ['achievement'] } }, issuer, { typ: 'vc+sd-jwt' });
  const typed = await issueSelective({ ...badge, iss: issuer.did, vct: 'urn:eudi:micro_credential:1', ...start, exp }, {}, issuer);
  return [
    selectiveSample('micro-credential', 'learning-credential', learning, { ...valid, title }),
    selectiveSample('micro-credential', 'pilot', pilot, { ...valid, title }),
    selectiveSample('open-badges-3', 'vc-sd-jwt', w3c, valid),
    selectiveSample('open-badges-3', 'typed', typed, valid),
  ];
}

async function shares(whole: string, holder: CurveKey, other: CurveKey, dates: SampleDates): Promise<readonly Sample[]> {
  const bound = { iat: secondsOf(dates.past), aud: 'Example employer', nonce: 'b3f1c2d4e5a69788' };
  const shown = keepDisclosures(whole, (name) => name !== 'dateOfBirth');
  const proven = await bindSelective(shown, holder, bound);
  const share = (name: string, text: string, expected: Wanted): Sample => selectiveSample('micro-credential', name, text, expected, 'kb-jwt');
  return [
    share('bound', proven, { kind: 'valid', class: 'unconfirmed', headline: 'proven', parts: ['unknown-issuer'] }),
    share('bound-altered', dropDisclosure(proven), { kind: 'altered', class: 'invalid', headline: 'share-altered' }),
    share('bound-foreign-key', await bindSelective(shown, other, bound), { kind: 'foreign', class: 'invalid', headline: 'share-altered' }),
  ];
}

function wanted({ kind, class: verdictClass, headline }: Pick<Expected, 'kind' | 'class' | 'headline'>): Wanted {
  return { kind, class: verdictClass, headline };
}

/** RFC 9901 8.1: the same texts in the flattened JSON serialization. */
export function toFlattenedJson(sdJwt: string): string {
  const [token = '', ...rest] = sdJwt.split('~');
  const [head, payload, signature] = token.split('.');
  const keyBinding = rest.at(-1) ?? '';
  return JSON.stringify({ payload, protected: head, signature, header: { disclosures: rest.slice(0, -1), ...(keyBinding === '' ? {} : { kb_jwt: keyBinding }) } });
}

/** Another grade in the disclosure of the grade. */
export function alterDisclosure(sdJwt: string): string {
  return sdJwt
    .split('~')
    .map((part) => (part.includes('.') || part === '' ? part : Buffer.from(Buffer.from(part, 'base64url').toString().replace('"8.5"', '"9.5"')).toString('base64url')))
    .join('~');
}

function alterPayload(sdJwt: string): string {
  const [head, payload = '', rest] = sdJwt.split('.');
  const text = Buffer.from(payload, 'base64url').toString().replace('"EQF-6"', '"EQF-7"');
  return [head, Buffer.from(text).toString('base64url'), rest].join('.');
}

function dropDisclosure(sdJwt: string): string {
  const [token, , ...rest] = sdJwt.split('~');
  return [token, ...rest].join('~');
}

function flatSample(name: string, text: string, expected: Wanted, extension: Sample['extension'] = 'txt'): Sample {
  return selectiveSample('micro-credential', name, text, expected, 'sd-jwt', extension);
}

function selectiveSample(vocabulary: string, name: string, text: string, expected: Wanted, suite = 'sd-jwt', extension: Sample['extension'] = 'txt'): Sample {
  return { name: `sd-jwt/${vocabulary}--${name}`, extension, bytes: new TextEncoder().encode(text), expected: { ...expected, suite, format: 'sd-jwt', vocabulary } };
}
