import type { Instant } from '../core/model/instant.ts';
import type { Ports } from '../wallet/ports.ts';
import { forgetSettings } from './forget-settings.ts';
import { createPasskeys } from './keys/passkeys.ts';
import { createPresence } from './presence.ts';
import { createInstallation } from './pwa/create-installation.ts';
import { systemClock, systemRandomness } from './system.ts';
import { createTransports } from './transports/create-transports.ts';
import { createUsedChallenges } from './used-challenges.ts';
import { createCheckClient } from './workers/check-client.ts';
import { createRemoteClient } from './workers/remote-client.ts';
import { createVaultClient } from './workers/vault-client.ts';

/** Addresses of the worker scripts, as the build names them. */
export interface WorkerUrls {
  readonly check: string;
  readonly vault: string;
  readonly remote: string;
}

/** The browser as the wallet's world. Nothing heavy is loaded until it is used. */
export function createPlatform(workers: WorkerUrls, builtAt: Instant): Ports {
  return {
    clock: systemClock,
    randomness: systemRandomness,
    builtAt,
    examiner: createCheckClient(workers.check),
    vault: createVaultClient(workers.vault, window),
    passkeys: createPasskeys(),
    transports: createTransports(systemClock.now),
    installation: createInstallation(),
    presence: createPresence(),
    usedChallenges: createUsedChallenges(systemClock, () => localStorage, (navigator as { readonly locks?: LockManager }).locks),
    forgetSettings: () => forgetSettings(() => localStorage),
    asker: createRemoteClient(workers.remote, systemClock),
    // A part of the app that cannot be had now (another version is online) is no reason not to check.
    bundledLists: () => import('./remote/bundled-lists.ts').then(({ bundledLists }) => bundledLists(), () => []),
    labels: (language) => import('./remote/bundled-labels.ts').then(({ bundledLabels }) => bundledLabels(language), () => undefined),
    sample: async () => (await import('./samples/sample-received.ts')).sampleReceived(systemClock.now()),
  };
}
