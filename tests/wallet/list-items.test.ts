import { describe, expect, it } from 'vitest';
import { toInstant } from '../../src/core/model/instant.ts';
import { judgeSummary, listItems } from '../../src/wallet/list-items.ts';
import { itemSummary } from '../support/item-summary.ts';

const at = (text: string) => toInstant(Date.parse(text));
const judging = { now: at('2026-11-22T12:00:00Z'), notBefore: at('2026-11-01T00:00:00Z'), ownList: [] };
const known = { id: 'e1', keyThumbprint: 'key-1', issuerId: 'did:key:z', name: 'My school', since: at('2026-07-01T00:00:00Z') };

describe('judging a kept credential for the list', () => {
  it('says unknown issuer until the key stands on the own list, then names the entry', () => {
    expect(judgeSummary(itemSummary('a'), judging).headline).toBe('unknown-issuer');
    const judged = judgeSummary(itemSummary('a'), { ...judging, ownList: [known] });
    expect(judged.headline).toBe('no-status');
    expect(judged.issuerMatch?.name).toBe('My school');
  });

  it('falls back when the entry was removed after saving', () => {
    const saved = itemSummary('a', { axes: { unchanged: 'yes', issuer: 'own-list', status: 'no-list', time: 'within' } });
    expect(judgeSummary(saved, judging).headline).toBe('unknown-issuer');
  });

  it('judges time anew: expired today although within when saved', () => {
    const expired = itemSummary('a', { validUntil: at('2026-11-01T00:00:00Z') });
    expect(judgeSummary(expired, judging).headline).toBe('expired');
    const future = itemSummary('a', { validFrom: at('2027-01-01T00:00:00Z') });
    expect(judgeSummary(future, judging).headline).toBe('not-yet');
  });

  it('B61 says of an answer that is not from now that it was in force when it was asked', () => {
    const axes = { unchanged: 'yes', issuer: 'unknown', status: 'in-force', time: 'within' } as const;
    const judgedAt = (savedAt: string): string => judgeSummary(itemSummary('a', { axes, savedAt: at(savedAt) }), { ...judging, ownList: [known] }).headline;
    expect(judgedAt('2026-11-22T11:30:00Z')).toBe('valid');
    expect(judgedAt('2026-11-22T10:59:59Z')).toBe('valid-earlier');
    expect(judgedAt('2026-06-20T10:00:00Z')).toBe('valid-earlier');
    expect(judgedAt('2027-06-20T10:00:00Z')).toBe('valid-earlier');
  });

  it('B47 a bound that is no date keeps the judgement it had when it was read, also for a known issuer', () => {
    for (const [time, headline] of [['over', 'expired'], ['not-yet', 'not-yet']] as const) {
      const item = itemSummary('a', { axes: { unchanged: 'yes', issuer: 'unknown', status: 'no-list', time } });
      expect(judgeSummary(item, { ...judging, ownList: [known] }).headline).toBe(headline);
    }
    const begun = itemSummary('a', { axes: { unchanged: 'yes', issuer: 'unknown', status: 'no-list', time: 'not-yet' }, validFrom: at('2026-11-20T00:00:00Z') });
    expect(judgeSummary(begun, { ...judging, ownList: [known] }).headline).toBe('no-status');
  });

  it('B49 a clock before the build makes every date uncheckable, never valid', () => {
    const early = { ...judging, now: at('2020-01-01T00:00:00Z'), ownList: [known] };
    expect(judgeSummary(itemSummary('a'), early).headline).toBe('not-checked');
    expect(judgeSummary(itemSummary('a'), { ...judging, ownList: [known] }).headline).toBe('no-status');
  });

  it('never lifts a credential whose proof did not fit, whoever is on the list', () => {
    for (const unchanged of ['no', 'unsigned', 'could-not-check'] as const) {
      const item = itemSummary('a', { axes: { unchanged, issuer: 'unknown', status: 'no-list', time: 'within' } });
      const judged = judgeSummary(item, { ...judging, ownList: [known] });
      expect(['altered', 'unsigned', 'not-checked']).toContain(judged.headline);
      expect(judged.issuerMatch).toBeUndefined();
    }
  });
});

describe('the list', () => {
  it('folds older copies of the same credential under the newest and sorts newest first', () => {
    const older = itemSummary('old', { sameness: 's', issued: at('2025-01-01T00:00:00Z') });
    const newer = itemSummary('new', { sameness: 's', issued: at('2026-01-01T00:00:00Z') });
    const other = itemSummary('other', { issued: at('2026-05-01T00:00:00Z') });
    const list = listItems([older, other, newer], new Set(), judging);
    expect(list.map(({ summary }) => summary.id)).toEqual(['other', 'new']);
    expect(list[1]?.older.map(({ id }) => id)).toEqual(['old']);
  });

  it('leaves out what is being deleted and shows it again after undo', () => {
    const items = [itemSummary('a'), itemSummary('b')];
    expect(listItems(items, new Set(['a']), judging)).toHaveLength(1);
    expect(listItems(items, new Set(), judging)).toHaveLength(2);
  });
});
