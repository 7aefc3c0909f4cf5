import { describe, expect, test } from 'vitest';
import { maxCompared, minCompared } from '../../../../src/core/model/comparison.ts';
import { refuse } from '../../../../src/core/model/attempt.ts';
import type { Wallet } from '../../../../src/wallet/wallet.ts';
import { byItemId, createExaminedFlow, idsOf, nothingMore } from '../../../../src/ui/screens/together/use-examined-ids.ts';
import type { ExaminedFlow } from '../../../../src/ui/screens/together/use-examined-ids.ts';
import { chosenOf, toggled } from '../../../../src/ui/screens/choose/use-choose.ts';
import { addressOf, stack, unkept } from '../../../support/example-stack.ts';
import { createFakeWallet } from '../../../support/fake-wallet.ts';

const items = Object.values(stack);
const two = { least: minCompared, most: maxCompared, find: nothingMore };

/** What the flow comes to. */
function outcomeOf(wallet: Wallet, ids: string, wanted = two): Promise<ExaminedFlow<undefined>> {
  const flow = createExaminedFlow(wallet, ids, wanted);
  return new Promise((done) => {
    expect(flow.get()).toEqual({ kind: 'reading' });
    flow.subscribe(() => done(flow.get()));
  });
}

describe('what an address names', () => {
  test('ids, each once, in order; anything else is none', () => {
    expect(idsOf(`${stack.law.id},${stack.care.id},${stack.law.id}`)).toEqual([stack.law.id, stack.care.id]);
    for (const odd of ['', ',', 'nothing', '../..', `${stack.care.id}x`, '<b>', 'constructor']) expect(idsOf(odd), odd).toEqual([]);
  });

  test('two to four are read in the order of the address; one more or less is told with how many are here', async () => {
    const wallet = createFakeWallet({ items });
    const read = await outcomeOf(wallet, addressOf(stack.law, stack.care));
    expect(read.kind === 'ready' ? [read.items.map(({ id }) => id), read.gone] : read).toEqual([[stack.law.id, stack.care.id], 0]);
    expect(await outcomeOf(wallet, addressOf(stack.law))).toEqual({ kind: 'wrong-number', count: 1, gone: 0 });
    expect(await outcomeOf(wallet, addressOf(...items.slice(0, 5)))).toEqual({ kind: 'wrong-number', count: 5, gone: 0 });
    expect(await outcomeOf(wallet, '')).toEqual({ kind: 'wrong-number', count: 0, gone: 0 });
  });

  test('what was deleted since is told and left out; with too little left nothing is read', async () => {
    const wallet = createFakeWallet({ items });
    const read = await outcomeOf(wallet, `${addressOf(stack.law, stack.care)},${unkept}`);
    expect(read).toMatchObject({ kind: 'ready', gone: 1 });
    await wallet.remove([stack.law.id]);
    expect(await outcomeOf(wallet, addressOf(stack.law, stack.care))).toEqual({ kind: 'wrong-number', count: 1, gone: 1 });
  });

  test('one that cannot be opened stops it, with the reason; nothing half is shown', async () => {
    const wallet = createFakeWallet({ items });
    const doors = await wallet.documents();
    const broken: Wallet = { ...wallet, documents: async () => ({ ...doors, examineAnew: async () => refuse('store/corrupt') }) };
    expect(await outcomeOf(broken, addressOf(stack.law, stack.care))).toMatchObject({ kind: 'failed', error: { code: 'store/corrupt' } });
    const failing = { ...two, find: async () => refuse('open/malformed') };
    expect(await outcomeOf(wallet, addressOf(stack.law, stack.care), failing)).toMatchObject({ kind: 'failed' });
  });

  test('what cannot be loaded is told, and nobody waits for ever', async () => {
    const wallet = createFakeWallet({ items });
    const stale: Wallet = { ...wallet, documents: async () => ({ ...(await wallet.documents()), examineAnew: async () => refuse('device/worker-failed') }) };
    expect(await outcomeOf(stale, addressOf(stack.law, stack.care))).toMatchObject({ kind: 'failed', error: { code: 'device/worker-failed' } });
  });

  test('what stands inside others can be named too', () => {
    const record = { ...stack.law, parts: [stack.care, { kind: 'share', parts: [stack.hours] } as never] };
    expect([...byItemId([record]).keys()]).toEqual([stack.law.id, stack.care.id, stack.hours.id]);
  });
});

describe('boxes', () => {
  test('an older copy that was chosen ticks the credential, and unticking takes it out', () => {
    const [listed] = createFakeWallet({ items }).state.get().list;
    if (listed === undefined) throw new Error('nothing listed');
    const folded = { ...listed, older: [{ ...listed.summary, id: unkept }] };
    expect(chosenOf(folded, [unkept])).toBe(unkept);
    expect(toggled([stack.law.id, unkept], folded)).toEqual([stack.law.id]);
    expect(toggled([stack.law.id], folded)).toEqual([stack.law.id, listed.summary.id]);
  });
});
