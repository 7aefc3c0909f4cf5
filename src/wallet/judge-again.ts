import type { ItemSummary } from '../core/model/stored.ts';
import { examineKept } from './examine-kept.ts';
import type { ExaminedKept } from './examine-kept.ts';
import type { Ports } from './ports.ts';

/** So many are judged before what changed is written: each writing costs as much as a hundred looks. */
const judgedAtOnce = 100;

/** What is kept of these is read and judged anew; one that cannot be opened stays as it is written. */
export async function judgeAgain(ports: Ports, items: readonly ItemSummary[]): Promise<void> {
  for (let at = 0; at < items.length; at += judgedAtOnce) {
    const judged: ExaminedKept[] = [];
    for (const { id } of items.slice(at, at + judgedAtOnce)) {
      const looked = await examineKept(ports, id);
      if (looked.ok) judged.push(looked.value);
    }
    const changed = changedBy(judged, ports.vault.snapshot.get().items);
    if (changed.length > 0) await ports.vault.resummarize(changed);
  }
}

/** The new summaries of those that are still kept as they were when they were looked at: a later word counts. */
export function changedBy(judged: readonly ExaminedKept[], items: readonly ItemSummary[]): readonly ItemSummary[] {
  const now = new Map(items.map((item) => [item.id, item]));
  return judged.flatMap(({ kept, again }) => {
    const before = JSON.stringify(kept);
    return JSON.stringify(again) !== before && JSON.stringify(now.get(kept.id)) === before ? [again] : [];
  });
}

/**
 * What an answer has told of one credential it may tell of others of the same issuer: they stand in the same list, or are
 * signed with the same key. The list of credentials must not go on calling them valid until somebody opens them.
 */
export async function judgeKin(ports: Ports, { id, issuerId }: ItemSummary): Promise<void> {
  const { items } = ports.vault.snapshot.get();
  await judgeAgain(ports, items.filter((item) => issuerId !== undefined && item.issuerId === issuerId && item.id !== id && item.axes.unchanged !== 'no'));
}

/** What could not be judged while the clock of the device was wrong. */
export async function judgeUndated(ports: Ports): Promise<void> {
  await judgeAgain(ports, ports.vault.snapshot.get().items.filter(({ axes }) => axes.time === 'could-not-check'));
}
