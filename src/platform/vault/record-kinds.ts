import type { JsonValue } from '../../core/model/json.ts';
import type { PlainRecord } from './sealed-record.ts';

/** Kinds of records that this build writes. Others, written by newer builds, are carried along untouched. */
type RecordKind =
  | 'credential' | 'issuer' | 'share' | 'holder-key' | 'settings' | 'recovery-code' | 'answer' | 'list'
  | 'collection' | 'note' | 'prior-learning' | 'evidence';

/** Kinds that belong to this vault alone: never in a backup, never touched by a restore. */
export const vaultOnlyKinds: ReadonlySet<string> = new Set<RecordKind>(['settings', 'recovery-code']);

export const knownKinds: ReadonlySet<string> = new Set<RecordKind>([
  'credential',
  'issuer',
  'share',
  'holder-key',
  'settings',
  'recovery-code',
  'answer',
  'list',
  'collection',
  'note',
  'prior-learning',
  'evidence',
]);

/** Kinds of what the owner wrote; each body has an `id` of its own. */
export const ownKinds: ReadonlySet<string> = new Set<RecordKind>(['collection', 'note', 'prior-learning', 'evidence']);

/** What the summary chunks hold of a record: what the list needs, and all of it for the small kinds. */
export function summaryOf(record: Pick<PlainRecord, 'kind' | 'body'>): JsonValue {
  if (record.kind === 'credential' && typeof record.body === 'object' && record.body !== null && 'summary' in record.body) {
    return record.body.summary;
  }
  return knownKinds.has(record.kind) ? record.body : null;
}

/** State of backup and sheet, sealed like everything else. */
export interface Settings {
  readonly sheetSeen: boolean;
  /** Changes to what could be lost, since the vault was made. */
  readonly changes: number;
  readonly lastVerifiedAt?: number;
  /** `changes` as of the last verified backup. */
  readonly verifiedChanges?: number;
  /** When this vault was used last; see the note *Last seen time*. */
  readonly lastSeenAt?: number;
  /** The last backup that was made and not yet read back. */
  readonly lastMade?: { readonly sha256: string; readonly changes: number; readonly count: number };
}
