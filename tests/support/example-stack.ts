import type { Achievement, Credential, LocalizedText, StatedDate } from '../../src/core/model/credential.ts';
import type { ElementValue, EuElementId } from '../../src/core/model/eu-elements.ts';
import type { ExaminedCredential } from '../../src/core/model/examination.ts';
import { toItemId } from '../../src/core/model/ids.ts';
import { exampleCredential } from './example-credentials.ts';
import type { Example } from './example-credentials.ts';
import { inLanguage, readings } from './example-elements.ts';
import { ects, hours, ofField, said, words } from './recognition.ts';

interface Course {
  readonly id: string;
  readonly title: LocalizedText;
  readonly day: string;
  readonly achievement: Partial<Achievement>;
  readonly example?: Partial<Example>;
  readonly elements?: Partial<Record<EuElementId, readonly ElementValue[]>>;
  readonly credential?: Partial<Credential>;
}

const value = (path: string, text: LocalizedText, is: ElementValue['is'] = { kind: 'text' }): ElementValue => ({ text, path, raw: text[0]?.text ?? '', is });
const date = (text: string): StatedDate => said({ text }, text);
const nothing: Achievement = {
  outcomes: [], alignments: [], workloads: [], levels: [], assessment: [], participation: [], qualityAssurance: [],
  prerequisites: [], supervision: [], results: [], stacking: [], languages: [], tags: [],
};

/** A course with the same in its elements and in its achievement. */
function course({ id, title, day, achievement, example = {}, elements = {}, credential = {} }: Course): ExaminedCredential {
  const { workloads = [], levels = [], outcomes = [] } = achievement;
  const base = exampleCredential({
    id,
    ...example,
    elements: readings({
      M1: [value('/credentialSubject/name', [{ text: 'Aino Mäkelä' }])],
      M2: [value('/credentialSubject/achievement/name', title)],
      M3: [value('/issuer/address/addressCountry', inLanguage('FI'), { kind: 'country', code: 'FI' })],
      M4: [value('/issuer/name', example.issuer ?? inLanguage('Aalto University'))],
      M5: [value('/awardedDate', [{ text: day }], { kind: 'date', date: day })],
      M6: outcomes.map((outcome, at) => value(`/credentialSubject/achievement/alignment/${String(at)}`, outcome.value)),
      M7: workloads.map((one, at) => value(`/workload/${String(at)}`, [{ text: one.raw }], { kind: 'workload', ...one.value })),
      M8: levels.map((one, at) => value(`/level/${String(at)}`, [{ text: one.value.value }], { kind: 'level', framework: one.value.framework, level: one.value.value })),
      ...elements,
    }),
  });
  const { achievements: _none, ...rest } = base.credential;
  return { ...base, credential: { ...rest, awarded: date(day), issued: date(day), achievements: [{ ...nothing, title: said(title, title[0]?.text ?? ''), ...achievement }], ...credential } };
}

const level = (number: string): Achievement['levels'] => [said({ framework: 'EQF', value: number }, number)];
const skill: Achievement['alignments'] = [{ isSkill: true, url: said('http://data.europa.eu/esco/skill/0b0b0b0b-aaaa-4bbb-8ccc-0d0d0d0d0d0d'), name: words('Data protection') }];
const shared = words('Explain which patient data a care worker may see, and why.');
const written: ElementValue = value('/credentialSubject/achievement/assessmentType', inLanguage('Written examination'), { kind: 'term', list: 'assessment', code: '6e6cb2cc78' });
const online: ElementValue = value('/mode', inLanguage('Online'), { kind: 'term', list: 'learning-assessment', code: '920fbb3cbe' });
const title = inLanguage('Data Protection in Care Work');

/** Courses that add up, are the same, stand inside each other, overlap, or cannot be summed. */
export const stack = {
  care: course({ id: 'e1', title, day: '2026-06-12', achievement: { workloads: [ects(2)], levels: level('6'), fields: [ofField('0913')], outcomes: [shared, words('Recognise a data breach and report it in time.')], alignments: skill }, elements: { M9: [written], M10: [online] } }),
  copy: course({ id: 'e2', title, day: '2026-06-12', achievement: { workloads: [ects(2)], levels: level('6') }, elements: { M9: [written] } }),
  law: course({
    id: 'e3', title: inLanguage('Health Law for Nurses'), day: '2023-03-01', credential: { validUntil: date('2028-03-01') },
    achievement: { id: said('https://aalto.example/law'), workloads: [ects(3.5), hours(90)], levels: level('6'), fields: [ofField('0913')], outcomes: [shared, words('Weigh a patient’s wish against the law.')], alignments: skill },
    elements: { M9: [written, value('/more', inLanguage('Project work'))], O4: [value('/stacking', inLanguage('Counts towards the Master of Health Sciences, 60 credits.'))] },
  }),
  inside: course({ id: 'e4', title: inLanguage('Consent and Capacity'), day: '2023-02-01', achievement: { workloads: [ects(0.5)], levels: level('6'), partOf: [said('https://aalto.example/law')] } }),
  hours: course({ id: 'e5', title: [{ text: 'الإسعافات الأولية النفسية', language: 'ar' }, { text: 'Psychological first aid', language: 'en' }], day: '2025-11-30', achievement: { workloads: [hours(16)] }, example: { axes: { issuer: 'unknown', status: 'no-list' }, issuer: inLanguage('Sanad Relief Society') } }),
  unknown: course({ id: 'e6', title: inLanguage('First Aid at Sea'), day: '2024-05-05', achievement: { workloads: [said({ amount: 5, system: 'unknown' } as const, '5')], levels: level('4') } }),
  expired: course({ id: 'e7', title: inLanguage('Wound Care'), day: '2019-01-20', achievement: { workloads: [ects(5)], levels: level('5'), fields: [ofField('0913')] }, example: { axes: { time: 'over' } } }),
  altered: course({ id: 'e8', title: inLanguage('Master of Everything'), day: '2026-01-01', achievement: { workloads: [ects(300)], levels: level('8') }, example: { axes: { unchanged: 'no', issuer: 'could-not-check' } } }),
} as const;

/** The ids of these as an address holds them. */
export function addressOf(...items: readonly ExaminedCredential[]): string {
  return items.map(({ id }) => id).join(',');
}

/** An id that nothing is kept under. */
export const unkept = toItemId('9'.repeat(64));
