import { findBrowser } from '../../src/tools/find-browser.mjs';

const found = findBrowser();
if (found === undefined) throw new Error('no Chromium found: set MECUM_CHROMIUM, or run the browser tests through `npm test`');

/** The browser of all browser tests. */
export const chromiumPath: string = found;

/** Quiet and repeatable; without the sandbox only where root has none. */
export const browserSwitches: readonly string[] = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-features=Translate,OptimizationHints,MediaRouter',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
