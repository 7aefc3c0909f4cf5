import type { ElementReading, ElementValue, EuElementId } from '../../src/core/model/eu-elements.ts';
import type { LocalizedText } from '../../src/core/model/credential.ts';

const order: readonly EuElementId[] = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9', 'M10', 'M11', 'O1', 'O2', 'O3', 'O4', 'O5'];

export function inLanguage(text: string, language = 'en'): LocalizedText {
  return [{ text, language }];
}

function value(path: string, text: LocalizedText, is: ElementValue['is'] = { kind: 'text' }): ElementValue {
  return { text, path, raw: text[0]?.text ?? '', is };
}

function texts(path: string, all: readonly LocalizedText[]): readonly ElementValue[] {
  return all.map((text, index) => value(`${path}/${String(index)}`, text));
}

/** Readings for all sixteen elements; what is not given is not stated. */
export function readings(stated: Partial<Record<EuElementId, readonly ElementValue[]>>): readonly ElementReading[] {
  return order.map((id) => {
    const values = stated[id] ?? [];
    return { id, mandatory: id.startsWith('M'), state: values.length > 0 ? 'stated' : 'not-stated', values };
  });
}

const outcomes = [
  'Explain which patient data a care worker may see, and why.',
  'Apply the rules of data protection to everyday situations on a ward.',
  'Write care notes that hold what is needed and nothing more.',
  'Recognise a data breach and report it within the time the law sets.',
  'Ask for consent in words that a patient understands.',
  'Keep passwords and access cards to yourself.',
  'Answer a patient who asks what is stored about them.',
];

/** A micro-credential that states ten of eleven mandatory elements. */
export const careElements = readings({
  M1: [
    value('/credentialSubject/name', [{ text: 'Aino Mäkelä' }]),
    value('/credentialSubject/identifier/0', [{ text: '1999-10-02' }], { kind: 'identifier', scheme: 'dateOfBirth', hashed: false, sensitive: true }),
  ],
  M2: [value('/credentialSubject/achievement/name', inLanguage('Data Protection in Care Work'))],
  M3: [value('/issuer/address/addressCountry', inLanguage('FI'), { kind: 'country', code: 'FI' })],
  M4: [value('/issuer/name', inLanguage('Aalto University'))],
  M5: [value('/awardedDate', [{ text: '2026-06-12T00:00:00Z' }], { kind: 'date', date: '2026-06-12T00:00:00Z' })],
  M6: texts('/credentialSubject/achievement/alignment', outcomes.map((outcome) => inLanguage(outcome))),
  M7: [
    value('/credentialSubject/achievement/ECTS', [{ text: '2' }], { kind: 'workload', amount: 2, system: 'ECTS' }),
    value('/credentialSubject/achievement/timeInvestment', [{ text: '54' }], { kind: 'workload', amount: 54, system: 'hours' }),
  ],
  M8: [value('/credentialSubject/achievement/alignment/8', [{ text: '6' }], { kind: 'level', framework: 'EQF', level: '6' })],
  M9: texts('/credentialSubject/achievement/assessmentType', [inLanguage('Marked assignment'), inLanguage('Written examination')]),
  M10: [value('/credentialSubject/achievement/participationType', inLanguage('Blended'), { kind: 'term', list: 'learning-assessment', code: 'e92d221e4d' })],
  O1: [value('/credentialSubject/achievement/criteria', inLanguage('Students and staff in health and social care. No earlier courses needed.'))],
  O2: [value('/credentialSubject/achievement/identityChecked', [], { kind: 'term', list: 'supervision-verification', code: '70be69aaf9' })],
  O3: texts('/credentialSubject/result', [inLanguage('4'), inLanguage('Scale 0 to 5. 1 is a pass, 5 is the highest.')]),
  O5: [value('/credentialSubject/achievement/inLanguage', [{ text: 'en' }], { kind: 'language', code: 'en' })],
});

const arabic = (text: string, english: string): LocalizedText => [
  { text, language: 'ar' },
  { text: english, language: 'en' },
];

/** In Arabic, with English beside it; little stated. */
export const firstAidElements = readings({
  M1: [value('/credentialSubject/name', [{ text: 'Aino Mäkelä' }])],
  M2: [value('/credentialSubject/achievement/name', arabic('الإسعافات الأولية النفسية في حالات الطوارئ', 'Psychological first aid in emergencies'))],
  M4: [value('/issuer/name', [{ text: 'جمعية سند للإغاثة', language: 'ar' }])],
  M5: [value('/validFrom', [{ text: '2026-02-18T00:00:00Z' }], { kind: 'date', date: '2026-02-18T00:00:00Z' })],
  M6: texts('/credentialSubject/achievement/alignment', [
    arabic('التعرّف على علامات الضيق النفسي الحاد', 'Recognise signs of acute distress'),
    arabic('الاستماع وتقديم الدعم دون إصدار أحكام', 'Listen and support without judging'),
    arabic('إحالة الشخص إلى الخدمة المناسبة', 'Refer a person to the right service'),
  ]),
  M7: [value('/credentialSubject/achievement/timeInvestment', [{ text: '16' }], { kind: 'workload', amount: 16, system: 'hours' })],
  M9: [value('/credentialSubject/achievement/assessmentType', [{ text: 'تقييم عملي', language: 'ar' }])],
});

/** A short plain badge, with a title and a date of its own. */
export function shortElements(title: LocalizedText, issuer: LocalizedText, date: string, learner = 'Aino Mäkelä'): readonly ElementReading[] {
  return readings({
    M1: [value('/credentialSubject/name', [{ text: learner }])],
    M2: [value('/credentialSubject/achievement/name', title)],
    M4: [value('/issuer/name', issuer)],
    M5: [value('/validFrom', [{ text: date }], { kind: 'date', date })],
    M6: texts('/credentialSubject/achievement/alignment', [inLanguage('Use what was learned in everyday work.')]),
  });
}
