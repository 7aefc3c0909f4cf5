import { describe, expect, it } from 'vitest';
import { refuse, succeed } from '../../../../src/core/model/attempt.ts';
import { toInstant } from '../../../../src/core/model/instant.ts';
import type { RemovedOwn } from '../../../../src/core/model/own-records.ts';
import { createRemovalFlow } from '../../../../src/ui/components/own/removal-flow.ts';
import type { OwnDoors } from '../../../../src/wallet/own-doors.ts';
import { done, scriptedWallet } from '../../scripted-wallet.ts';

const record = { kind: 'collection', id: 'c1', origin: 'owner', createdAt: toInstant(0), updatedAt: toInstant(0), name: 'Job', intro: '', items: [], priorLearning: [] } as const;
const removed: RemovedOwn = { record, files: [] };

function flowOver(doors: Partial<OwnDoors>) {
  const { wallet } = scriptedWallet({ wallet: { own: () => Promise.resolve(doors as OwnDoors) } });
  return createRemovalFlow(wallet, 5);
}
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

describe('deleting what the owner wrote', () => {
  it('offers Undo for a while, which brings back what was given back', async () => {
    const back: RemovedOwn[] = [];
    const made = flowOver({
      remove: () => Promise.resolve(succeed(removed)),
      bringBack: (given) => {
        back.push(given);
        return Promise.resolve(done);
      },
    });
    await made.remove('c1');
    expect(made.flow.get()).toEqual({ removed });
    await made.undo();
    expect([back, made.flow.get()]).toEqual([[removed], { undone: record }]);
    await made.remove('c1');
    await soon();
    expect(made.flow.get()).toEqual({});
    await made.undo();
    expect(back).toHaveLength(1);
  });

  it('says what went wrong, and offers nothing that is not so', async () => {
    const failing = refuse('store/quota');
    const never = flowOver({ remove: () => Promise.resolve(failing) });
    await never.remove('c1');
    expect(never.flow.get()).toMatchObject({ error: { code: 'store/quota' } });
    const stuck = flowOver({ remove: () => Promise.resolve(succeed(removed)), bringBack: () => Promise.resolve(failing) });
    await stuck.remove('c1');
    await stuck.undo();
    expect(stuck.flow.get()).toMatchObject({ error: { code: 'store/quota' } });
  });
});
