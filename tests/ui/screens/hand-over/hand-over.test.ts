import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refuse, succeed } from '../../../../src/core/model/attempt.ts';
import type { ShareRecord } from '../../../../src/core/model/stored.ts';
import type { PreparedShare } from '../../../../src/wallet/wallet.ts';
import { CodeShow, partOf } from '../../../../src/ui/screens/hand-over/code-show.ts';
import { WaysOut } from '../../../../src/ui/screens/hand-over/ways-out.ts';
import { done, scriptedWallet } from '../../scripted-wallet.ts';
import type { Script } from '../../scripted-wallet.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const shown = (show: CodeShow) => {
  const state = show.flow.get();
  if (state.kind !== 'shown') throw new Error(`not shown: ${state.kind}`);
  return state;
};

describe('a code on the screen', () => {
  it('never starts by itself', () => {
    const show = new CodeShow(() => undefined);
    vi.advanceTimersByTime(120_000);
    expect(show.flow.get()).toEqual({ kind: 'waiting' });
  });
  it('moves four parts a second by default, and never more than six', () => {
    const show = new CodeShow(() => undefined);
    show.show(true);
    vi.advanceTimersByTime(1_000);
    expect(shown(show).sequence).toBe(5);
    show.setRate(6);
    vi.advanceTimersByTime(1_000);
    expect(shown(show).sequence).toBe(11);
  });
  it('pauses, goes on, and steps both ways without moving', () => {
    const show = new CodeShow(() => undefined);
    show.show(true);
    show.pause();
    vi.advanceTimersByTime(2_000);
    expect(shown(show)).toMatchObject({ sequence: 1, playing: false });
    show.step(1);
    show.step(1);
    show.step(-1);
    expect(shown(show)).toMatchObject({ sequence: 2, playing: false });
    show.step(-1);
    show.step(-1);
    expect(shown(show).sequence).toBe(1);
    show.go();
    vi.advanceTimersByTime(250);
    expect(shown(show)).toMatchObject({ sequence: 2, playing: true });
  });
  it('hints at a brighter screen after ten seconds, goes after sixty, and comes back where it was', () => {
    const show = new CodeShow(() => undefined);
    show.show(true);
    vi.advanceTimersByTime(9_000);
    expect(shown(show).hint).toBe(false);
    vi.advanceTimersByTime(1_000);
    expect(shown(show).hint).toBe(true);
    vi.advanceTimersByTime(49_000);
    expect(shown(show).secondsLeft).toBe(1);
    vi.advanceTimersByTime(1_000);
    expect(show.flow.get()).toEqual({ kind: 'hidden' });
    show.show(false);
    expect(shown(show).sequence).toBe(240);
  });
  it('stays another minute when somebody is there', () => {
    const show = new CodeShow(() => undefined);
    show.show(false);
    vi.advanceTimersByTime(45_000);
    show.extend();
    vi.advanceTimersByTime(59_000);
    expect(shown(show).secondsLeft).toBe(1);
  });
  it('ends its timers when the screen is left', () => {
    const show = new CodeShow(() => undefined);
    show.show(true);
    show.close();
    expect(vi.getTimerCount()).toBe(0);
  });
  it('counts parts within one round', () => {
    const code = { parts: 8, text: () => '', draw: () => undefined };
    expect([1, 8, 9, 17].map((sequence) => partOf(sequence, code))).toEqual([1, 8, 1, 1]);
  });
});

describe('the ways out', () => {
  const share = { id: 's', presentation: { bytes: Uint8Array.of(1), mediaType: 'application/vp', fileName: 'share.json' } } as PreparedShare;
  const waysWith = (transports: NonNullable<Script['transports']>, shares: readonly ShareRecord[] = []) => {
    const records: [string, ShareRecord['result']][] = [];
    const { wallet, asked } = scriptedWallet({
      vault: { shares },
      transports,
      wallet: {
        recordShare: (_, way, result) => {
          records.push([way, result]);
          return Promise.resolve(done);
        },
      },
    });
    return { ways: new WaysOut(wallet, share), records, asked };
  };

  it('a saved file is handed over', async () => {
    const { ways, records, asked } = waysWith({ saveFile: () => Promise.resolve(succeed({ readBack: true })) });
    await ways.save();
    expect(ways.flow.get()).toEqual({ kind: 'done', way: 'saved' });
    expect(records).toEqual([['file', 'handed-over']]);
    expect(asked).toContain('released');
  });
  it('C37 a closed dialog is logged as cancelled, and says that nothing was sent', async () => {
    const { ways, records } = waysWith({ saveFile: () => Promise.resolve(refuse('send/cancelled')), sendFile: () => Promise.resolve(refuse('send/cancelled')) });
    await ways.save();
    await ways.send();
    expect(ways.flow.get()).toMatchObject({ kind: 'failed', error: { code: 'send/cancelled' } });
    expect(records).toEqual([['file', 'cancelled'], ['file', 'cancelled']]);
  });
  it('C37 a full disk is said and is not handed over', async () => {
    const { ways, records } = waysWith({ saveFile: () => Promise.resolve(refuse('store/quota')) });
    await ways.save();
    expect(ways.flow.get()).toMatchObject({ kind: 'failed', error: { code: 'store/quota' } });
    expect(records).toEqual([]);
  });
  it('a cancelled try does not undo what was shown before', async () => {
    const { ways, records } = waysWith({ sendFile: () => Promise.resolve(refuse('send/cancelled')), saveFile: () => Promise.resolve(succeed({ readBack: false })) });
    ways.record('code', 'prepared');
    ways.record('code', 'shown');
    await ways.send();
    await ways.save();
    ways.record('code', 'shown');
    expect(records).toEqual([['code', 'prepared'], ['code', 'shown'], ['file', 'handed-over']]);
  });
  it('coming back to the page with Back or Forward does not make less of what was handed over', () => {
    const record = { id: 's', at: 0, receiver: '', purpose: '', items: [], way: 'file', result: 'handed-over', proof: 'signed' } as unknown as ShareRecord;
    const { ways, records } = waysWith({}, [record, { ...record, id: 'other', result: 'prepared' }]);
    ways.record('code', 'prepared');
    ways.record('code', 'shown');
    expect(records).toEqual([]);
    const fresh = waysWith({}, [{ ...record, id: 'other' }]);
    fresh.ways.record('code', 'prepared');
    expect(fresh.records).toEqual([['code', 'prepared']]);
  });
  it('a prepared link is copied in the very moment of the tap, as WebKit demands', async () => {
    const copied: string[] = [];
    const copyText = (text: string): Promise<ReturnType<typeof succeed<void>>> => {
      copied.push(text);
      return Promise.resolve(succeed(undefined));
    };
    const { ways } = waysWith({ link: () => Promise.resolve(succeed('https://wallet.example/#/check/1/pQEB')), copyText });
    await ways.prepareLink();
    const copying = ways.copyLink();
    expect(copied).toEqual(['https://wallet.example/#/check/1/pQEB']);
    await copying;
    expect(ways.flow.get()).toEqual({ kind: 'done', way: 'copied' });
  });
  it('a link whose part was not there at first is copied once it is', async () => {
    const answers = [refuse('device/not-loaded'), refuse('device/not-loaded'), succeed('https://wallet.example/#/check/1/pQEB')];
    const { ways } = waysWith({ link: () => Promise.resolve(answers.shift() ?? refuse('device/not-loaded')), copyText: () => Promise.resolve(succeed(undefined)) });
    await ways.prepareLink();
    await ways.copyLink();
    expect(ways.flow.get()).toMatchObject({ kind: 'failed', error: { code: 'device/not-loaded' } });
    await ways.copyLink();
    expect(ways.flow.get()).toEqual({ kind: 'done', way: 'copied' });
  });
  it('a link that cannot be copied is shown to be copied by hand', async () => {
    const link = 'https://wallet.example/#/check/1/pQEB';
    const { ways, records } = waysWith({ link: () => Promise.resolve(succeed(link)), copyText: () => Promise.resolve(refuse('send/not-supported')) });
    await ways.copyLink();
    expect(ways.flow.get()).toEqual({ kind: 'by-hand', link });
    expect(records).toEqual([['link', 'handed-over']]);
  });
});
