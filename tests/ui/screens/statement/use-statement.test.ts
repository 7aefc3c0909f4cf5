import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refuse, succeed } from '../../../../src/core/model/attempt.ts';
import { createStatementFlow } from '../../../../src/ui/screens/statement/use-statement.ts';
import type { Wallet } from '../../../../src/wallet/wallet.ts';
import { examples } from '../../../support/example-credentials.ts';
import { createFakeWallet } from '../../../support/fake-wallet.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

type Saved = Parameters<Wallet['transports']['saveFile']>[0];

function begin(ids = examples.valid.id as string, answer: 'saved' | 'send/cancelled' | 'store/quota' = 'saved', takesMs = 0) {
  const wallet = createFakeWallet({});
  const documents: Wallet['documents'] = async () => {
    const doors = await wallet.documents();
    const statement: typeof doors.statement = async (...given) => {
      if (takesMs > 0) await new Promise((resolve) => setTimeout(resolve, takesMs));
      return doors.statement(...given);
    };
    return { ...doors, statement };
  };
  const saved: Saved[] = [];
  const saveFile: Wallet['transports']['saveFile'] = async (file) => {
    saved.push(file);
    return answer === 'saved' ? succeed({ readBack: true }) : refuse(answer);
  };
  const flow = createStatementFlow({ ...wallet, documents, transports: { ...wallet.transports, saveFile } }, ids, { holder: 'name', purpose: '' });
  flow.flow.subscribe(() => undefined);
  return { ...flow, saved };
}

const made = ({ flow }: ReturnType<typeof begin>) => {
  const now = flow.get();
  if (now.kind !== 'ready') throw new Error(now.kind);
  return now.made.statement;
};

describe('the flow of a statement', () => {
  it('reads each credential once and makes the statement', async () => {
    const view = begin(`${examples.valid.id},${examples.expired.id},${examples.valid.id},`);
    expect(view.flow.get()).toEqual({ kind: 'reading' });
    await vi.runAllTimersAsync();
    expect(made(view).credentials.map(({ original }) => original.sha256)).toEqual([examples.valid.id, examples.expired.id]);
  });

  it('tells what cannot be loaded instead of waiting for ever, and makes it at the next try', async () => {
    const wallet = createFakeWallet({});
    let tries = 0;
    const documents: Wallet['documents'] = async () => ({ ...(await wallet.documents()), ...(tries++ === 0 ? { examineAnew: async () => refuse('device/worker-failed') } : {}) });
    const { flow, read } = createStatementFlow({ ...wallet, documents }, examples.valid.id, { holder: 'name', purpose: '' });
    flow.subscribe(() => undefined);
    await vi.runAllTimersAsync();
    expect(flow.get()).toEqual({ kind: 'failed', error: { code: 'device/worker-failed', facts: {} } });
    void read();
    await vi.runAllTimersAsync();
    expect(flow.get()).toMatchObject({ kind: 'ready' });
  });

  it('takes in a choice at once, and words after a pause', async () => {
    const view = begin();
    await vi.runAllTimersAsync();
    view.wish({ holder: 'none', purpose: '' });
    await vi.advanceTimersByTimeAsync(1);
    expect(made(view).holder.shown).toBe('none');
    view.wish({ holder: 'none', purpose: 'Admi' });
    view.wish({ holder: 'none', purpose: 'Admission' });
    await vi.advanceTimersByTimeAsync(100);
    expect(made(view).purpose).toBeUndefined();
    await vi.runAllTimersAsync();
    expect(made(view).purpose).toBe('Admission');
  });

  it('saves what was typed a moment ago, too', async () => {
    const view = begin();
    await vi.runAllTimersAsync();
    view.wish({ holder: 'none', purpose: 'Admission' });
    await view.save();
    const [file] = view.saved;
    expect(JSON.parse(new TextDecoder().decode(file?.bytes))).toMatchObject({ type: 'RecognitionStatement', purpose: 'Admission' });
    expect(file?.name).toMatch(/^recognition-statement-\d{4}-\d{2}-\d{2}\.json$/);
    expect(view.flow.get()).toMatchObject({ kind: 'ready', outcome: { kind: 'saved' } });
  });

  it('says Saved until something else is done, though the pause after typing ends while it is made', async () => {
    const view = begin(undefined, 'saved', 1_000);
    await vi.runAllTimersAsync();
    view.wish({ holder: 'name', purpose: 'Admission' });
    await vi.advanceTimersByTimeAsync(100);
    const saving = view.save();
    await vi.runAllTimersAsync();
    await saving;
    expect(view.saved).toHaveLength(1);
    expect(view.flow.get()).toMatchObject({ kind: 'ready', outcome: { kind: 'saved' } });
  });

  it('never saves with wishes that were taken back, though more is typed while it is made', async () => {
    const view = begin(undefined, 'saved', 1_000);
    await vi.runAllTimersAsync();
    view.wish({ holder: 'none', purpose: '' });
    const saving = view.save();
    view.wish({ holder: 'none', purpose: 'Adm' });
    await vi.runAllTimersAsync();
    await saving;
    const [file] = view.saved;
    expect(JSON.parse(new TextDecoder().decode(file?.bytes))).toMatchObject({ purpose: 'Adm' });
    expect(JSON.parse(new TextDecoder().decode(file?.bytes))).not.toHaveProperty('holder');
  });

  it.each([
    ['store/quota', { kind: 'failed', error: { code: 'store/quota', facts: {} } }],
    ['send/cancelled', undefined],
  ] as const)('of %s it tells a fault, and nothing of a picker that was closed', async (answer, outcome) => {
    const view = begin(undefined, answer);
    await vi.runAllTimersAsync();
    await view.save();
    const now = view.flow.get();
    expect(now.kind === 'ready' ? now.outcome : now).toEqual(outcome);
  });

  it('is refused as a whole where there is nothing', async () => {
    const view = begin('0000');
    await vi.runAllTimersAsync();
    expect(view.flow.get()).toMatchObject({ kind: 'failed', error: { code: 'vault/not-found' } });
  });
});
