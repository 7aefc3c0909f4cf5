// npm run test:deep: the long runs, part by part. Parts that passed for these very sources are not run again, so a
// stopped run goes on where it was; `-- --part NAME` runs one part, `-- --fresh` all of them. Plain Node.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './find-browser.mjs';
import { ensureInstalled, root, run } from './install.mjs';

ensureInstalled();
const bin = (path) => join(root, 'node_modules', path);
const unit = (...folders) => [bin('vitest/vitest.mjs'), 'run', '--project', 'unit', ...folders];
const browser = (spec) => [bin('@playwright/test/cli.js'), 'test', '--config', 'tests/browser/playwright.config.ts', '--no-deps', spec];
const parts = {
  // First and alone: it compares times.
  bench: ['tests/bench/run.mjs'],
  core: unit('tests/core'),
  // 20,000 changed samples of each format; what was passed is not done again.
  fuzz: ['src/tools/run.mjs', 'fuzz', '--resume', 'all', '20000'],
  vault: unit('tests/platform', 'tests/wallet'),
  kill: browser('kill.spec.ts'),
  screens: browser('every-screen.spec.ts'),
  others: browser('other-browsers.spec.ts'),
};

/** Changes when any source, test or dependency changes. */
function stamp() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const folder of ['src', 'tests']) {
    for (const name of readdirSync(join(root, folder), { recursive: true }).sort()) {
      const file = join(root, folder, name);
      if (statSync(file).isFile()) hash.update(name).update(readFileSync(file));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

const record = join(root, 'node_modules/.cache/mecum/deep.json');
const now = stamp();
const kept = existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : {};
const passed = new Set(kept.stamp === now && !process.argv.includes('--fresh') ? kept.passed : []);

const at = process.argv.indexOf('--part');
const named = at === -1 ? undefined : process.argv[at + 1];
if (at !== -1 && parts[named] === undefined) {
  process.stderr.write(`The parts are: ${Object.keys(parts).join(', ')}\n`);
  process.exit(2);
}
const wanted = named === undefined ? Object.keys(parts).filter((part) => !passed.has(part)) : [named];
const env = { ...process.env, MECUM_DEEP: '1' };
const failed = [];
if (wanted.some((part) => parts[part].includes('test'))) {
  env.MECUM_CHROMIUM = (await ensureBrowser()) ?? '';
  if (run(process.execPath, [bin('vite/bin/vite.js'), 'build', '--logLevel', 'warn']) !== 0) process.exit(1);
}
for (const part of wanted) {
  process.stdout.write(`\n== ${part}\n`);
  const began = Date.now();
  if (run(process.execPath, parts[part], { env }) === 0) passed.add(part);
  else failed.push(part);
  process.stdout.write(`${part}: ${failed.includes(part) ? 'FAILED' : 'ok'}, ${((Date.now() - began) / 60_000).toFixed(1)} min\n`);
  mkdirSync(join(record, '..'), { recursive: true });
  writeFileSync(record, JSON.stringify({ stamp: now, passed: [...passed].filter((name) => !failed.includes(name)) }));
}
process.stdout.write(`\n${passed.size} passed, ${failed.length} failed\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
