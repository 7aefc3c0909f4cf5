import { succeed } from '../core/model/attempt.ts';
import type { Attempt } from '../core/model/attempt.ts';
import type { ItemId } from '../core/model/ids.ts';
import { examineKept } from './examine-kept.ts';
import { copyKey } from './list-items.ts';
import type { Ports } from './ports.ts';
import type { OpenItem } from './wallet.ts';

/** Opens a kept credential: its original bytes are read and judged again, and the summary follows. */
export async function openItem(ports: Ports, id: ItemId): Promise<Attempt<OpenItem>> {
  const result = await examineKept(ports, id);
  if (!result.ok) return result;
  const { examined, kept, again } = result.value;
  const { items, holders } = ports.vault.snapshot.get();
  if (JSON.stringify(again) !== JSON.stringify(kept)) await ports.vault.resummarize([again]);
  const namesOurKey = holders.some(({ did }) => did === again.subjectId);
  const older = items.filter((item) => copyKey(item) === copyKey(again) && item.id !== id);
  return succeed({ summary: again, examined, savedAt: kept.savedAt, older, namesOurKey });
}
