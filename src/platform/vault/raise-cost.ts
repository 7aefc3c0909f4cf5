import type { Secret } from '../../wallet/ports.ts';
import { strongerCost } from './argon-ladder.ts';
import { openSlot, parseSlotAbout, remakeSlot } from './slot.ts';
import type { Slot } from './slot.ts';
import type { VaultSession } from './vault-session.ts';

/** A root key that a secret gave, the slot it came from, and how long the derivation took, where there was one. */
export interface OpenedRoot {
  readonly root: Uint8Array;
  readonly slot: Slot;
  readonly elapsedMs?: number;
}

/**
 * [Note: The cost grows with the device] A passphrase slot that was made at a low cost is made anew at a higher one when it
 * has just opened the vault on a device that clearly manages it. Nobody waits for it and nobody is told; until the new
 * slot was opened with the same passphrase and is on the disk, the old one stays, and so it does where anything fails. A
 * lock ends it: no copy of the root key outlives the open vault.
 */
export async function raiseCost(session: VaultSession, secret: Secret, { slot, elapsedMs }: OpenedRoot): Promise<void> {
  const about = parseSlotAbout(slot);
  const vaultId = session.vault()?.header.vaultId;
  if (secret.type !== 'passphrase' || about?.kdf.alg !== 'argon2id' || vaultId === undefined) return;
  const cost = elapsedMs === undefined ? undefined : strongerCost(about.kdf, elapsedMs);
  if (cost === undefined) return;
  const { kdf, randomness } = session.tools;
  const rootNow = (): Uint8Array | undefined => (session.vault()?.header.vaultId === vaultId ? session.freshRoot() : undefined);
  const made = await remakeSlot(about, secret, rootNow, vaultId, cost, { kdf, randomness });
  if (!made.ok || rootNow() === undefined) return;
  const again = await openSlot(made.value, vaultId, secret, kdf);
  const root = rootNow();
  const isSame = again.ok && root !== undefined && again.value?.every((byte, at) => byte === root[at]) === true;
  if (again.ok) again.value?.fill(0);
  if (isSame) await session.exclusive(() => replaceSlot(session, vaultId, slot, made.value));
}

/** Only where the vault is still open and the slot still the one it was. */
async function replaceSlot(session: VaultSession, vaultId: string, before: Slot, after: Slot): Promise<void> {
  const header = session.vault()?.header;
  if (header?.vaultId !== vaultId || !header.slots.some(({ wrapped }) => wrapped === before.wrapped)) return;
  await session.commit({ slots: header.slots.map((slot) => (slot.wrapped === before.wrapped ? after : slot)) });
}
