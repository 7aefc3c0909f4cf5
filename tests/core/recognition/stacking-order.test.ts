import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import type { NotSummed, StackingFacts } from '../../../src/core/model/stacking.ts';
import { stackingFactsOf } from '../../../src/core/recognition/stacking-facts.ts';
import type { CredentialAxes } from '../../../src/core/model/verdict.ts';
import { ects, examined, hours, ofField, said, words } from '../../support/recognition.ts';

const address = (name: string): string => `https://x.example/${name}`;
const wholeNames = ['w1', 'w2', 'w3'];

/** Few titles, days and ids, so that much is the same as, or inside, something else. */
const anyAchievement = fc.record({
  title: fc.constantFrom('Soil', 'Water', 'Air'),
  amount: fc.option(fc.constantFrom(0.1, 0.2, 0.5, 1, 2.5, 5, 30), { nil: undefined }),
  hours: fc.option(fc.constantFrom(7.5, 25), { nil: undefined }),
  level: fc.option(fc.constantFrom('5', '6'), { nil: undefined }),
  field: fc.option(fc.constantFrom('05', '0521', '06'), { nil: undefined }),
  id: fc.option(fc.constantFrom(...wholeNames, 'a', 'b'), { nil: undefined }),
  partOf: fc.option(fc.constantFrom(...wholeNames), { nil: undefined }),
});
const anyItem = fc.record({ achievements: fc.array(anyAchievement, { maxLength: 3 }), day: fc.constantFrom('2023-01-01', '2022-12-31T23:00:00Z', '2024-05-05'), same: fc.option(fc.constantFrom('s1', 's2'), { nil: undefined }) });
const anyItems = fc.array(anyItem, { maxLength: 8 });

function made(name: string, { achievements, day, same }: typeof anyItem extends fc.Arbitrary<infer T> ? T : never, axes: Partial<CredentialAxes> = {}): ExaminedCredential {
  return examined({
    name,
    axes,
    achievements: achievements.map(({ title, amount, hours: time, level, field, id, partOf }) => ({
      title: words(title),
      workloads: [...(amount === undefined ? [] : [ects(amount)]), ...(time === undefined ? [] : [hours(time)])],
      levels: level === undefined ? [] : [said({ framework: 'EQF', value: level })],
      fields: field === undefined ? [] : [ofField(field)],
      ...(id === undefined ? {} : { id: said(address(id)) }),
      ...(partOf === undefined ? {} : { partOf: [said(address(partOf))] }),
    })),
    credential: { issued: said({ text: day }, day) },
    ...(same === undefined ? {} : { more: { sameness: same } }),
  });
}

const sumsOf = ({ credits, others }: StackingFacts): unknown => [
  credits.map(({ level, field, amount, items }) => [level, field, amount, [...items].sort()]),
  others.map(({ system, amount, items }) => [system, amount, [...items].sort()]),
];
const reasonsOf = ({ notSummed }: StackingFacts): readonly string[] => notSummed.map((one) => JSON.stringify(one)).sort();
const all = (items: readonly (typeof anyItem extends fc.Arbitrary<infer T> ? T : never)[]): readonly ExaminedCredential[] => items.map((item, at) => made(`i${at}`, item));

describe('sums hold whatever the selection', () => {
  test('the order in which credentials are chosen changes nothing: not the sums, not what counts, not the reasons', () => {
    fc.assert(
      fc.property(anyItems, fc.infiniteStream(fc.nat()), (given, places) => {
        const items = all(given);
        const mixed = items.map((item) => ({ item, at: places.next().value })).sort((a, b) => a.at - b.at).map(({ item }) => item);
        const [one, other] = [stackingFactsOf(items), stackingFactsOf(mixed)];
        expect(sumsOf(other)).toEqual(sumsOf(one));
        expect(reasonsOf(other)).toEqual(reasonsOf(one));
      }),
    );
  });

  test('nothing is counted twice: chosen twice, or with a copy of each, the sums are the same', () => {
    fc.assert(
      fc.property(anyItems, (given) => {
        const items = all(given);
        expect(sumsOf(stackingFactsOf([...items, ...items]))).toEqual(sumsOf(stackingFactsOf(items)));
        const copies = given.map((item, at) => ({ ...made(`copy${at}`, item), sameness: items[at]?.sameness ?? '' }));
        const both = stackingFactsOf([...items, ...copies]);
        expect(both.credits.map(({ amount, level, field }) => [amount, level, field])).toEqual(stackingFactsOf(items).credits.map(({ amount, level, field }) => [amount, level, field]));
      }),
    );
  });

  test('each credential with an achievement is in a sum or named with a reason, and each sum is that of its parts', () => {
    fc.assert(
      fc.property(anyItems, (given) => {
        const items = all(given);
        const facts = stackingFactsOf(items);
        const told = new Set([...facts.notSummed.map(({ item }) => item), ...[...facts.credits, ...facts.others].flatMap((sum) => sum.items)]);
        for (const { id } of items) expect(told.has(id), id).toBe(true);
        for (const { amount, parts, items: those } of [...facts.credits, ...facts.others]) {
          expect(String(amount)).toMatch(/^\d+(\.\d{1,6})?$/);
          expect(parts.reduce((sum, one) => sum + Math.round(one.amount * 1e6), 0)).toBe(Math.round(amount * 1e6));
          expect([...new Set(parts.map(({ item }) => item))]).toEqual(those);
        }
      }),
    );
  });

  test('adding one that is altered, unsigned, unchecked, cancelled or on hold never changes a sum, a hint or the issuers’ words', () => {
    const bad = fc.constantFrom<Partial<CredentialAxes>>({ unchanged: 'no' }, { unchanged: 'unsigned' }, { unchanged: 'could-not-check' }, { status: 'cancelled' }, { status: 'on-hold' });
    fc.assert(
      fc.property(anyItems, anyItem, bad, fc.nat(8), (given, more, axes, place) => {
        const items = all(given);
        const [before, after] = [stackingFactsOf(items), stackingFactsOf(items.toSpliced(place, 0, made('bad', more, axes)))];
        expect(sumsOf(after)).toEqual(sumsOf(before));
        expect([after.overlaps, after.ofIssuers]).toEqual([before.overlaps, before.ofIssuers]);
        expect(after.notSummed.filter(({ item }) => item === 'bad')).toHaveLength(1);
      }),
    );
  });
});

describe('hard cases of the same and of wholes', () => {
  const five = { workloads: [ects(5)] };
  const on = (day: string): object => ({ issued: said({ text: day }, day) });
  const why = (items: readonly ExaminedCredential[]): readonly string[] => stackingFactsOf(items).notSummed.map(({ item, why: reason, with: other, by }: NotSummed) => [item, reason, other, by].filter((part) => part !== undefined).join(' '));
  const total = (items: readonly ExaminedCredential[]): number => stackingFactsOf(items).credits.reduce((sum, { amount }) => sum + amount, 0);

  test('a record of several courses and the credential of one of them: that course counts once, the others stay', () => {
    const record = examined({ name: 'record', achievements: [{ ...five, title: words('Maths') }, { ...five, title: words('Physics') }], credential: on('2023-01-01') });
    const single = examined({ name: 'single', achievements: [{ ...five, title: words('Maths') }], credential: on('2023-01-01') });
    expect(total([record, single])).toBe(10);
    expect(why([single, record])).toEqual(['single same-item record title-and-day']);
  });

  test('two courses of one name in one record are two', () => {
    const record = examined({ name: 'record', achievements: [{ ...five, title: words('Seminar') }, { ...five, title: words('Seminar') }], credential: on('2023-01-01') });
    const single = examined({ name: 'single', achievements: [{ ...five, title: words('Seminar') }], credential: on('2023-01-01') });
    expect([total([record]), total([record, single]), total([single, record])]).toEqual([10, 10, 10]);
  });

  test('one that states no credits joins neither of two that state different ones by the order of choosing', () => {
    const of = (name: string, ...amounts: readonly number[]): ExaminedCredential => examined({ name, achievements: [{ workloads: amounts.map(ects), title: words('Soil') }], credential: on('2023-01-01') });
    const [a, none, c] = [of('a', 5), of('b'), of('c', 7)];
    for (const order of [[a, none, c], [none, a, c], [none, c, a], [c, none, a]]) expect(total(order)).toBe(12);
  });

  test('newer copies of one credential: the newest counts, whichever was chosen first', () => {
    const older = examined({ name: 'a', achievements: [{ workloads: [ects(3)] }], credential: on('2023-01-01'), more: { sameness: 's' } });
    const newer = examined({ name: 'b', achievements: [{ workloads: [ects(4)] }], credential: on('2024-01-01'), more: { sameness: 's' } });
    expect([total([older, newer]), total([newer, older])]).toEqual([4, 4]);
    expect(why([older, newer])).toEqual(['a same-item b credential']);
  });

  test('of two that carry one id, the one whose issuer somebody knows counts', () => {
    const claimed = examined({ name: 'a', achievements: [{ workloads: [ects(300)] }], credential: { id: said(address('1')) } });
    const known = examined({ name: 'b', achievements: [five], axes: { issuer: 'listed' }, credential: { id: said(address('1')) } });
    expect([total([claimed, known]), total([known, claimed])]).toEqual([5, 5]);
  });

  test('an id that was never filled in names nothing', () => {
    const empty = said('urn:uuid:00000000-0000-0000-0000-000000000000');
    const items = ['a', 'b'].map((name) => examined({ name, achievements: [{ ...five, id: empty }], credential: { id: empty } }));
    expect(total(items)).toBe(10);
  });

  test('a part is inside its whole also where the whole is known by the id of another copy', () => {
    const copy = examined({ name: 'z', achievements: [{ workloads: [ects(30)], id: said(address('whole')), title: words('Programme') }], credential: on('2023-01-01') });
    const kept = examined({ name: 'a', achievements: [{ workloads: [ects(30)], id: said('urn:epass:1'), title: words('Programme') }], axes: { issuer: 'listed' }, credential: on('2023-01-01') });
    const part = examined({ name: 'p', achievements: [{ ...five, partOf: [said(address('whole'))] }] });
    expect(total([copy, kept, part])).toBe(30);
    expect(why([copy, kept, part])).toEqual(['z same-item a title-and-day', 'p inside a']);
  });

  test('a record that lists the achievements of its credentials once more is no whole around them', () => {
    const inner = examined({ name: 'inner', achievements: [{ ...five, id: said(address('1')) }] });
    const record = examined({ name: 'record', achievements: [{ ...five, id: said(address('1')) }, { ...five, id: said(address('2')) }], more: { parts: [inner] } });
    expect(total([record])).toBe(10);
    const whole = examined({ name: 'whole', achievements: [{ workloads: [ects(60)], id: said(address('3')) }], more: { parts: [inner] } });
    expect(total([whole])).toBe(60);
  });

  test('what says that it is a part of the record it stands in is not inside what stands beside it', () => {
    const record = said('urn:record:1');
    const relation = said({ relation: 'isPartOf', source: 'urn:a', target: 'urn:record:1' });
    const item = examined({ name: 'clr', achievements: [{ ...five, id: said('urn:a'), partOf: [record] }, { ...five, id: said('urn:b') }], credential: { id: record, associations: [relation] } });
    expect(total([item])).toBe(10);
  });

  test('ids that count only within a record name the credentials in it', () => {
    const relation = said({ relation: 'isPartOf', source: 'urn:epass:credential:2', target: 'urn:epass:credential:1' });
    const [whole, part] = [{ name: 'whole', id: 'urn:epass:credential:1', amount: 30 }, { name: 'part', id: 'urn:epass:credential:2', amount: 5 }].map(({ name, id, amount }) => examined({ name, achievements: [{ workloads: [ects(amount)] }], credential: { id: said(id) } }));
    if (whole === undefined || part === undefined) throw new Error('no parts');
    const record = examined({ name: 'record', achievements: [], credential: { associations: [relation] }, more: { parts: [whole, part] } });
    expect(total([record])).toBe(30);
    expect(total([whole, part])).toBe(35);
  });

  test('what cannot be added is told as it is written: months, less than nothing, and more than anybody has done', () => {
    const facts = stackingFactsOf([
      examined({ name: 'a', achievements: [{ oddDurations: [words('P60M')] }] }),
      examined({ name: 'b', achievements: [{ workloads: [ects(1e300), ects(-1)] }] }),
      examined({ name: 'c', achievements: [{ workloads: [said({ amount: 30, system: 'hours', part: true } as const)] }] }),
      examined({ name: 'd', achievements: [{ workloads: [ects(2)] }, { title: words('More') }] }),
    ]);
    expect(facts.credits).toEqual([{ amount: 2, items: ['d'], parts: [{ item: 'd', amount: 2, title: words('Course d').value }] }]);
    expect(facts.notSummed.map(({ item, why: reason, title, written }) => [item, reason, title?.[0]?.text, written?.[0]?.raw])).toEqual([
      ['a', 'odd-amount', undefined, 'P60M'],
      ['b', 'odd-amount', undefined, undefined],
      ['c', 'only-parts', undefined, undefined],
      ['d', 'no-workload', 'More', undefined],
    ]);
  });

  test('the words on stacking of an altered or unsigned one are not the issuer’s', () => {
    const elements = [{ id: 'O4', mandatory: false, state: 'stated', values: [{ text: [{ text: 'Counts as a Master' }], path: '/x', raw: 'Counts as a Master', is: { kind: 'text' } }] }] as const;
    for (const unchanged of ['no', 'unsigned', 'could-not-check'] as const) expect(stackingFactsOf([examined({ name: 'a', achievements: [five], axes: { unchanged }, more: { elements } })]).ofIssuers).toEqual([]);
    expect(stackingFactsOf([examined({ name: 'a', achievements: [five], more: { elements } })]).ofIssuers).toHaveLength(1);
  });

  test('a hundred credentials of half a credit are fifty, and two thousand of one name are told in bounded time', () => {
    const halves = Array.from({ length: 100 }, (_, at) => examined({ name: `h${at}`, achievements: [{ workloads: [ects(0.5)], levels: [said({ framework: 'EQF', value: '6' })] }] }));
    expect(stackingFactsOf(halves).credits.map(({ amount, level, items }) => [amount, level, items.length])).toEqual([[50, 6, 100]]);
    const many = examined({ name: 'many', achievements: Array.from({ length: 1_000 }, () => ({ ...five, title: words('Seminar') })), credential: on('2023-01-01') });
    const before = performance.now();
    expect(total([many, { ...many, id: halves[0]?.id ?? many.id, sameness: 'other' }])).toBe(5_000);
    expect(performance.now() - before).toBeLessThan(10_000);
  }, 30_000);
});
