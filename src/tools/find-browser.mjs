// Finds a Chromium for the browser tests, or gets one. Plain Node.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root, run } from './install.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** A path of a browser that starts, or undefined. `MECUM_CHROMIUM` wins. */
export function findBrowser() {
  const named = process.env.MECUM_CHROMIUM;
  if (named !== undefined && named !== '') return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places].filter((path) => existsSync(path));
  return found.find((path) => process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0);
}

function isDebian() {
  if (!existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Gives the path of a browser; undefined when none can be had. */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found !== undefined) return found;
  process.stdout.write('No Chromium or Chrome found (set MECUM_CHROMIUM to name one).\n');
  if (process.getuid?.() === 0 && isDebian()) {
    process.stdout.write("Installing Debian's chromium package.\n");
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-qq'], { env });
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
    const installed = findBrowser();
    if (installed !== undefined) return installed;
  }
  process.stdout.write("Trying Playwright's own download.\n");
  const code = run(process.execPath, [join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium']);
  return code === 0 ? (await import('@playwright/test')).chromium.executablePath() : undefined;
}
