import { chromium } from '@playwright/test';
import { serveFolder } from '../../src/tools/serve-folder.ts';
import { browserSwitches, chromiumPath } from '../browser/chromium.ts';
import { timeColdWorkers } from './cold-worker.ts';
import { timeThousand } from './thousand.ts';
import { timeWarmBadge } from './warm-badge.ts';

const [folder, worker] = [process.env['MECUM_BENCH_SITE'], process.env['MECUM_BENCH_WORKER']];
if (folder === undefined || worker === undefined) throw new Error('this bench is started by run.mjs');

const server = await serveFolder(folder, 0);
const browser = await chromium.launch({ executablePath: chromiumPath, args: [...browserSwitches] });
const site = { browser, home: `http://localhost:${String(server.port)}`, worker, peer: '/assets/peer-worker.js', verifier: '/assets/our-worker.js' };
try {
  await timeColdWorkers(site);
  await timeWarmBadge(site);
  await timeThousand(site);
} finally {
  await browser.close();
  await server.close();
}
