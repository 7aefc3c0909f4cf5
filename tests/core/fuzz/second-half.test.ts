import { expect, test } from 'vitest';
import { examine } from '../../../src/core/examine/examine.ts';
import { bundledTools } from '../../../src/core/examine/examine-tools.ts';
import { fuzzFormat, makeCase } from '../../../src/tools/fuzzing/fuzz-format.ts';
import { contextFor } from '../../../src/tools/fuzzing/originals.ts';
import { testNow } from '../../support/examining.ts';
import { corpus, fuzzEverySecond, originals } from '../../support/fuzzing.ts';

fuzzEverySecond(1);

const order = { corpus, originals, seed: 'the same', from: 0, to: 150, maxCaseMs: 3_000 };

test('a verifier that lets everything pass would be found, and so would one that throws', async () => {
  const passed = { state: 'passed', reason: 'signature-fits', facts: {} } as const;
  const credulous = { ...bundledTools, verifyProof: async () => ({ ...passed, signature: passed, binding: passed, period: { ...passed, reason: 'no-dates' as const, state: 'not-applicable' as const } }) };
  for (const format of ['json-credential', 'jwt-credential', 'baked-png', 'zip', 'json-presentation']) {
    const { findings } = await fuzzFormat({
      ...order,
      format,
      look: async (bytes, answers) => examine({ received: { bytes, transport: 'file', arrivedAt: testNow }, context: contextFor(answers) }, credulous),
    });
    expect(findings.length, format).toBeGreaterThan(5);
  }
  const { findings } = await fuzzFormat({ ...order, format: 'wrapped', to: 3, look: () => Promise.reject(new Error('broken')) });
  expect(findings.map(({ why }) => why)).toEqual(Array.from({ length: 3 }, () => 'threw Error: broken'));
});

test('a case is the same for the same seed, and another for another', () => {
  const [one, again, other] = ['a', 'a', 'b'].map((seed) => [0, 1, 2, 3, 4].map((index) => Buffer.from(makeCase({ corpus, format: 'wrapped', seed }, index).bytes).toString('hex')));
  expect(one).toEqual(again);
  expect(one).not.toEqual(other);
});
