import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newFrame } from '../../../src/platform/transports/qr-camera/new-frame.ts';

/** A video whose frames come when the test says so. */
function videoOf() {
  let callback: (() => void) | undefined;
  const video = { requestVideoFrameCallback: (next: () => void) => ((callback = next), 1) };
  return { video: video as unknown as HTMLVideoElement, frame: () => callback?.() };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('new frames', () => {
  it('looks at once at the first frame and at one that came meanwhile, else waits for the next', async () => {
    const { video, frame } = videoOf();
    await newFrame(video);
    frame();
    await newFrame(video);
    let looked = false;
    const waiting = newFrame(video).then(() => (looked = true));
    await vi.advanceTimersByTimeAsync(100);
    expect(looked).toBe(false);
    frame();
    await waiting;
    expect(looked).toBe(true);
  });
  it('looks again after a quarter of a second where no frame is told', async () => {
    const { video } = videoOf();
    await newFrame(video);
    let looked = false;
    void newFrame(video).then(() => (looked = true));
    await vi.advanceTimersByTimeAsync(250);
    expect(looked).toBe(true);
  });
  it('never waits where browsers do not tell of frames', async () => {
    const video = {} as HTMLVideoElement;
    await newFrame(video);
    await newFrame(video);
    expect(vi.getTimerCount()).toBe(0);
  });
});
