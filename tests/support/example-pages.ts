import type { Credential, LocalizedText, Party, SignedPicture } from '../../src/core/model/credential.ts';
import type { ElementValue } from '../../src/core/model/eu-elements.ts';
import type { ExaminedCredential } from '../../src/core/model/examination.ts';
import { toFormatId } from '../../src/core/model/ids.ts';
import { exampleCredential } from './example-credentials.ts';
import { inLanguage, readings } from './example-elements.ts';

function stated<T>(path: string, value: T, raw = String(value)): { value: T; path: string; raw: string } {
  return { value, path, raw };
}

function value(path: string, text: LocalizedText, is: ElementValue['is'] = { kind: 'text' }, raw = text[0]?.text ?? ''): ElementValue {
  return { text, path, raw, is };
}

/** A page as an issuer may draw one. */
function drawnPage(words: string, colour: string): string {
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297"><rect width="210" height="297" fill="#fff"/><rect x="8" y="8" width="194" height="281" fill="none" stroke="${colour}"/><text x="105" y="90" font-size="12" text-anchor="middle" font-family="serif">${words}</text></svg>`)}`;
}

function body(path: string, name: LocalizedText, country: string): Party {
  return { name: { value: name, path: `${path}/legalName`, raw: name[0]?.text ?? '' }, identifiers: [], places: [{ country: stated(`${path}/country`, country) }], parents: [] };
}

const both = (english: string, slovene: string): LocalizedText => [{ text: english, language: 'en' }, { text: slovene, language: 'sl' }];

const pictures: readonly SignedPicture[] = [
  { of: 'display', path: '/pages/0', kind: 'SVG', page: 1, language: 'en' },
  { of: 'display', path: '/pages/1', kind: 'SVG', page: 2, language: 'en' },
  { of: 'display', path: '/pages/2', kind: 'SVG', page: 1, language: 'sl' },
  { of: 'logo', path: '/pages/0', kind: 'SVG' },
];

const claims = { pages: [drawnPage('Care of bees', '#1849a9'), drawnPage('Page two', '#1849a9'), drawnPage('Nega čebel', '#07542c')] };

const sealedBase = exampleCredential({
  id: 'd1',
  axes: { issuer: 'unknown', status: 'no-list' },
  issuer: inLanguage('Bee Seal Office'),
  elements: readings({
    M1: [value('/name', [{ text: 'Ana Kovač' }]), value('/birth', [{ text: '1999-10-01T22:00:00Z' }], { kind: 'identifier', scheme: 'dateOfBirth', hashed: false, sensitive: true })],
    M2: [value('/title', both('Care of bees', 'Nega čebel'))],
    M3: [value('/country/0', [{ text: 'EE' }], { kind: 'country', code: 'EE' }), value('/country/1', [{ text: 'SI' }], { kind: 'country', code: 'SI' })],
    M4: [value('/body', both('University of the Karst', 'Univerza na Krasu'))],
    M5: [value('/issued', [{ text: '2022-12-31T23:00:00Z' }], { kind: 'date', date: '2022-12-31T23:00:00Z' })],
    M6: [value('/outcome/0', both('Tell a healthy colony from an ill one', 'Loči zdravo družino od bolne')), value('/outcome/1', inLanguage('Pripravi panj za zimo', 'sl'))],
    M7: [value('/credit', [{ text: '5' }], { kind: 'workload', amount: 5, system: 'ECTS' }), value('/duration', [{ text: 'P60M' }], { kind: 'odd-duration' })],
    M8: [value('/nqf', [{ text: 'MECU Level 7' }], { kind: 'level', framework: 'NQF', level: 'MECU Level 7' }), value('/eqf', [{ text: '6' }], { kind: 'level', framework: 'EQF', level: '6' })],
    M9: [value('/kind/prefLabel', inLanguage('Hive inspection under observation')), value('/attendance', [], { kind: 'term', list: 'assessment', code: '7331eb4762' }, '7331eb4762')],
    M10: [value('/mode', inLanguage('Blended'), { kind: 'term', list: 'learning-assessment', code: 'e92d221e4d' })],
    O3: [value('/result/name', inLanguage('Final inspection')), value('/result/value', [{ text: '19' }])],
    O4: [value('/partial', [], { kind: 'partial', partial: true }, 'true'), value('/whole', inLanguage('Diploma in Apiculture'))],
  }),
});

/** Sealed by one for another, in two languages, drawn by its issuer: much that asks for a remark. */
export const drawnExample: ExaminedCredential = {
  ...sealedBase,
  text: JSON.stringify(claims),
  certificate: { commonName: 'Seal of the office', organisation: 'Bee Seal Office OÜ', organisationIdentifier: 'NTREE-10000001', country: 'EE' },
  steps: [{ id: 'on-behalf', state: 'unknown', reason: 'mandate-stated', facts: {} }],
  credential: {
    ...sealedBase.credential,
    issuer: body('/issuer', inLanguage('Bee Seal Office'), 'EE'),
    awardingBodies: [body('/body', both('University of the Karst', 'Univerza na Krasu'), 'SI')],
    pictures,
    mandates: [stated('/evidence', { text: inLanguage('Mandate') })],
    further: [{ path: '/kind/id', text: 'https://concepts.example/assessment/hive-inspection' }],
    achievements: [withResult({ value: { value: [{ text: '19' }], path: '/result/value', raw: '19' }, name: { value: inLanguage('Final inspection'), path: '/result/name', raw: 'Final inspection' } })],
  },
};

function withResult(result: Credential['achievements'][number]['results'][number]): Credential['achievements'][number] {
  return {
    outcomes: [], alignments: [], workloads: [], levels: [], assessment: [], participation: [], qualityAssurance: [], prerequisites: [],
    supervision: [], results: [result], stacking: [{ value: inLanguage('Diploma in Apiculture'), path: '/whole', raw: 'Diploma in Apiculture' }], languages: [], tags: [],
  };
}

/** SHA-256 of `aino@example.org` and the salt `salt`. */
const scrambled = 'sha256$db976d84f914c6d382af0adc84b1457240a539c147597476cc9e1b6f0b925e29';
const identifier = { kind: 'emailAddress', value: scrambled, hashed: true, salt: 'salt', sensitive: false } as const;

const badge = exampleCredential({
  id: 'd2',
  elements: readings({
    M1: [value('/identifier/0', [{ text: scrambled }], { kind: 'identifier', scheme: 'emailAddress', hashed: true, sensitive: false })],
    M2: [value('/name', inLanguage('Bicycle repair'))],
    M4: [value('/issuer/name', inLanguage('Aalto University'))],
    M5: [value('/validFrom', [{ text: '2025-03-01T22:00:00Z' }], { kind: 'date', date: '2025-03-01T22:00:00Z' })],
  }),
});

/** A badge that names a scrambled address; its picture is on a website, and so is no part of the file. */
export const hashedExample: ExaminedCredential = {
  ...badge,
  elements: badge.elements.map((reading) => (reading.id === 'M1' ? { ...reading, state: 'not-stated' } : reading)),
  packing: [toFormatId('baked-png'), toFormatId('json-credential')],
  credential: {
    ...badge.credential,
    holder: { names: [], identifiers: [stated('/identifier/0', identifier, scrambled)] },
    image: stated('/image', 'https://badges.example/pictures/bicycle-repair.png'),
  },
};

const nobody = exampleCredential({ id: 'd3', axes: { issuer: 'unknown', status: 'no-list', time: 'not-stated' }, elements: readings({}) });

/** States nothing at all. */
export const bareExample: ExaminedCredential = {
  ...nobody,
  credential: { ...nobody.credential, issuer: { identifiers: [], places: [], parents: [] }, holder: { names: [], identifiers: [] }, further: [] },
};

const longName = `${'Maria-Magdalena von und zu '.repeat(11)}Ende`;
const names: LocalizedText = [{ text: `Ελένη Παπαδοπούλου‑Οικονόμου / عائشة بنت محمد / Z̈äöz̈ě́ ${longName}` }];

/** A name of 300 characters in three alphabets, under titles and organisations as long. */
export const namesExample: ExaminedCredential = exampleCredential({
  id: 'd4',
  axes: { issuer: 'unknown', status: 'no-list' },
  issuer: [{ text: 'جامعة الملك عبد الله (King Abdullah University) — المركز رقم 7', language: 'ar' }],
  elements: readings({
    M1: [value('/name', names)],
    M2: [value('/title', [{ text: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft und ihre Nachfolger', language: 'de' }])],
    M4: [value('/body', [{ text: 'جامعة الملك عبد الله (King Abdullah University) — المركز رقم 7', language: 'ar' }])],
    M5: [value('/issued', [{ text: '2026-02-18' }], { kind: 'date', date: '2026-02-18' })],
  }),
});

export const pageExamples: readonly ExaminedCredential[] = [drawnExample, hashedExample, bareExample, namesExample];
