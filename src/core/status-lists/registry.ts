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
export const statusListKinds: readonly StatusListKind[] = [];

/** Judges one entry by the kind that recognizes it. No kind: unknown, named, never skipped (B59). */
export async function judgeStatusEntry(order: StatusOrder): Promise<StatusFinding> {
  const kind = statusListKinds.find((candidate) => candidate.recognize(order.entry));
  if (kind !== undefined) return (await kind.load())(order);
  const { type } = order.entry;
  return { state: 'unknown', reason: 'unknown-status-type', facts: { type: typeof type === 'string' ? type.slice(0, 80) : '' } };
}
