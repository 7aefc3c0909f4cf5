import { createHash } from 'node:crypto';
import { jsonSample } from './json-samples.ts';
import type { Expected, Sample } from './sample.ts';
import type { SampleDates } from './sample-dates.ts';
import { createP256Key } from './sample-keys.ts';
import type { SeedSource } from './sample-keys.ts';
import { signToken } from './sign-samples.ts';
import { secondsOf } from './token-samples.ts';

const notJudged: Omit<Expected, 'format' | 'vocabulary' | 'kind' | 'suite'> = { class: 'unknown', headline: 'not-checked' };

/** Credentials of kinds that are named and not judged: shown, kept, never valid. */
export async function otherSamples(dates: SampleDates, seeds: SeedSource): Promise<readonly Sample[]> {
  const key = await createP256Key(seeds('issuer p-256'), 'key');
  const disclosure = Buffer.from(JSON.stringify(['c2FsdC1mb3ItYS1zYW1wbGU', 'givenName', 'Mira'])).toString('base64url');
  const digest = createHash('sha256').update(disclosure).digest('base64url');
  const payload = { iss: key.issuer, iat: secondsOf(dates.past), vct: 'VerifiableMicroCredential', title: 'Measuring Air Quality with Open Data', _sd: [digest], _sd_alg: 'sha-256' };
  const selective = `${await signToken(payload, key, 'dc+sd-jwt')}~${disclosure}~`;
  const badge2 = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: 'https://brightwater.example/assertions/1',
    badge: 'https://brightwater.example/badges/1',
    recipient: { type: 'email', hashed: true, salt: 'sample', identity: 'sha256$6b3c0f1a0e2d4c5b6a7988f7e6d5c4b3a29180716f5e4d3c2b1a09f8e7d6c5b4' },
    verification: { type: 'hosted' },
    issuedOn: dates.past,
  };
  const seal = {
    payload: Buffer.from(JSON.stringify({ type: ['VerifiableCredential', 'EuropeanDigitalCredential'], displayParameter: { title: { en: 'A sealed sample' } } })).toString('base64url'),
    signatures: [{ protected: 'eyJhbGciOiJSUzI1NiJ9', signature: 'AAAA' }],
  };
  const text: Sample = {
    name: 'other-kinds/plain--sd-jwt',
    extension: 'txt',
    bytes: new TextEncoder().encode(selective),
    expected: { ...notJudged, kind: 'valid', suite: 'SD-JWT', format: 'other-kinds', vocabulary: 'plain' },
  };
  const other = (name: string, document: object, kind: Expected['kind'], suite: string): Sample => jsonSample('plain', name, document, { ...notJudged, kind, suite }, 'other-kinds');
  return [text, other('open-badges-2', badge2, 'foreign', 'Open Badges 2.0'), other('sealed-json', seal, 'altered', 'JWS JSON')];
}
