import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { compareElements } from '../../../src/core/model/comparison.ts';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import { credentialsIn } from '../../../src/core/model/examination.ts';
import { createStatement } from '../../../src/core/recognition/create-statement.ts';
import { stackingFactsOf } from '../../../src/core/recognition/stacking-facts.ts';
import { examineBytes, testNow } from '../../support/examining.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/credentials');
const files = ['jws-json/european-learning-model--annex-one.json', 'jwt-credential/open-badges-3--annex-one.jwt', 'sd-jwt/micro-credential--annex-one.txt'];
const items: ExaminedCredential[] = [];

beforeAll(async () => {
  for (const file of files) items.push(...credentialsIn(await examineBytes(new Uint8Array(readFileSync(join(fixtures, file))))));
});

describe('one micro-credential in a European Digital Credential, an Open Badge and an SD-JWT', () => {
  test('is counted once, in whatever order the three come', () => {
    expect(items.map(({ vocabulary }) => vocabulary)).toEqual(['european-learning-model', 'open-badges-3', 'micro-credential']);
    const [one] = items;
    const amount = one?.credential.achievements[0]?.workloads.find(({ value }) => value.system === 'ECTS')?.value.amount;
    expect(amount).toBeGreaterThan(0);
    for (const order of [[0, 1, 2], [2, 1, 0], [1, 2, 0]]) {
      const facts = stackingFactsOf(order.flatMap((at) => items[at] ?? []));
      expect(facts.credits.map((sum) => sum.amount), order.join()).toEqual([amount]);
      expect(facts.notSummed.map(({ why }) => why), order.join()).toEqual(['same-item', 'same-item']);
      expect(facts.overlaps).toEqual([]);
    }
  });

  test('is complete in each, and compares as the same in all that is not of the packing: title, country, date, outcomes, workload, level, assessment, participation, quality assurance', () => {
    const statement = createStatement(items, { now: testNow, wallet: { name: 'Mecum', version: '0.1.0' }, holder: 'name', lists: [] });
    expect(statement.credentials.map(({ completeness }) => completeness)).toEqual(items.map(() => ({ stated: 11, excused: 0, gaps: [] })));
    expect(statement.notes).not.toContain('learner-names-differ');
    const rows = compareElements(items.map(({ elements }) => elements)) ?? [];
    const outcomes = Object.fromEntries(rows.map(({ id, outcome }) => [id, outcome]));
    for (const id of ['M2', 'M3', 'M5', 'M6', 'M7', 'M8', 'M9', 'M10', 'M11', 'O2']) expect(outcomes[id], id).toBe('same');
    expect(rows.filter(({ mandatory, outcome }) => mandatory && (outcome === 'none' || outcome === 'some'))).toEqual([]);
  });
});
