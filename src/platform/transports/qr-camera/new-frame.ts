interface FrameCount {
  /** Frames that came in so far, and the one that was last looked at. */
  arrived: number;
  seen: number;
  wake: (() => void) | undefined;
}

const counts = new WeakMap<HTMLVideoElement, FrameCount>();

/** A look is taken after this long even if the browser tells of no frame, in milliseconds. */
const patienceMs = 250;

function countFrames(video: HTMLVideoElement): FrameCount {
  const count: FrameCount = { arrived: 1, seen: 0, wake: undefined };
  counts.set(video, count);
  const next = (): void => {
    count.arrived += 1;
    count.wake?.();
    video.requestVideoFrameCallback(next);
  };
  video.requestVideoFrameCallback(next);
  return count;
}

/**
 * Settles when the video shows a frame that was not looked at yet: at once if one came in meanwhile. So no frame is
 * read twice and none is waited past. Where browsers do not tell of frames, every look counts.
 */
export async function newFrame(video: HTMLVideoElement): Promise<void> {
  if (typeof video.requestVideoFrameCallback !== 'function') return;
  const count = counts.get(video) ?? countFrames(video);
  if (count.arrived === count.seen) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, patienceMs);
      count.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    count.wake = undefined;
  }
  count.seen = count.arrived;
}
