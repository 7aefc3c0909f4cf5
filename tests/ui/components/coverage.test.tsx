import { describe, expect, test } from 'vitest';
import type { CoverageReason, ElementValue } from '../../../src/core/model/eu-elements.ts';
import { ElementValueRow } from '../../../src/ui/components/credential/element-value.tsx';
import { markup, textOf } from '../said.tsx';

function said(is: ElementValue['is'], text: ElementValue['text'] = []): string {
  return textOf(markup(<ElementValueRow value={{ text, path: '/x', raw: '{"title":"<b>raw</b>"}', is }} prefer={[]} />));
}

const reasons: readonly CoverageReason[] = [
  'before-it-began', 'after-it-ended', 'other-organisation', 'other-level', 'other-field', 'other-qualification', 'other-profile', 'other-country',
  'begin-not-stated', 'date-not-stated', 'day-not-certain', 'organisation-not-stated', 'level-not-stated', 'field-not-stated',
  'qualification-not-stated', 'profile-not-stated', 'country-not-stated', 'limit-not-understood',
];

describe('whether an accreditation covers the credential', () => {
  test('is said to be what the credential says', () => {
    expect(said({ kind: 'coverage', covers: 'covers', because: [] })).toBe('By what the credential says, this accreditation covers it.');
    expect(said({ kind: 'coverage', covers: 'does-not-cover', because: ['after-it-ended'] })).toBe('Accreditation found. It does not cover this credential.The accreditation ended before the credential was awarded.');
  });

  test('every reason has a sentence of its own, without a word that decides for the receiver or a piece of the original', () => {
    const sentences = reasons.map((reason) => said({ kind: 'coverage', covers: 'cannot-tell', because: [reason] }));
    expect(new Set(sentences).size).toBe(reasons.length);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^The credential does not say enough to tell whether this accreditation covers it\..+\.$/);
      expect(sentence).not.toMatch(/recogni[sz]ed|equivalent|accepted|trusted|approved|fake|raw/i);
    }
  });

  test('a unit of the issuer is told with the number, and one that is missing is said to be', () => {
    expect(said({ kind: 'workload', amount: 852, system: 'unknown', unit: 'points' }, [{ text: '852 points' }])).toBe('852 pointsThis is the unit of the issuer. It is not ECTS, ECVET or hours.');
    expect(said({ kind: 'workload', amount: 3, system: 'unknown' }, [{ text: '3' }])).toBe('3The unit is not stated.');
  });
});
