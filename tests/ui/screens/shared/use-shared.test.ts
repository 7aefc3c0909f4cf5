import { describe, expect, it } from 'vitest';
import { refuse } from '../../../../src/core/model/attempt.ts';
import { createSharedFlow } from '../../../../src/ui/screens/shared/use-shared.ts';
import { done, inTurn, scriptedWallet } from '../../scripted-wallet.ts';

describe('what I shared', () => {
  it('is forgotten only on a second say', async () => {
    const full = refuse('store/unavailable');
    const { wallet, asked } = scriptedWallet({ wallet: { forgetShares: inTurn(full, done) } });
    const made = createSharedFlow(wallet);
    made.ask();
    made.keep();
    expect(made.flow.get()).toEqual({ kind: 'list' });
    expect(asked).toEqual([]);
    await made.forget();
    expect(made.flow.get()).toEqual({ kind: 'failed', error: full.error });
    await made.forget();
    expect(made.flow.get()).toEqual({ kind: 'forgotten' });
  });
});
