// npm test: installs when needed, then runs every gate in turn. Plain Node.
// `--only NAME[,NAME]` runs some of them; the names are those of the table below.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
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
const playwright = (...projects) => [bin('@playwright/test/cli.js'), 'test', '--config', 'tests/browser/playwright.config.ts', ...projects.flatMap((project) => ['--project', project])];
const steps = {
  lint: [bin('oxlint/bin/oxlint'), '--deny-warnings'],
  types: [bin('typescript/bin/tsc'), '--noEmit'],
  unused: [bin('knip/bin/knip.js')],
  unit: vitest('unit'),
  build: [bin('vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
  built: vitest('built'),
  // Alone and first: these have limits in milliseconds.
  measured: playwright('measured'),
  browser: playwright('flows', 'every screen'),
};
const testing = new Set(['unit', 'built', 'measured', 'browser']);

/** The report that vitest or Playwright wrote; undefined when there is none. */
function reportOf(step) {
  const file = join(reports, `${step}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Counts of a report; undefined when there is none. */
function countsOf(report) {
  if (report === undefined) return undefined;
  const stats = report.stats;
  return stats === undefined
    ? { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + report.numTodoTests }
    : { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

/** Each failed test of a report: its place, its name and the first lines of why. */
function failuresOf(report) {
  const short = (file) => relative(root, file);
  const unit = (report?.testResults ?? []).flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    // A file that could not be run at all has no failed test in it.
    const whole = file.status === 'failed' && failed.length === 0 ? [[short(file.name), '', file.message]] : [];
    return [...whole, ...failed.map((test) => [short(file.name), test.fullName, test.failureMessages.join('\n')])];
  });
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  const browser = (report?.suites ?? []).flatMap(specs).filter(({ ok }) => !ok).map((spec) => {
    const errors = spec.tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors ?? []));
    return [join('tests/browser', spec.file), spec.title, errors.map(({ message }) => message).join('\n')];
  });
  return [...unit, ...browser].map(([file, name, why]) => {
    const lines = stripVTControlCharacters(why ?? '').split('\n').slice(0, 12).map((line) => `    ${line.slice(0, 200)}`);
    return `  ${file}: ${name}\n${lines.join('\n')}`;
  });
}

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1].split(',') : Object.keys(steps);
const total = { passed: 0, failed: 0, skipped: 0 };
const lines = [];
const failures = [];
for (const step of only) {
  if (steps[step] === undefined) throw new Error(`no such step: ${step}`);
  process.stdout.write(`\n== ${step}\n`);
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, `${step}.json`) };
  if (step === 'measured' || step === 'browser') {
    const browser = await ensureBrowser();
    if (browser === undefined) {
      total.failed += 1;
      lines.push(`${step}: failed, no browser to be had`);
      continue;
    }
    env.MECUM_CHROMIUM = browser;
  }
  const began = Date.now();
  const code = spawnSync(process.execPath, steps[step], { cwd: root, stdio: 'inherit', env }).status ?? 1;
  const report = reportOf(step);
  const counts = countsOf(report) ?? { passed: testing.has(step) || code !== 0 ? 0 : 1, failed: 0, skipped: 0 };
  const bad = code !== 0 || (testing.has(step) && counts.passed === 0);
  if (bad && counts.failed === 0) counts.failed = 1;
  for (const key of Object.keys(total)) total[key] += counts[key];
  const named = failuresOf(report);
  failures.push(...named, ...(bad && named.length === 0 ? [`  ${step}: ended with ${String(code)} and named no test; what it said stands above`] : []));
  lines.push(`${step}: ${bad ? 'FAILED' : 'ok'}, ${((Date.now() - began) / 1000).toFixed(0)} s`);
}
process.stdout.write(`\n${lines.join('\n')}\n`);
// Said last, so that whoever sees only the end of a long run knows what to mend.
if (failures.length > 0) process.stdout.write(`\nWhat failed:\n${failures.join('\n')}\n\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
