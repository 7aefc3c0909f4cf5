import { jsonSample } from './json-samples.ts';
import type { Expected, Sample } from './sample.ts';

const notJudged: Omit<Expected, 'format' | 'vocabulary' | 'kind' | 'suite'> = { class: 'unknown', headline: 'not-checked' };

/** Credentials of kinds that are named and not judged: shown, kept, never valid. */
export async function otherSamples(): Promise<readonly Sample[]> {
  const olderBadge = {
    uid: 'sample-1',
    badge: 'https://brightwater.example/badges/1.json',
    recipient: { type: 'email', hashed: false, identity: 'mira@example.org' },
    verify: { type: 'hosted', url: 'https://brightwater.example/assertions/1.json' },
    issuedOn: 1_400_000_000,
  };
  const salted = {
    schema: 'opencerts/v2.0',
    data: { name: '3d9c1d9e-0f0e-4f64-8f0f-6d1f0a2b3c4d:string:Transcript', issuers: [{ name: '7f6e5d4c-3b2a-4190-8f7e-6d5c4b3a2918:string:Brightwater' }] },
    signature: { type: 'SHA3MerkleProof', targetHash: '00', proof: [], merkleRoot: '00' },
  };
  const pass = '<?xml version="1.0" encoding="UTF-8"?>\n<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo/></SkillsPassport>\n';
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
  const text = (name: string, extension: Sample['extension'], bytes: Uint8Array, suite: string): Sample => ({ name: `other-kinds/plain--${name}`, extension, bytes, expected: { ...notJudged, kind: 'other', suite, format: 'other-kinds', vocabulary: 'plain' } });
  return [
    encrypted,
    jsonSample('open-badges-2', 'open-badges-1', olderBadge, { ...notJudged, kind: 'foreign', suite: 'Open Badges 1.x' }, 'other-kinds'),
    jsonSample('open-badges-2', 'blockcerts', ledger, { ...notJudged, kind: 'altered', suite: 'Blockcerts' }, 'other-kinds'),
    other('opencerts', salted, 'other', 'OpenCerts'),
    text('europass', 'xml', new TextEncoder().encode(pass), 'Europass (XML)'),
    text('cose', 'bin', Uint8Array.of(0xd2, 0x84, 0x43, 0xa1, 0x01, 0x26, 0xa0, 0x40, 0x40), 'COSE'),
  ];
}
