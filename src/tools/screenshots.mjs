// npm run screenshots: pictures of every screen in `screenshots/` (light, dark, right to left; 360 and 1280 px).
// `-- --cover` also makes the picture of the README anew. Plain Node.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './find-browser.mjs';
import { ensureInstalled, root, run } from './install.mjs';

ensureInstalled();
const browser = await ensureBrowser();
if (browser === undefined) {
  process.stderr.write('No browser to be had, so no pictures.\n');
  process.exit(1);
}
rmSync(join(root, 'screenshots'), { recursive: true, force: true });
const bin = (path) => join(root, 'node_modules', path);
const built = run(process.execPath, [bin('vite/bin/vite.js'), 'build', '--logLevel', 'warn']);
if (built !== 0) process.exit(built);
const env = { ...process.env, MECUM_CHROMIUM: browser, ...(process.argv.includes('--cover') ? { MECUM_COVER: '1' } : {}) };
process.exitCode = run(process.execPath, [bin('@playwright/test/cli.js'), 'test', '--config', 'tests/browser/screenshots.config.ts'], { env });
