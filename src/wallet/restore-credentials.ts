import type { ItemSummary } from '../core/model/stored.ts';
import { examineKept } from './examine-kept.ts';
import type { Ports, Secret, Vault } from './ports.ts';

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
    const judged = await examineKept(ports, kept.id);
    if (judged.ok) again.push(judged.value.again);
  }
  if (again.length > 0) await ports.vault.resummarize(again);
}
