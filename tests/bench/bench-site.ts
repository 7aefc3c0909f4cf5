import type { Browser, Page } from '@playwright/test';
import { issueByPeer } from '../support/peer.ts';
import type { PeerKey } from '../support/peer.ts';
import { sampleBadge } from '../support/sample-badge.ts';

/** The production build on loopback, and the workers in it. */
export interface BenchSite {
  readonly browser: Browser;
  readonly home: string;
  /** Path of the check worker as it is shipped. */
  readonly worker: string;
  /** Path of the second implementation. */
  readonly peer: string;
  /** Path of our verifier alone. */
  readonly verifier: string;
}

/** An empty page of the site, on which a script of ours may start any worker of it. */
export async function openEmptyPage({ browser, home }: BenchSite): Promise<Page> {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.goto(`${home}/icon.svg`);
  return page;
}

/** So many Open Badges 3.0 of about 4 KB, each signed by the second implementation, all different. */
export async function issueBadges(key: PeerKey, count: number): Promise<readonly string[]> {
  const texts: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const badge = { ...sampleBadge(key.controller), id: `urn:uuid:7d0f2f1e-5a5a-4d53-8b51-${String(number).padStart(12, '0')}` };
    texts.push(JSON.stringify(await issueByPeer(badge, key)));
  }
  return texts;
}

/**
 * For `addInitScript`: `startBench(path)` starts a worker and asks it as the app does, one message for a question and one
 * for its answer; `examineText` asks ours for the whole examination of a badge and says whether its signature fits.
 */
export function benchPage(): void {
  const startBench = (path: string): BenchWorker => {
    const worker = new Worker(path, { type: 'module' });
    let next = 1;
    const waiting = new Map<number, (value: unknown) => void>();
    worker.addEventListener('message', ({ data }: MessageEvent<{ call: number; value?: unknown }>) => waiting.get(data.call)?.(data.value));
    const call = (method: string, args: readonly unknown[]): Promise<unknown> =>
      new Promise((resolve) => {
        waiting.set(next, resolve);
        worker.postMessage({ call: next++, method, args });
      });
    const examine = async (bytes: Uint8Array): Promise<boolean> => {
      const context = { now: Date.now(), notBefore: 0, ownList: [], expectation: 'none', origin: 'received' };
      const order = { received: { bytes, mediaType: 'application/json', transport: 'file', arrivedAt: Date.now() }, context };
      const answer = (await call('examine', [order])) as { value?: { headline?: string; axes?: { unchanged?: string } } } | undefined;
      return answer?.value?.axes?.unchanged === 'yes' && answer.value.headline === 'unknown-issuer';
    };
    return { call, examine, end: () => worker.terminate() };
  };
  Object.assign(globalThis, { startBench });
}

interface BenchWorker {
  readonly call: (method: string, args: readonly unknown[]) => Promise<unknown>;
  readonly examine: (bytes: Uint8Array) => Promise<boolean>;
  readonly end: () => void;
}
declare global {
  /** Only on the pages of the bench. */
  var startBench: (path: string) => BenchWorker;
}
