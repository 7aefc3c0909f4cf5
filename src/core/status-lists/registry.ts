import { asList } from '../model/json.ts';
import type { JsonObject } from '../model/json.ts';
import type { JudgeStatus, StatusFinding, StatusOrder } from '../model/status.ts';

/** A way of publishing whether credentials are still in force. Eager only in `id` and `recognize`. */
export interface StatusListKind {
  readonly id: string;
  /** Cheap, total, never throws; answers only "mine or not". */
  recognize(entry: JsonObject): boolean;
  load(): Promise<JudgeStatus>;
}

/** All registered kinds. At most one recognizes a given entry. */
export const statusListKinds: readonly StatusListKind[] = [
  {
    id: 'bitstring-status-list',
    recognize: (entry) => isOfType(entry, 'BitstringStatusListEntry'),
    load: async () => (await import('./bitstring/judge.ts')).judgeBitstringEntry,
  },
  {
    id: 'status-list-2021',
    recognize: (entry) => isOfType(entry, 'StatusList2021Entry'),
    load: async () => (await import('./bitstring/judge.ts')).judgeBitstringEntry,
  },
  {
    id: '1edtech-revocation-list',
    recognize: (entry) => isOfType(entry, '1EdTechRevocationList'),
    load: async () => (await import('./revocation-list/judge.ts')).judgeRevocationListEntry,
  },
  {
    id: 'token-status-list',
    recognize: (entry) => 'status_list' in entry && !('type' in entry),
    load: async () => (await import('./token/judge.ts')).judgeTokenEntry,
  },
];

/** One type, alone or as the only one of a list: an entry of two types would be two readers' two things. */
function isOfType({ type }: JsonObject, name: string): boolean {
  const [only, ...more] = asList(type);
  return only === name && more.length === 0;
}

/** Judges one entry by the kind that recognizes it. No kind: unknown, named, never skipped (B59). */
export async function judgeStatusEntry(order: StatusOrder): Promise<StatusFinding> {
  const kind = statusListKinds.find((candidate) => candidate.recognize(order.entry));
  if (kind !== undefined) return (await kind.load())(order);
  const { type } = order.entry;
  return { state: 'unknown', reason: 'unknown-status-type', facts: { type: typeof type === 'string' ? type.slice(0, 80) : '' } };
}
