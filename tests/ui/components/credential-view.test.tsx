import { describe, expect, it } from 'vitest';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import { CredentialView } from '../../../src/ui/components/credential-view.tsx';
import { exampleCredential, examples, exampleShares } from '../../support/example-credentials.ts';
import { inLanguage, readings, shortElements } from '../../support/example-elements.ts';
import { markup, paperOf, textOf } from '../said.tsx';

function shown(examined: ExaminedCredential, mode: 'own' | 'review' | 'preview' | 'check' = 'own'): string {
  return markup(<CredentialView examined={examined} mode={mode} />);
}

describe('the page of a credential', () => {
  it('shows all three layers of a genuine one, with the four questions in their order', () => {
    const html = shown(examples.valid);
    const text = textOf(html);
    const questions = ['Is it unchanged?', 'Who issued it?', 'Is it still in force?', 'Did the sender prove the key it names?'];
    const places = questions.map((question) => text.indexOf(question));
    expect(places.every((place) => place > 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(html).toContain('class="leaf"');
    expect(text).toContain('What it says');
    expect(text).toContain('Technical details');
    expect(text).toContain('This check cannot tell you if the course was good or if the person fits the job.');
  });

  it('shows the elements in the order M1 to M11, O1 to O5, and our sentence for each missing one', () => {
    const text = textOf(shown(examples.valid));
    const labels = ['Learner', 'Country or region', 'Awarding body', 'Learning outcomes', 'Assessment', 'Form of participation', 'Quality assurance', 'Entry requirements', 'Supervision and identity check', 'Grade'];
    const says = text.slice(text.indexOf('What it says'));
    const places = labels.map((label) => says.indexOf(label));
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(says).toContain('Quality assurance not stated; this does not mean there is none.');
    expect(says).toContain('10 of 11 mandatory elements stated. Missing: Quality assurance.');
    expect(says).not.toContain('Stacking');
  });

  it('opens the first five outcomes and offers all', () => {
    const text = textOf(shown(examples.valid));
    expect(text).toContain('Ask for consent in words that a patient understands.');
    expect(text).not.toContain('Keep passwords and access cards to yourself.');
    expect(text).toContain('Show all 7');
  });

  it('gives paper every outcome, and the day of a check instead of "today"', () => {
    const html = shown(examples.valid);
    expect(textOf(html)).toMatch(/Checked today, \d/);
    expect(paperOf(html)).toContain('Keep passwords and access cards to yourself.');
    expect(paperOf(html)).toMatch(/Checked \d+ \w+ \d{4}, \d/);
    expect(paperOf(html)).not.toContain('today');
  });

  it('explains the European level, credits as stated, and never one from the other', () => {
    const text = textOf(shown(examples.valid));
    expect(text).toContain('Level 6 of 8 on the European scale. 8 is the highest. At this level you solve complex problems and answer for your decisions. This is not a grade.');
    expect(text).toContain('2 ECTS credits');
    expect(text).toContain('54 hours');
    expect(text).toContain('One credit is usually 25 to 30 hours of work. The provider decides.');
  });

  it('masks a birth date until it is asked for, and shows a plain name', () => {
    const text = textOf(shown(examples.valid));
    expect(text).toContain('Date of birth: hidden');
    expect(text).not.toContain('1999');
    expect(text).toContain('Aino Mäkelä');
  });

  it('keeps an altered one behind "Show anyway", without leaf head, double rule or any other check', () => {
    const html = shown(examples.altered);
    expect(textOf(html)).toContain('The signature does not fit');
    expect(html).not.toContain('class="check"');
    expect(html).not.toContain('leaf-head');
    expect(html.indexOf('Show anyway')).toBeLessThan(html.indexOf('data-untrusted'));
    expect(textOf(html)).not.toContain('Why we say this');
  });

  it('keeps an altered share behind "Show anyway" even where the credential in it fits', () => {
    const html = markup(<CredentialView examined={examples.valid} share={exampleShares['share-altered']} mode="check" />);
    expect(textOf(html)).toContain('The share does not fit');
    expect(html).not.toContain('class="check"');
  });

  it('quotes the issuer of a forgery and puts no name at the head of the leaf', () => {
    const html = shown(exampleCredential({ id: 'f1', axes: { issuer: 'unknown', status: 'no-list' } }));
    expect(html).not.toContain('leaf-by');
    expect(textOf(html)).toContain('It says it is from “Aalto University”');
    expect(textOf(html)).not.toContain('Aalto University issued this');
  });

  it('writes nothing of a stranger without isolation, and shows the language it is in', () => {
    const html = shown(examples['unknown-issuer'], 'review');
    expect(html).toMatch(/<bdi dir="rtl" lang="ar"[^>]*>جمعية سند للإغاثة<\/bdi>/);
    expect(textOf(html)).toContain('Shown in English. Also:');
  });

  it('offers each of a few languages as a button, many of them as a choice, and none for text of no language', () => {
    const title = (tags: readonly string[]): ExaminedCredential =>
      exampleCredential({ id: 'f4', elements: shortElements(tags.map((language) => ({ text: `Title in ${language}`, language })), inLanguage('A'), '2026-01-01T00:00:00Z') });
    expect(shown(title(['en', 'de', 'fi'])).match(/<button[^>]*>.*?<\/button>/g)?.map(textOf)).toEqual(expect.arrayContaining(['German', 'Finnish']));
    const many = shown(title(['en', 'de', 'fi', 'sv', 'et']));
    expect(many.match(/<option[^>]*>.*?<\/option>/g)?.map(textOf)).toEqual(['English', 'Estonian', 'Finnish', 'German', 'Swedish']);
    expect(many).not.toMatch(/<button[^>]*>[^<]*German/);
    expect(textOf(shown(title(['en', 'und'])))).not.toContain('Also:');
  });

  it('names a level of another framework as it names itself, and calls a bare figure a level', () => {
    const withLevel = (level: string): string =>
      textOf(shown(exampleCredential({ id: 'f7', elements: readings({ M8: [{ path: '/level', raw: level, text: [], is: { kind: 'level', framework: 'NQF', level } }] }) })));
    expect(withLevel('RQF Level 6')).toContain('NQF: RQF Level 6');
    expect(withLevel('4B')).toContain('NQF: level 4B');
  });

  it('could not check whether it is in force where a date is none', () => {
    const examined = exampleCredential({ id: 'f5', axes: { status: 'no-list', time: 'over' }, reasons: { 'validity-period': 'malformed-date' } });
    expect(textOf(shown(examined))).toMatch(/Is it still in force\?\s*Could not check/);
    expect(textOf(shown(exampleCredential({ id: 'f6', axes: { status: 'no-list', time: 'over' } })))).toMatch(/Is it still in force\?\s*No/);
  });

  it('B90 HTML in names and texts is shown as text and never becomes markup', () => {
    const hostile = exampleCredential({
      id: 'f2',
      axes: { issuer: 'unknown', status: 'no-list' },
      issuer: [{ text: '<b onclick="steal()">University</b>' }],
      elements: shortElements(inLanguage('<img src=x onerror=steal()>'), inLanguage('<script>steal()</script>'), '2026-01-01T00:00:00Z', '<i>Aino</i>'),
    });
    const html = shown(hostile);
    expect(html).not.toMatch(/<(img|script|b|i)\b/);
    expect(textOf(html)).toContain('<img src=x onerror=steal()>');
    expect(shown(examples.valid)).toContain('Data Protection in Care Work');
  });

  it('B89 characters that turn the reading direction are stripped, and 10,000 characters are clamped', () => {
    const hostile = exampleCredential({ id: 'f3', elements: shortElements(inLanguage(`\u202Egnp\u2066 ${'long '.repeat(2_000)}`), inLanguage('A'), '2026-01-01T00:00:00Z') });
    const html = shown(hostile, 'preview');
    expect(html).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    expect(html.length).toBeLessThan(20_000);
    expect(html).toContain('gnp');
  });

  it('B45 says that what the credential points to was not looked at, of one that fits and of one that could not be checked', () => {
    for (const examined of [examples.valid, examples['unknown-issuer']]) expect(textOf(shown(examined, 'check'))).toContain('It did not look at pages and pictures that the credential points to.');
  });

  it('says what a share does not state, and what a presentation leaves out', () => {
    const partly = readings({}).map((reading) => ({ ...reading, state: 'not-shared' as const }));
    expect(textOf(shown(exampleCredential({ id: 'f4', elements: partly }), 'check'))).toContain('Not shared.');
  });

  it('shows two bands for a share, the credential before the share', () => {
    const html = markup(<CredentialView examined={examples.valid} share={exampleShares.proven} mode="check" />);
    expect(html.match(/class="band"/g)).toHaveLength(2);
    expect(textOf(html).indexOf('The credential')).toBeLessThan(textOf(html).indexOf('Sender holds the key'));
    expect(textOf(html)).toContain('What this check does not tell you');
  });

  it('leads from the verdict to "Check online" where there is something to ask, and not in a preview', () => {
    const asking = { ...examples['not-checked'], wants: [{ url: 'https://school.example/.well-known/did.json', purpose: 'did-document' as const }] };
    const isLed = (examined: ExaminedCredential, mode: 'own' | 'review' | 'check' | 'preview'): boolean => markup(<CredentialView examined={examined} mode={mode} />).includes('>Check online</button>');
    expect((['own', 'review', 'check', 'preview'] as const).map((mode) => isLed(asking, mode))).toEqual([true, true, true, false]);
    expect(isLed(examples['not-checked'], 'check')).toBe(false);
  });

  it('leaves what a check does not tell to the end of a report of several', () => {
    const part = markup(<CredentialView examined={examples.valid} mode="check" titleLevel={2} />);
    expect(textOf(part)).toContain('Is it unchanged?');
    expect(textOf(part)).not.toContain('This check cannot tell you');
  });

  it('shows only the facts in a preview, and three elements in a review', () => {
    expect(textOf(shown(examples.valid, 'preview'))).not.toContain('Learning outcomes');
    const review = textOf(shown(examples.valid, 'review'));
    expect(review).toContain('Learning outcomes');
    expect(review).not.toContain('Country or region');
    expect(review).toContain('See all it says');
  });
});
