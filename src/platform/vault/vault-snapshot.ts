import type { KeptList } from '../../core/model/answers.ts';
import { toInstant } from '../../core/model/instant.ts';
import type { Collection, OwnNote, OwnRecord, OwnRecords, PriorLearning } from '../../core/model/own-records.ts';
import type { ItemSummary, ShareRecord } from '../../core/model/stored.ts';
import type { OwnListEntry } from '../../core/model/trust.ts';
import type { HolderKey, VaultSnapshot } from '../../wallet/ports.ts';
import { entriesOf } from './book.ts';
import type { Entry } from './book.ts';
import type { DamagedRecord, OpenVault } from './open-vault.ts';
import type { Settings } from './record-kinds.ts';
import { parseSlotAbout, summarizeSlot } from './slot.ts';
import type { Slot } from './slot.ts';

export function summarizeSlots(slots: readonly Slot[]): ReturnType<typeof summarizeSlot>[] {
  return slots.map(parseSlotAbout).flatMap((about) => (about === undefined ? [] : [summarizeSlot(about)]));
}

/** Entries of one kind that are whole. Summaries were sealed by us, so their shape is what we wrote. */
export function wholeEntries(vault: OpenVault, kind: string): readonly Entry[] {
  return entriesOf(vault.book).filter((entry) => entry.kind === kind && !vault.damaged.has(entry.id));
}

/**
 * Whole entries of a kind that came later. A build that did not know it may have restored such a record from a backup and
 * carried it along, without a summary and unjudged: it says nothing.
 */
export function judgedEntries(vault: OpenVault, kind: string): readonly Entry[] {
  return wholeEntries(vault, kind).filter(({ summary }) => summary !== null);
}

/** Trust lists, also those that are damaged: they say nothing about anybody, and their owner can take them away. */
export function listEntries(vault: OpenVault): readonly Pick<Entry, 'id' | 'summary'>[] {
  const damaged = [...vault.damaged.values()].flatMap(({ id, kind, summary = null }) => (kind === 'list' && summary !== null ? [{ id, summary }] : []));
  return [...judgedEntries(vault, 'list'), ...damaged];
}

function summariesOf<T>(vault: OpenVault, kind: string): readonly T[] {
  return wholeEntries(vault, kind).map(({ summary }) => summary as unknown as T);
}

export function settingsOf(vault: OpenVault): { readonly entry?: Entry; readonly settings: Settings } {
  const entry = wholeEntries(vault, 'settings')[0];
  if (entry === undefined) return { settings: { sheetSeen: false, changes: 0 } };
  return { entry, settings: entry.summary as unknown as Settings };
}

function ownOf<T extends OwnRecord>(vault: OpenVault, kind: T['kind']): readonly T[] {
  const records = judgedEntries(vault, kind).map(({ summary }) => summary as unknown as T);
  return records.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

/** Everything that the owner wrote, oldest first. */
function ownRecordsOf(vault: OpenVault): OwnRecords {
  return {
    collections: ownOf<Collection>(vault, 'collection'),
    notes: ownOf<OwnNote>(vault, 'note'),
    priorLearning: ownOf<PriorLearning>(vault, 'prior-learning'),
  };
}

function nameDamaged({ id, kind, summary }: DamagedRecord): VaultSnapshot['damaged'][number] {
  if (kind !== 'credential' || summary === undefined || summary === null) return { id };
  const { id: itemId, title } = summary as unknown as ItemSummary;
  const text = title[0]?.text;
  return text === undefined ? { id: itemId } : { id: itemId, title: text };
}

function backupState(settings: Settings): VaultSnapshot['backup'] {
  const changesSince = settings.changes - (settings.verifiedChanges ?? 0);
  const { sheetSeen, lastVerifiedAt } = settings;
  return lastVerifiedAt === undefined
    ? { changesSince, sheetSeen }
    : { changesSince, sheetSeen, lastVerifiedAt: toInstant(lastVerifiedAt) };
}

/** The one frozen snapshot of an open vault. */
export function openSnapshot(vault: OpenVault): VaultSnapshot {
  const keys = [...summariesOf<HolderKey & { readonly createdAt: number }>(vault, 'holder-key')].sort(
    (one, other) => one.createdAt - other.createdAt,
  );
  const holders = keys.map(({ did, verificationMethod, type }) => ({ did, verificationMethod, type }));
  const { settings } = settingsOf(vault);
  const { lastSeenAt } = settings;
  const holder = holders.find(({ type }) => type === 'Ed25519') ?? holders[0];
  return Object.freeze<VaultSnapshot>({
    status: { kind: 'open', slots: summarizeSlots(vault.header.slots) },
    items: summariesOf<ItemSummary>(vault, 'credential'),
    // An answer can be asked for again: nobody is worried for one.
    damaged: [...vault.damaged.values()].filter(({ kind }) => kind !== 'answer').map(nameDamaged),
    issuers: summariesOf<OwnListEntry>(vault, 'issuer'),
    lists: listEntries(vault).map(({ summary }) => summary as unknown as KeptList),
    shares: summariesOf<ShareRecord>(vault, 'share'),
    own: ownRecordsOf(vault),
    ...(holder && { holder }),
    holders,
    backup: backupState(settings),
    ...(lastSeenAt === undefined ? {} : { lastSeenAt: toInstant(lastSeenAt) }),
  });
}
