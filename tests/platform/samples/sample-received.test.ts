import { expect, test } from 'vitest';
import { examine } from '../../../src/core/examine/examine.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import { sampleReceived } from '../../../src/platform/samples/sample-received.ts';
import { testNow } from '../../support/examining.ts';

test('the bundled sample is whole, states all eleven elements, and is judged a sample', async () => {
  const context = { now: testNow, notBefore: toInstant(0), ownList: [], expectation: 'none', origin: 'sample' } as const;
  const seen = await examine({ received: sampleReceived(testNow), context });
  if (seen.kind !== 'credential') throw new Error(`not a credential but ${seen.kind}`);
  expect(seen.headline).toBe('sample');
  expect(seen.axes).toEqual({ unchanged: 'yes', issuer: 'unknown', status: 'no-list', time: 'within' });
  expect(seen.elements.filter(({ mandatory, state }) => mandatory && state === 'stated').map(({ id }) => id)).toHaveLength(11);
  expect(seen.elements.filter(({ mandatory, state }) => !mandatory && state === 'stated').map(({ id }) => id)).toEqual(['O2', 'O3', 'O4', 'O5']);
  expect(seen.credential.issuer.name?.value[0]?.text).toContain('(sample)');
});
