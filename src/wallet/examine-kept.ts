import { refuse, succeed } from '../core/model/attempt.ts';
import type { Attempt } from '../core/model/attempt.ts';
import { credentialsIn } from '../core/model/examination.ts';
import type { ExaminedCredential } from '../core/model/examination.ts';
import type { ItemId } from '../core/model/ids.ts';
import type { ItemSummary, StoredItem } from '../core/model/stored.ts';
import type { OwnListEntry } from '../core/model/trust.ts';
import type { Ports } from './ports.ts';
import { contextOf } from './receive.ts';
import { summarize } from './summarize.ts';

/** A kept credential read and judged anew, beside the summary it was kept with. */
export interface ExaminedKept {
  readonly examined: ExaminedCredential;
  readonly kept: ItemSummary;
  readonly again: ItemSummary;
}

/**
 * Opens the original bytes of a kept credential and examines them against the own list of now. `store/corrupt` where
 * they hold no credential any more; otherwise the refusal of the vault or of the examiner.
 */
export async function examineKept(ports: Ports, id: ItemId): Promise<Attempt<ExaminedKept>> {
  const stored = await ports.vault.open(id);
  if (!stored.ok) return stored;
  const { summary: kept } = stored.value;
  const seen = await examineStored(ports, stored.value, ports.vault.snapshot.get().issuers);
  if (!seen.ok) return seen;
  return succeed({ examined: seen.value, kept, again: summarize(seen.value, kept.origin, kept.savedAt) });
}

/** Examines the original bytes of an opened record against these issuers; `store/corrupt` where they hold no credential any more. */
export async function examineStored(ports: Ports, stored: StoredItem, issuers: readonly OwnListEntry[]): Promise<Attempt<ExaminedCredential>> {
  const { summary: kept, raw, mediaType, fileName, transport } = stored;
  const received = { bytes: raw, mediaType, transport, arrivedAt: kept.savedAt, ...(fileName === undefined ? {} : { fileName }) };
  const result = await ports.examiner.examine({ received, context: contextOf(ports, issuers, kept.origin) });
  if (!result.ok) return result;
  // A document that carries credentials is kept beside them: of what its bytes hold, it is the one of its own id.
  const found = credentialsIn(result.value);
  const examined = found.find((one) => one.id === kept.id) ?? found[0];
  return examined === undefined ? refuse('store/corrupt') : succeed(examined);
}
