import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { ReactNode } from 'react';

interface Drawing {
  readonly signal: AbortSignal;
  /** Parts that are drawn. */
  readonly progress: (done: number) => void;
}

/** Lets the page answer a tap, and goes on after it. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/**
 * Draws the parts of a document one after the other, away from the page, and gives the elements: plain ones, in which
 * nothing lives any more. Undefined where the signal says stop.
 */
export async function drawParts(parts: readonly ReactNode[], { signal, progress }: Drawing): Promise<readonly Element[] | undefined> {
  const drawn: Element[] = [];
  for (const [at, part] of parts.entries()) {
    await nextTask();
    if (signal.aborted) return undefined;
    const box = document.createElement('div');
    const broken: unknown[] = [];
    const root = createRoot(box, { onUncaughtError: (cause) => broken.push(cause) });
    flushSync(() => root.render(part));
    // A part that cannot be drawn would be missing without a word.
    if (broken.length > 0) throw broken[0];
    drawn.push(...Array.from(box.children, (element) => element.cloneNode(true) as Element));
    root.unmount();
    progress(at + 1);
  }
  return drawn;
}
