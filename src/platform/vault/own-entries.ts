import { toInstant } from '../../core/model/instant.ts';
import type { JsonValue } from '../../core/model/json.ts';
import type { Collection, OwnNote, OwnRecord } from '../../core/model/own-records.ts';
import { entriesOf } from './book.ts';
import type { Entry } from './book.ts';
import type { OpenVault } from './open-vault.ts';
import { ownKinds } from './record-kinds.ts';
import type { PlainRecord } from './sealed-record.ts';
import type { VaultEdit } from './vault-edit.ts';
import { judgedEntries } from './vault-snapshot.ts';

/** What the owner wrote, as a record to be put. */
export function ownRecord(record: OwnRecord, now: number): PlainRecord {
  return { kind: record.kind, body: record as unknown as JsonValue, created: record.createdAt, updated: now };
}

/** What of the owner's a build that did not know these kinds has carried along. */
export function unjudgedEntries(vault: OpenVault): readonly Entry[] {
  return entriesOf(vault.book).filter(({ id, kind, summary }) => summary === null && ownKinds.has(kind) && !vault.damaged.has(id));
}

/** What goes with credentials that are removed: the notes on them, and their places in collections. */
export function withoutItems(vault: OpenVault, items: ReadonlySet<string>, now: number): Required<Pick<VaultEdit, 'put' | 'drop'>> {
  const drop = judgedEntries(vault, 'note')
    .filter(({ summary }) => items.has((summary as unknown as OwnNote).item))
    .map(({ id }) => id);
  const put = judgedEntries(vault, 'collection').flatMap(({ id, summary }) => {
    const collection = summary as unknown as Collection;
    const left = collection.items.filter((item) => !items.has(item));
    if (left.length === collection.items.length) return [];
    return [{ id, record: ownRecord({ ...collection, items: left, updatedAt: toInstant(now) }, now) }];
  });
  return { put, drop };
}
