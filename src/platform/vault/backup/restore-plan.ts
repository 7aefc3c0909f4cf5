import { parseRecoveryCode } from '../../../core/encoding/recovery-code.ts';
import { refuse, succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import { toInstant } from '../../../core/model/instant.ts';
import type { PriorLearning } from '../../../core/model/own-records.ts';
import type { ItemSummary } from '../../../core/model/stored.ts';
import type { RestorePreview, Secret } from '../../../wallet/ports.ts';
import { entriesOf } from '../book.ts';
import type { OpenVault } from '../open-vault.ts';
import { toOpaqueText } from '../passphrase-text.ts';
import { knownKinds, ownKinds, vaultOnlyKinds } from '../record-kinds.ts';
import type { VaultEdit } from '../vault-edit.ts';
import { unlockAge } from './age-file.ts';
import type { AgeKey } from './age-file.ts';
import { unpackBackup } from './backup-archive.ts';
import { toBackupIdentity } from './backup-identity.ts';
import { isMark } from '../vault-answers.ts';
import type { KeptAnswer } from '../vault-answers.ts';
import { identityOf, restoredSummary, toRestoredRecord } from './restored-record.ts';
import type { RestoredRecord } from './restored-record.ts';

/** A backup, read whole and verified in memory: nothing of it is on disk before the one transaction of a restore. */
export interface StagedBackup {
  readonly createdAt: number;
  readonly records: readonly RestoredRecord[];
  /** Titles, or places in the file, of what cannot be kept. */
  readonly unreadable: readonly string[];
}

async function toAgeKey(secret: Secret): Promise<Attempt<AgeKey>> {
  if (secret.type === 'passphrase') {
    const passphrase = toOpaqueText(secret.passphrase);
    return passphrase === undefined ? refuse('backup/wrong-secret') : succeed({ passphrase });
  }
  if (secret.type === 'prf') return refuse('backup/wrong-secret');
  const code = parseRecoveryCode(secret.code);
  if (!code.ok) return code;
  const { identity } = await toBackupIdentity(code.value);
  code.value.fill(0);
  return succeed({ identity });
}

function nameOf(record: { readonly kind: string; readonly id: string; readonly body: unknown }): string {
  const title = (record.body as { readonly summary?: Partial<ItemSummary> } | null)?.summary?.title;
  const text = Array.isArray(title) ? (title[0] as { readonly text?: unknown } | undefined)?.text : undefined;
  return typeof text === 'string' ? text : `${record.kind}/${record.id}`;
}

/** Reads a backup with an age key and judges each record. Errors: those of age file and archive. */
export async function stageBackup(bytes: Uint8Array, key: AgeKey): Promise<Attempt<StagedBackup>> {
  const zip = await unlockAge(bytes, key);
  if (!zip.ok) return zip;
  const unpacked = await unpackBackup(zip.value);
  if (!unpacked.ok) return unpacked;
  const records = new Map<string, RestoredRecord>();
  const unreadable = [...unpacked.value.unreadable];
  for (const record of unpacked.value.records) {
    const restored = await toRestoredRecord(record);
    if (restored !== undefined) records.set(restored.identity, restored);
    else if (!vaultOnlyKinds.has(record.kind)) unreadable.push(nameOf(record));
  }
  return succeed({ createdAt: unpacked.value.createdAt, records: [...records.values()], unreadable });
}

/** The same with a secret as a person gives it. */
export async function stageWithSecret(bytes: Uint8Array, secret: Secret): Promise<Attempt<StagedBackup>> {
  const key = await toAgeKey(secret);
  return key.ok ? stageBackup(bytes, key.value) : key;
}

/** Entries of this vault that a backup may meet. */
function keptIdentities(vault: OpenVault | undefined): ReadonlyMap<string, string> {
  const entries = vault === undefined ? [] : entriesOf(vault.book).filter(({ id }) => !vault.damaged.has(id));
  return new Map(entries.filter(({ kind }) => !vaultOnlyKinds.has(kind)).map((entry) => [identityOf(entry), entry.id]));
}

function samenessesOf(vault: OpenVault | undefined): ReadonlySet<string> {
  const entries = vault === undefined ? [] : entriesOf(vault.book).filter(({ kind }) => kind === 'credential');
  return new Set(entries.map(({ summary }) => (summary as unknown as ItemSummary).sameness));
}

/** What a restore would bring. `newer`: another copy of a credential that is kept; both will be. */
export function previewOf(staged: StagedBackup, vault: OpenVault | undefined): RestorePreview {
  const kept = keptIdentities(vault);
  const samenesses = samenessesOf(vault);
  const items: RestorePreview['items'][number][] = [];
  for (const restored of staged.records) {
    if (restored.record.kind !== 'credential') continue;
    const { title, sameness } = restoredSummary(restored);
    const other = samenesses.has(sameness) ? 'newer' : 'new';
    items.push({ title: title[0]?.text ?? '', state: kept.has(restored.identity) ? 'same' : other });
  }
  items.push(...staged.unreadable.map((title) => ({ title, state: 'unreadable' as const })));
  const countOf = (kind: string): number => staged.records.filter(({ record }) => record.kind === kind).length;
  const unknownKinds = staged.records.filter(({ record }) => !knownKinds.has(record.kind)).length;
  const own = countOf('collection') + countOf('note') + countOf('prior-learning');
  return { items, keys: countOf('holder-key'), shares: countOf('share'), issuers: countOf('issuer'), lists: countOf('list'), own, unknownKinds, createdAt: toInstant(staged.createdAt) };
}

/** [Note: Marks only rise] What keeps a cancelled credential from looking valid again: no restore, not even one that replaces, takes it away or lowers it. */
function isMarkOf(kind: string, body: unknown): boolean {
  return kind === 'answer' && body !== null && isMark(body as KeptAnswer);
}

/** When the owner wrote it last, or from when the list of a mark is; 0 for everything else. */
function writtenAt(kind: string, body: unknown): number {
  if (isMarkOf(kind, body)) return (body as KeptAnswer).at;
  return ownKinds.has(kind) ? ((body as { readonly updatedAt?: number } | null)?.updatedAt ?? 0) : 0;
}

/** Whether a record may stand beside the words that stay: a file only where its prior learning names it, or where nobody can tell. */
function namedBy(vault: OpenVault, incoming: readonly RestoredRecord[]): (kind: string, body: unknown) => boolean {
  const named = new Map<string, ReadonlySet<string>>();
  const words = [...entriesOf(vault.book).map(({ kind, summary: body }) => ({ kind, body })), ...incoming.map(({ record }) => record)];
  for (const { kind, body } of words) {
    if (kind !== 'prior-learning' || body === null) continue;
    const { id, evidence } = body as unknown as PriorLearning;
    named.set(id, new Set(evidence.map((file) => file.id)));
  }
  return (kind, body) => {
    if (kind !== 'evidence' || body === null) return true;
    const { id, of } = body as { readonly id: string; readonly of: string };
    return named.get(of)?.has(id) ?? true;
  };
}

/**
 * The one edit that a restore is. Merging twice changes nothing the second time. Replacing never takes a holder key away:
 * credentials can be had again from those who issued them, a key from nobody. Of what the owner wrote the later words stay.
 */
export function planRestore(
  staged: StagedBackup,
  vault: OpenVault,
  mode: 'merge' | 'replace',
): { readonly edit: VaultEdit; readonly added: number } {
  const kept = keptIdentities(vault);
  const stays = (kind: string, body: unknown): boolean => mode === 'merge' || kind === 'holder-key' || isMarkOf(kind, body);
  const keptAt = new Map(entriesOf(vault.book).map(({ id, kind, summary }) => [id, writtenAt(kind, summary)]));
  const later = staged.records.filter(({ identity, record }) => {
    const before = kept.get(identity);
    if (before === undefined || !stays(record.kind, record.body)) return true;
    return writtenAt(record.kind, record.body) > (keptAt.get(before) ?? 0);
  });
  const isNamed = namedBy(vault, later);
  const incoming = later.filter(({ record }) => isNamed(record.kind, record.body));
  const renewed = new Set(incoming.map(({ identity }) => identity));
  const drop = entriesOf(vault.book)
    .filter((entry) => !vaultOnlyKinds.has(entry.kind))
    .filter((entry) => !stays(entry.kind, entry.summary) || renewed.has(identityOf(entry)) || !isNamed(entry.kind, entry.summary))
    .map(({ id }) => id);
  const dropped = new Set(drop);
  const taken = new Set([...entriesOf(vault.book).map(({ id }) => id), ...vault.damaged.keys()].filter((id) => !dropped.has(id)));
  const put = incoming.map(({ record: { id, ...record } }) => {
    if (knownKinds.has(record.kind) || taken.has(id)) return { record };
    taken.add(id);
    return { id, record };
  });
  return { edit: { put, drop }, added: incoming.filter(({ record }) => record.kind === 'credential').length };
}
