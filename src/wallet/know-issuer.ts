import { refuse, succeed } from '../core/model/attempt.ts';
import type { Attempt } from '../core/model/attempt.ts';
import type { ExaminedCredential } from '../core/model/examination.ts';
import type { OwnListEntry } from '../core/model/trust.ts';
import type { Ports } from './ports.ts';
import type { WalletStore } from './wallet-store.ts';

/**
 * Puts the key that signed this credential on the learner's own list, under the name she gives it. Only a key whose
 * signature fits can be known; the entry counts for nobody else. Before there is a vault the entry waits for it.
 */
export async function knowIssuer(ports: Ports, store: WalletStore, examined: ExaminedCredential, name: string): Promise<Attempt<OwnListEntry>> {
  const { signer, credential, axes } = examined;
  const own = name.normalize('NFC').trim();
  if (signer === undefined || axes.unchanged !== 'yes' || own === '') return refuse('vault/not-found');
  const entry = {
    keyThumbprint: signer.keyThumbprint,
    issuerId: credential.issuer.id?.value ?? signer.verificationMethod,
    name: own,
    since: ports.clock.now(),
  };
  return keepEntry(ports, store, entry);
}

async function keepEntry(ports: Ports, store: WalletStore, entry: Omit<OwnListEntry, 'id'>): Promise<Attempt<OwnListEntry>> {
  if (ports.vault.snapshot.get().status.kind !== 'absent') return ports.vault.knowIssuer(entry);
  const waiting = { ...entry, id: `waiting:${entry.keyThumbprint} ${entry.issuerId}` };
  store.setWaitingIssuers([...store.waitingIssuers().filter(({ id }) => id !== waiting.id), waiting]);
  return succeed(waiting);
}

/** Puts an issuer that was taken off the own list back on it, with its name and date. */
export function knowAgain(ports: Ports, store: WalletStore, { id: _former, ...entry }: OwnListEntry): Promise<Attempt<OwnListEntry>> {
  return keepEntry(ports, store, entry);
}

/** Takes an issuer off the own list, wherever it stands. */
export async function forgetIssuer(ports: Ports, store: WalletStore, id: string): Promise<Attempt<void>> {
  const waiting = store.waitingIssuers();
  if (!waiting.some((entry) => entry.id === id)) return ports.vault.forgetIssuer(id);
  store.setWaitingIssuers(waiting.filter((entry) => entry.id !== id));
  return succeed(undefined);
}

/** Keeps the entries that waited for a vault; one that cannot be kept now goes on waiting. */
export async function keepWaitingIssuers(ports: Ports, store: WalletStore): Promise<void> {
  for (const { id, ...entry } of store.waitingIssuers()) {
    const kept = await ports.vault.knowIssuer(entry);
    if (kept.ok) store.setWaitingIssuers(store.waitingIssuers().filter((other) => other.id !== id));
  }
}
