import { sha256Hex } from '../../core/encoding/sha256.ts';
import { refuse, succeed } from '../../core/model/attempt.ts';
import type { Attempt } from '../../core/model/attempt.ts';
import type { EvidenceFile, OpenedEvidence, OwnRecord, RemovedOwn } from '../../core/model/own-records.ts';
import type { Entry } from './book.ts';
import type { OpenVault } from './open-vault.ts';
import { ownRecord } from './own-entries.ts';
import type { PlainRecord } from './sealed-record.ts';
import type { VaultEdit } from './vault-edit.ts';
import { notHere } from './vault-door.ts';
import type { VaultSession } from './vault-session.ts';
import { counted, readEntry, toJson } from './vault-shelf.ts';
import { judgedEntries } from './vault-snapshot.ts';

/** What is told of kept evidence without opening it. `of`: the record that it stands beside. */
interface KeptEvidence extends EvidenceFile {
  readonly of: string;
}

const kinds = ['collection', 'note', 'prior-learning'] as const;

function ownOf({ summary }: Entry): OwnRecord {
  return summary as unknown as OwnRecord;
}

function evidenceOf({ summary }: Pick<Entry, 'summary'>): KeptEvidence {
  return summary as unknown as KeptEvidence;
}

function findOwn(vault: OpenVault, id: string): Entry | undefined {
  return kinds.flatMap((kind) => judgedEntries(vault, kind)).find((entry) => ownOf(entry).id === id);
}

function evidenceBeside(vault: OpenVault, id: string): readonly Entry[] {
  return judgedEntries(vault, 'evidence').filter((entry) => evidenceOf(entry).of === id);
}

/** Files that cannot be opened: they stay with the words that name them, so that those can be changed. */
function damagedBeside(vault: OpenVault, id: string): readonly Pick<Entry, 'id' | 'summary'>[] {
  return [...vault.damaged.values()].flatMap(({ id: record, kind, summary }) => (kind === 'evidence' && summary && evidenceOf({ summary }).of === id ? [{ id: record, summary }] : []));
}

function evidenceRecord({ bytes, ...file }: OpenedEvidence, of: string, now: number): PlainRecord {
  return { kind: 'evidence', body: toJson({ ...file, of }), bytes, created: now, updated: now };
}

/** Keeps it with its new files, and drops the files that it names no more, in one transaction. */
export async function keepOwn(session: VaultSession, record: OwnRecord, files: readonly OpenedEvidence[]): Promise<Attempt<void>> {
  const vault = session.vault();
  if (vault === undefined) return notHere(session);
  const now = session.tools.clock.now();
  const before = findOwn(vault, record.id);
  if (before !== undefined && before.kind !== record.kind) return refuse('store/corrupt', { what: 'own' });
  const named = new Map((record.kind === 'prior-learning' ? record.evidence : []).map((file) => [file.id, file]));
  const kept = [...evidenceBeside(vault, record.id), ...damagedBeside(vault, record.id)];
  for (const { id, sha256, bytes } of files) {
    if (named.get(id)?.sha256 !== sha256 || (await sha256Hex(bytes)) !== sha256) return refuse('store/corrupt', { what: 'evidence' });
  }
  const here = new Set([...kept.map((entry) => evidenceOf(entry).id), ...files.map(({ id }) => id)]);
  for (const id of named.keys()) if (!here.has(id)) return refuse('vault/not-found', { id });
  const put: NonNullable<VaultEdit['put']>[number][] = [
    { ...(before && { id: before.id }), record: ownRecord(record, now) },
    ...files.map((file) => ({ record: evidenceRecord(file, record.id, now) })),
    counted(vault, now),
  ];
  const drop = kept.filter((entry) => !named.has(evidenceOf(entry).id)).map(({ id }) => id);
  return session.commit({ put, drop });
}

async function openOne(session: VaultSession, entry: Entry): Promise<Attempt<OpenedEvidence>> {
  const record = await readEntry(session, entry);
  if (!record.ok) return record;
  const { of: _of, ...file } = evidenceOf(entry);
  return record.value.bytes === undefined ? refuse('store/corrupt', { id: file.id }) : succeed({ ...file, bytes: record.value.bytes });
}

export async function openEvidence(session: VaultSession, id: string): Promise<Attempt<OpenedEvidence>> {
  const vault = session.vault();
  if (vault === undefined) return notHere(session);
  const entry = judgedEntries(vault, 'evidence').find((one) => evidenceOf(one).id === id);
  return entry === undefined ? refuse('vault/not-found', { id }) : openOne(session, entry);
}

/** Removes it and its files in one transaction, and gives back what could be opened. */
export async function removeOwn(session: VaultSession, id: string): Promise<Attempt<RemovedOwn>> {
  const vault = session.vault();
  if (vault === undefined) return notHere(session);
  const entry = findOwn(vault, id);
  if (entry === undefined) return refuse('vault/not-found', { id });
  const beside = evidenceBeside(vault, id);
  const record = ownOf(entry);
  // What stands beside it and is not named by it goes with it: given back, it could not be kept again.
  const named = new Set(record.kind === 'prior-learning' ? record.evidence.map((file) => file.id) : []);
  const files: OpenedEvidence[] = [];
  for (const one of beside) {
    const file = await openOne(session, one);
    if (file.ok && named.has(file.value.id)) files.push(file.value);
  }
  const now = session.tools.clock.now();
  const removed = await session.commit({ drop: [entry.id, ...beside.map((one) => one.id)], put: [counted(vault, now)] });
  if (!removed.ok) return removed;
  const given = new Set(files.map((file) => file.id));
  const whole = record.kind === 'prior-learning' ? { ...record, evidence: record.evidence.filter((file) => given.has(file.id)) } : record;
  return succeed({ record: whole, files });
}
