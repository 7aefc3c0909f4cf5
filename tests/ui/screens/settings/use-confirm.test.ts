import { describe, expect, it } from 'vitest';
import { refuse } from '../../../../src/core/model/attempt.ts';
import { createConfirmFlow } from '../../../../src/ui/screens/settings/use-confirm.ts';
import { done, inTurn, scriptedWallet } from '../../scripted-wallet.ts';

describe('proving again', () => {
  it('asks the vault once while it is open', async () => {
    let confirmed = 0;
    const { wallet, asked } = scriptedWallet({ wallet: { confirm: inTurn(done) } });
    await createConfirmFlow(wallet, () => (confirmed += 1)).byWords('my six words');
    expect(asked).toEqual(['confirm']);
    expect(confirmed).toBe(1);
  });

  it('opens first while it is locked', async () => {
    const { wallet, asked } = scriptedWallet({
      status: { kind: 'locked', slots: [] },
      wallet: { unlockByPasskey: inTurn(done), confirmByPasskey: inTurn(done) },
    });
    await createConfirmFlow(wallet, () => undefined).byPasskey();
    expect(asked).toEqual(['unlockByPasskey', 'confirmByPasskey']);
  });

  it('never goes on with a wrong secret or without one', async () => {
    let confirmed = 0;
    const wrong = refuse('vault/wrong-secret');
    const { wallet } = scriptedWallet({ wallet: { confirm: inTurn(wrong) } });
    const confirm = createConfirmFlow(wallet, () => (confirmed += 1));
    await confirm.byWords('  ');
    expect(confirm.flow.get()).toEqual({ kind: 'asking', empty: 'words' });
    await confirm.byCode('');
    expect(confirm.flow.get()).toEqual({ kind: 'asking', empty: 'code' });
    await confirm.byCode('048218');
    expect(confirm.flow.get()).toEqual({ kind: 'asking', error: wrong.error });
    expect(confirmed).toBe(0);
  });
});
