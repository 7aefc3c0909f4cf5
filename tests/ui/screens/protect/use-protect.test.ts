import { describe, expect, it } from 'vitest';
import { refuse } from '../../../../src/core/model/attempt.ts';
import { protectAndSave } from '../../../../src/ui/screens/protect/use-protect.ts';
import { createFakeWallet } from '../../../support/fake-wallet.ts';

const bytes = new TextEncoder().encode('{}');

/** A wallet with something in review, whose saving answers as told. */
async function reviewing(save?: ReturnType<typeof refuse>) {
  const wallet = createFakeWallet();
  const review = await wallet.receive({ bytes, transport: 'file', arrivedAt: wallet.now() });
  if (!review.ok) throw new Error('the fake wallet reads everything');
  wallet.setPending(review.value);
  return save === undefined ? wallet : { ...wallet, save: () => Promise.resolve(save) };
}

describe('protecting', () => {
  it('shows the recovery sheet once it is locked and saved', async () => {
    const done = await protectAndSave(await reviewing(), 'made', 'six words that nobody can guess');
    expect(done).toMatchObject({ kind: 'done', sheet: { groups: expect.any(Array) as unknown } });
    expect(done).not.toHaveProperty('unsaved');
  });

  it('shows the sheet of a lock that was made even where saving failed, so that no second one is asked for', async () => {
    const full = refuse('store/quota');
    const done = await protectAndSave(await reviewing(full), 'made', 'six words that nobody can guess');
    expect(done).toMatchObject({ kind: 'done', unsaved: full.error, sheet: { groups: expect.any(Array) as unknown } });
  });

  it('makes nothing out of words that are too easy', async () => {
    const weak = refuse('vault/weak-secret', { reason: 'short' });
    const wallet = { ...(await reviewing()), judgePassphrase: () => Promise.resolve(weak), protectByPassphrase: () => Promise.reject(new Error('must not be called')) };
    expect(await protectAndSave(wallet, 'own', 'short')).toEqual({ kind: 'failed', error: weak.error });
  });
});
