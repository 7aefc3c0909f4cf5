import { encodeBase64url } from '../../core/encoding/base64url.ts';
import { refuse, succeed } from '../../core/model/attempt.ts';
import type { Attempt } from '../../core/model/attempt.ts';
import type { ItemId } from '../../core/model/ids.ts';
import type { JsonValue } from '../../core/model/json.ts';
import type { ItemSummary, NewItem, ShareRecord, StoredItem } from '../../core/model/stored.ts';
import type { OwnListEntry } from '../../core/model/trust.ts';
import type { Entry } from './book.ts';
import { sha256Hex } from '../../core/encoding/sha256.ts';
import type { OpenVault } from './open-vault.ts';
import { withoutItems } from './own-entries.ts';
import type { Settings } from './record-kinds.ts';
import { openRecord } from './sealed-record.ts';
import type { PlainRecord } from './sealed-record.ts';
import { notHere } from './vault-door.ts';
import type { VaultEdit } from './vault-edit.ts';
import type { VaultSession } from './vault-session.ts';
import { settingsOf, wholeEntries } from './vault-snapshot.ts';

/** Plain typed data as the JSON it is written as: absent stays absent. */
export function toJson(value: object): JsonValue {
  return value as unknown as JsonValue;
}

function itemIdOf({ summary }: Pick<Entry, 'summary'>): string {
  return (summary as unknown as ItemSummary).id;
}

/** Settings with changes, as a record to be put. */
export function putSettings(vault: OpenVault, now: number, change: (settings: Settings) => Settings): NonNullable<VaultEdit['put']>[number] {
  const { entry, settings } = settingsOf(vault);
  const record = { kind: 'settings', body: toJson(change(settings)), created: now, updated: now };
  return entry === undefined ? { record } : { id: entry.id, record };
}

/** One more change to what could be lost: the backup is out of date by it. */
export function counted(vault: OpenVault, now: number): NonNullable<VaultEdit['put']>[number] {
  return putSettings(vault, now, (settings) => ({ ...settings, changes: settings.changes + 1 }));
}

function credentialRecord(item: NewItem, now: number): PlainRecord {
  const { summary, raw, mediaType, fileName, transport } = item;
  const body = toJson({ summary, mediaType, transport, ...(fileName !== undefined && { fileName }) });
  return { kind: 'credential', body, bytes: raw, created: now, updated: now };
}

/**
 * Keeps items in one transaction. `store/corrupt` where an id is not the SHA-256 of its bytes (our own mistake must
 * not reach the disk); a kept copy that is damaged is replaced.
 */
export async function add(session: VaultSession, items: readonly NewItem[]): Promise<Attempt<readonly ItemId[]>> {
  const vault = session.vault();
  if (vault === undefined) return notHere(session);
  const now = session.tools.clock.now();
  const kept = new Set(wholeEntries(vault, 'credential').map(itemIdOf));
  const added: NewItem[] = [];
  for (const item of items) {
    if (kept.has(item.summary.id)) continue;
    if ((await sha256Hex(item.raw)) !== item.summary.id) return refuse('store/corrupt', { what: 'item' });
    kept.add(item.summary.id);
    added.push(item);
  }
  if (added.length === 0) return succeed([]);
  const ids = new Set<string>(added.map(({ summary }) => summary.id));
  const drop = damagedOf(vault, ids);
  const put = [...added.map((item) => ({ record: credentialRecord(item, now) })), counted(vault, now)];
  const written = await session.commit({ put, drop });
  return written.ok ? succeed(added.map(({ summary }) => summary.id)) : written;
}

/** Record ids of damaged records that carry one of these names (item id, record id or chunk). */
function damagedOf(vault: OpenVault, names: ReadonlySet<string>): readonly string[] {
  const damaged = [...vault.damaged.values()].filter(({ id }) => !id.startsWith('chunk:'));
  return damaged
    .filter(({ id, kind, summary }) => names.has(id) || (kind === 'credential' && summary !== undefined && names.has(itemIdOf({ summary }))))
    .map(({ id }) => id);
}

/** Marks a record as damaged in what is shown: it is kept, named, and everything else works (C16). */
function quarantine(session: VaultSession, entry: Entry): void {
  const vault = session.vault();
  if (vault === undefined) return;
  const { id, kind, summary } = entry;
  session.show({ ...vault, damaged: new Map(vault.damaged).set(id, { id, kind, summary }) });
}

/** The record behind an entry; a damaged one is quarantined and answers `store/corrupt`. */
export async function readEntry(session: VaultSession, entry: Entry): Promise<Attempt<PlainRecord>> {
  const vault = session.vault();
  if (vault === undefined) return notHere(session);
  const rows = await session.tools.storage.readRecords([entry.id]);
  if (!rows.ok) return rows;
  const row = rows.value[0];
  const record = row?.r === entry.r ? await openRecord(vault.keys, row) : undefined;
  if (record?.kind === entry.kind) return succeed(record);
  quarantine(session, entry);
  return refuse('store/corrupt', { id: entry.kind === 'credential' ? itemIdOf(entry) : entry.id });
}

/** A kept credential as it can be handed on; undefined where the record is not of that shape. */
function toStoredItem(record: PlainRecord, summary: ItemSummary): StoredItem | undefined {
  const { mediaType, fileName, transport } = record.body as unknown as Partial<NewItem>;
  if (record.bytes === undefined || mediaType === undefined || transport === undefined) return undefined;
  return { summary, raw: record.bytes, mediaType, transport, ...(fileName !== undefined && { fileName }) };
}

/** Opens one item: original bytes, and the newest summary. */
export async function open(session: VaultSession, id: ItemId): Promise<Attempt<StoredItem>> {
  const vault = session.vault();
  if (vault === undefined) return notHere(session);
  const entry = wholeEntries(vault, 'credential').find((one) => itemIdOf(one) === id);
  if (entry === undefined) return refuse(damagedOf(vault, new Set([id])).length > 0 ? 'store/corrupt' : 'vault/not-found', { id });
  const record = await readEntry(session, entry);
  if (!record.ok) return record;
  const item = toStoredItem(record.value, entry.summary as unknown as ItemSummary);
  return item === undefined ? refuse('store/corrupt', { id }) : succeed(item);
}

export async function resummarize(session: VaultSession, summaries: readonly ItemSummary[]): Promise<Attempt<void>> {
  const vault = session.vault();
  if (vault === undefined) return notHere(session);
  const fresh = new Map<string, ItemSummary>(summaries.map((summary) => [summary.id, summary]));
  const changed = new Map<string, JsonValue>();
  for (const entry of wholeEntries(vault, 'credential')) {
    const summary = fresh.get(itemIdOf(entry));
    if (summary !== undefined) changed.set(entry.id, toJson(summary));
  }
  return changed.size === 0 ? succeed(undefined) : session.commit({ summaries: changed });
}

/** Removes items, whole or damaged, with the notes on them and their places in collections. Ids that are not kept are passed over. */
export async function remove(session: VaultSession, ids: readonly string[]): Promise<Attempt<void>> {
  const vault = session.vault();
  if (vault === undefined) return notHere(session);
  const names = new Set<string>(ids);
  const whole = wholeEntries(vault, 'credential').filter((entry) => names.has(itemIdOf(entry)));
  const drop = [...whole.map(({ id }) => id), ...damagedOf(vault, names)];
  if (drop.length === 0) return succeed(undefined);
  const now = session.tools.clock.now();
  const along = withoutItems(vault, names, now);
  return session.commit({ drop: [...drop, ...along.drop], put: [...along.put, counted(vault, now)] });
}

/** Puts an issuer on the learner's own list; one that is there already (same key, same id) is renamed. */
export async function knowIssuer(session: VaultSession, given: Omit<OwnListEntry, 'id'>): Promise<Attempt<OwnListEntry>> {
  const vault = session.vault();
  if (vault === undefined) return notHere(session);
  const { clock, randomness } = session.tools;
  const now = clock.now();
  const before = wholeEntries(vault, 'issuer').find(({ summary }) => {
    const known = summary as unknown as OwnListEntry;
    return known.keyThumbprint === given.keyThumbprint && known.issuerId === given.issuerId;
  });
  const id = before === undefined ? encodeBase64url(randomness.bytes(16)) : (before.summary as unknown as OwnListEntry).id;
  const entry: OwnListEntry = { ...given, id };
  const record = { kind: 'issuer', body: toJson(entry), created: now, updated: now };
  const put = before === undefined ? { record } : { id: before.id, record };
  const written = await session.commit({ put: [put, counted(vault, now)] });
  return written.ok ? succeed(entry) : written;
}

export async function forgetIssuer(session: VaultSession, id: string): Promise<Attempt<void>> {
  const vault = session.vault();
  if (vault === undefined) return notHere(session);
  const found = wholeEntries(vault, 'issuer').filter(({ summary }) => (summary as unknown as OwnListEntry).id === id);
  if (found.length === 0) return refuse('vault/not-found', { id });
  return session.commit({ drop: found.map((entry) => entry.id), put: [counted(vault, session.tools.clock.now())] });
}

/** Keeps a share; one with the same id is replaced ("prepared" becomes "shown"). */
export async function recordShare(session: VaultSession, share: ShareRecord): Promise<Attempt<void>> {
  const vault = session.vault();
  if (vault === undefined) return notHere(session);
  const now = session.tools.clock.now();
  const before = wholeEntries(vault, 'share').find(({ summary }) => (summary as unknown as ShareRecord).id === share.id);
  const record = { kind: 'share', body: toJson(share), created: now, updated: now };
  return session.commit({ put: [before === undefined ? { record } : { id: before.id, record }] });
}

export async function forgetShares(session: VaultSession): Promise<Attempt<void>> {
  const vault = session.vault();
  if (vault === undefined) return notHere(session);
  const drop = wholeEntries(vault, 'share').map(({ id }) => id);
  return drop.length === 0 ? succeed(undefined) : session.commit({ drop });
}
