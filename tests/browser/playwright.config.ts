import { defineConfig } from '@playwright/test';
import { browserSwitches, chromiumPath } from './chromium.ts';

/** Browser tests: the production build, served with its production headers. Run by `npm test` or `npm run browser`. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results',
  forbidOnly: true,
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ...(process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] === undefined ? [] : [['json'] as const])],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Madrid',
    viewport: { width: 360, height: 740 },
    launchOptions: { executablePath: chromiumPath, args: [...browserSwitches] },
  },
});
