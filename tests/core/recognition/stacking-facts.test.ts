import { describe, expect, test } from 'vitest';
import type { Alignment } from '../../../src/core/model/credential.ts';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import { parseInstant } from '../../../src/core/model/instant.ts';
import { stackingFactsOf } from '../../../src/core/recognition/stacking-facts.ts';
import { testNow } from '../../support/examining.ts';
import { ects, examined, hours, ofField, said, words } from '../../support/recognition.ts';

const eqf = (value: string): { framework: string; value: string } => ({ framework: 'EQF', value });
const on = (text: string): object => {
  const at = parseInstant(text);
  return { issued: said({ text, ...(at === undefined ? {} : { at }) }, text) };
};
const why = (items: readonly ExaminedCredential[]): readonly string[] => stackingFactsOf(items).notSummed.map((one) => [one.item, one.why, one.with].filter((part) => part !== undefined).join(' '));
/** Sums without what each credential adds: those add up to them. */
const bare = <T extends { readonly amount: number; readonly parts: readonly { readonly amount: number }[] }>(sums: readonly T[]): readonly Omit<T, 'parts'>[] =>
  sums.map(({ parts, ...rest }) => {
    expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(rest.amount, 6);
    return rest;
  });
const total = (items: readonly ExaminedCredential[]): number => stackingFactsOf(items).credits.reduce((sum, { amount }) => sum + amount, 0);

describe('sums of what is stated', () => {
  test('credits are summed for each European level and broad field; a missing level stays missing', () => {
    const items = [
      examined({ name: 'a', achievements: [{ workloads: [ects(2)], levels: [said(eqf('6'))], fields: [ofField('0521')] }] }),
      examined({ name: 'b', achievements: [{ workloads: [ects(3)], levels: [said(eqf('6'))], fields: [ofField('05')] }] }),
      examined({ name: 'c', achievements: [{ workloads: [ects(4)], levels: [said(eqf('6'))], fields: [ofField('0613')] }] }),
      examined({ name: 'd', achievements: [{ workloads: [ects(5)], levels: [said(eqf('4'))] }] }),
      examined({ name: 'e', achievements: [{ workloads: [ects(6)], levels: [said({ framework: 'NQF', value: 'Level 7' })] }] }),
    ];
    expect(bare(stackingFactsOf(items).credits)).toEqual([
      { level: 4, amount: 5, items: ['d'] },
      { level: 6, field: '05', amount: 5, items: ['a', 'b'] },
      { level: 6, field: '06', amount: 4, items: ['c'] },
      { amount: 6, items: ['e'] },
    ]);
    expect(stackingFactsOf(items).decidedBy).toBe('receiving-organisation');
  });

  test('hours and other systems stand apart, and hours beside credits are not told twice', () => {
    const facts = stackingFactsOf([
      examined({ name: 'a', achievements: [{ workloads: [ects(2), hours(60)] }] }),
      examined({ name: 'b', achievements: [{ workloads: [hours(45)] }] }),
      examined({ name: 'c', achievements: [{ workloads: [said({ amount: 3, system: 'ECVET' } as const)] }] }),
    ]);
    expect(bare(facts.credits)).toEqual([{ amount: 2, items: ['a'] }]);
    expect(bare(facts.others)).toEqual([{ system: 'ECVET', amount: 3, items: ['c'] }, { system: 'hours', amount: 45, items: ['b'] }]);
  });

  test('numbers without a unit are shown and never summed; two values of one system are not either', () => {
    const unknown = said({ amount: 5, system: 'unknown' } as const);
    const facts = stackingFactsOf([
      examined({ name: 'a', achievements: [{ workloads: [unknown] }] }),
      examined({ name: 'b', achievements: [{ workloads: [ects(3), ects(4)] }] }),
      examined({ name: 'c', achievements: [{}] }),
      examined({ name: 'd', achievements: [] }),
      examined({ name: 'e', achievements: [{ workloads: [ects(-3), ects(0), ects(Number.NaN)] }] }),
    ]);
    expect([facts.credits, facts.others]).toEqual([[], []]);
    expect(facts.notSummed.map(({ item, why: reason, stated = [] }) => [item, reason, stated.map(({ value }) => String(value.amount)).join()])).toEqual([
      ['a', 'unknown-unit', '5'],
      ['b', 'two-values', '3,4'],
      ['c', 'no-workload', ''],
      ['d', 'no-workload', ''],
      ['e', 'odd-amount', '-3,0,NaN'],
    ]);
  });

  test('half credits add up; the work of one activity within the whole is no second value', () => {
    const part = said({ amount: 1, system: 'ECTS', part: true } as const);
    const items = ['a', 'b', 'c'].map((name) => examined({ name, achievements: [{ workloads: [ects(0.1), part] }] }));
    expect(bare(stackingFactsOf(items).credits)).toEqual([{ amount: 0.3, items: ['a', 'b', 'c'] }]);
  });

  test('what is altered, unsigned, unchecked, cancelled, a sample or the learner’s own words adds nothing', () => {
    const five = [{ workloads: [ects(5)] }];
    const items = [
      examined({ name: 'good', achievements: five }),
      examined({ name: 'expired', achievements: five, axes: { time: 'over' } }),
      examined({ name: 'altered', achievements: five, axes: { unchanged: 'no' } }),
      examined({ name: 'unsigned', achievements: five, axes: { unchanged: 'unsigned' } }),
      examined({ name: 'unchecked', achievements: five, axes: { unchanged: 'could-not-check' } }),
      examined({ name: 'cancelled', achievements: five, axes: { status: 'cancelled' } }),
      examined({ name: 'held', achievements: five, axes: { status: 'on-hold' } }),
      examined({ name: 'sample', achievements: five, more: { headline: 'sample' } }),
      examined({ name: 'own', achievements: five, more: { headline: 'self-made' } }),
    ];
    expect(bare(stackingFactsOf(items).credits)).toEqual([{ amount: 10, items: ['good', 'expired'] }]);
    expect(why(items)).toEqual(['altered altered', 'unsigned not-verified', 'unchecked not-verified', 'cancelled cancelled', 'held cancelled', 'sample not-verified', 'own owner-written']);
  });
});

describe('the same thing counts once', () => {
  const five = { workloads: [ects(5)] };

  test('the same credential by its identity, by an id that counts everywhere, and the same file given twice', () => {
    const a = examined({ name: 'a', achievements: [five] });
    const b = examined({ name: 'b', achievements: [five], more: { sameness: 'named:a' } });
    const c = examined({ name: 'c', achievements: [five], credential: { id: said('https://x.example/1') } });
    const d = examined({ name: 'd', achievements: [five], credential: { id: said('https://x.example/1') } });
    expect(total([a, b, a])).toBe(5);
    expect(why([a, b, a])).toEqual(['b same-item a']);
    expect(why([c, d])).toEqual(['d same-item c']);
    expect(total([a, c])).toBe(10);
  });

  test('same credential in EDC and OB3 counted once: organisation, title and day agree, the day by a midnight in UTC', () => {
    const edc = examined({ name: 'edc', achievements: [{ ...five, title: words('Soil & Water') }], credential: on('2022-12-31T23:00:00Z') });
    const badge = examined({ name: 'ob', achievements: [{ workloads: [], title: words('Soil, water', 'de') }], credential: on('2023-01-01T00:00:00Z') });
    const nearly = examined({ name: 'near', achievements: [{ ...five, title: words('Soil  water') }], credential: on('2023-01-01') });
    expect(why([badge, edc])).toEqual(['ob same-item edc']);
    expect(why([nearly, edc])).toEqual(['edc same-item near']);
    expect(why([edc, nearly])).toEqual(['edc same-item near']);
    expect(total([nearly, edc])).toBe(5);
  });

  test('of the same the one that states a workload counts, whichever comes first', () => {
    const bare = examined({ name: 'bare', achievements: [{ title: words('Soil water') }], credential: on('2023-01-01') });
    const full = examined({ name: 'full', achievements: [{ ...five, title: words('Soil water') }], credential: on('2023-01-01') });
    expect(why([bare, full])).toEqual(['bare same-item full']);
    expect(why([full, bare])).toEqual(['bare same-item full']);
  });

  test('one title on one day with other credits, another day or another organisation is another credential', () => {
    const one = examined({ name: 'one', achievements: [{ ...five, title: words('Soil water') }], credential: on('2023-01-01') });
    const credits = examined({ name: 'credits', achievements: [{ workloads: [ects(4)], title: words('Soil water') }], credential: on('2023-01-01') });
    const day = examined({ name: 'day', achievements: [{ ...five, title: words('Soil water') }], credential: on('2023-01-02') });
    const body = examined({ name: 'body', achievements: [{ ...five, title: words('Soil water') }], credential: { ...on('2023-01-01'), issuer: { name: words('Another University'), identifiers: [], places: [], parents: [] } } });
    expect(why([one, credits, day, body])).toEqual([]);
    expect(total([one, credits, day, body])).toBe(19);
  });

  test('the same achievement by its address, not by a name that counts only within its document', () => {
    const badge = (name: string, id: string): ExaminedCredential => examined({ name, achievements: [{ ...five, id: said(id) }] });
    expect(why([badge('a', 'https://x.example/badge'), badge('b', 'https://x.example/badge')])).toEqual(['b same-item a']);
    expect(why([badge('a', 'urn:epass:learningAchievement:1'), badge('b', 'urn:epass:learningAchievement:1')])).toEqual([]);
  });

  test('what repeats the id of another issuer’s achievement or credential is counted apart, and told as such', () => {
    const signer = (name: string): Partial<ExaminedCredential> => ({ signer: { verificationMethod: `did:example:${name}#key`, keyThumbprint: name } });
    const id = said('https://school.example/badge');
    const genuine = examined({ name: 'genuine', achievements: [{ ...five, id }], credential: on('2023-01-01') });
    const twin = examined({ name: 'twin', achievements: [{ ...five, id }], credential: on('2023-02-01') });
    const stranger = examined({ name: 'stranger', achievements: [{ workloads: [ects(300)], id }], credential: on('2024-01-01'), more: signer('stranger') });
    for (const items of [[genuine, twin, stranger], [stranger, twin, genuine]]) {
      expect(total(items)).toBe(305);
      expect(why(items).join()).toMatch(/^(twin same-item genuine|genuine same-item twin)$/);
      expect(stackingFactsOf(items).overlaps.map(({ by, shared, items: those }) => [by, shared, those.includes(stranger.id), those.length])).toEqual([['id', id.raw, true, 2]]);
    }
    const named = { id: said('https://school.example/credentials/1') };
    const credential = examined({ name: 'credential', achievements: [five], credential: { ...named, ...on('2023-01-01') } });
    const more = { sameness: credential.sameness, ...signer('stranger') };
    expect(why([credential, examined({ name: 'other', achievements: [{ workloads: [ects(300)] }], credential: { ...named, ...on('2024-01-01') }, more })])).toEqual([]);
    expect(why([credential, examined({ name: 'again', achievements: [five], credential: { ...named, ...on('2023-01-01') }, more: { sameness: credential.sameness } })])).toEqual(['credential same-item again']);
  });

  test('a DID makes two keys one issuer only where its document is no file that anybody can write', () => {
    const id = said('https://school.example/badge');
    const of = (key: string, basis: 'live' | 'file', amount: number): ExaminedCredential => {
      const binding = { id: 'binding', state: 'passed', reason: 'signature-fits', facts: {}, basis, at: testNow } as const;
      return examined({ name: key, achievements: [{ workloads: [ects(amount)], id }], more: { signer: { verificationMethod: `did:web:school.example#${key}`, keyThumbprint: key }, checks: [binding] } });
    };
    expect(why([of('one', 'live', 5), of('two', 'live', 5)])).toEqual(['two same-item one']);
    const items = [of('one', 'live', 5), of('two', 'file', 300)];
    expect(why(items)).toEqual([]);
    expect(stackingFactsOf(items).overlaps).toMatchObject([{ by: 'id', items: ['one', 'two'] }]);
  });

  test('one that a list knows is never the same as a stranger’s of its name, title and day, and the stranger’s id is no whole around it', () => {
    const more: Partial<ExaminedCredential> = { signer: { verificationMethod: 'did:example:other#key', keyThumbprint: 'other' } };
    const known = examined({ name: 'known', achievements: [{ title: words('Soil water') }], credential: on('2023-01-01'), axes: { issuer: 'listed' } });
    const stranger = examined({ name: 'stranger', achievements: [{ ...five, title: words('Soil water') }], credential: on('2023-01-01'), more });
    const other = examined({ name: 'other', achievements: [{ ...five, title: words('Soil water') }], credential: on('2023-01-01'), more: { ...more, issuerMatch: known.issuerMatch as NonNullable<ExaminedCredential['issuerMatch']> }, axes: { issuer: 'listed' } });
    expect(why([known, stranger])).toEqual(['known no-workload']);
    expect(stackingFactsOf([known, stranger]).overlaps.map(({ by }) => by)).toContain('title');
    expect(why([known, other]), 'another key that the list knows by the same name').toEqual(['known same-item other']);
    const id = said('https://school.example/whole');
    const part = examined({ name: 'part', achievements: [{ ...five, partOf: [id] }] });
    const whole = examined({ name: 'whole', achievements: [{ workloads: [ects(30)], id }] });
    const repeats = examined({ name: 'repeats', achievements: [{ workloads: [ects(300)], id }], more });
    expect(why([repeats, part, whole])).toEqual(['part inside whole']);
  });

  test('a part inside its whole: by ids of the issuer, by an association, and inside a record', () => {
    const whole = { ...five, id: said('https://x.example/whole'), workloads: [ects(30)] };
    const part = { ...five, id: said('https://x.example/part') };
    const up = [examined({ name: 'w', achievements: [whole] }), examined({ name: 'p', achievements: [{ ...part, partOf: [said('https://x.example/whole')] }] })];
    const down = [examined({ name: 'w', achievements: [{ ...whole, hasPart: [said('https://x.example/part')] }] }), examined({ name: 'p', achievements: [part] })];
    for (const items of [up, down, [...up].reverse()]) {
      expect(total(items)).toBe(30);
      expect(why(items)).toEqual(['p inside w']);
    }
    const relation = said({ relation: 'isChildOf', source: 'urn:a', target: 'urn:b' });
    const local = examined({ name: 'clr', achievements: [{ ...five, id: said('urn:a') }, { ...five, id: said('urn:b'), workloads: [ects(9)] }], credential: { associations: [relation] } });
    expect(total([local])).toBe(9);
    const inner = examined({ name: 'inner', achievements: [part] });
    expect(total([examined({ name: 'record', achievements: [whole], more: { parts: [inner] } })])).toBe(30);
    expect(why([examined({ name: 'record', achievements: [whole], more: { parts: [inner] } }), inner])).toEqual(['inner inside record']);
    expect(total([examined({ name: 'record', achievements: [], more: { parts: [inner] } })])).toBe(5);
  });

  test('a whole that counts nothing itself lets its parts count; things that are parts of each other all count', () => {
    const part = examined({ name: 'p', achievements: [{ ...five, partOf: [said('https://x.example/whole')] }] });
    const silent = examined({ name: 'w', achievements: [{ id: said('https://x.example/whole') }] });
    const altered = examined({ name: 'w', achievements: [{ ...five, id: said('https://x.example/whole') }], axes: { unchanged: 'no' } });
    expect([total([silent, part]), total([altered, part])]).toEqual([5, 5]);
    const round = ['a', 'b', 'c'].map((name, at) => examined({ name, achievements: [{ ...five, id: said(`https://x.example/${name}`), partOf: [said(`https://x.example/${['b', 'c', 'a'][at] ?? ''}`)] }] }));
    expect(total(round)).toBe(15);
  });
});

describe('what may overlap', () => {
  const skill = (url: string, name: string): Alignment => ({ isSkill: true, url: said(url), name: words(name) });

  test('shared skills by their address, outcomes in the same words, and versions of one title', () => {
    const esco = 'http://data.europa.eu/esco/skill/0b0b';
    const a = examined({ name: 'a', achievements: [{ title: words('Maths'), workloads: [ects(2)], outcomes: [words('Solves equations.'), words('Draws')], alignments: [skill(esco, 'solve')] }], credential: on('2022-01-01') });
    const b = examined({ name: 'b', achievements: [{ title: words('MATHS'), workloads: [ects(3)], outcomes: [words('solves  equations')], alignments: [skill(esco, 'résoudre'), skill('urn:epass:skill:1', 'x')] }], credential: on('2024-01-01') });
    const c = examined({ name: 'c', achievements: [{ title: words('Other'), workloads: [ects(1)], alignments: [skill('urn:epass:skill:1', 'x')] }] });
    const { overlaps, credits } = stackingFactsOf([a, b, c]);
    expect(overlaps.map(({ by, shared, items }) => [by, shared, ...items])).toEqual([
      ['skill', esco, 'a', 'b'],
      ['outcome', 'Solves equations.', 'a', 'b'],
      ['title', 'Maths', 'a', 'b'],
    ]);
    expect(bare(credits)).toEqual([{ amount: 6, items: ['a', 'b', 'c'] }]);
  });

  test('what a part of a counted whole shares with another credential is told; what whole and parts share is not', () => {
    const shared = words('Reads an X-ray');
    const whole = { title: words('Nursing'), id: said('https://x.example/whole'), workloads: [ects(30)], outcomes: [shared] };
    const part = { title: words('Module'), id: said('https://x.example/part'), workloads: [ects(5)], outcomes: [shared], partOf: [said('https://x.example/whole')] };
    const [w, p, q] = [examined({ name: 'w', achievements: [whole] }), examined({ name: 'p', achievements: [part] }), examined({ name: 'q', achievements: [{ title: words('Course'), workloads: [ects(3)], outcomes: [shared] }] })];
    expect(stackingFactsOf([w, p]).overlaps).toEqual([]);
    const silent = examined({ name: 'w', achievements: [{ ...whole, outcomes: [] }] });
    expect(stackingFactsOf([silent, p, q]).overlaps.map(({ by, items }) => [by, ...items])).toEqual([['outcome', 'p', 'q']]);
  });

  test('what is already counted once is no overlap', () => {
    const one = examined({ name: 'a', achievements: [{ outcomes: [words('Draws')] }] });
    expect(stackingFactsOf([one, { ...one, id: examined({ name: 'b', achievements: [] }).id }]).overlaps).toEqual([]);
  });

  test('the issuer’s own words on stacking are handed on; no sum over all levels exists', () => {
    const text = [{ text: 'Counts towards the BSc', language: 'en' }];
    const items = [examined({ name: 'a', achievements: [], more: { elements: [{ id: 'O4', mandatory: false, state: 'stated', values: [{ text, path: '/x', raw: 'Counts towards the BSc', is: { kind: 'text' } }] }] } })];
    const facts = stackingFactsOf(items);
    expect(facts.ofIssuers).toEqual([{ item: 'a', values: [{ text, path: '/x', raw: 'Counts towards the BSc', is: { kind: 'text' } }] }]);
    expect(Object.keys(facts).sort()).toEqual(['credits', 'decidedBy', 'notSummed', 'ofIssuers', 'others', 'overlaps']);
  });

  test('three hundred credentials with two hundred outcomes are told in bounded time', () => {
    const outcomes = Array.from({ length: 200 }, (_, at) => words(`Outcome ${at} ${'x'.repeat(400)}`));
    const items = Array.from({ length: 300 }, (_, at) => examined({ name: `n${at}`, achievements: [{ workloads: [ects(0.5)], outcomes, id: said(`https://x.example/${at}`), partOf: [said(`https://x.example/${at + 1}`)] }] }));
    const facts = stackingFactsOf(items);
    expect(bare(facts.credits)).toEqual([{ amount: 0.5, items: ['n299'] }]);
    expect(facts.overlaps.length).toBeLessThanOrEqual(500);
  }, 20_000);
});
