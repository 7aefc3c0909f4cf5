import { describe, expect, it } from 'vitest';
import type { Want } from '../../../../src/core/model/answers.ts';
import { refuse, succeed } from '../../../../src/core/model/attempt.ts';
import { toInstant } from '../../../../src/core/model/instant.ts';
import { askLines, createAskFlow, stillToAsk } from '../../../../src/ui/screens/ask/ask-flow.ts';
import { scriptedWallet } from '../../scripted-wallet.ts';

const key: Want = { url: 'https://school.example/.well-known/did.json', purpose: 'did-document' };
const list: Want = { url: 'https://lists.example/1', purpose: 'status-list' };
const received = { bytes: new Uint8Array([1]), transport: 'file', arrivedAt: toInstant(0) } as const;

function asking(refused: readonly string[] = []) {
  const urls: string[] = [];
  const files: string[] = [];
  let looked = 0;
  const { wallet, asked } = scriptedWallet({
    wallet: {
      ask: ({ url }) => {
        urls.push(url);
        return Promise.resolve(refused.includes(url) ? refuse('remote/no-answer') : succeed(undefined));
      },
      answerByFile: (want, _received, room) => Promise.resolve(succeed(void files.push(`${room} ${want.url}`))),
    },
    transports: { readFile: () => Promise.resolve(succeed(received)) },
  });
  const again = (): Promise<void> => Promise.resolve(void (looked += 1));
  return { ...createAskFlow(wallet, 'check'), urls, files, asked, again, looked: () => looked };
}

describe('asking online', () => {
  it('asks nothing before it is told to, and then exactly what was named', async () => {
    const { ask, flow, urls, again, looked } = asking();
    expect(stillToAsk(askLines(flow.get(), [key, list]))).toEqual([key, list]);
    expect(urls).toEqual([]);
    await ask([key], again);
    expect(urls).toEqual([key.url]);
    expect(looked()).toBe(1);
    expect(flow.get()).toEqual({ busy: false, asked: [{ want: key, outcome: { kind: 'answered' } }] });
  });

  it('names what an answer leads to, and waits for another press', async () => {
    const { ask, flow, urls, again } = asking();
    await ask([key], again);
    const lines = askLines(flow.get(), [list]);
    expect(lines).toEqual([{ want: key, outcome: { kind: 'answered' }, isWanted: false }, { want: list, isWanted: true }]);
    expect(stillToAsk(lines)).toEqual([list]);
    expect(urls).toEqual([key.url]);
  });

  it('asks nobody again who helped, and again who did not answer or not with what is needed', async () => {
    const { ask, flow, again } = asking([list.url]);
    await ask([key, list], again);
    expect(flow.get().asked.map(({ outcome }) => outcome.kind)).toEqual(['answered', 'failed']);
    expect(stillToAsk(askLines(flow.get(), [list]))).toEqual([list]);
    expect(stillToAsk(askLines(flow.get(), [key, list]))).toEqual([key, list]);
  });

  it('says why a file was not taken, and may ask the address still', async () => {
    const { wallet } = scriptedWallet({ wallet: { answerByFile: () => Promise.resolve(refuse('remote/says-nothing')) }, transports: { readFile: () => Promise.resolve(succeed(received)) } });
    const { addFile, flow } = createAskFlow(wallet, 'check');
    await addFile(list, new File(['{}'], 'list.json'), () => Promise.reject(new Error('nothing to look at again')));
    expect(flow.get().asked).toMatchObject([{ want: list, outcome: { kind: 'failed', error: { code: 'remote/says-nothing' } } }]);
    expect(stillToAsk(askLines(flow.get(), [list]))).toEqual([list]);
  });

  it('takes a file in place of an answer, for this address and this room, and asks nobody', async () => {
    const { addFile, flow, files, urls, again, looked } = asking();
    await addFile(list, new File(['x'], 'list.json'), again);
    expect(files).toEqual([`check ${list.url}`]);
    expect(urls).toEqual([]);
    expect(looked()).toBe(1);
    expect(askLines(flow.get(), [list])).toEqual([{ want: list, outcome: { kind: 'file' }, isWanted: true }]);
  });

  it('says of a file that it was read only when what it is worth is known', async () => {
    const { addFile, flow } = asking();
    await addFile(list, new File(['x'], 'list.json'), () => Promise.resolve(expect(flow.get().asked).toEqual([])));
    expect(flow.get().asked.map(({ outcome }) => outcome.kind)).toEqual(['file']);
  });

  it('stops where it is told to: asks nobody further, ends the look that goes on, and says that it was stopped', async () => {
    const { ask, stop, flow, urls, looked } = asking();
    const endless = (signal?: AbortSignal): Promise<void> => new Promise((done) => signal?.addEventListener('abort', () => done()));
    const run = ask([key], endless);
    await expect.poll(() => flow.get().asked[0]?.outcome.kind).toBe('answered');
    stop();
    await run;
    expect(flow.get()).toMatchObject({ busy: false, isStopped: true, asked: [{ outcome: { kind: 'answered' } }] });
    const early = ask([key, list], endless);
    stop();
    await early;
    expect(urls).toEqual([key.url, key.url]);
    expect(looked()).toBe(0);
    await ask([list], () => Promise.resolve());
    expect(flow.get().isStopped).toBeUndefined();
  });

  it('asks nobody any more once the page is left or locked, and looks again at what was answered until then', async () => {
    const { ask, attend, flow, urls, again, looked } = asking();
    const leave = attend();
    flow.subscribe(() => {
      if (flow.get().asked.some(({ outcome }) => outcome.kind === 'answered')) leave();
    });
    await ask([key, list], again);
    expect(urls).toEqual([key.url]);
    expect([looked(), flow.get().busy]).toEqual([1, false]);
  });

  it('does not ask twice while it asks', async () => {
    const { ask, urls, again } = asking();
    await Promise.all([ask([key], again), ask([list], again)]);
    expect(urls).toEqual([key.url]);
  });
});
