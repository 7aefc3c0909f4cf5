import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';

/** A browser of our own with its own profile, whose whole process group can be killed at any moment. */
export interface KillableBrowser {
  readonly page: Page;
  /** SIGKILL to the process group: nothing is flushed, nobody says goodbye. */
  readonly kill: () => Promise<void>;
  readonly closeGently: () => Promise<void>;
}

const startTimeoutMs = 20_000;
const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--remote-debugging-port=0',
];

async function portOf(profile: string): Promise<number> {
  const file = join(profile, 'DevToolsActivePort');
  const until = Date.now() + startTimeoutMs;
  while (Date.now() < until) {
    const port = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
    if (port > 0) return port;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the browser did not start');
}

/** Starts the browser on a profile that may have been left by a killed one. */
export async function startKillableBrowser(profile: string, origin: string): Promise<KillableBrowser> {
  rmSync(join(profile, 'DevToolsActivePort'), { force: true });
  const path = process.env['MECUM_CHROMIUM'] || '/usr/bin/chromium';
  const child = spawn(path, [...flags, `--user-data-dir=${profile}`, 'about:blank'], { detached: true, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portOf(profile)}`);
  const context = browser.contexts()[0];
  if (context === undefined || child.pid === undefined) throw new Error('the browser has no window');
  const group = -child.pid;
  const killGroup = (): void => {
    try {
      process.kill(group, 'SIGKILL');
    } catch {
      // The group has ended already.
    }
  };
  process.once('exit', killGroup);
  void ended.then(() => process.off('exit', killGroup));
  const page = await context.newPage();
  await page.goto(origin);
  await page.waitForFunction('globalThis.bench !== undefined');
  return {
    page,
    kill: async () => {
      killGroup();
      await ended;
      await browser.close().catch(() => undefined);
    },
    closeGently: async () => {
      const session = await browser.newBrowserCDPSession();
      await session.send('Browser.close').catch(() => undefined);
      await ended;
      await browser.close().catch(() => undefined);
    },
  };
}
