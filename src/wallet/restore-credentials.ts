import { credentialsIn } from '../core/model/examination.ts';
import type { ItemSummary } from '../core/model/stored.ts';
import type { Ports, Secret, Vault } from './ports.ts';
import { contextOf } from './receive.ts';
import { summarize } from './summarize.ts';

/** Reads and judges one kept credential again; undefined where it cannot be opened or examined now. */
async function judgeAgain(ports: Ports, kept: ItemSummary): Promise<ItemSummary | undefined> {
  const stored = await ports.vault.open(kept.id);
  if (!stored.ok) return undefined;
  const { raw, mediaType, transport } = stored.value;
  const received = { bytes: raw, mediaType, transport, arrivedAt: kept.savedAt };
  const { issuers } = ports.vault.snapshot.get();
  const result = await ports.examiner.examine({ received, context: contextOf(ports, issuers, kept.origin) });
  const examined = result.ok ? credentialsIn(result.value)[0] : undefined;
  return examined === undefined ? undefined : summarize(examined, kept.origin, kept.savedAt);
}

/**
 * Restores a backup, then examines every credential that came without a judgement of ours: what a file says of its own
 * verification is never believed. One that cannot be examined now stays "not checked" until it is opened.
 */
export async function restoreCredentials(
  ports: Ports,
  bytes: Uint8Array,
  secret: Secret,
  mode: 'merge' | 'replace',
): Promise<Awaited<ReturnType<Vault['restore']>>> {
  const restored = await ports.vault.restore(bytes, secret, mode);
  if (!restored.ok) return restored;
  await judgeUnjudged(ports);
  return restored;
}

async function judgeUnjudged(ports: Ports): Promise<void> {
  const unjudged = ports.vault.snapshot.get().items.filter(({ axes }) => axes.unchanged === 'could-not-check');
  const again: ItemSummary[] = [];
  for (const kept of unjudged) {
    const summary = await judgeAgain(ports, kept);
    if (summary !== undefined) again.push(summary);
  }
  if (again.length > 0) await ports.vault.resummarize(again);
}
