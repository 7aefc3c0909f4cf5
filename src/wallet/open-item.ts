import { succeed } from '../core/model/attempt.ts';
import type { Attempt } from '../core/model/attempt.ts';
import type { ItemId } from '../core/model/ids.ts';
import type { ItemSummary } from '../core/model/stored.ts';
import { examineKept } from './examine-kept.ts';
import { changedBy, judgeKin, judgeUndated } from './judge-again.ts';
import { copyKey } from './list-items.ts';
import type { Ports } from './ports.ts';
import type { OpenItem } from './wallet.ts';

/** Somebody was asked since: of the status, or for the key. */
function hasNewAnswer(kept: ItemSummary, again: ItemSummary): boolean {
  return kept.axes.status !== again.axes.status || kept.axes.unchanged !== again.axes.unchanged;
}

/**
 * Opens a kept credential: its original bytes are read and judged again, and the summary follows. So do, by and by, those of
 * the same issuer, where an answer came that may speak of them too, and all that a wrong clock left open, where it is right now.
 */
export async function openItem(ports: Ports, id: ItemId): Promise<Attempt<OpenItem>> {
  const result = await examineKept(ports, id);
  if (!result.ok) return result;
  const { examined, kept, again } = result.value;
  const { items, holders } = ports.vault.snapshot.get();
  const changed = changedBy([result.value], items);
  if (changed.length > 0) await ports.vault.resummarize(changed);
  if (changed.length > 0 && hasNewAnswer(kept, again)) void judgeKin(ports, again);
  if (changed.length > 0 && kept.axes.time === 'could-not-check' && again.axes.time !== 'could-not-check') void judgeUndated(ports);
  const namesOurKey = holders.some(({ did }) => did === again.subjectId);
  const older = items.filter((item) => copyKey(item) === copyKey(again) && item.id !== id);
  return succeed({ summary: again, examined, savedAt: kept.savedAt, older, namesOurKey });
}
