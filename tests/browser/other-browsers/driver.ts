import type { ChildProcess } from 'node:child_process';

/** What a browser is told, by the names of W3C WebDriver over HTTP and of Firefox's own door (Marionette). */
const commands = {
  go: ['POST', 'url', 'WebDriver:Navigate'],
  run: ['POST', 'execute/async', 'WebDriver:ExecuteAsyncScript'],
  click: ['POST', 'element/{id}/click', 'WebDriver:ElementClick'],
  type: ['POST', 'element/{id}/value', 'WebDriver:ElementSendKeys'],
  clear: ['POST', 'element/{id}/clear', 'WebDriver:ElementClear'],
  newTab: ['POST', 'window/new', 'WebDriver:NewWindow'],
  switchTo: ['POST', 'window', 'WebDriver:SwitchToWindow'],
  resize: ['POST', 'window/rect', 'WebDriver:SetWindowRect'],
} as const;

export type CommandName = keyof typeof commands;
type Values = Readonly<Record<string, unknown>>;

/** Sends one command and gives its value. Throws what the browser answers when it cannot. */
export type Send = (name: CommandName, values?: Values) => Promise<unknown>;

export function httpCommand(name: CommandName, values: Values): { readonly method: string; readonly path: string } {
  const [method, path] = commands[name];
  return { method, path: path.replace('{id}', String(values['id'])) };
}

export function marionetteCommand(name: CommandName): string {
  return commands[name][2];
}

/** A browser that a test drives by what any browser understands: no library, no driver of one maker. */
export interface Driver {
  readonly name: string;
  readonly version: string;
  readonly send: Send;
  /** What the browser wrote of errors and broken policies since the last call. */
  readonly complaints: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** A second try until it does not throw, for as long as a slow machine may need. */
export async function until<T>(what: string, attempt: () => Promise<T>, patienceMs = 20_000): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      return await attempt();
    } catch (cause) {
      if (Date.now() > deadline) throw new Error(`not in time: ${what}`, { cause });
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  }
}

/** Ends a program that was started `detached`, with everything that it started itself. */
export async function endGroup(program: ChildProcess): Promise<void> {
  const { pid, exitCode, signalCode } = program;
  if (pid === undefined) return;
  const ended = new Promise((resolve) => program.once('exit', resolve));
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // All of them have ended already.
  }
  if (exitCode === null && signalCode === null) await ended;
}
