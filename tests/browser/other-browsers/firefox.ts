import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { endGroup, marionetteCommand, until } from './driver.ts';
import type { Driver } from './driver.ts';

type Answer = readonly [type: number, id: number, error: { readonly error: string; readonly message: string } | null, value: unknown];
type Call = (name: string, values?: object) => Promise<unknown>;

/** Path of a Firefox on this machine. `MECUM_FIREFOX` wins. */
export function findFirefox(): string | undefined {
  const named = process.env['MECUM_FIREFOX'];
  if (named !== undefined && named !== '') return named;
  return ['firefox-esr', 'firefox'].find((name) => spawnSync(name, ['--version'], { timeout: 20_000 }).status === 0);
}

/** Quiet, without a network of its own, and saving without a question. */
function preferences(downloads: string): string {
  const values = {
    'marionette.port': 0,
    'browser.download.dir': downloads,
    'browser.download.folderList': 2,
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.page': 0,
    'browser.aboutwelcome.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.enabled': false,
    'app.update.disabledForTesting': true,
    'app.normandy.enabled': false,
    'services.settings.server': 'data:,#',
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'intl.accept_languages': 'en-GB',
    'intl.locale.requested': 'en-GB',
    'remote.prefs.recommended': true,
  };
  return Object.entries(values).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join('');
}

/** Marionette's wire: `length:JSON`, both ways; the browser speaks first. */
function speak(socket: Socket): Promise<Call> {
  const waiting = new Map<number, { readonly resolve: (value: unknown) => void; readonly reject: (cause: Error) => void }>();
  let buffer = Buffer.alloc(0);
  let last = 0;
  const call: Call = (name, values = {}) =>
    new Promise((resolve, reject) => {
      const text = JSON.stringify([0, (last += 1), name, values]);
      waiting.set(last, { resolve, reject });
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  function take(message: unknown): void {
    const [, id, error, value] = message as Answer;
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === null) asked?.resolve(value);
    else asked?.reject(new Error(`${error.error}: ${error.message}`));
  }
  return new Promise((ready, fail) => {
    let greeted = false;
    socket.on('error', fail);
    socket.on('close', () => waiting.forEach(({ reject }) => reject(new Error('the browser is gone'))));
    socket.on('data', (chunk) => {
      buffer = Buffer.concat([buffer, chunk]);
      for (;;) {
        const colon = buffer.indexOf(':');
        const end = colon + 1 + Number(buffer.subarray(0, Math.max(colon, 0)).toString());
        if (colon === -1 || buffer.length < end) return;
        const message: unknown = JSON.parse(buffer.subarray(colon + 1, end).toString());
        buffer = buffer.subarray(end);
        if (greeted) take(message);
        else {
          greeted = true;
          ready(call);
        }
      }
    });
  });
}

/** Errors of scripts and policies in the browser's own console, for pages of this address. */
const readConsole = `
  const [origin] = arguments;
  const messages = Services.console.getMessageArray();
  Services.console.reset();
  return messages
    .filter((one) => one instanceof Ci.nsIScriptError && !(one.flags & Ci.nsIScriptError.infoFlag))
    .filter((one) => one.sourceName.startsWith(origin) || one.errorMessage.includes(origin) || /Content-Security-Policy|Trusted ?Types/i.test(one.errorMessage))
    .map((one) => (one.flags & Ci.nsIScriptError.warningFlag ? 'warning' : 'error') + ': ' + one.errorMessage + ' (' + one.sourceName + ':' + one.lineNumber + ')');
`;

/** The window as narrow as a phone, which Firefox lets nobody make by hand. */
const narrow = `document.documentElement.style.setProperty('min-width', '0', 'important'); document.documentElement.style.setProperty('min-height', '0', 'important');`;

/** Starts Firefox with a profile that lasts. What it saves goes into `downloads`. */
export async function startFirefox(path: string, profile: string, downloads: string, origin: string): Promise<Driver> {
  mkdirSync(profile, { recursive: true });
  mkdirSync(downloads, { recursive: true });
  writeFileSync(join(profile, 'user.js'), preferences(downloads));
  const portFile = join(profile, 'MarionetteActivePort');
  rmSync(portFile, { force: true });
  const browser = spawn(path, ['--marionette', '--remote-allow-system-access', '--headless', '--no-remote', '--profile', profile], {
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1', HOME: process.env['HOME'] ?? profile },
  });
  const ended = new Promise<void>((resolve) => browser.once('exit', () => resolve()));
  try {
    const port = await until('Firefox opens its door', () => Promise.resolve(Number(readFileSync(portFile, 'utf8'))).then((read) => (read > 0 ? read : Promise.reject(new Error('no port')))), 60_000);
    const call = await speak(connect(port, '127.0.0.1'));
    const session = (await call('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } })) as { readonly capabilities: { readonly browserVersion: string } };
    const inChrome = async (script: string, ...args: readonly string[]): Promise<unknown> => {
      await call('Marionette:SetContext', { value: 'chrome' });
      const { value } = (await call('WebDriver:ExecuteScript', { script, args, newSandbox: true })) as { readonly value: unknown };
      await call('Marionette:SetContext', { value: 'content' });
      return value;
    };
    await inChrome(narrow);
    await call('WebDriver:SetTimeouts', { script: 60_000, pageLoad: 60_000 });
    return {
      name: 'Firefox',
      version: session.capabilities.browserVersion,
      send: async (name, values = {}) => {
        const answer = await call(marionetteCommand(name), values);
        return answer !== null && typeof answer === 'object' && 'value' in answer ? answer.value : answer;
      },
      complaints: async () => (await inChrome(readConsole, origin)) as readonly string[],
      close: async () => {
        // As a person closes it: what is under way goes to the disk.
        await call('Marionette:Quit', { flags: ['eAttemptQuit'] }).catch(() => undefined);
        await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 10_000))]);
        await endGroup(browser);
      },
    };
  } catch (cause) {
    await endGroup(browser);
    throw cause;
  }
}
