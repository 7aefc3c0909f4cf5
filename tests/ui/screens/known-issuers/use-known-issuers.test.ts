import { describe, expect, it } from 'vitest';
import { refuse, succeed } from '../../../../src/core/model/attempt.ts';
import type { Attempt } from '../../../../src/core/model/attempt.ts';
import { toInstant } from '../../../../src/core/model/instant.ts';
import { createIssuersFlow } from '../../../../src/ui/screens/known-issuers/use-known-issuers.ts';
import { done, scriptedWallet } from '../../scripted-wallet.ts';

const entry = { id: 'i1', keyThumbprint: 'k', issuerId: 'did:key:z', name: 'Aalto University', since: toInstant(0) };
const other = { ...entry, id: 'i2' };

function recording(answer: Attempt<void> = done) {
  const [forgotten, known]: [string[], string[]] = [[], []];
  const { wallet } = scriptedWallet({
    wallet: {
      forgetIssuer: (id) => {
        forgotten.push(id);
        return Promise.resolve(answer);
      },
      knowAgain: (again) => {
        known.push(again.id);
        return Promise.resolve(succeed(again));
      },
    },
  });
  return { forgotten, known, made: createIssuersFlow(wallet, 5) };
}
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

describe('the own list of issuers', () => {
  it('forgets an issuer at once: no lock and no closed page brings it back', async () => {
    const { forgotten, known, made } = recording();
    await made.remove(entry);
    expect(forgotten).toEqual(['i1']);
    expect(made.flow.get()).toEqual({ leaving: entry });
    made.end();
    await soon();
    expect([forgotten, known]).toEqual([['i1'], []]);
  });

  it('offers Undo for a while, which puts it back', async () => {
    const { known, made } = recording();
    await made.remove(entry);
    await made.undo();
    expect(made.flow.get()).toEqual({ undone: entry });
    expect(known).toEqual(['i1']);
    await made.remove(other);
    await soon();
    expect(made.flow.get()).toEqual({});
    await made.undo();
    expect(known).toEqual(['i1']);
  });

  it('says where it could not be forgotten, and puts nothing back then', async () => {
    const { known, made } = recording(refuse('vault/locked'));
    await made.remove(entry);
    expect(made.flow.get()).toMatchObject({ error: { code: 'vault/locked' } });
    await made.undo();
    expect(known).toEqual([]);
  });
});
