import { defineConfig } from '@playwright/test';

const report = process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'];

/** Every spec starts its own browser over the built app; one at a time, for two cores are all we count on. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  reporter: report === undefined ? [['list']] : [['list'], ['json', { outputFile: report }]],
});
