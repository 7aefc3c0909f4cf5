import { brightwater, elmClaims, sealingService } from './elm-claims.ts';
import { jsonSample, known } from './json-samples.ts';
import type { Expected, Sample } from './sample.ts';
import type { SampleDates } from './sample-dates.ts';
import { createEdwardsKey, edwardsTokenKey } from './sample-keys.ts';
import type { SeedSource } from './sample-keys.ts';
import { createSealAuthority, dayAfter } from './seal-authority.ts';
import type { SealAuthority, SealerChanges } from './seal-authority.ts';
import { sealCredential } from './seal-credential.ts';
import { alterToken, makeToken } from './token-samples.ts';

type Document = Record<string, unknown>;
type Judged = Pick<Expected, 'kind' | 'class' | 'headline'>;
const altered: Judged = { kind: 'altered', class: 'invalid', headline: 'altered' };
const keyAgreement = 16;

/** Credentials as JWS in JSON: seals, each with its own defect, and tokens of which the parts stand apart. */
export async function sealSamples(dates: SampleDates, seeds: SeedSource): Promise<readonly Sample[]> {
  return [...(await seals(dates)), ...(await tokensInJson(dates, seeds))];
}

/** A seal of the project's own authority, with one thing otherwise; nobody has loaded this authority, so the issuer is unknown. */
async function seals(dates: SampleDates): Promise<readonly Sample[]> {
  const authority = await createSealAuthority(dates.past);
  const own = { id: 'urn:credential:6d1f5a8e-2f0e-4e53-9a2f-6f0a2f1c7d11', issuer: brightwater, validFrom: dates.past };
  const forAnother = { ...own, issuer: sealingService, awardedBy: brightwater };
  const seal = async (claims: Document, by = brightwater, changes: SealerChanges = {}, using: SealAuthority = authority): Promise<Document> =>
    sealCredential(claims, await using.createSealer(by, changes), { sealedAt: dates.past });
  const make = (name: string, document: Document, expected: Judged, more: Partial<Expected> = {}): Sample =>
    jsonSample('european-learning-model', name, document, { ...expected, suite: 'jades', ...more }, 'jws-json');
  const good = await seal(elmClaims(own));
  const changed = { ...good, payload: String(good['payload']).replace('"8.5"', '"9.5"') };
  const stranger = await createSealAuthority(dates.past, 'Another');
  const other = { ...brightwater, identifier: 'NTRIE-99999999' };
  return [
    make('sealed', good, known('valid', 'jades'), { stated: 11, title: 'Measuring Air Quality with Open Data' }),
    make('sealed-es256', await seal(elmClaims(own), brightwater, { alg: 'ES256' }), known('valid', 'jades')),
    make('sealed-ps256', await seal(elmClaims(own), brightwater, { alg: 'PS256' }), known('valid', 'jades')),
    make('sealed-by-mandate', await seal(elmClaims({ ...forAnother, hasMandate: true }), sealingService), known('valid', 'jades')),
    make('sealed-mandate-missing', await seal(elmClaims(forAnother), sealingService), { kind: 'other', class: 'unknown', headline: 'not-checked' }),
    make('sealed-altered', changed, altered),
    make('sealed-by-another-organisation', await seal(elmClaims(own), other, {}, stranger), { ...altered, kind: 'foreign' }),
    make('sealed-wrong-chain', await seal(elmClaims(own), brightwater, { forged: true }), { ...altered, kind: 'foreign' }),
    make('sealed-certificate-over', await seal(elmClaims(own), brightwater, { notBefore: dates.longPast, notAfter: dayAfter(dates.past, -30) }), { ...altered, kind: 'other' }),
    make('sealed-key-usage', await seal(elmClaims(own), brightwater, { usages: keyAgreement }), { ...altered, kind: 'other' }),
    make('sealed-expired', await seal(elmClaims({ ...own, validFrom: dates.longPast, validUntil: dayAfter(dates.past, 10) })), { kind: 'expired', class: 'lapsed', headline: 'expired' }),
    jsonSample('european-learning-model', 'unsealed', elmClaims(own), { kind: 'unsigned', class: 'unknown', headline: 'unsigned', suite: 'none', stated: 11 }),
  ];
}

async function tokensInJson(dates: SampleDates, seeds: SeedSource): Promise<readonly Sample[]> {
  const [key, other] = [edwardsTokenKey(await createEdwardsKey(seeds('issuer'))), edwardsTokenKey(await createEdwardsKey(seeds('other issuer')))];
  const token = await makeToken('vc-jwt-2', key, { validFrom: dates.past });
  const foreign = await makeToken('vc-jwt-2', { ...other, issuer: key.issuer }, { validFrom: dates.past });
  const make = (name: string, document: Document, expected: Judged, suite = 'jws'): Sample =>
    jsonSample('open-badges-3', name, document, { ...expected, suite }, 'jws-json');
  const notJudged: Judged = { kind: 'other', class: 'unknown', headline: 'not-checked' };
  const { payload, signature, ...rest } = flattened(token);
  const entry = { ...rest, signature };
  return [
    make('flattened', flattened(token), known('valid', 'jws')),
    make('general', { payload, signatures: [entry] }, known('valid', 'jws')),
    make('flattened-altered', flattened(alterToken(token)), altered),
    make('flattened-foreign-key', flattened(foreign), { ...altered, kind: 'foreign' }),
    make('two-signatures', { payload, signatures: [entry, entry] }, notJudged),
    make('unprotected-header', { payload, signatures: [{ ...entry, header: { alg: 'EdDSA' } }] }, notJudged),
  ];
}

/** RFC 7515 7.2.2: the same three parts, each in a member of its own. */
export function flattened(token: string): { readonly payload: string; readonly protected: string; readonly signature: string } {
  const [head = '', payload = '', signature = ''] = token.split('.');
  return { payload, protected: head, signature };
}
