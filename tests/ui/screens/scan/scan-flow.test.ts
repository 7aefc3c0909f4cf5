import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refuse, succeed } from '../../../../src/core/model/attempt.ts';
import { toInstant } from '../../../../src/core/model/instant.ts';
import type { Received } from '../../../../src/core/model/received.ts';
import type { ScanEvent } from '../../../../src/core/model/scan-event.ts';
import { toCheckResult, toReview } from '../../../../src/ui/screens/scan/destinations.ts';
import { ScanControl } from '../../../../src/ui/screens/scan/scan-flow.ts';
import type { Destination } from '../../../../src/ui/screens/scan/scan-flow.ts';
import { recallCheck } from '../../../../src/ui/app/flow-memory.ts';
import { scriptedWallet } from '../../scripted-wallet.ts';

const element = {} as HTMLElement;
const received: Received = { bytes: Uint8Array.of(1), transport: 'qr-camera', arrivedAt: toInstant(1) };
const part: ScanEvent = { kind: 'part', have: 1, of: 3, received: [true, false, false] };
const started: ScanEvent = { kind: 'started', torch: true, cameras: 2 };

/** A camera that tells what the test says. */
function camera() {
  const listeners: ((event: ScanEvent) => void)[] = [];
  const calls: string[] = [];
  const startScan = (_: HTMLElement, listener: (event: ScanEvent) => void) => {
    listeners.push(listener);
    calls.push('start');
    return Promise.resolve(
      succeed({
        setTorch: (on: boolean) => Promise.resolve(void calls.push(`torch ${String(on)}`)),
        nextCamera: () => Promise.resolve(void calls.push('next')),
        stop: () => Promise.resolve(void calls.push('stop')),
      }),
    );
  };
  return { startScan, calls, tell: (event: ScanEvent) => listeners.at(-1)?.(event), tellFirst: (event: ScanEvent) => listeners[0]?.(event) };
}

function controlWith(lens: ReturnType<typeof camera>, destination: Destination = () => Promise.resolve(undefined), more = {}) {
  const { wallet } = scriptedWallet({ transports: { startScan: lens.startScan, ...more } });
  return new ScanControl(wallet, destination);
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

describe('scan flow', () => {
  it('says "Starting camera" only after a second', async () => {
    const control = controlWith(camera());
    control.start(element);
    expect(control.flow.get()).toEqual({ kind: 'starting', slow: false });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(control.flow.get()).toEqual({ kind: 'starting', slow: true });
  });
  it('shows progress, and tips after fifteen seconds without a code', async () => {
    const lens = camera();
    const control = controlWith(lens);
    control.start(element);
    lens.tell(started);
    expect(control.flow.get()).toEqual({ kind: 'scanning', torch: 'off', cameras: 2 });
    await vi.advanceTimersByTimeAsync(15_000);
    expect(control.flow.get()).toMatchObject({ aside: { kind: 'tips' } });
    lens.tell(part);
    expect(control.flow.get()).toEqual({ kind: 'scanning', torch: 'off', cameras: 2, progress: { have: 1, of: 3, received: [true, false, false] } });
  });
  it('keeps the word about a foreign part for four seconds while parts come in', async () => {
    const lens = camera();
    const control = controlWith(lens);
    control.start(element);
    lens.tell(started);
    lens.tell({ kind: 'other-set' });
    lens.tell(part);
    expect(control.flow.get()).toMatchObject({ aside: { kind: 'other-set' }, progress: { have: 1 } });
    await vi.advanceTimersByTimeAsync(4_000);
    expect(control.flow.get()).not.toHaveProperty('aside');
  });
  it.each(['device/camera-denied', 'device/camera-absent', 'device/camera-busy', 'device/not-supported'] as const)('C27 tells %s apart', async (code) => {
    const { wallet } = scriptedWallet({ transports: { startScan: () => Promise.resolve(refuse(code)) } });
    const control = new ScanControl(wallet, () => Promise.resolve(undefined));
    control.start(element);
    await settle();
    expect(control.flow.get()).toEqual({ kind: 'no-camera', code });
  });
  it('C27 says so when the camera is pulled out while it scans', async () => {
    const lens = camera();
    const control = controlWith(lens);
    control.start(element);
    lens.tell(started);
    lens.tell({ kind: 'failed', code: 'device/camera-absent' });
    expect(control.flow.get()).toEqual({ kind: 'no-camera', code: 'device/camera-absent' });
  });
  it('stops the camera and hands what was read to its destination', async () => {
    const lens = camera();
    const taken: Received[] = [];
    const control = controlWith(lens, (item) => Promise.resolve(void taken.push(item)));
    control.start(element);
    lens.tell(started);
    lens.tell({ kind: 'done', received });
    await settle();
    expect(taken).toEqual([received]);
    expect(lens.calls).toEqual(['start', 'stop']);
    expect(control.flow.get().kind).toBe('examining');
  });
  it('B96 names what is no credential and scans on', async () => {
    const lens = camera();
    const control = controlWith(lens, () => Promise.resolve({ kind: 'named', what: 'web-address', text: 'https://x.example/' }));
    control.start(element);
    lens.tell(started);
    lens.tell({ kind: 'done', received });
    await settle();
    lens.tell(started);
    expect(control.flow.get()).toMatchObject({ kind: 'scanning', aside: { kind: 'named', text: 'https://x.example/' } });
  });
  it('shows why a photo could not be read, beside a camera that could not start', async () => {
    const { wallet } = scriptedWallet({
      transports: { startScan: () => Promise.resolve(refuse('device/camera-denied')), readPhoto: () => Promise.resolve(refuse('receive/no-code-in-image')) },
    });
    const control = new ScanControl(wallet, () => Promise.resolve(undefined));
    control.start(element);
    await settle();
    await control.readPhoto(new File([], 'x.png'));
    await settle();
    expect(control.flow.get()).toMatchObject({ kind: 'no-camera', code: 'device/camera-denied', aside: { error: { code: 'receive/no-code-in-image' } } });
  });
  it('does not hear a camera of an earlier start', async () => {
    const lens = camera();
    const control = controlWith(lens);
    control.start(element);
    await control.stop();
    control.start(element);
    lens.tell(started);
    lens.tellFirst({ kind: 'failed', code: 'device/camera-busy' });
    expect(control.flow.get().kind).toBe('scanning');
  });
  it('switches the torch on and off, and to the next camera', async () => {
    const lens = camera();
    const control = controlWith(lens);
    control.start(element);
    lens.tell(started);
    await control.switchTorch();
    expect(control.flow.get()).toMatchObject({ torch: 'on' });
    await control.switchTorch();
    await control.nextCamera();
    expect(lens.calls).toEqual(['start', 'torch true', 'torch false', 'next']);
  });
});

describe('where a scan leads', () => {
  const foreign = { kind: 'unreadable', error: { code: 'receive/web-address', facts: {} }, looksLike: 'text', foreign: { kind: 'web-address', text: 'https://x/' }, class: 'refused' } as const;
  const readable = { kind: 'collection', parts: [], class: 'unknown' } as const;
  const review = (examination: typeof foreign | typeof readable) => ({ examination, items: [], origin: 'received', transport: 'qr-camera' }) as const;

  it('to the review of what was found', async () => {
    const paths: string[] = [];
    const { wallet, asked } = scriptedWallet({ wallet: { receive: () => Promise.resolve(succeed(review(readable))), setPending: () => undefined } });
    expect(await toReview(wallet, (path) => paths.push(path))(received)).toBeUndefined();
    expect(paths).toEqual(['/review']);
    expect(asked).toEqual(['receive', 'setPending']);
  });
  it('to the result of a check, without touching the vault', async () => {
    const paths: string[] = [];
    const { wallet, asked } = scriptedWallet({ wallet: { check: () => Promise.resolve(succeed(readable)) } });
    expect(await toCheckResult(wallet, (path) => paths.push(path))(received)).toBeUndefined();
    expect(paths).toEqual(['/check/result']);
    expect(asked).toEqual(['check']);
    expect(recallCheck()).toBe(readable);
  });
  it('B96 nowhere, for what is no credential', async () => {
    const { wallet } = scriptedWallet({ wallet: { receive: () => Promise.resolve(succeed(review(foreign))), check: () => Promise.resolve(succeed(foreign)) } });
    const never = (): never => expect.unreachable();
    const named = { kind: 'named', what: 'web-address', text: 'https://x/' };
    expect(await toReview(wallet, never)(received)).toEqual(named);
    expect(await toCheckResult(wallet, never)(received)).toEqual(named);
  });
});
