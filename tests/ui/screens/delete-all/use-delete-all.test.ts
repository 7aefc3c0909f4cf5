import { describe, expect, it } from 'vitest';
import { createDeleteFlow } from '../../../../src/ui/screens/delete-all/use-delete-all.ts';
import { done, inTurn, needsProof, scriptedWallet } from '../../scripted-wallet.ts';

describe('delete all', () => {
  it('deletes nothing until the word fits', async () => {
    const { wallet, asked } = scriptedWallet({});
    const flow = createDeleteFlow(wallet);
    for (const typed of ['', 'delet', 'DELETE ALL']) {
      await flow.remove(typed, 'DELETE');
      expect(flow.flow.get()).toEqual({ kind: 'asking', wrongWord: true });
    }
    expect(asked).toEqual([]);
  });

  it('asks who it is where the vault wants to know, then deletes', async () => {
    const { wallet } = scriptedWallet({ wallet: { deleteAll: inTurn(needsProof, done) } });
    const flow = createDeleteFlow(wallet);
    await flow.remove(' delete ', 'DELETE');
    expect(flow.flow.get()).toEqual({ kind: 'confirm' });
    await flow.destroy();
    expect(flow.flow.get()).toEqual({ kind: 'done' });
  });
});
