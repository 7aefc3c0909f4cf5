import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/core/model/json.ts';
import { editBook, entriesOf } from '../../../src/platform/vault/book.ts';
import type { Book, Entry } from '../../../src/platform/vault/book.ts';
import { joinParts } from '../../../src/platform/vault/join-parts.ts';
import { padmeLength } from '../../../src/platform/vault/padme.ts';
import { openRecord, sealRecord } from '../../../src/platform/vault/sealed-record.ts';
import type { PlainRecord } from '../../../src/platform/vault/sealed-record.ts';
import { deriveVaultKeys } from '../../../src/platform/vault/vault-keys.ts';

const randomness = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };
const place = { id: 'AAAA', s: 1, e: 1, r: 7 };

describe('sealed records', () => {
  it('unseal inverts seal, for any JSON and any bytes', async () => {
    const keys = await deriveVaultKeys(randomness.bytes(32), 'vault', 1);
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.uint8Array({ maxLength: 2_000 }), fc.string(), async (body, bytes, kind) => {
        const record: PlainRecord = { kind, body: JSON.parse(JSON.stringify(body)) as JsonValue, bytes, created: 1, updated: 2 };
        const row = await sealRecord(keys, place, record, randomness);
        expect(await openRecord(keys, row)).toEqual(record);
      }),
      { numRuns: 100 },
    );
  });

  it('B99 opens only at its own place, revision, schema, epoch and vault', async () => {
    const root = randomness.bytes(32);
    const keys = await deriveVaultKeys(root, 'vault', 1);
    const row = await sealRecord(keys, place, { kind: 'k', body: 1, created: 1, updated: 1 }, randomness);
    expect(await openRecord(keys, row)).toMatchObject({ kind: 'k', body: 1 });
    for (const change of [{ id: 'AAAB' }, { s: 2 }, { e: 2 }, { r: 6 }]) {
      expect(await openRecord(keys, { ...row, ...change }), JSON.stringify(change)).toBeUndefined();
    }
    expect(await openRecord(await deriveVaultKeys(root, 'other', 1), row)).toBeUndefined();
    expect(await openRecord(await deriveVaultKeys(root, 'vault', 2), row)).toBeUndefined();
    expect(await openRecord(await deriveVaultKeys(randomness.bytes(32), 'vault', 1), row)).toBeUndefined();
  });

  it('hides lengths: Padmé, at least 256 bytes, at most 12 % more', () => {
    expect([0, 1, 256, 257, 1_000, 10_000].map(padmeLength)).toEqual([256, 256, 256, 272, 1_024, 10_240]);
    fc.assert(
      fc.property(fc.integer({ min: 257, max: 2 ** 30 }), (length) => {
        const padded = padmeLength(length);
        expect(padded).toBeGreaterThanOrEqual(length);
        expect(padded).toBeLessThanOrEqual(length * 1.12);
        expect(padmeLength(padded)).toBe(padded);
      }),
    );
  });

  it('joins parts so that no two lists give the same bytes', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (one, other) => {
        const same = joinParts(...one).join() === joinParts(...other).join();
        expect(same).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });
});

function entryOf(id: number, kind = 'credential'): Entry {
  return { id: `record ${id}`, r: 1, kind, summary: null };
}

describe('the book of summaries', () => {
  it('fills chunks of 500, keeps settings apart, never drops a chunk, and touches only what changes', () => {
    const many = Array.from({ length: 1_200 }, (_, index) => entryOf(index));
    const full = editBook([], { put: [entryOf(-1, 'settings'), ...many], drop: new Set() }, 5);
    expect(full.map(({ id, r, entries }) => [id, r, entries.length])).toEqual([
      ['0', 5, 1],
      ['1', 5, 500],
      ['2', 5, 500],
      ['3', 5, 200],
    ]);
    const emptied = editBook(full, { put: [], drop: new Set(many.slice(0, 500).map(({ id }) => id)) }, 6);
    expect(emptied.map(({ id, r, entries }) => [id, r, entries.length])).toEqual([
      ['0', 5, 1],
      ['1', 6, 0],
      ['2', 5, 500],
      ['3', 5, 200],
    ]);
    const again = editBook(emptied, { put: [{ ...entryOf(700), r: 7 }, entryOf(5_000)], drop: new Set() }, 7);
    expect(again.map(({ id, r, entries }) => [id, r, entries.length])).toEqual([
      ['0', 5, 1],
      ['1', 7, 1],
      ['2', 7, 500],
      ['3', 5, 200],
    ]);
  });

  it('holds what a map would hold, whatever is put and dropped', () => {
    const edit = fc.record({ put: fc.uniqueArray(fc.nat(40)), drop: fc.uniqueArray(fc.nat(40)), kind: fc.constantFrom('credential', 'issuer') });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
        let book: Book = [];
        const model = new Map<string, Entry>();
        edits.forEach(({ put, drop, kind }, index) => {
          const dropped = drop.map((id) => `record ${id} ${kind}`);
          const entries = put.map((id) => ({ ...entryOf(id, kind), id: `record ${id} ${kind}`, r: index + 1 }));
          book = editBook(book, { put: entries, drop: new Set(dropped) }, index + 1);
          for (const id of dropped) model.delete(id);
          for (const entry of entries) model.set(entry.id, entry);
        });
        const sorted = (entries: readonly Entry[]): readonly Entry[] => [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(sorted(entriesOf(book))).toEqual(sorted([...model.values()]));
      }),
    );
  });
});
