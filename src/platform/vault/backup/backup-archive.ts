import * as v from 'valibot';
import { decodeBase64url, encodeBase64url } from '../../../core/encoding/base64url.ts';
import { sha256Hex } from '../../../core/encoding/sha256.ts';
import { readStrictJson } from '../../../core/encoding/strict-json.ts';
import { refuse, succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import type { JsonValue } from '../../../core/model/json.ts';
import { currentSchema } from '../../storage/migrations/migrations.ts';
import { utf8 } from '../join-parts.ts';
import type { PlainRecord } from '../sealed-record.ts';
import { backupReadme } from './readme-texts.ts';
import { packZip, paddingPath, unpackZip } from './zip-file.ts';
import type { ZipEntry } from './zip-file.ts';

/** Version of the layout inside a backup, and the oldest reader that understands it. */
const backupVersion = 1;

/** A record in a backup, with the id it has in the vault it comes from. */
export interface BackupRecord extends PlainRecord {
  readonly id: string;
}

export interface UnpackedBackup {
  readonly createdAt: number;
  readonly records: readonly BackupRecord[];
  /** Ids of records that are listed but cannot be read. */
  readonly unreadable: readonly string[];
}

/** Names of kinds, now and later. The counts of the manifest are members by these names, so none may be a forbidden one. */
const kindName = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,63}$/), v.notValues(['constructor', 'prototype']));
const writtenRecord = v.object({
  kind: kindName,
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/)),
  created: v.number(),
  updated: v.number(),
  body: v.custom<JsonValue>((value) => value !== undefined),
  bytes: v.optional(v.string()),
  file: v.optional(v.string()),
});
const writtenManifest = v.object({
  format: v.literal('mecum-backup'),
  version: v.number(),
  minReader: v.number(),
  schema: v.number(),
  createdAt: v.number(),
  counts: v.record(v.string(), v.number()),
  entries: v.array(v.object({ path: v.string(), size: v.number(), sha256: v.string() })),
});
type WrittenRecord = v.InferOutput<typeof writtenRecord>;
type Manifest = v.InferOutput<typeof writtenManifest>;

const caps = { maxBytes: 64 * 1024 * 1024, maxNodes: 20_000_000, maxStringBytes: 8 * 1024 * 1024 };

/** Half a surrogate pair (a typed text cut short) is no text: the strict reader would refuse the whole file for it. */
function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\p{Cs}/gu, '\u{fffd}') : value;
}

function toJsonBytes(value: unknown): Uint8Array {
  return utf8(`${JSON.stringify(value, wellFormed, 1)}\n`);
}

/** File ending for original bytes: what they are, not what they were called. */
export function endingOf(mediaType: unknown): 'json' | 'jwt' | 'bin' {
  const type = typeof mediaType === 'string' ? mediaType : '';
  if (/json/.test(type) && !/jwt/.test(type)) return 'json';
  return /jwt/.test(type) ? 'jwt' : 'bin';
}

/**
 * Bytes stand in files of their own, in a folder by their kind: as text within the records they would be larger than its
 * reader takes. Only keys stay with what is said of them.
 */
async function writeRecords(records: readonly BackupRecord[]): Promise<{ readonly lines: readonly WrittenRecord[]; readonly files: readonly ZipEntry[] }> {
  const lines: WrittenRecord[] = [];
  const files = new Map<string, ZipEntry>();
  for (const { id, kind, body, created, updated, bytes } of records) {
    const line = { kind, id, created, updated, body };
    if (bytes === undefined || (bytes.length === 0 && kind !== 'credential')) {
      lines.push(line);
    } else if (kind === 'holder-key') {
      lines.push({ ...line, bytes: encodeBase64url(bytes) });
    } else {
      const ending = endingOf((body as { readonly mediaType?: unknown } | null)?.mediaType);
      const file = `${kind}s/${await sha256Hex(bytes)}.${ending}`;
      files.set(file, { path: file, bytes });
      lines.push({ ...line, file });
    }
  }
  return { lines, files: [...files.values()] };
}

/** Packs records into the padded ZIP that goes into the age file. */
export async function packBackup(records: readonly BackupRecord[], createdAt: number): Promise<Uint8Array> {
  const { lines, files } = await writeRecords(records);
  const isKey = ({ kind }: WrittenRecord): boolean => kind === 'holder-key';
  const content: ZipEntry[] = [
    { path: 'README.txt', bytes: utf8(backupReadme) },
    { path: 'records.json', bytes: toJsonBytes(lines.filter((line) => !isKey(line))) },
    { path: 'keys.json', bytes: toJsonBytes(lines.filter(isKey)) },
    ...files,
  ];
  const entries = [];
  for (const { path, bytes } of content) entries.push({ path, size: bytes.length, sha256: await sha256Hex(bytes) });
  const counts: Record<string, number> = {};
  for (const { kind } of lines) counts[kind] = (counts[kind] ?? 0) + 1;
  const versions = { version: backupVersion, minReader: backupVersion, schema: currentSchema };
  const manifest: Manifest = { format: 'mecum-backup', ...versions, createdAt, counts, entries };
  return packZip([{ path: 'manifest.json', bytes: toJsonBytes(manifest) }, ...content], createdAt, true);
}

function readJson(bytes: Uint8Array | undefined): JsonValue | undefined {
  if (bytes === undefined) return undefined;
  const parsed = readStrictJson(bytes, caps);
  return parsed.ok ? parsed.value.value : undefined;
}

/** Every entry must be in the manifest, whole, and nothing else besides it. */
async function matchesManifest(files: ReadonlyMap<string, Uint8Array>, manifest: Manifest): Promise<boolean> {
  const listed = new Set(['manifest.json', paddingPath]);
  for (const { path, size, sha256 } of manifest.entries) {
    const bytes = files.get(path);
    if (bytes?.length !== size || (await sha256Hex(bytes)) !== sha256) return false;
    listed.add(path);
  }
  return [...files.keys()].every((path) => listed.has(path));
}

function toBackupRecord(value: unknown, files: ReadonlyMap<string, Uint8Array>): BackupRecord | undefined {
  const parsed = v.safeParse(writtenRecord, value);
  if (!parsed.success) return undefined;
  const { file, bytes, ...record } = parsed.output;
  if (file !== undefined) {
    const original = files.get(file);
    return original && { ...record, bytes: original };
  }
  if (bytes === undefined) return record;
  const decoded = decodeBase64url(bytes);
  return decoded.ok ? { ...record, bytes: decoded.value } : undefined;
}

/**
 * Reads what was in the age file: archive, manifest, hashes and counts must all fit (`backup/damaged`), a layout newer than
 * this reader is `backup/newer-version`, an archive that is none of ours `backup/not-a-backup`.
 */
export async function unpackBackup(zip: Uint8Array): Promise<Attempt<UnpackedBackup>> {
  const files = unpackZip(zip);
  if (!files.ok) return files;
  const manifest = v.safeParse(writtenManifest, readJson(files.value.get('manifest.json')));
  if (!manifest.success) return refuse('backup/not-a-backup');
  const { minReader, counts, createdAt } = manifest.output;
  if (minReader > backupVersion) return refuse('backup/newer-version', { version: minReader });
  if (!(await matchesManifest(files.value, manifest.output))) return refuse('backup/damaged', { part: 'manifest' });
  const lines = [readJson(files.value.get('records.json')), readJson(files.value.get('keys.json'))];
  if (!lines.every((list): list is readonly JsonValue[] => Array.isArray(list))) return refuse('backup/damaged', { part: 'records' });
  const all = lines.flat();
  if (Object.values(counts).reduce((sum, count) => sum + count, 0) !== all.length) return refuse('backup/damaged', { part: 'counts' });
  const records: BackupRecord[] = [];
  const unreadable: string[] = [];
  all.forEach((line, index) => {
    const record = toBackupRecord(line, files.value);
    if (record === undefined) unreadable.push(`records/${index + 1}`);
    else records.push(record);
  });
  return succeed({ createdAt, records, unreadable });
}
