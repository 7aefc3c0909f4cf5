import { describe, expect, it } from 'vitest';
import { toItemId } from '../../../../src/core/model/ids.ts';
import { toInstant } from '../../../../src/core/model/instant.ts';
import { arrangeList, choicesOf, findItems } from '../../../../src/ui/components/list/arrange-list.ts';
import { noWish } from '../../../../src/ui/components/list/list-wish.ts';
import type { ListedItem } from '../../../../src/wallet/wallet.ts';
import { itemSummary } from '../../../support/item-summary.ts';
import { cpuTimeOf } from '../../../support/cpu-time.ts';

function listed(id: string, title: string, issued: string, changes: Partial<ListedItem> = {}): ListedItem {
  const summary = itemSummary(id, { title: [{ text: title, language: 'en' }], issued: toInstant(Date.parse(issued)) });
  return { summary, headline: 'unknown-issuer', older: [], ...changes };
}

const list = [
  listed('1', 'Wasser und Boden', '2024-05-01T00:00:00Z', { headline: 'expired' }),
  listed('2', 'Överlevnad på vintern', '2026-02-01T00:00:00Z'),
  listed('3', 'Care at home', '2026-09-01T00:00:00Z', { issuerMatch: { basis: 'own-list', name: 'Patras' }, headline: 'no-status' }),
];
const yearOf = (item: ListedItem): string => String(new Date(item.summary.issued ?? 0).getUTCFullYear());
const ids = (items: readonly ListedItem[]): readonly string[] => items.map((item) => item.summary.id);

describe('the list of credentials', () => {
  it('is grouped by year, newest first', () => {
    const groups = arrangeList(list, noWish, yearOf);
    expect(groups.map((group) => [group.name, ids(group.items)])).toEqual([['2026', ['3', '2']], ['2024', ['1']]]);
  });

  it('is grouped by collection: in each that holds a credential or an older copy of it, the rest after them', () => {
    const owned = { kind: 'collection', origin: 'owner', createdAt: toInstant(0), updatedAt: toInstant(0), intro: '', priorLearning: [] } as const;
    const collections = [
      { ...owned, id: 'c1', name: '2026', items: [toItemId('a'), toItemId('b'), toItemId('gone')] },
      { ...owned, id: 'c2', name: '2026', items: [toItemId('b-older')] },
      { ...owned, id: 'c3', name: 'Empty', items: [] },
    ];
    const kept = [
      listed(toItemId('a'), 'Care', '2026-01-01T00:00:00Z'),
      listed(toItemId('b'), 'Water', '2026-02-01T00:00:00Z', { older: [itemSummary(toItemId('b-older'))] }),
      listed(toItemId('c'), 'Soil', '2026-03-01T00:00:00Z'),
    ];
    const wish = { ...noWish, group: 'collection' } as const;
    const told = arrangeList(kept, wish, yearOf, collections).map((group) => [group.collection, group.name, group.items.map((item) => item.summary.title[0]?.text)]);
    expect(told).toEqual([['c1', '2026', ['Water', 'Care']], ['c2', '2026', ['Water']], [undefined, undefined, ['Soil']]]);
    expect(arrangeList(kept, { ...wish, text: 'soil' }, yearOf, collections)).toHaveLength(1);
    expect(arrangeList(kept, wish, yearOf, []).map((group) => group.name)).toEqual(['2026']);
  });

  it('is found without accents and by several words in any order', () => {
    expect(ids(findItems(list, { ...noWish, text: 'vintern overlevnad' }))).toEqual(['2']);
    expect(ids(findItems(list, { ...noWish, text: 'patras' }))).toEqual(['3']);
    expect(findItems(list, { ...noWish, text: 'nothing like it' })).toEqual([]);
  });

  it('is filtered by issuer and state, and ordered by title', () => {
    expect(ids(findItems(list, { ...noWish, state: 'expired' }))).toEqual(['1']);
    expect(ids(findItems(list, { ...noWish, issuer: 'Patras' }))).toEqual(['3']);
    const titles = arrangeList(list, { ...noWish, sort: 'title', group: 'issuer' }, yearOf).flatMap((group) => ids(group.items));
    expect(titles[0]).toBe('3');
  });

  it('offers only what is in the list', () => {
    expect(choicesOf(list, 'state')).toEqual(['expired', 'no-status', 'unknown-issuer']);
    expect(choicesOf(list, 'type')).toEqual(['OpenBadgeCredential']);
  });

  it('finds among 1,000 in a few milliseconds', async () => {
    const many = Array.from({ length: 1_000 }, (_, index) => listed(`m${String(index)}`, `Course ${String(index)}`, '2026-01-01T00:00:00Z'));
    findItems(many, { ...noWish, text: 'course' });
    const { result, ms } = await cpuTimeOf(() => findItems(many, { ...noWish, text: 'course 99' }));
    expect(result.length).toBe(19);
    expect(ms).toBeLessThan(100);
  });
});
