import { jsonSample } from './json-samples.ts';
import type { Expected, Sample } from './sample.ts';
import type { SampleDates } from './sample-dates.ts';

const notJudged: Omit<Expected, 'format' | 'vocabulary' | 'kind' | 'suite'> = { class: 'unknown', headline: 'not-checked' };

/** Credentials of kinds that are named and not judged: shown, kept, never valid. */
export async function otherSamples(dates: SampleDates): Promise<readonly Sample[]> {
  const badge2 = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: 'https://brightwater.example/assertions/1',
    badge: 'https://brightwater.example/badges/1',
    recipient: { type: 'email', hashed: true, salt: 'sample', identity: 'sha256$6b3c0f1a0e2d4c5b6a7988f7e6d5c4b3a29180716f5e4d3c2b1a09f8e7d6c5b4' },
    verification: { type: 'hosted' },
    issuedOn: dates.past,
  };
  const ledger = {
    '@context': ['https://w3id.org/openbadges/v2', 'https://w3id.org/blockcerts/v2'],
    type: 'Assertion',
    id: 'urn:uuid:0b0a5a76-5d0a-4a7e-8d4f-0e6f3a1c9b21',
    displayHtml: '<h1>A sample</h1>',
    signature: { type: ['MerkleProof2017', 'Extension'], merkleRoot: '00', targetHash: '00', proof: [], anchors: [] },
  };
  const encrypted: Sample = {
    name: 'other-kinds/plain--encrypted',
    extension: 'txt',
    bytes: new TextEncoder().encode(['eyJhbGciOiJFQ0RILUVTIiwiZW5jIjoiQTI1NkdDTSJ9', '', 'c2FtcGxl', 'c2FtcGxl', 'c2FtcGxl'].join('.')),
    expected: { ...notJudged, kind: 'valid', suite: 'JWE', format: 'other-kinds', vocabulary: 'plain' },
  };
  const other = (name: string, document: object, kind: Expected['kind'], suite: string): Sample => jsonSample('plain', name, document, { ...notJudged, kind, suite }, 'other-kinds');
  return [encrypted, other('open-badges-2', badge2, 'foreign', 'Open Badges 2.0'), other('blockcerts', ledger, 'altered', 'Blockcerts')];
}
