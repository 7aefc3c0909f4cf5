import { refuse, succeed } from '../core/model/attempt.ts';
import type { Attempt } from '../core/model/attempt.ts';
import { credentialsIn } from '../core/model/examination.ts';
import type { ItemId } from '../core/model/ids.ts';
import type { Ports } from './ports.ts';
import { contextOf } from './receive.ts';
import { copyKey } from './list-items.ts';
import { summarize } from './summarize.ts';
import type { OpenItem } from './wallet.ts';

/** Opens a kept credential: its original bytes are read and judged again, and the summary follows. */
export async function openItem(ports: Ports, id: ItemId): Promise<Attempt<OpenItem>> {
  const stored = await ports.vault.open(id);
  if (!stored.ok) return stored;
  const { summary, raw, mediaType, fileName, transport } = stored.value;
  const { issuers, items, holders } = ports.vault.snapshot.get();
  const received = {
    bytes: raw,
    mediaType,
    transport,
    arrivedAt: summary.savedAt,
    ...(fileName === undefined ? {} : { fileName }),
  };
  const result = await ports.examiner.examine({ received, context: contextOf(ports, issuers, summary.origin) });
  if (!result.ok) return result;
  const examined = credentialsIn(result.value)[0];
  if (examined === undefined) return refuse('store/corrupt');
  const again = summarize(examined, summary.origin, summary.savedAt);
  if (JSON.stringify(again) !== JSON.stringify(summary)) await ports.vault.resummarize([again]);
  const namesOurKey = holders.some(({ did }) => did === again.subjectId);
  const older = items.filter((item) => copyKey(item) === copyKey(again) && item.id !== id);
  return succeed({ summary: again, examined, savedAt: summary.savedAt, older, namesOurKey });
}
