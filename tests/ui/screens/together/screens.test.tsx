import { describe, expect, test } from 'vitest';
import { Router } from 'wouter';
import type { ExaminedCredential } from '../../../../src/core/model/examination.ts';
import { toItemId } from '../../../../src/core/model/ids.ts';
import { stackingFactsOf } from '../../../../src/core/recognition/stacking-facts.ts';
import { CompareTable } from '../../../../src/ui/screens/compare/compare-table.tsx';
import { CreditSums } from '../../../../src/ui/screens/together/credit-sums.tsx';
import { EachItem } from '../../../../src/ui/screens/together/each-item.tsx';
import { LeftOut } from '../../../../src/ui/screens/together/left-out.tsx';
import { IssuersWords, Overlaps } from '../../../../src/ui/screens/together/overlaps.tsx';
import { byItemId } from '../../../../src/ui/screens/together/use-examined-ids.ts';
import { en } from '../../../../src/ui/languages/en.ts';
import { together } from '../../../../src/ui/languages/en/together.ts';
import { examples } from '../../../support/example-credentials.ts';
import { drawnExample } from '../../../support/example-pages.ts';
import { readings } from '../../../support/example-elements.ts';
import { stack } from '../../../support/example-stack.ts';
import { examined, said } from '../../../support/recognition.ts';
import { markup, paperOf, textOf } from '../../said.tsx';

const compared = (...items: readonly ExaminedCredential[]): string => markup(<CompareTable items={items} />);
const row = (html: string, label: string): string => [...html.matchAll(/<tr\b.*?<\/tr>/g)].map(([one]) => one).find((one) => one.includes(`<b>${label}</b>`)) ?? '';

describe('side by side', () => {
  test('is a table: a head for each credential with its state, a head for each element, in the European order', () => {
    const html = compared(stack.care, stack.law, stack.hours);
    expect(html.match(/<th scope="col"/g)).toHaveLength(4);
    const labels = [...html.matchAll(/<th scope="row"[^>]*><b>([^<]*)<\/b>/g)].map(([, label]) => label);
    expect(labels.slice(0, 11)).toEqual(['Learner', 'Title', 'Country or region', 'Awarding body', 'Date of issue', 'Learning outcomes', 'Workload', 'Level', 'Assessment', 'Form of participation', 'Quality assurance']);
    expect(textOf(html)).toContain('Valid');
    expect(textOf(html)).toContain('It says it is from “Sanad Relief Society”');
    for (const one of html.matchAll(/<tr\b.*?<\/tr>/g)) {
      const columns = [...one[0].matchAll(/<t[dh]\b([^>]*)>/g)].map(([, attributes = '']) => Number(/colSpan="(\d)"/i.exec(attributes)?.[1] ?? 1)).reduce((sum, span) => sum + span, 0);
      expect(columns, one[0].slice(0, 80)).toBe(one[0].includes('data-rest') ? 3 : 4);
    }
  });

  test('a day stands as on the page of each: where a midnight is one of its country, and with it what a text is', () => {
    const same = { ...drawnExample, id: stack.care.id };
    const html = compared(drawnExample, same);
    expect(textOf(row(html, 'Date of issue'))).toContain('1 January 2023The file says 31 December 2022');
    const award = textOf(markup(<Router ssrPath="/together"><EachItem items={[drawnExample]} /></Router>));
    expect(award).toContain('1 January 2023');
    expect(award).not.toContain('31 December 2022');
  });

  test('two of one title are told apart by their places, in heads and cells; with titles of their own nothing is numbered', () => {
    const text = textOf(compared(stack.care, stack.law, stack.copy));
    for (const [head, cell] of [['1. Data Protection in Care WorkAalto University', '1. Data Protection in Care Work12 June 2026'], ['2. Health Law for NursesAalto University', '2. Health Law for Nurses1 March 2023'], ['3. Data Protection in Care WorkAalto University', '3. Data Protection in Care Work12 June 2026']] as const) {
      expect(text).toContain(head);
      expect(text).toContain(cell);
    }
    expect(textOf(compared(stack.care, stack.law))).not.toContain('1. ');
  });

  test('what is the same stands once and says so in words; the rest of each in its own cell', () => {
    const html = compared(stack.care, stack.law);
    expect(textOf(row(html, 'Awarding body'))).toBe('Awarding bodyIn each of themAalto University');
    expect(textOf(row(html, 'Learning outcomes'))).toContain('DiffersIn each of themExplain which patient data');
    expect(row(html, 'Learning outcomes')).toContain('rowSpan="2"');
    expect(textOf(html).match(/Explain which patient data/g)).toHaveLength(1);
    expect(textOf(html)).toContain('Nothing more.');
    expect(textOf(row(html, 'Workload'))).toContain('3.5 ECTS credits90 hours');
  });

  test('gaps have the fixed words; optional elements that nobody states are no gap', () => {
    const html = compared(stack.care, stack.hours);
    expect(textOf(row(html, 'Quality assurance'))).toContain('Quality assurance not stated; this does not mean there is none.');
    expect(textOf(row(html, 'Level'))).toContain('No level stated; not every course has one.');
    expect(textOf(row(html, 'Level'))).toContain('Not in each');
    expect(html).not.toContain('Grade');
    expect(textOf(compared(stack.care, stack.care))).toContain('Nothing differs in what they say.');
  });

  test('names, numbers and addresses of issuers are inert, with their language', () => {
    const hostile = { ...examples.valid, elements: readings({ M2: [{ text: [{ text: '<img src=x onerror=alert(1)>', language: 'de' }], path: '/x', raw: 'x', is: { kind: 'text' } }] }) };
    const html = compared(hostile, stack.care);
    expect(html).not.toContain('<img');
    expect(html).toContain('lang="de"');
    expect(textOf(compared(examples.valid, stack.care))).toContain('Date of birth: hidden');
    expect(compared(examples.valid, stack.care)).not.toContain('1999');
  });

  test('no word that ranks or decides stands in what we say', () => {
    const ours = Object.values(together).join(' ');
    for (const word of ['recognised', 'equivalent', 'accepted', 'trusted', 'approved', 'fake', 'winner', 'best', 'score', 'total', 'progress']) expect(ours.toLowerCase(), word).not.toMatch(new RegExp(`\\b${word}\\b`));
    expect(en['statement.set.decides']).toBe('Whether these can be combined is decided by the organisation you send them to.');
  });
});

describe('what they add up to', () => {
  const items = Object.values(stack);
  const facts = { facts: stackingFactsOf(items), byId: byItemId(items) };

  test('ECTS for each level and field with what each adds, on paper at once; hours apart; the help on hours', () => {
    const html = markup(<CreditSums {...facts} />);
    expect(textOf(html)).toContain('Level 5 of 8');
    expect(textOf(html)).toContain('5.5 ECTS credits');
    expect(textOf(html)).toContain('Show which 2 credentials');
    expect(html.match(/aria-expanded="false"/g)).toHaveLength(3);
    expect(textOf(html)).not.toContain('2 ECTS credits: Data Protection in Care Work');
    expect(paperOf(html)).toContain('2 ECTS credits: Data Protection in Care Work');
    expect(textOf(html)).toContain('One credit is usually 25 to 30 hours of work. The provider decides.');
    expect(textOf(html)).toContain('16 hours');
    expect(textOf(html)).not.toContain('10.5');
    // One whose date has passed, and one whose signer nobody knows: said before anything is opened.
    expect(textOf(html).match(/It is not plainly valid\./g)).toHaveLength(2);
    const doubtful = [stack.care, { ...stack.law, headline: 'unknown-issuer' } as const];
    expect(textOf(markup(<CreditSums facts={stackingFactsOf(doubtful)} byId={byItemId(doubtful)} />))).toContain('1 of them is not plainly valid.');
  });

  test('those of one reason stand together, of many the first five; on paper all', () => {
    const parts = Array.from({ length: 30 }, (_, at) => ({ ...stack.altered, id: toItemId(String(at).padStart(64, '0')) }));
    const html = markup(<LeftOut facts={stackingFactsOf(parts)} byId={byItemId(parts)} />);
    expect(textOf(html).match(/Master of Everything/g)).toHaveLength(5);
    expect(textOf(html).match(/The signature does not fit\./g)).toHaveLength(1);
    expect(textOf(html)).toContain('Show all 30');
    expect(paperOf(html).match(/Master of Everything/g)).toHaveLength(30);
  });

  test('everything that is in no sum stands there with its reason, and because of what', () => {
    const text = textOf(markup(<LeftOut {...facts} />));
    expect(text).toContain('The same title, organisation and day as in Data Protection in Care Work. It counts once.');
    expect(text).toContain('A part of Health Law for Nurses. The whole counts.');
    expect(text).toContain('It states 5 without a unit.');
    expect(text).toContain('Master of Everything The signature does not fit.');
    expect(text.match(/The signature does not fit/g), 'said once').toHaveLength(1);
    expect(text).not.toContain('300');
  });

  test('each reason has its words', () => {
    for (const why of ['inside', 'unknown-unit', 'odd-amount', 'only-parts', 'no-workload', 'two-values', 'altered', 'not-verified', 'cancelled', 'owner-written'] as const) {
      const stated = [said({ amount: Number.NaN, system: 'ECTS' } as const, '<b>many</b>')];
      const html = markup(<LeftOut byId={facts.byId} facts={{ ...facts.facts, notSummed: [{ item: stack.care.id, why, with: stack.law.id, stated }] }} />);
      expect(textOf(html), why).toMatch(/Data Protection in Care Work.*\./);
      expect(html).not.toContain('<b>many');
    }
    for (const by of ['credential', 'achievement', 'title-and-day'] as const) {
      const html = markup(<LeftOut byId={facts.byId} facts={{ ...facts.facts, notSummed: [{ item: stack.copy.id, why: 'same-item', by, with: stack.care.id }] }} />);
      expect(textOf(html)).toContain('It counts once.');
    }
  });

  test('what may overlap is a hint, with the address of a skill as text; the issuer’s words stand under their credential', () => {
    const html = markup(<Overlaps {...facts} />);
    expect(textOf(html)).toContain('These share something. Nothing was taken off for it.');
    expect(textOf(html)).toContain('http://data.europa.eu/esco/skill/');
    expect(html).not.toContain('href');
    const words = textOf(markup(<IssuersWords {...facts} />));
    expect(words).toContain('Health Law for NursesCounts towards the Master of Health Sciences, 60 credits.');
  });

  test('each credential has its own levels, its age and its issuer’s rule; an altered one only its state', () => {
    const text = textOf(markup(<Router ssrPath="/together"><EachItem items={[stack.law, stack.care, stack.altered]} /></Router>));
    expect(text).toContain('1 March 2023, 3 years ago');
    expect(text).toContain('12 June 2026, less than a year ago');
    expect(text).toContain('Valid until 1 March 2028');
    expect(text).not.toContain('Level 8');
    expect(text.indexOf('The signature does not fit')).toBeGreaterThan(0);
  });

  test('a hundred credentials and nothing at all are drawn', () => {
    const many = Array.from({ length: 100 }, (_, at) => examined({ name: `h${String(at)}`, achievements: [{ workloads: [said({ amount: 0.5, system: 'ECTS' } as const, '0.5')] }] }));
    const html = markup(<CreditSums facts={stackingFactsOf(many)} byId={byItemId(many)} />);
    expect(textOf(html)).toContain('50 ECTS credits');
    expect(textOf(html)).toContain('Show which 100 credentials');
    const none = { facts: stackingFactsOf([]), byId: byItemId([]) };
    expect(textOf(markup(<CreditSums {...none} />))).toContain('Nothing here states ECTS credits that can be added.');
    expect(markup(<LeftOut {...none} />) + markup(<Overlaps {...none} />) + markup(<IssuersWords {...none} />)).toBe('');
  });
});
