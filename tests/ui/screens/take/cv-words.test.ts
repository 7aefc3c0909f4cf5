import { describe, expect, it } from 'vitest';
import type { CvEntry, CvFacts } from '../../../../src/wallet/cv-entry.ts';
import { createElement } from 'react';
import { useFormats } from '../../../../src/ui/languages/use-formats.ts';
import type { Formats } from '../../../../src/ui/languages/use-formats.ts';
import { cvLines, cvText, entryOf, feedbackText, linkOf, mailAddress, titlesOf } from '../../../../src/ui/screens/take/cv-words.ts';
import type { Writing } from '../../../../src/ui/screens/take/cv-words.ts';
import { inLanguage, shortElements } from '../../../support/example-elements.ts';
import { englishI18n } from '../../english.ts';
import { markup } from '../../said.tsx';

function formatsOfNow(): Formats {
  let found: Formats | undefined;
  markup(createElement(() => {
    found = useFormats();
    return null;
  }));
  if (found === undefined) throw new Error('no formats');
  return found;
}

const formats = formatsOfNow();
const writing: Writing = { text: (id, values) => englishI18n._(id, values as Record<string, unknown>), formats, locale: 'en' };
const none: CvFacts = { titles: [], organisations: [], dates: [], addresses: [], isDegree: false };
const entry: CvEntry = { title: 'First aid', organisation: 'Red Cross', date: '2026-06-07', until: '', address: '', identifier: '' };
const forbidden = /recognised|recognized|equivalent|accepted|trusted|approved|fake|genuine|verified|valid\b(?! until)/i;

describe('the lines for a CV', () => {
  it('say title, body, date, end and link, and nothing of being genuine', () => {
    const lines = cvLines({ ...entry, until: '2028-06-06', address: 'https://b.example/1' }, writing);
    expect(cvText(lines)).toBe('First aid\nRed Cross, 7 June 2026\nValid until 6 June 2028\nhttps://b.example/1');
    expect(cvText(lines)).not.toMatch(forbidden);
    expect(lines[1], 'a name and a date may be of different directions').toEqual(['Red Cross', '7 June 2026']);
  });

  it('have no line and no comma for what is not stated', () => {
    expect(cvText(cvLines({ ...entry, title: '', date: '' }, writing))).toBe('Red Cross');
    expect(cvText(cvLines({ ...entry, organisation: '', date: '2024-05' }, writing))).toBe('First aid\nMay 2024');
    expect(cvLines({ ...entry, title: '', organisation: '', date: '' }, writing)).toEqual([]);
  });

  it('name several bodies in one line, and cut a name of more than 300 characters where it is seen', () => {
    const facts: CvFacts = { ...none, organisations: [inLanguage('Aalto'), inLanguage('Turku'), inLanguage('Oulu')] };
    expect(entryOf(facts, { title: '', date: '', withLink: true }, ['en'], formats).organisation).toBe('Aalto, Turku and Oulu');
    const [title = ''] = titlesOf({ ...none, titles: [inLanguage('ä'.repeat(400))] }, ['en']);
    expect([...title]).toHaveLength(300);
    expect(title.endsWith('…')).toBe(true);
    expect(titlesOf({ ...none, titles: [inLanguage('Φ'.repeat(300))] }, ['en'])[0]).toBe('Φ'.repeat(300));
  });

  it('take the wording in the language of the reader, in one line, without marks that turn it', () => {
    const titles = [[{ text: 'Ensiapu', language: 'fi' }, { text: 'First\n\taid \u202Egnp', language: 'en' }]];
    expect(titlesOf({ ...none, titles }, ['en', 'fi'])).toEqual(['First aid gnp']);
    expect(titlesOf({ ...none, titles }, ['fi'])).toEqual(['Ensiapu']);
  });

  it('show only https as a link, by its host in the spelling of the network', () => {
    const link = (...addresses: readonly string[]) => linkOf({ ...none, addresses });
    expect(link('https://b.example/1')).toEqual({ address: 'https://b.example/1', host: 'b.example' });
    expect(link('javascript:alert(1)', 'http://b.example', 'https://a@b.example', 'urn:x', 'https://c.example/ok')?.host).toBe('c.example');
    expect(link('https://аpple.example/')?.host).toMatch(/^xn--/);
    expect(link('https://b.example/\u202Egnp', `https://b.example/${'a'.repeat(3_000)}`, 'https://b.example/a b')).toEqual({ address: 'https://b.example/%E2%80%AEgnp', host: 'b.example' });
    expect(link()).toBeUndefined();
  });
});

describe('the message to the awarding body', () => {
  const elements = shortElements(inLanguage('First aid'), inLanguage('Red Cross'), '2026-06-07');

  it('thanks, names what is missing of the eleven, and leaves room', () => {
    const message = feedbackText({ elements }, entry, writing);
    expect(message).toContain('You gave me the credential “First aid” on 7 June 2026. Thank you.');
    expect(message).toMatch(/- Workload\n- Level\n- Assessment/);
    expect(message).not.toMatch(/- (?:Title|Awarding body|Date of issue)/);
    expect(message).toMatch(/What I would like to tell you:\n\n\nKind regards$/);
    expect(message).not.toMatch(forbidden);
  });

  it('asks for nothing where nothing is missing, and says nothing that is not stated', () => {
    const whole = elements.map((reading) => ({ ...reading, state: 'stated' as const }));
    expect(feedbackText({ elements: whole }, entry, writing)).not.toContain('could not find');
    expect(feedbackText({ elements: whole }, { title: '', date: '' }, writing)).toContain('You gave me a credential. Thank you.');
  });

  it('holds nothing of the learner', () => {
    const named = shortElements(inLanguage('First aid'), inLanguage('Red Cross'), '2026-06-07', 'Aino Laine');
    expect(feedbackText({ elements: named }, entry, writing)).not.toContain('Aino');
  });

  it('becomes an address for a mail program, unless that would cut it', () => {
    expect(mailAddress('a+b@x.example', 'About “A & B”', 'one\ntwo?cc=c@x.example')).toBe('mailto:a%2Bb@x.example?subject=About%20%E2%80%9CA%20%26%20B%E2%80%9D&body=one%0D%0Atwo%3Fcc%3Dc%40x.example');
    expect(mailAddress('a@x.example', 's', 'ö'.repeat(400))).toBeUndefined();
    // Half of a sign, as cutting a text leaves it.
    expect(mailAddress('a@x.example', 's\udc4d', 'b\ud83d')).toBe('mailto:a@x.example?subject=s%EF%BF%BD&body=b%EF%BF%BD');
  });
});
