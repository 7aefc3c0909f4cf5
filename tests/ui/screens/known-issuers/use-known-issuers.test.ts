import { describe, expect, it } from 'vitest';
import { toInstant } from '../../../../src/core/model/instant.ts';
import { createIssuersFlow } from '../../../../src/ui/screens/known-issuers/use-known-issuers.ts';
import { done, scriptedWallet } from '../../scripted-wallet.ts';

const entry = { id: 'i1', keyThumbprint: 'k', issuerId: 'did:key:z', name: 'Aalto University', since: toInstant(0) };
const other = { ...entry, id: 'i2' };

function recording() {
  const forgotten: string[] = [];
  const { wallet } = scriptedWallet({
    wallet: {
      forgetIssuer: (id) => {
        forgotten.push(id);
        return Promise.resolve(done);
      },
    },
  });
  return { forgotten, made: createIssuersFlow(wallet, 5) };
}

describe('the own list of issuers', () => {
  it('forgets an issuer only when the time for Undo is over', async () => {
    const { forgotten, made } = recording();
    await made.remove(entry);
    expect(made.flow.get()).toEqual({ leaving: entry });
    expect(forgotten).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(forgotten).toEqual(['i1']);
  });

  it('forgets nothing after Undo, even when the person leaves', async () => {
    const { forgotten, made } = recording();
    await made.remove(entry);
    made.undo();
    expect(made.flow.get()).toEqual({ undone: entry });
    await made.settle();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(forgotten).toEqual([]);
  });

  it('settles the first when a second is removed, and when the person leaves', async () => {
    const { forgotten, made } = recording();
    await made.remove(entry);
    await made.remove(other);
    expect(forgotten).toEqual(['i1']);
    await made.settle();
    expect(forgotten).toEqual(['i1', 'i2']);
  });
});
