import type { Browser, Page } from '@playwright/test';

/** How much slower than this machine the phone is that the limits are about. */
export const slowness = 6;

interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Microseconds in which the processor worked on this; without the time in which something else had it. */
  readonly tdur?: number;
}

/** What the page's main thread did, and the marks that the page set meanwhile. */
export interface Trace {
  /** For each `from` mark the work up to the next `to` mark, in milliseconds of a processor six times as slow. */
  readonly between: (from: string, to: string) => readonly number[];
  /**
   * Work over 50 ms in one task is what makes a page deaf: the sum of all that from the mark on, as slow. Undefined where
   * the browser began to record only after the mark: then the beginning is missing too.
   */
  readonly blockedFrom: (mark: string) => number | undefined;
  /** The longest task from the mark on, in milliseconds of this machine's processor, as fast as it is. */
  readonly longestFrom: (mark: string) => number | undefined;
}

/**
 * Records the main thread while something is done. What counts is the time that the processor worked on a task, times
 * six: the same on a quiet machine and on one that has other things to do, unlike the time on the clock.
 */
export async function traceMainThread(browser: Browser, page: Page, act: () => Promise<unknown>): Promise<Trace> {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: readonly TraceEvent[] };
  const marks = traceEvents.filter(({ cat }) => cat.includes('blink.user_timing')).sort((a, b) => a.ts - b.ts);
  const tasks = traceEvents.filter(({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && marks.some((mark) => mark.pid === pid && mark.tid === tid));
  if (tasks.length === 0) throw new Error('the browser recorded no task of the page');
  const slowly = ({ tdur, dur }: TraceEvent): number => ((tdur ?? dur ?? 0) / 1000) * slowness;
  const work = (from: number, to: number): number =>
    tasks.filter(({ ts, dur = 0 }) => ts + dur > from && ts < to).reduce((sum, task) => sum + slowly(task), 0);
  return {
    between: (from, to) =>
      marks
        .filter(({ name }) => name === from)
        .map(({ ts }) => {
          const end = marks.find((mark) => mark.name === to && mark.ts >= ts);
          if (end === undefined) throw new Error(`no mark ${to} after ${from}`);
          return work(ts, end.ts);
        }),
    blockedFrom: (mark) => {
      const from = marks.find(({ name }) => name === mark)?.ts;
      if (from === undefined) return undefined;
      return tasks.filter(({ ts }) => ts >= from).reduce((sum, task) => sum + Math.max(0, slowly(task) - 50), 0);
    },
    longestFrom: (mark) => {
      const from = marks.find(({ name }) => name === mark)?.ts;
      if (from === undefined) return undefined;
      return tasks.filter(({ ts }) => ts >= from).reduce((longest, task) => Math.max(longest, slowly(task) / slowness), 0);
    },
  };
}

/** Sets the marks: `start` of the page, `input` with each click and key, `frame` once the next frame stands. */
export async function markInputs(page: Page): Promise<void> {
  await page.addInitScript(() => {
    performance.mark('start');
    for (const type of ['click', 'keydown']) {
      addEventListener(
        type,
        () => {
          performance.mark('input');
          requestAnimationFrame(() => setTimeout(() => performance.mark('frame'), 0));
        },
        true,
      );
    }
  });
}

/** Waits until the frame after the last input is marked, so that no record ends before it. */
export async function untilFrameMarked(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const lastOf = (name: string): number => performance.getEntriesByName(name, 'mark').at(-1)?.startTime ?? 0;
    return lastOf('frame') >= lastOf('input');
  });
}

/** Marks `drawn` as soon as cards stand in a frame of their own. */
export async function markCards(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const look = (): void => {
          if (document.querySelector('.card') === null) return void requestAnimationFrame(look);
          requestAnimationFrame(() =>
            setTimeout(() => {
              performance.mark('drawn');
              done();
            }, 0),
          );
        };
        look();
      }),
  );
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
