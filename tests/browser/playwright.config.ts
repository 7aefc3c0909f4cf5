import { defineConfig } from '@playwright/test';
import { browserSwitches, chromiumPath } from './chromium.ts';

/** Specs with limits in milliseconds, or with a camera that shows a code for so long. */
const measured = /\/(hand-over|lighthouse|measures|scan|shell|unlock|vault-tabs)\.spec\.ts$/;

/** Browser tests: the production build, served with its production headers. Run by `npm test` or `npm run browser`. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  forbidOnly: true,
  workers: 3,
  retries: 0,
  timeout: 60_000,
  // A snapshot that is missing fails; all of what a screen reader is given must fit, not only what stands in the file.
  updateSnapshots: 'none',
  expect: { timeout: 10_000, toMatchAriaSnapshot: { pathTemplate: '{testDir}/aria/{arg}{ext}', children: 'deep-equal' } },
  reporter: [['list'], ...(process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] === undefined ? [] : [['json'] as const])],
  // What measures time runs alone, and first; then the flows, file by file, and every screen in every
  // state, three at a time: each waits about as long as it works.
  projects: [
    { name: 'measured', testMatch: measured, workers: 1 },
    { name: 'flows', testMatch: '*.spec.ts', testIgnore: [measured, 'every-screen.spec.ts'] },
    { name: 'every screen', testMatch: 'every-screen.spec.ts', fullyParallel: true },
  ],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Madrid',
    viewport: { width: 360, height: 740 },
    launchOptions: { executablePath: chromiumPath, args: [...browserSwitches] },
  },
});
