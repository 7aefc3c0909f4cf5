import { describe, expect, it } from 'vitest';
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
