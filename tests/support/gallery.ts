import { applyLook } from '../../src/ui/app/look.ts';
import type { Look } from '../../src/ui/app/look.ts';
import { mountApp } from '../../src/ui/app/mount-app.tsx';
import { setLanguage } from '../../src/ui/languages/current-language.ts';
import { chooseLanguage } from '../../src/ui/languages/registry.ts';
import { createFakeWallet } from './fake-wallet.ts';
import { galleryStates, galleryViews } from './gallery-states.ts';

/**
 * A page for looking at screens: `npx vite`, then `/tests/support/gallery.html`. `?state=open#/` shows the app in one
 * state of a wallet that lives in memory; without a state it lists every screen and state. `?lang=ar-XB` and
 * `?theme=dark` change language and look. A test changes them on the open page, as a person does, by `wear`.
 */
const parameters = new URLSearchParams(location.search);
const root = document.getElementById('root');
if (root === null) throw new Error('gallery.html has no root');
const state = parameters.get('state');
localStorage.setItem('mecum/look/language', parameters.get('lang') ?? 'en');
localStorage.setItem('mecum/look/theme', parameters.get('theme') ?? 'system');
Reflect.set(globalThis, 'wear', async (language: string, look: Look): Promise<void> => {
  applyLook(look);
  if (document.documentElement.lang !== language) await setLanguage(chooseLanguage([language]));
});
if (state === null) listViews(root);
else void mountApp(root, () => createFakeWallet(galleryStates[state] ?? {}));

function listViews(element: HTMLElement): void {
  const list = document.createElement('ul');
  for (const [name, path] of galleryViews) {
    const link = document.createElement('a');
    link.href = `?state=${name}#${path}`;
    link.textContent = `${name} ${path}`;
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
  element.append(list);
}
