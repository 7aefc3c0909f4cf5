// npm test: installs when needed, then runs every gate in turn. Plain Node.
// `--only NAME[,NAME]` runs some of them; the names are those of the table below.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './find-browser.mjs';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const reports = join(root, 'node_modules/.cache/mecum/reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const bin = (path) => join(root, 'node_modules', path);
const vitest = (project) => [
  bin('vitest/vitest.mjs'), 'run', '--project', project,
  '--reporter=default', '--reporter=json', `--outputFile.json=${join(reports, `${project}.json`)}`,
];
const steps = {
  lint: [bin('oxlint/bin/oxlint'), '--deny-warnings'],
  types: [bin('typescript/bin/tsc'), '--noEmit'],
  unused: [bin('knip/bin/knip.js')],
  unit: vitest('unit'),
  build: [bin('vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
  built: vitest('built'),
  browser: [bin('@playwright/test/cli.js'), 'test', '--config', 'tests/browser/playwright.config.ts'],
};
const testing = new Set(['unit', 'built', 'browser']);

/** Counts of a report that vitest or Playwright wrote; undefined when there is none. */
function countsOf(step) {
  const file = join(reports, `${step}.json`);
  if (!existsSync(file)) return undefined;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const stats = report.stats;
  return stats === undefined
    ? { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + report.numTodoTests }
    : { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1].split(',') : Object.keys(steps);
const total = { passed: 0, failed: 0, skipped: 0 };
const lines = [];
for (const step of only) {
  if (steps[step] === undefined) throw new Error(`no such step: ${step}`);
  process.stdout.write(`\n== ${step}\n`);
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'browser.json') };
  if (step === 'browser') {
    const browser = await ensureBrowser();
    if (browser === undefined) {
      total.failed += 1;
      lines.push('browser: failed, no browser to be had');
      continue;
    }
    env.MECUM_CHROMIUM = browser;
  }
  const began = Date.now();
  const code = spawnSync(process.execPath, steps[step], { cwd: root, stdio: 'inherit', env }).status ?? 1;
  const counts = countsOf(step) ?? { passed: testing.has(step) || code !== 0 ? 0 : 1, failed: 0, skipped: 0 };
  const bad = code !== 0 || (testing.has(step) && counts.passed === 0);
  if (bad && counts.failed === 0) counts.failed = 1;
  for (const key of Object.keys(total)) total[key] += counts[key];
  lines.push(`${step}: ${bad ? 'FAILED' : 'ok'}, ${((Date.now() - began) / 1000).toFixed(0)} s`);
}
process.stdout.write(`\n${lines.join('\n')}\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
