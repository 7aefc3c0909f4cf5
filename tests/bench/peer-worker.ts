import { from } from '@digitalbazaar/ed25519-multikey';
import type { KeyPair } from '@digitalbazaar/ed25519-multikey';
import { serveCalls } from '../../src/platform/workers/worker-channel.ts';
import { isVerifiedByPeer } from '../support/peer.ts';

/** The second implementation in a worker of its own, asked as ours is: bytes in, judgement out. Stock packages only. */
let key: KeyPair | undefined;

serveCalls(self, {
  useKey: async (multikey: object) => {
    key = await from(multikey);
  },
  verify: async (bytes: Uint8Array) => key !== undefined && isVerifiedByPeer(JSON.parse(new TextDecoder().decode(bytes)) as object, key),
});
