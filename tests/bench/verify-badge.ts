import { createRequire } from 'node:module';
import { encodeUtf8 } from '../../src/core/encoding/utf8.ts';
import { generatePeerKey, isVerifiedByPeer, issueByPeer } from '../support/peer.ts';
import { sampleBadge } from '../support/sample-badge.ts';
import { median, sayRatio } from './figures.ts';
import { verifyBytes } from './verify-bytes.ts';

/** Our verifier must be at least this many times as fast as the peer, and should be this many. */
const [gate, goal] = [4, 10];
/** Blocks take turns, so that neither pays for the other's garbage and both feel the same load on the machine. */
const [blocks, blockRounds, warmUpBlocks] = [10, 60, 20];

/** The published library, as the peer loads it: it still copies its table of terms. */
async function assertPeerIsStock(): Promise<void> {
  const jsonld = createRequire(import.meta.url)('jsonld') as { processContext(...given: unknown[]): Promise<{ clone: unknown }> };
  const context = await jsonld.processContext(null, null, {});
  if (!String(context.clone).includes('util.clone(this.mappings)')) throw new Error('the peer does not run the published jsonld');
}

async function main(): Promise<void> {
  await assertPeerIsStock();
  const key = await generatePeerKey();
  const text = JSON.stringify(await issueByPeer(sampleBadge(key.controller), key));
  const bytes = encodeUtf8(text);

  const ours = (): Promise<boolean> => verifyBytes(bytes);
  const peer = (): Promise<boolean> => isVerifiedByPeer(JSON.parse(text) as object, key);

  const time = async (verify: () => Promise<boolean>): Promise<number> => {
    const start = performance.now();
    if (!(await verify())) throw new Error('the badge does not verify');
    return performance.now() - start;
  };
  const first = [await time(ours), await time(peer)] as const;
  const [oursMs, peerMs]: [number[], number[]] = [[], []];
  for (let block = -warmUpBlocks; block < blocks; block += 1) {
    for (const [verify, times] of [[ours, oursMs], [peer, peerMs]] as const) {
      for (let round = 0; round < blockRounds; round += 1) {
        const ms = await time(verify);
        if (block >= 0) times.push(ms);
      }
    }
  }
  const ratio = median(peerMs) / median(oursMs);
  const show = (name: string, ms: number, firstMs: number): string => `${name}  median ${ms.toFixed(3)} ms  first ${firstMs.toFixed(1)} ms\n`;
  process.stdout.write(`One Open Badge, ${bytes.length} bytes, eddsa-rdfc-2022, ${blocks * blockRounds} rounds, bytes in, judgement out\n`);
  process.stdout.write(show('@digitalbazaar/vc ', median(peerMs), first[1]));
  process.stdout.write(show('ours              ', median(oursMs), first[0]));
  sayRatio('times as fast, in Node', ratio, gate, goal);
}

await main();
