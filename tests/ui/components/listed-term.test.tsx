import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LocalizedText } from '../../../src/core/model/credential.ts';
import type { ElementValue } from '../../../src/core/model/eu-elements.ts';
import { labelsEdition, parseLabels } from '../../../src/core/model/label-file.ts';
import { ElementList } from '../../../src/ui/components/credential/element-list.tsx';
import { ElementValueRow } from '../../../src/ui/components/credential/element-value.tsx';
import { provideLabels, wantLabels } from '../../../src/ui/languages/current-labels.ts';
import { markup, textOf } from '../said.tsx';

const fromFolder = async (language: string) => parseLabels(JSON.parse(readFileSync(`public/labels/${language}-${labelsEdition}.json`, 'utf8')));
const row = (is: ElementValue['is'], text: LocalizedText, prefer: readonly string[], raw = ''): string =>
  markup(<ElementValueRow value={{ text, path: '/x', raw, is }} prefer={prefer} />);
const term = (list: string, code: string): ElementValue['is'] => ({ kind: 'term', list, code });
const examination = term('assessment', '6e6cb2cc78');

async function load(...languages: readonly string[]): Promise<void> {
  wantLabels(languages, () => undefined)();
  await new Promise((resolve) => setTimeout(resolve, 0));
}

beforeEach(() => provideLabels(fromFolder));
afterEach(() => vi.restoreAllMocks());

describe('a code of a European list', () => {
  it.each([
    ['el', 'Γραπτή εξέταση'],
    ['bg', 'Писмен изпит'],
    ['mt', 'Eżami bil-miktub'],
    ['ga', 'Scrúdú scríofa'],
    ['en', 'Written examination'],
  ])('is named as published in %s, and the language is marked', async (language, words) => {
    await load(language, 'en');
    const html = row(examination, [], [language, 'en']);
    expect(textOf(html)).toBe(words);
    expect(html).toContain(`lang="${language}"`);
  });

  it('stands beside the words of the issuer only where these say something else', async () => {
    await load('en', 'nl');
    const written: LocalizedText = [{ text: 'Schriftelijke toets', language: 'nl' }];
    expect(textOf(row(examination, written, ['en']))).toBe('Written examinationThe issuer writes “Schriftelijke toets”.');
    expect(textOf(row(examination, [{ text: 'WRITTEN Examination ' }], ['en']))).toBe('Written examination');
    expect(textOf(row(examination, [{ text: 'Schriftelijk examen', language: 'nl' }, { text: 'written examination', language: 'en' }], ['en']))).toBe('Written examination');
  });

  it('keeps markup and quotation marks of the issuer out of our sentence', async () => {
    await load('en');
    const html = row(examination, [{ text: '<b>a”. We checked it. “</b>' }], ['en']);
    expect(html).not.toContain('<b>');
    expect(textOf(html)).not.toContain('a”.');
  });

  it('is in English where its label looks wrong in the language that is read', async () => {
    await load('da', 'en');
    const html = row(term('learning-assessment', '9191af2ed9'), [], ['da', 'en']);
    expect(textOf(html)).toBe('Presential');
    expect(html).toContain('lang="en"');
    expect(textOf(row(term('learning-assessment', '920fbb3cbe'), [], ['da', 'en']))).toBe('Online');
  });

  it('of a list whose words we only collected keeps the words of the issuer, else ours', async () => {
    await load('en');
    const supervised = term('supervision-verification', '70be69aaf9');
    expect(textOf(row(supervised, [{ text: 'Proctored' }], ['en']))).toBe('Proctored');
    expect(textOf(row(supervised, [], ['en']))).toBe('Supervised, identity checked');
    expect(textOf(row(term('evidence-type', 'c_18016257'), [], ['en']))).toBe('Mandate (sealed on behalf of)');
  });

  it('without labels at hand is what the issuer writes, else our words, else the code as written', async () => {
    provideLabels(async () => undefined);
    expect(textOf(row(examination, [{ text: 'Exam' }], ['en']))).toBe('Exam');
    expect(textOf(row(examination, [], ['el', 'en']))).toBe('Written examination');
    expect(textOf(row(term('isced-f', '091'), [], ['en'], 'http://data.europa.eu/snb/isced-f/091'))).toBe('http://data.europa.eu/snb/isced-f/091');
  });

  it('names a field of study, and still says of attendance that nothing was tested', async () => {
    await load('en', 'ga');
    expect(textOf(row(term('isced-f', '091'), [], ['ga', 'en']))).toBe('Sláinte');
    expect(textOf(row(term('assessment', '7331eb4762'), [], ['en']))).toBe('Level of attendanceAttendance, no test of outcomes.');
  });
});

describe('countries and languages', () => {
  it('are named in the language that is read', async () => {
    await load('en');
    expect(textOf(row({ kind: 'country', code: 'GR' }, [], ['el', 'en']))).toBe('Ελλάδα');
    expect(textOf(row({ kind: 'language', code: 'BG' }, [], ['bg', 'en']))).toBe('Language: български');
    expect(textOf(row({ kind: 'country', code: 'XK' }, [], ['en']))).toBe('Kosovo');
  });

  it('say what they are where they stand among other facts: a language as one, a start and an end as such', async () => {
    await load('en');
    expect(textOf(row({ kind: 'language', code: 'en' }, [], ['en']))).toBe('Language: English');
    expect(textOf(row({ kind: 'date', date: '2026-02-02', of: 'start' }, [], ['en']))).toBe('Start: 2 February 2026');
    expect(textOf(row({ kind: 'date', date: '2026-05-30', of: 'end' }, [], ['en']))).toBe('End: 30 May 2026');
    expect(textOf(row({ kind: 'date', date: '2026-06-12' }, [], ['en']))).toBe('12 June 2026');
  });

  it('have Irish and Maltese names where the browser has none, and English ones where we have none either', async () => {
    const known = Intl.DisplayNames.supportedLocalesOf.bind(Intl.DisplayNames);
    vi.spyOn(Intl.DisplayNames, 'supportedLocalesOf').mockImplementation((tag) => (['ga', 'mt'].includes(String(tag)) ? [] : known(tag)));
    await load('ga', 'mt', 'en');
    expect(textOf(row({ kind: 'country', code: 'DE' }, [], ['ga', 'en']))).toBe('an Ghearmáin');
    expect(textOf(row({ kind: 'country', code: 'DE' }, [], ['mt', 'en']))).toBe('il-Ġermanja');
    expect(textOf(row({ kind: 'language', code: 'mt' }, [], ['ga', 'en']))).toBe('Language: Máltais');
    expect(textOf(row({ kind: 'country', code: 'IO' }, [], ['mt', 'en']))).toBe('British Indian Ocean Territory');
  });

  it('stay as written where they are none', async () => {
    await load('en');
    expect(textOf(row({ kind: 'language', code: '<b>!' }, [], ['en']))).toBe('Language: <b>!');
  });
});

describe('skills of ESCO and DigComp', () => {
  it.each(['http://data.europa.eu/esco/skill/0f8d3c1a', 'http://data.europa.eu/snb/dcf/1.2', 'javascript:alert(1)'])('show the label of the issuer and %s as text that opens nothing', (uri) => {
    const html = row({ kind: 'skill', uri }, [{ text: 'read <i>plans</i>', language: 'en' }], ['en']);
    expect(textOf(html)).toBe(`read <i>plans</i>${uri}`);
    expect(html).not.toMatch(/<a[\s>]|href=|<i>/);
  });

  it('stand with the outcomes, each with its address as text', () => {
    const uri = 'http://data.europa.eu/esco/skill/0f8d3c1a';
    const value = (path: string, text: LocalizedText, is: ElementValue['is']): ElementValue => ({ text, path, raw: uri, is });
    const values = [value('/1', [{ text: 'Can plan' }], { kind: 'text' }), value('/2', [{ text: 'read plans' }], { kind: 'skill', uri }), value('/3', [], { kind: 'skill', uri })];
    const html = markup(<ElementList elements={[{ id: 'M6', mandatory: true, state: 'stated', values }]} prefer={['en']} />);
    expect(textOf(html)).toContain(`Can planread plans ${uri}${uri}`);
    expect(html).not.toMatch(/<a[\s>]|href=/);
  });
});
