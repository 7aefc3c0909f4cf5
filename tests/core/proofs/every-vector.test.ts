import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../../../shared/fixtures/public');
const isHere = existsSync(join(folder, 'MANIFEST.json'));
interface Listed {
  readonly file: string;
  readonly expected: { readonly verdict: string };
}
const files = isHere ? (JSON.parse(readFileSync(join(folder, 'MANIFEST.json'), 'utf8')) as { files: readonly Listed[] }).files : [];
const vectors = files.filter(({ expected }) => expected.verdict === 'vector').map(({ file }) => file);

/** Which test takes a vector, or why none does: the first row that fits. */
const rows: readonly (readonly [vectors: RegExp, suite: string, takenBy: string | undefined, why?: string])[] = [
  [/vc-di-eddsa\.json#.*\/(?:canonDoc|docHash|proofCanon|proofHash|combinedHash|sigHex|sigBTC58)|vc-di-eddsa\.json#TestVectors\/(?:employmentAuth|keyPair)/, 'eddsa-rdfc-2022', 'published-samples.test.ts'],
  [/vc-di-eddsa\.json#.*\/proofConfig/, 'eddsa-rdfc-2022', 'standard-vectors.test.ts'],
  [/vc-di-ecdsa\.json#TestVectors\/ecdsa-rdfc-2019-.*\/(?:canonDoc|docHash|proofCanon|proofHash|combinedHash|sigHex|sigBTC58)|vc-di-ecdsa\.json#TestVectors\/p(?:256|384)KeyPair/, 'ecdsa-rdfc-2019', 'vector-steps.test.ts'],
  [/vc-di-ecdsa\.json#TestVectors\/ecdsa-rdfc-2019-.*\/proofConfig/, 'ecdsa-rdfc-2019', 'standard-vectors.test.ts'],
  [/vc-di-ecdsa\.json#.*\/derived(?:DisclosureData|GroupIndexes)|vc-di-ecdsa\.json#.*Selective\.json/, 'ecdsa-sd-2023', undefined, 'steps of a holder who derives, which this version does not; what comes of them is judged'],
  [/vc-di-ecdsa\.json#.*\/derivedRecoveredBaseData|vc-di-ecdsa\.json#.*\/verifyDerivedProofValue/, 'ecdsa-sd-2023', 'sd-vector-steps.test.ts'],
  [/vc-di-ecdsa\.json#TestVectors\/(?:ecdsa-sd-2023\/|employmentAuth|employMandatory|prCredMandatory)/, 'ecdsa-sd-2023', 'sd-vector-steps.test.ts'],
  [/vc-di-bbs\.json#/, 'bbs-2023', undefined, 'a suite that this version names and does not judge'],
  [/rdf-canon\.json#.*map\.json/, 'RDFC-1.0', undefined, 'the map of labels that another file holds already, put in their places'],
  [/rdf-canon\.json#/, 'RDFC-1.0', '../encoding/json-ld/canonize.test.ts'],
  [/json-canonicalization\//, 'JCS', '../encoding/canonical-json.test.ts'],
  [/sd-jwt-js\//, 'SD-JWT', '../formats/sd-jwt/oracle.test.ts'],
  [/status-list\.json#.*_cwt/, 'Token Status List', undefined, 'a list as CWT, a packing that this version does not read'],
  [/status-list\.json#.*_diag/, 'Token Status List', undefined, 'the bytes of another file, in words'],
  [/status-list\.json#.*jwt/, 'Token Status List', '../status-lists/other-kinds.test.ts'],
  [/status-list\.json#/, 'Token Status List', '../status-lists/other-kinds.test.ts'],
];

describe.skipIf(!isHere)('vectors of the standards (only where the shared fixtures are beside the project)', () => {
  const rowOf = (file: string) => rows.find(([pattern]) => pattern.test(file));

  test('each is taken by a test that is there, or there is a reason why not', () => {
    expect(vectors.filter((file) => rowOf(file) === undefined)).toEqual([]);
    for (const [, suite, takenBy, why] of rows) expect([suite, takenBy === undefined ? why : existsSync(join(import.meta.dirname, takenBy))]).toEqual([suite, takenBy === undefined ? expect.stringMatching(/\w/) : true]);
  });

  test('so many of each suite', () => {
    const counts: Record<string, { taken: number; not: number }> = {};
    for (const file of vectors) {
      const [, suite = '', takenBy] = rowOf(file) ?? [];
      const count = (counts[suite] ??= { taken: 0, not: 0 });
      count[takenBy === undefined ? 'not' : 'taken'] += 1;
    }
    expect(counts).toEqual({
      'eddsa-rdfc-2022': { taken: 18, not: 0 },
      'ecdsa-rdfc-2019': { taken: 18, not: 0 },
      'ecdsa-sd-2023': { taken: 32, not: 6 },
      'bbs-2023': { taken: 0, not: 33 },
      'RDFC-1.0': { taken: 56, not: 6 },
      JCS: { taken: 4, not: 0 },
      'SD-JWT': { taken: 9, not: 0 },
      'Token Status List': { taken: 8, not: 4 },
    });
  });
});
