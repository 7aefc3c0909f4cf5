import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { endGroup, httpCommand, until } from './driver.ts';
import type { Driver, Send } from './driver.ts';

const miniBrowsers = ['x86_64', 'aarch64'].flatMap((machine) => ['4.1', '4.0'].map((api) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${api}/MiniBrowser`));

const programs = { driver: 'WebKitWebDriver', screen: 'Xvfb' } as const;

/** WebKit's own small browser on Linux, or undefined where it, its driver or a screen in memory is missing. */
export function findWebKit(): string | undefined {
  const has = (name: string): boolean => spawnSync('which', [name]).status === 0;
  return Object.values(programs).every(has) ? miniBrowsers.find((path) => existsSync(path)) : undefined;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** A screen in memory; its number is what the server itself found free. */
async function startScreen(): Promise<{ readonly display: string; readonly process: ChildProcess }> {
  const server = spawn(programs.screen, ['-displayfd', '3', '-screen', '0', '800x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true });
  const display = await new Promise<string>((resolve, reject) => {
    server.stdio[3]?.once('data', (chunk: Buffer) => resolve(`:${chunk.toString().trim()}`));
    server.once('exit', () => reject(new Error('no screen in memory')));
  });
  return { display, process: server };
}

async function ask(port: number, method: string, path: string, values?: object): Promise<unknown> {
  const body = method === 'POST' ? { body: JSON.stringify(values ?? {}) } : {};
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...body });
  const { value } = (await answer.json()) as { readonly value: unknown };
  if (answer.ok) return value;
  const { error, message } = value as { readonly error: string; readonly message: string };
  throw new Error(`${error}: ${message}`);
}

/** In the page, from its load on: its driver gives away no console. */
const listen = `
  const heard = (globalThis.heard = []);
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => heard.push('policy: ' + effectiveDirective + ' ' + blockedURI));
  addEventListener('error', ({ message }) => heard.push('error: ' + message));
  addEventListener('unhandledrejection', ({ reason }) => heard.push('rejection: ' + reason));
  arguments[arguments.length - 1]();
`;
const readHeard = `arguments[arguments.length - 1]((globalThis.heard ?? []).splice(0));`;

/** Starts WebKit. Its profile lasts only as long as it runs: the driver allows no other. */
export async function startWebKit(path: string, folder: string, downloads: string): Promise<Driver> {
  mkdirSync(join(folder, 'config'), { recursive: true });
  mkdirSync(downloads, { recursive: true });
  writeFileSync(join(folder, 'config/user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const screen = await startScreen();
  const port = await freePort();
  const env = { ...process.env, DISPLAY: screen.display, HOME: folder, XDG_CONFIG_HOME: join(folder, 'config'), XDG_CACHE_HOME: join(folder, 'cache'), XDG_DATA_HOME: join(folder, 'data'), LANG: 'en_GB.UTF-8', LIBGL_ALWAYS_SOFTWARE: '1' };
  const server = spawn(programs.driver, [`--port=${port}`, '--host=127.0.0.1'], { env, stdio: 'ignore', detached: true });
  const stop = async (): Promise<void> => {
    await endGroup(server);
    await endGroup(screen.process);
  };
  try {
    await until('the driver of WebKit answers', () => ask(port, 'GET', '/status'));
    const options = { binary: path, args: ['--automation'] };
    const session = (await ask(port, 'POST', '/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } })) as { readonly sessionId: string; readonly capabilities: { readonly browserVersion: string } };
    const within = `/session/${session.sessionId}`;
    await ask(port, 'POST', `${within}/timeouts`, { script: 60_000, pageLoad: 60_000 });
    const send: Send = (name, values = {}) => {
      const { method, path: command } = httpCommand(name, values);
      return ask(port, method, `${within}/${command}`, values);
    };
    return {
      name: 'WebKit',
      version: session.capabilities.browserVersion,
      send: async (name, values) => {
        const answer = await send(name, values);
        if (name === 'go') await send('run', { script: listen, args: [] });
        return answer;
      },
      complaints: async () => (await send('run', { script: readHeard, args: [] })) as readonly string[],
      close: async () => {
        await ask(port, 'DELETE', within).catch(() => undefined);
        await stop();
      },
    };
  } catch (cause) {
    await stop();
    throw cause;
  }
}
