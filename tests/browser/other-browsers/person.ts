import { until } from './driver.ts';
import type { Driver } from './driver.ts';

const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
type Reference = Readonly<Record<string, string>>;

/**
 * In the page: what a person would find by its name, shown, the innermost first. Kinds: `button`, `link`, `field`,
 * `choice`, `heading`, `text`.
 */
const find = `
  const [kind, wanted, exact, done] = arguments;
  const selectors = { button: 'button, [role=button], summary', link: 'a[href]', field: 'input:not([type=file]):not([type=radio]):not([type=checkbox]), textarea', choice: 'input[type=radio], input[type=checkbox]', heading: 'h1, h2, h3', text: 'body *' };
  const flat = (text) => (text ?? '').replace(/\\s+/g, ' ').trim();
  const named = (id) => flat(id.split(' ').map((one) => document.getElementById(one)?.textContent).join(' '));
  const nameOf = (element) =>
    flat(element.getAttribute('aria-label')) ||
    (element.hasAttribute('aria-labelledby') ? named(element.getAttribute('aria-labelledby')) : '') ||
    flat(element.labels?.length > 0 ? [...element.labels].map((label) => label.innerText).join(' ') : '') ||
    flat(element.innerText);
  const fits = (text) => (exact ? text === wanted : text.includes(wanted));
  const found = [...document.querySelectorAll(selectors[kind])].filter((element) => element.getClientRects().length > 0 && (kind !== 'button' || !element.disabled) && fits(nameOf(element)));
  const dialog = document.querySelector('dialog[open]');
  const reachable = dialog === null ? found : [...found.filter((element) => dialog.contains(element)), ...found];
  done((kind === 'text' ? reachable.at(-1) : reachable[0]) ?? null);
`;

export type Kind = 'button' | 'link' | 'field' | 'choice' | 'heading' | 'text';

/** Somebody at a browser: finds by name, presses, writes, reads. Each waits until what is named is there. */
export function createPerson({ send }: Pick<Driver, 'send'>) {
  async function see(kind: Kind, name: string, exact = false): Promise<string> {
    const found = await until(`${kind} “${name}”`, async () => {
      const reference = (await send('run', { script: find, args: [kind, name, exact] })) as Reference | null;
      if (reference === null) throw new Error(`on the screen: ${await text()}`);
      return reference;
    });
    return found[elementKey] ?? '';
  }

  /** The value that a body of a function gives in the page; it may wait. */
  function ask<T>(body: string, ...args: readonly unknown[]): Promise<T> {
    return send('run', { script: `const done = arguments[arguments.length - 1]; const args = [...arguments]; (async () => {${body}})().then(done, (cause) => done('threw ' + cause));`, args }) as Promise<T>;
  }

  function text(): Promise<string> {
    return ask<string>("return document.body.innerText.replace(/\\s+/g, ' ')");
  }

  return {
    see,
    ask,
    text,
    /** Goes to a page and waits until the app has taken the place of the first words that stand in it. */
    open: async (url: string) => {
      await send('go', { url });
      await until('the app', async () => {
        const shown = await text();
        if (!shown.includes('Skip to content')) throw new Error(shown);
      });
    },
    goTo: (path: string) => ask('location.hash = args[0]', `#${path}`),
    press: async (kind: Kind, name: string, exact = false) => {
      await until(`pressing “${name}”`, async () => {
        const id = await see(kind, name, exact);
        await ask("args[0].scrollIntoView({ block: 'center' })", { [elementKey]: id });
        await send('click', { id });
      });
    },
    write: async (field: string, content: string) => {
      const id = await see('field', field);
      await send('clear', { id });
      await send('type', { id, text: content });
    },
    /** Control and V, as a person pastes. */
    paste: async (field: string) => {
      const id = await see('field', field);
      await send('type', { id, text: '\uE009v\uE000' });
    },
    valueOf: async (field: string) => (await ask<string>('return args[0].value', { [elementKey]: await see('field', field) })),
    choose: async (path: string) => {
      const input = (await until('a place for a file', async () => {
        const found = await ask<Reference | null>("return document.querySelector('input[type=file]')");
        return found ?? Promise.reject(new Error(await text()));
      }));
      await send('type', { id: input[elementKey], text: path });
    },
  };
}

export type Person = ReturnType<typeof createPerson>;
