import { succeed } from '../core/model/attempt.ts';
import { argon2id } from '../platform/vault/argon2id.ts';
import type { ArgonCost } from '../platform/vault/argon-ladder.ts';
import { serveCalls } from '../platform/workers/worker-channel.ts';

serveCalls(self, {
  derive: async (passphrase: Uint8Array, salt: Uint8Array, cost: ArgonCost) => {
    const from = performance.now();
    const key = await argon2id(passphrase, salt, cost);
    passphrase.fill(0);
    return succeed({ key, elapsedMs: performance.now() - from });
  },
});
