import { succeed } from '../core/model/attempt.ts';
import { createDexieVaultStorage } from '../platform/storage/dexie-vault-storage.ts';
import { createPrivateFolder } from '../platform/storage/mirror/mirror-file.ts';
import { createMirroredVaultStorage } from '../platform/storage/mirror/mirrored-vault-storage.ts';
import { currentSchema } from '../platform/storage/migrations/migrations.ts';
import { systemClock, systemRandomness } from '../platform/system.ts';
import { createVault } from '../platform/vault/create-vault.ts';
import { createSingleWriter, unguardedWriter, writerChannel } from '../platform/vault/single-writer.ts';
import { createKdfClient } from '../platform/workers/kdf-client.ts';
import { serveCalls } from '../platform/workers/worker-channel.ts';
// The build gives the derivation script its fixed address, so that it alone is served with a policy of its own.
import kdfUrl from './kdf-worker.ts?worker&url';

const locks = (navigator as { readonly locks?: LockManager }).locks;
const { snapshot, ...calls } = createVault({
  storage: createMirroredVaultStorage(createDexieVaultStorage({ name: 'mecum' }), createPrivateFolder('mecum-vault')),
  schema: currentSchema,
  kdf: createKdfClient(kdfUrl),
  randomness: systemRandomness,
  clock: systemClock,
  writer: locks === undefined ? unguardedWriter : createSingleWriter({ locks, channel: new BroadcastChannel(writerChannel) }),
  openKeyRoom: async (tools) => (await import('../platform/keys/open-key-room.ts')).openKeyRoom(tools),
});
const { tell } = serveCalls(self, {
  ...calls,
  start: () => calls.start().then(succeed),
  lock: () => calls.lock().then(succeed),
});
snapshot.subscribe(() => tell(snapshot.get()));
