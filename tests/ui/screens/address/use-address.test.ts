import { describe, expect, it } from 'vitest';
import { refuse, succeed } from '../../../../src/core/model/attempt.ts';
import type { Did } from '../../../../src/core/model/ids.ts';
import { createAddressFlow } from '../../../../src/ui/screens/address/use-address.ts';
import { done, inTurn, scriptedWallet } from '../../scripted-wallet.ts';

const key = { did: 'did:key:z6Mk' as Did, verificationMethod: 'did:key:z6Mk#z6Mk', type: 'Ed25519' } as const;

describe('my address for issuers', () => {
  it('is made when asked for, and says whether it was copied', async () => {
    const copied: string[] = [];
    const { wallet } = scriptedWallet({
      wallet: { address: inTurn<unknown>(refuse('store/quota'), succeed(key)) as never },
      transports: {
        copyText: (text) => {
          copied.push(text);
          return Promise.resolve(copied.length === 1 ? refuse('device/not-supported') : done);
        },
      },
    });
    const made = createAddressFlow(wallet);
    await made.again();
    expect(made.flow.get()).toEqual({ kind: 'failed', error: { code: 'store/quota', facts: {} } });
    await made.again();
    await made.copy(key);
    expect(made.flow.get()).toEqual({ kind: 'shown', key, copied: 'no' });
    await made.copy(key);
    expect(made.flow.get()).toEqual({ kind: 'shown', key, copied: 'yes' });
    expect(copied).toEqual([key.did, key.did]);
  });
});
