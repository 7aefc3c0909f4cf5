import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

/** Pictures of every screen, to be looked at. Run by `npm run screenshots`; no part of the tests. */
export default defineConfig({ ...base, testMatch: 'take-screenshots.ts', timeout: 600_000, workers: 2, fullyParallel: true, reporter: [['line']] });
