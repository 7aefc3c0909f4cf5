import { generatePeerKey } from '../support/peer.ts';
import { benchPage, issueBadges, openEmptyPage } from './bench-site.ts';
import type { BenchSite } from './bench-site.ts';
import { lowTenth, median, say, sayRatio } from './figures.ts';

/** Our verifier must be at least this many times as fast as the peer, and should be this many. */
const [gate, goal] = [4, 10];
/** Blocks take turns, so that neither pays for the other's garbage and both feel the same load on the machine. */
const [warmUpBlocks, blocks, blockRounds, atOnce] = [12, 24, 25, 5];

/** What each worker was asked for, in milliseconds. */
interface Times {
  readonly peers: readonly number[];
  readonly ours: readonly number[];
  readonly whole: readonly number[];
  readonly remembered: readonly number[];
}

/**
 * One Open Badge in three workers that are warm: the peer's as it is published and our verifier, both asked whether the
 * signature fits; and the check worker as it is shipped, which besides reads, judges and hands back everything that the
 * app shows. Bytes by message, answer by message. No badge comes twice, for the check worker would remember its
 * signature; what that saves is measured apart, last.
 */
export async function timeWarmBadge(site: BenchSite): Promise<void> {
  const key = await generatePeerKey();
  const badges = await issueBadges(key, (warmUpBlocks + blocks) * blockRounds);
  const multikey = { ...(await key.export({ publicKey: true, includeContext: true })), id: key.id, controller: key.controller };
  const page = await openEmptyPage(site);
  await page.evaluate(benchPage);
  const { worker: shipped, peer, verifier } = site;
  const times = await page.evaluate(measure, { shipped, peer, verifier, texts: badges, keyOfPeer: multikey, warmUp: warmUpBlocks * blockRounds, perBlock: blockRounds, atOnce });
  await page.context().close();
  const beside = (found: readonly number[]): string => {
    const show = (of: typeof median): string => `${of(found).toFixed(2)} ms${found === times.peers ? '' : ` (x ${(of(times.peers) / of(found)).toFixed(1)})`}`;
    return `${show(median)}, low tenth ${show(lowTenth)}`;
  };
  say(`A warm badge, eddsa-rdfc-2022, in Chromium: @digitalbazaar/vc, median (${String(times.peers.length * atOnce)} badges)`, beside(times.peers));
  say('  our verifier', beside(times.ours));
  say('  the whole examination of the check worker, signature computed', beside(times.whole));
  say('  the whole examination of the check worker, signature remembered', beside(times.remembered));
  // Of a machine with other work the median tells more about that than about either verifier.
  sayRatio('  verification, times as fast, the lesser of both', Math.min(median(times.peers) / median(times.ours), lowTenth(times.peers) / lowTenth(times.ours)), gate, goal);
}

interface Plan {
  readonly shipped: string;
  readonly peer: string;
  readonly verifier: string;
  readonly texts: readonly string[];
  readonly keyOfPeer: object;
  readonly warmUp: number;
  readonly perBlock: number;
  readonly atOnce: number;
}

/** Runs in the page: blocks in turn, each worker with the same badges. */
async function measure({ shipped, peer, verifier, texts, keyOfPeer, warmUp, perBlock, atOnce }: Plan): Promise<Times> {
  const [check, theirs, our] = [startBench(shipped), startBench(peer), startBench(verifier)];
  await theirs.call('useKey', [keyOfPeer]);
  const all = texts.map((text) => new TextEncoder().encode(text));
  const [peers, ours, whole, remembered]: [number[], number[], number[], number[]] = [[], [], [], []];
  const ways: readonly (readonly [number[], (bytes: Uint8Array) => Promise<unknown>])[] = [
    [ours, (bytes) => our.call('verify', [bytes])],
    [peers, (bytes) => theirs.call('verify', [bytes])],
    [whole, (bytes) => check.examine(bytes)],
  ];
  // Some at a time, for the clock of a page ticks in tenths of a millisecond.
  const timeSome = async (some: readonly Uint8Array[], verify: (bytes: Uint8Array) => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    for (const bytes of some) if ((await verify(bytes)) !== true) throw new Error('the badge does not verify');
    return (performance.now() - start) / some.length;
  };
  for (let from = 0; from < all.length; from += perBlock) {
    for (const [times, verify] of ways) {
      for (let at = from; at < from + perBlock; at += atOnce) {
        const ms = await timeSome(all.slice(at, at + atOnce), verify);
        if (from >= warmUp) times.push(ms);
      }
    }
  }
  for (let at = warmUp; at < all.length; at += atOnce) remembered.push(await timeSome(all.slice(at, at + atOnce), (bytes) => check.examine(bytes)));
  for (const worker of [check, theirs, our]) worker.end();
  return { peers, ours, whole, remembered };
}
