import { sha256Hex } from '../../../core/encoding/sha256.ts';
import { refuse, succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import { formatInstant } from '../../../core/model/instant.ts';
import type { Instant } from '../../../core/model/instant.ts';
import type { ItemSummary } from '../../../core/model/stored.ts';
import type { BackupFile, RestorePreview, Secret } from '../../../wallet/ports.ts';
import { entriesOf } from '../book.ts';
import type { Entry } from '../book.ts';
import type { OpenVault } from '../open-vault.ts';
import { knownKinds, summaryOf, vaultOnlyKinds } from '../record-kinds.ts';
import { openRecord } from '../sealed-record.ts';
import { notHere } from '../vault-door.ts';
import type { VaultSession } from '../vault-session.ts';
import { isLongEnough, toOpaqueText } from '../passphrase-text.ts';
import { readRecovery } from '../vault-sheet.ts';
import { putSettings, toJson } from '../vault-shelf.ts';
import { settingsOf } from '../vault-snapshot.ts';
import { lockAge } from './age-file.ts';
import type { AgeKey, AgeLock } from './age-file.ts';
import { endingOf, packBackup } from './backup-archive.ts';
import type { BackupRecord } from './backup-archive.ts';
import { toBackupIdentity } from './backup-identity.ts';
import type { BackupIdentity } from './backup-identity.ts';
import { originalsReadme } from './readme-texts.ts';
import { planRestore, previewOf, stageBackup, stageWithSecret } from './restore-plan.ts';
import type { StagedBackup } from './restore-plan.ts';
import { identityOf } from './restored-record.ts';
import { packZip } from './zip-file.ts';

const readAtOnce = 200;

function dateOf(now: Instant): string {
  return formatInstant(now).slice(0, 10);
}

/**
 * Every record that can be opened and is not of this vault alone. What is damaged stays out; it is named in the snapshot.
 * So does what a build that did not know its kind has carried along: this one, which knows it, has never judged it.
 */
async function readAll(session: VaultSession, vault: OpenVault): Promise<Attempt<readonly BackupRecord[]>> {
  const isJudged = ({ kind, summary }: Entry): boolean => summary !== null || !knownKinds.has(kind);
  const entries = entriesOf(vault.book).filter((entry) => !vaultOnlyKinds.has(entry.kind) && isJudged(entry) && !vault.damaged.has(entry.id));
  const records: BackupRecord[] = [];
  for (let from = 0; from < entries.length; from += readAtOnce) {
    const some = entries.slice(from, from + readAtOnce);
    const rows = await session.tools.storage.readRecords(some.map(({ id }) => id));
    if (!rows.ok) return rows;
    for (const [index, entry] of some.entries()) {
      const row = rows.value[index];
      const record = row?.r === entry.r ? await openRecord(vault.keys, row) : undefined;
      if (record === undefined) {
        const { id, kind, summary } = entry;
        session.show({ ...(session.vault() ?? vault), damaged: new Map(session.vault()?.damaged).set(id, { id, kind, summary }) });
      } else {
        records.push({ id: entry.id, ...withNewestSummary(record, entry.summary) });
      }
    }
  }
  return succeed(records);
}

/** The summary in the chunks is newer than the one sealed with the bytes; what checks found stays out of a backup. */
function withNewestSummary(record: Omit<BackupRecord, 'id'>, newest: BackupRecord['body']): Omit<BackupRecord, 'id'> {
  if (record.kind !== 'credential') return record;
  const { axes: _axes, signerThumbprint: _signer, ...summary } = newest as unknown as ItemSummary;
  return { ...record, body: toJson({ ...(record.body as object), summary }) };
}

interface Protection {
  readonly lock: AgeLock;
  readonly key: AgeKey;
  readonly shortId: string;
}

/** Stands for the short id where the sheet's bytes cannot be read: a backup under words is still to be had then. */
const unknownShortId = '00000000';

async function sheetIdentity(session: VaultSession): Promise<Attempt<BackupIdentity>> {
  const recovery = await readRecovery(session);
  if (!recovery.ok) return recovery;
  const identity = await toBackupIdentity(recovery.value.bytes);
  recovery.value.bytes.fill(0);
  return succeed(identity);
}

async function protectionOf(session: VaultSession, wish: 'recovery-code' | { readonly passphrase: string }): Promise<Attempt<Protection>> {
  const sheet = await sheetIdentity(session);
  if (wish === 'recovery-code') {
    if (!sheet.ok) return sheet;
    const { recipient, identity, shortId } = sheet.value;
    return succeed({ lock: { recipient }, key: { identity }, shortId });
  }
  const passphrase = toOpaqueText(wish.passphrase);
  if (passphrase === undefined) return refuse('vault/weak-secret', { reason: 'characters' });
  if (!isLongEnough(passphrase)) return refuse('vault/weak-secret', { reason: 'short' });
  return succeed({ lock: { passphrase }, key: { passphrase }, shortId: sheet.ok ? sheet.value.shortId : unknownShortId });
}

function sameBytes(one: Uint8Array = new Uint8Array(0), other: Uint8Array = new Uint8Array(0)): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** True where the backup, read back, holds each record with the bytes it was made from. */
function holds(staged: StagedBackup, records: readonly BackupRecord[]): boolean {
  if (staged.unreadable.length > 0) return false;
  const found = new Map(staged.records.map(({ identity, record }) => [identity, record]));
  return records.every((record) => {
    const copy = found.get(identityOf({ id: record.id, kind: record.kind, summary: summaryOf(record) }));
    return copy !== undefined && sameBytes(record.bytes, copy.bytes);
  });
}

/** Makes a backup and opens it again before it is handed out. It counts as done only once the saved file was read back. */
export async function makeBackup(session: VaultSession, wish: 'recovery-code' | { readonly passphrase: string }): Promise<Attempt<BackupFile>> {
  const vault = session.vault();
  if (vault === undefined) return notHere(session);
  const protection = await protectionOf(session, wish);
  if (!protection.ok) return protection;
  const records = await readAll(session, vault);
  if (!records.ok) return records;
  const { lock, key, shortId } = protection.value;
  const now = session.tools.clock.now();
  const bytes = await lockAge(await packBackup(records.value, now), lock);
  const staged = await stageBackup(bytes, key);
  if (!staged.ok) return staged;
  if (!holds(staged.value, records.value)) return refuse('backup/damaged', { part: 'read-back' });
  const count = records.value.filter(({ kind }) => kind === 'credential').length;
  const lastMade = { sha256: await sha256Hex(bytes), changes: settingsOf(vault).settings.changes, count };
  const noted = await session.commit({ put: [putSettings(session.vault() ?? vault, now, (settings) => ({ ...settings, lastMade }))] });
  if (!noted.ok) return noted;
  return succeed({ bytes, fileName: `mecum-backup-${shortId}-${dateOf(now)}.age`, shortId, count });
}

/** Compares a saved file with the backup made last. `backup/not-the-same` for any other bytes. */
export async function confirmBackup(session: VaultSession, bytes: Uint8Array): Promise<Attempt<{ readonly count: number }>> {
  const vault = session.vault();
  if (vault === undefined) return notHere(session);
  const { lastMade } = settingsOf(vault).settings;
  if (lastMade === undefined || (await sha256Hex(bytes)) !== lastMade.sha256) return refuse('backup/not-the-same');
  const now = session.tools.clock.now();
  const done = { lastVerifiedAt: now, verifiedChanges: lastMade.changes };
  const noted = await session.commit({ put: [putSettings(vault, now, (settings) => ({ ...settings, ...done }))] });
  return noted.ok ? succeed({ count: lastMade.count }) : noted;
}

/** What a restore would bring, against an open vault or none at all. Nothing is written. */
export async function previewRestore(session: VaultSession, bytes: Uint8Array, secret: Secret): Promise<Attempt<RestorePreview>> {
  if (session.snapshot.get().status.kind === 'locked') return refuse('vault/locked');
  const staged = await stageWithSecret(bytes, secret);
  return staged.ok ? succeed(previewOf(staged.value, session.vault())) : staged;
}

/** Restores in one strict transaction, after everything in the file was read and judged. */
export async function restore(
  session: VaultSession,
  bytes: Uint8Array,
  secret: Secret,
  mode: 'merge' | 'replace',
): Promise<Attempt<{ readonly added: number; readonly unreadable: readonly string[] }>> {
  if (session.vault() === undefined) return notHere(session);
  const staged = await stageWithSecret(bytes, secret);
  if (!staged.ok) return staged;
  const vault = session.vault();
  if (vault === undefined) return notHere(session);
  // To replace what is whole here by what cannot be read there would lose it.
  const { unreadable } = staged.value;
  if (mode === 'replace' && unreadable.length > 0) return refuse('backup/damaged', { part: 'records', unreadable: unreadable.length });
  const { edit, added } = planRestore(staged.value, vault, mode);
  const changes = (edit.put?.length ?? 0) + (edit.drop?.length ?? 0) > 0;
  if (changes) {
    const counted = putSettings(vault, session.tools.clock.now(), (settings) => ({ ...settings, changes: settings.changes + 1 }));
    const written = await session.commit({ ...edit, put: [...(edit.put ?? []), counted] });
    if (!written.ok) return written;
    session.keyRoom.get()?.forget();
    session.keyRoom.set(undefined);
  }
  return succeed({ added, unreadable });
}

/** A ZIP of every original, byte for byte, not locked. File names say nothing of what is in them (B102). */
export async function exportOriginals(
  session: VaultSession,
): Promise<Attempt<{ readonly bytes: Uint8Array; readonly fileName: string; readonly count: number }>> {
  const vault = session.vault();
  if (vault === undefined) return notHere(session);
  const records = await readAll(session, vault);
  if (!records.ok) return records;
  const now = session.tools.clock.now();
  const entries = [{ path: 'README.txt', bytes: new TextEncoder().encode(originalsReadme) }];
  for (const { kind, bytes, body } of records.value) {
    if (kind !== 'credential' || bytes === undefined) continue;
    const ending = endingOf((body as { readonly mediaType?: unknown }).mediaType);
    entries.push({ path: `${await sha256Hex(bytes)}.${ending}`, bytes: new Uint8Array(bytes) });
  }
  const bytes = packZip(entries, now, false);
  return succeed({ bytes, fileName: `mecum-originals-${dateOf(now)}.zip`, count: entries.length - 1 });
}
