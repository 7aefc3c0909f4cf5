import { describe, expect, test } from 'vitest';
import type { ElementReading, EuElementId } from '../../../src/core/model/eu-elements.ts';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import { annexOne, annexOneCodes } from '../../../src/tools/sampling/annex-one-claims.ts';
import { annexOneSamples } from '../../../src/tools/sampling/annex-one-samples.ts';
import { sampleDates } from '../../../src/tools/sampling/sample-dates.ts';
import { fixtureSeeds } from '../../../src/tools/sampling/sample-keys.ts';
import { examineCredentialOf, testNow } from '../../support/examining.ts';

const samples = await annexOneSamples(sampleDates(testNow), fixtureSeeds);
const seen = await Promise.all(samples.map(async ({ bytes }) => examineCredentialOf(new TextDecoder().decode(bytes))));
const byVocabulary = new Map(seen.map((one) => [String(one.vocabulary), one]));
const names = ['european-learning-model', 'open-badges-3', 'micro-credential'];

function element(of: ExaminedCredential | undefined, id: EuElementId): ElementReading {
  const found = of?.elements.find((reading) => reading.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

/** What the values are: codes, amounts and days; texts as the issuer wrote them, in whatever language. */
function told(reading: ElementReading): readonly string[] {
  return reading.values.map(({ is, text, raw }) => {
    if (is.kind === 'text') return text[0]?.text ?? raw;
    if (is.kind === 'date') return is.date.slice(0, 10);
    return JSON.stringify(is);
  });
}

const country = JSON.stringify({ kind: 'country', code: annexOne.country });
const term = (list: string, code: string): string => JSON.stringify({ kind: 'term', list, code });
const expected: Readonly<Partial<Record<EuElementId, readonly string[]>>> = {
  M2: [annexOne.title],
  M3: [country],
  M5: [annexOne.day],
  M6: annexOne.outcomes,
  M7: [JSON.stringify({ kind: 'workload', amount: annexOne.ects, system: 'ECTS' })],
  M8: [JSON.stringify({ kind: 'level', framework: 'EQF', level: annexOne.eqf })],
  M9: [term('assessment', annexOneCodes.assessment)],
  M10: [term('learning-assessment', annexOneCodes.participation)],
  M11: [annexOne.qualityAssurance],
  O2: [term('supervision-verification', annexOneCodes.supervision)],
};

describe('the same micro-credential as a European credential, an Open Badge and an SD-JWT', () => {
  test('three vocabularies, each with its signature intact', () => {
    expect([...byVocabulary.keys()].sort()).toEqual([...names].sort());
    for (const one of seen) expect(one.headline).toBe('unknown-issuer');
  });

  test.each(names)('%s: 11 of 11, and every value is the same', (name) => {
    const one = byVocabulary.get(name);
    const mandatory = one?.elements.filter((reading) => reading.mandatory) ?? [];
    expect(mandatory.map(({ state }) => (state === 'stated' || state === 'stated-as-text' ? 'stated' : state))).toEqual(mandatory.map(() => 'stated'));
    expect(mandatory).toHaveLength(11);
    for (const [id, values] of Object.entries(expected)) expect({ id, values: told(element(one, id as EuElementId)) }).toEqual({ id, values });
    expect(told(element(one, 'M1')).join(' ')).toBe(`${annexOne.givenName} ${annexOne.familyName}`);
    expect(told(element(one, 'M4'))[0]).toBe(annexOne.awardingBody);
    expect(told(element(one, 'O3'))).toContain(annexOne.grade);
    expect(told(element(one, 'O4'))).toContain(annexOne.wholeTitle);
    expect(told(element(one, 'O5'))).toEqual(expect.arrayContaining([JSON.stringify({ kind: 'language', code: annexOne.language }), term('isced-f', annexOne.isced)]));
  });

  test('what one of them leaves out is missing in that one alone', async () => {
    const [sealed = '', badge = ''] = samples.map(({ bytes }) => new TextDecoder().decode(bytes));
    expect(sealed.length).toBeGreaterThan(0);
    const [, payload = ''] = badge.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { credentialSubject: { achievement: Record<string, unknown> } };
    delete claims.credentialSubject.achievement['ECTS'];
    const without = await examineCredentialOf(claims);
    expect(without.elements.filter(({ mandatory, state }) => mandatory && state === 'not-stated').map(({ id }) => id)).toEqual(['M7']);
  });
});
