import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { labelLanguages, labelsEdition, parseLabels } from '../../src/core/model/label-file.ts';
import { findLabel } from '../../src/core/model/labels.ts';
import type { Labels } from '../../src/core/model/labels.ts';
import { countryCodes } from '../../src/core/model/country-codes.ts';
import { euCodes } from '../../src/core/vocabularies/eu-terms.ts';
import { doubtfulLabels } from '../../src/tools/labelling/doubtful-labels.ts';

const folder = 'public/labels';
interface File {
  readonly source: readonly string[];
  readonly licence: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly marked: readonly { readonly list: string; readonly code: string; readonly published: string; readonly why: string }[];
}

const textOf = (language: string): string => readFileSync(`${folder}/${language}-${labelsEdition}.json`, 'utf8');
const fileOf = (language: string): File => JSON.parse(textOf(language)) as File;
function labelsOf(language: string): Labels {
  const labels = parseLabels(JSON.parse(textOf(language)));
  if (labels === undefined) throw new Error(`no labels in ${language}`);
  return labels;
}
const english = labelsOf('en');
const published = ['assessment', 'learning-activity', 'learning-opportunity', 'learning-schedule', 'learning-setting', 'learning-assessment'];
const official = labelLanguages.filter((language) => language !== 'tr' && language !== 'uk');

describe('the labels of the European lists', () => {
  it('come in every official language of the European Union, Turkish and Ukrainian, one file each', () => {
    expect(official).toHaveLength(24);
    expect(readdirSync(folder).sort()).toEqual(labelLanguages.map((language) => `${language}-${labelsEdition}.json`).sort());
    for (const language of labelLanguages) expect(labelsOf(language).language).toBe(language);
  });

  it('name their sources and licence, and count what they hold', () => {
    for (const language of labelLanguages) {
      const { source, licence, counts } = fileOf(language);
      expect(source.slice(0, 2).every((one) => /^EuropeanUniversityFoundation\/(elm_vocabularies|isced)_php, .*[0-9a-f]{40}$/.test(one)), language).toBe(true);
      expect(licence).toMatch(/European Union.*CC BY 4\.0.*UNESCO/);
      const { lists } = labelsOf(language);
      expect(counts).toEqual(Object.fromEntries(Object.entries(lists).map(([list, words]) => [list, Object.keys(words).length])));
    }
  });

  it('are called by another edition after each change: browsers and hosts keep a file for ever', () => {
    const hash = createHash('sha256');
    for (const language of labelLanguages) hash.update(textOf(language));
    expect([labelsEdition, hash.digest('hex')]).toEqual(['2026-11-21', 'de8752085731d80036c7ae3d4ddf19a4377b09ed1990005618916ea94bb80770']);
  });

  it('are as many as were published: 54 codes of six lists, 220 fields, 36 more codes in English', () => {
    expect(fileOf('en').counts).toEqual({
      assessment: 17, 'learning-activity': 12, 'learning-opportunity': 13, 'learning-schedule': 3, 'learning-setting': 2, 'learning-assessment': 7,
      eqf: 8, 'supervision-verification': 3, 'education-credit': 2, accreditation: 4, 'evidence-type': 3, credential: 6, verification: 7, 'verification-status': 3,
      'isced-f': 220,
    });
    const untranslated: Readonly<Record<string, number>> = { fr: 2, lt: 3, tr: 1 };
    for (const language of labelLanguages) {
      const { counts, marked } = fileOf(language);
      expect(counts['isced-f'], language).toBe(220 - (untranslated[language] ?? 0));
      if (language === 'en' || language === 'uk') continue;
      // Self-assessment and guided self-assessment are published in English only.
      expect(published.reduce((sum, list) => sum + (counts[list] ?? 0), marked.length), language).toBe(54 - 2);
    }
  });

  it('have English words for every code that a credential is read by, and say whose words they are', () => {
    for (const [list, codes] of Object.entries(euCodes)) {
      for (const code of codes) expect(findLabel([english], list, code), `${list} ${code}`).toMatchObject({ language: 'en', official: published.includes(list) });
    }
    expect(findLabel([english], 'assessment', 'toString')).toBeUndefined();
    expect(findLabel([english], 'constructor', 'name')).toBeUndefined();
  });

  it('that look wrong are kept with a mark and its reason, and give way to English', () => {
    expect(doubtfulLabels).toHaveLength(18);
    for (const { list, code, language, why } of doubtfulLabels) {
      const labels = labelsOf(language);
      const mark = fileOf(language).marked.find((one) => one.list === list && one.code === code);
      expect(mark, `${language} ${list} ${code}`).toMatchObject({ why });
      expect(mark?.published).not.toBe('');
      expect(findLabel([labels, english], list, code)?.language).toBe('en');
    }
    expect(fileOf('da').marked).toMatchObject([{ code: '9191af2ed9', published: 'Præsentation' }]);
    expect(labelLanguages.reduce((sum, language) => sum + fileOf(language).marked.length, 0)).toBe(18);
  });

  it.each([
    ['el', 'Γραπτή εξέταση', 'Υγεία'],
    ['bg', 'Писмен изпит', 'Здравеопазване'],
    ['mt', 'Eżami bil-miktub', 'Is-saħħa'],
    ['ga', 'Scrúdú scríofa', 'Sláinte'],
  ])('are read in %s', (language, examination, health) => {
    const files = [labelsOf(language), english];
    expect(findLabel(files, 'assessment', '6e6cb2cc78')).toEqual({ text: examination, language, official: true });
    expect(findLabel(files, 'isced-f', '091')).toEqual({ text: health, language, official: true });
    expect(findLabel(files, 'eqf', '6')).toEqual({ text: 'Level 6', language: 'en', official: false });
  });

  it('name countries and the languages of Europe in Irish and Maltese, as Unicode does', () => {
    for (const language of ['ga', 'mt']) {
      const { lists } = labelsOf(language);
      // Unicode has no Maltese name for the British Indian Ocean Territory: it stays English.
      expect(countryCodes.filter((code) => lists['country']?.[code] === undefined), language).toEqual(language === 'mt' ? ['IO'] : []);
      expect(official.filter((code) => lists['language']?.[code] === undefined), language).toEqual([]);
    }
    expect(findLabel([labelsOf('ga')], 'country', 'DE')?.text).toBe('an Ghearmáin');
    expect(findLabel([labelsOf('mt')], 'country', 'IE')?.text).toBe('l-Irlanda');
    expect(findLabel([labelsOf('mt')], 'language', 'ga')?.text).toBe('Irlandiż');
  });
});

const source = '../shared/data/elm-lists.json';
describe.skipIf(!existsSync(source))('the labels beside their published source (runs where ../shared/data is)', () => {
  it('say what it says, code by code', () => {
    const { lists } = JSON.parse(readFileSync(source, 'utf8')) as { lists: Record<string, { concepts: Record<string, { labels: Record<string, string> }> }> };
    let compared = 0;
    for (const language of labelLanguages) {
      const labels = labelsOf(language);
      const { marked } = fileOf(language);
      for (const [list, { concepts }] of Object.entries(lists)) {
        for (const [code, concept] of Object.entries(concepts)) {
          const kept = labels.lists[list]?.[code] ?? marked.find((one) => one.list === list && one.code === code)?.published;
          expect(kept, `${language} ${list} ${code}`).toBe(concept.labels[language]);
          compared += kept === undefined ? 0 : 1;
        }
      }
    }
    expect(compared).toBe(1_338);
  });
});
