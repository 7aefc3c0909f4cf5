import type { CredentialHeadline } from '../../core/model/verdict.ts';
import { jsonSample, known } from './json-samples.ts';
import type { Sample } from './sample.ts';
import { badgeClaims } from './sample-claims.ts';
import type { SampleDates } from './sample-dates.ts';
import { createEdwardsKey, edwardsTokenKey } from './sample-keys.ts';
import type { EdwardsKey, SeedSource } from './sample-keys.ts';
import { signCredential } from './sign-samples.ts';
import { makeToken } from './token-samples.ts';

type Document = Record<string, unknown>;
const contexts = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'];

/** Learner records (CLR 2.0) around credentials of their own: all good, one inside changed, the record itself changed. */
export async function recordSamples(dates: SampleDates, seeds: SeedSource): Promise<readonly Sample[]> {
  const [issuer, registry, other] = await Promise.all([createEdwardsKey(seeds('issuer')), createEdwardsKey(seeds('registry')), createEdwardsKey(seeds('other issuer'))]);
  const badge = await signCredential(badgeClaims({ issuer: issuer.did, id: 'https://brightwater.example/credentials/in-a-record', validFrom: dates.past }), 'eddsa-rdfc-2022', issuer, dates.past);
  const token = await makeToken('vc-jwt-2', edwardsTokenKey(issuer), { validFrom: dates.past });
  const changed = JSON.parse(JSON.stringify(badge).replace('"8.5"', '"9.5"')) as Document;
  const record = async (key: EdwardsKey, did: string, items: readonly unknown[]): Promise<Document> => signCredential(recordClaims(did, items, dates), 'eddsa-jcs-2022', key, dates.past);
  const whole = await record(registry, registry.did, [badge, token]);
  const make = (name: string, document: Document, expected: Parameters<typeof jsonSample>[3], enclosed: readonly CredentialHeadline[]): Sample => jsonSample('clr-2', name, document, { ...expected, enclosed, title: 'Transcript of the summer school (sample)' });
  const altered = JSON.parse(JSON.stringify(whole).replace('"Transcript of', '"Certified transcript of')) as Document;
  return [
    make('record', whole, known('valid', 'eddsa-jcs-2022'), ['unknown-issuer', 'unknown-issuer']),
    make('record-with-one-altered', await record(registry, registry.did, [changed, token]), known('other', 'eddsa-jcs-2022'), ['altered', 'unknown-issuer']),
    make('record-foreign-key', await record(registry, other.did, [badge]), { kind: 'foreign', suite: 'eddsa-jcs-2022', class: 'invalid', headline: 'altered' }, ['unknown-issuer']),
    jsonSample('clr-2', 'record-altered', altered, { kind: 'altered', suite: 'eddsa-jcs-2022', class: 'invalid', headline: 'altered', enclosed: ['unknown-issuer', 'unknown-issuer'] }),
  ];
}

function recordClaims(issuer: string, items: readonly unknown[], dates: SampleDates): Document {
  return {
    '@context': contexts,
    id: 'https://brightwater.example/records/1',
    type: ['VerifiableCredential', 'ClrCredential'],
    name: 'Transcript of the summer school (sample)',
    issuer: { id: issuer, type: ['Profile'], name: 'Brightwater Registry (sample)' },
    validFrom: dates.past,
    awardedDate: dates.past,
    credentialSubject: {
      type: ['ClrSubject'],
      name: 'Mira Solberg',
      identifier: [{ type: 'IdentityObject', identityType: 'emailAddress', hashed: false, identityHash: 'mira@example.org', salt: 'not-used' }],
      verifiableCredential: items,
      association: [{ type: 'Association', associationType: 'isChildOf', sourceId: 'https://brightwater.example/credentials/in-a-record', targetId: 'https://brightwater.example/records/1' }],
    },
  };
}
