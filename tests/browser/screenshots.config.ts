import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

const { projects: _tests, ...shared } = base;

/** Pictures of every screen, to be looked at. Run by `npm run screenshots`; no part of the tests. */
export default defineConfig({ ...shared, testMatch: 'take-screenshots.ts', timeout: 600_000, workers: 2, fullyParallel: true, reporter: [['line']] });
