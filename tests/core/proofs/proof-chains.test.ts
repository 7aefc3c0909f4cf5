import { describe, expect, test } from 'vitest';
import { resolveKey } from '../../../src/core/dids/registry.ts';
import { parseInstant, toInstant } from '../../../src/core/model/instant.ts';
import type { JsonObject, JsonValue } from '../../../src/core/model/json.ts';
import { asList } from '../../../src/core/model/json.ts';
import type { ProofOutcome } from '../../../src/core/model/proof.ts';
import { verifyProof } from '../../../src/core/proofs/registry.ts';
import { sampleBadge } from '../../support/sample-badge.ts';
import { createCurveKey, createTestKey, signDocument } from '../../support/sign-proof.ts';
import type { SigningChoices, TestKey } from '../../support/sign-proof.ts';

const now = parseInstant('2025-07-01T00:00:00Z') ?? toInstant(0);
const [key, second] = [createTestKey(), createCurveKey('P-256')];
const badge = sampleBadge(key.did) as JsonObject;
const [firstId, secondId, thirdId] = ['urn:uuid:00000000-0000-4000-8000-000000000001', 'urn:uuid:00000000-0000-4000-8000-000000000002', 'urn:uuid:00000000-0000-4000-8000-000000000003'];

async function proofBy(by: TestKey, suite: NonNullable<SigningChoices['suite']>, proof: Readonly<Record<string, JsonValue>>, previous?: readonly JsonObject[]): Promise<JsonObject> {
  const signed = await signDocument(badge, by, { suite, proof, ...(previous !== undefined && { previous }) });
  return signed['proof'] as JsonObject;
}

async function judgeAll(document: JsonObject): Promise<readonly ProofOutcome[]> {
  const allProofs = asList(document['proof']);
  return Promise.all(allProofs.map((proof) => verifyProof({ secured: { form: 'data-integrity', document, proof }, controller: undefined, purpose: 'assertionMethod', resolveKey, now, allProofs })));
}

const summary = ({ state, reason, facts }: ProofOutcome): string => [state, reason, facts['field'], facts['why']].filter((part) => part !== undefined).join(' ');
const summaries = async (proof: JsonValue): Promise<readonly string[]> => (await judgeAll({ ...badge, proof })).map(summary);
const fits = 'passed signature-fits';

describe.each([
  ['eddsa-rdfc-2022', 'ecdsa-rdfc-2019'],
  ['eddsa-jcs-2022', 'ecdsa-jcs-2019'],
] as const)('proof chains of %s and %s (VC-DI 2.1.2 and 4.5)', (suite, secondSuite) => {
  const first = (): Promise<JsonObject> => proofBy(key, suite, { id: firstId });

  test('a proof that names an earlier one has signed it as well', async () => {
    const one = await first();
    const two = await proofBy(second, secondSuite, { id: secondId, previousProof: firstId }, [one]);
    const three = await proofBy(key, suite, { id: thirdId, previousProof: [firstId, secondId] }, [one, two]);
    expect(await summaries([one, two, three])).toEqual([fits, fits, fits]);
    expect(await summaries([three, one, two])).toEqual([fits, fits, fits]);
  });
  test('an earlier proof that was exchanged, or was not signed along, is found', async () => {
    const one = await first();
    const other = await proofBy(second, secondSuite, { id: firstId });
    const two = await proofBy(second, secondSuite, { id: secondId, previousProof: firstId }, [one]);
    expect(await summaries([other, two])).toEqual([fits, 'failed changed']);
    expect(await summaries([one, await proofBy(second, secondSuite, { id: secondId, previousProof: firstId })])).toEqual([fits, 'failed changed']);
  });
  test('B37 an earlier proof that does not hold is not made good by the later one', async () => {
    const one = await first();
    const bad = { ...one, created: '2025-06-02T00:00:00Z' };
    const two = await proofBy(second, secondSuite, { id: secondId, previousProof: firstId }, [bad]);
    expect(await summaries([bad, two])).toEqual(['failed changed', fits]);
  });
  test('B38 a name that no proof bears, or two bear, is certainly wrong', async () => {
    const one = await first();
    const two = await proofBy(second, secondSuite, { id: secondId, previousProof: firstId }, [one]);
    const dangling = 'failed malformed-proof previousProof dangling';
    expect(await summaries(two)).toEqual([dangling]);
    expect(await summaries([{ ...one, id: thirdId }, two])).toEqual(['failed changed', dangling]);
    expect(await summaries([one, one, two])).toEqual([fits, fits, 'failed malformed-proof previousProof ambiguous']);
  });
  test('B38 a chain that comes back to itself is certainly wrong', async () => {
    const one = await first();
    const cyclic = 'failed malformed-proof previousProof cyclic';
    const self = await proofBy(key, suite, { id: firstId, previousProof: firstId });
    expect(await summaries([self])).toEqual([cyclic]);
    const [a, b] = [await proofBy(key, suite, { id: firstId, previousProof: secondId }, [one]), await proofBy(key, suite, { id: secondId, previousProof: firstId }, [one])];
    expect(await summaries([a, b])).toEqual([cyclic, cyclic]);
    const outside = await proofBy(key, suite, { id: thirdId, previousProof: firstId }, [a]);
    expect((await summaries([a, b, outside])).slice(0, 2)).toEqual([cyclic, cyclic]);
  });
  test.each<[JsonValue]>([[[]], [null], [5], [[firstId, firstId]], [{ id: firstId }], [[5]]])('B38 previousProof %j is malformed', async (previousProof) => {
    const one = await first();
    const two = await proofBy(second, secondSuite, { id: secondId, previousProof: firstId }, [one]);
    expect((await summaries([one, { ...two, previousProof }]))[1]).toBe('failed malformed-proof previousProof form');
  });
});

test('a caller that names no other proofs means those of the document', async () => {
  const one = await proofBy(key, 'eddsa-rdfc-2022', { id: firstId });
  const two = await proofBy(second, 'ecdsa-rdfc-2019', { id: secondId, previousProof: firstId }, [one]);
  const order = { controller: undefined, purpose: 'assertionMethod', resolveKey, now } as const;
  expect(summary(await verifyProof({ ...order, secured: { form: 'data-integrity', document: { ...badge, proof: [one, two] }, proof: two } }))).toBe(fits);
  expect(summary(await verifyProof({ ...order, secured: { form: 'data-integrity', document: { ...badge, proof: two }, proof: two } }))).toBe('failed malformed-proof previousProof dangling');
});
