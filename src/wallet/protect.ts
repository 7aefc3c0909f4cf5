import type { Attempt } from '../core/model/attempt.ts';
import type { Ports, RecoverySheet } from './ports.ts';

/** Makes the vault with a passkey; nothing is made where the device cannot derive a key from it. */
export async function protectByPasskey(ports: Ports, recoveryCode?: string): Promise<Attempt<RecoverySheet>> {
  const slot = await ports.passkeys.create(ports.randomness);
  if (!slot.ok) return slot;
  return ports.vault.create(slot.value, recoveryCode);
}

/** Opens, or proves again, with a passkey of one of the vault's slots. */
export async function withPasskey(ports: Ports, use: 'unlock' | 'confirm'): Promise<Attempt<void>> {
  const { status } = ports.vault.snapshot.get();
  const slots = status.kind === 'locked' || status.kind === 'open' ? status.slots : [];
  const secret = await ports.passkeys.ask(slots.filter((slot) => slot.type === 'prf'));
  return secret.ok ? ports.vault[use](secret.value) : secret;
}
