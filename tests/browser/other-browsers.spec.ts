import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { serveFolder } from '../../src/tools/serve-folder.ts';
import type { FolderServer } from '../../src/tools/serve-folder.ts';
import { dist } from './harness.ts';
import { until } from './other-browsers/driver.ts';
import type { Driver } from './other-browsers/driver.ts';
import { findFirefox, startFirefox } from './other-browsers/firefox.ts';
import { createPerson } from './other-browsers/person.ts';
import type { Person } from './other-browsers/person.ts';
import { findWebKit, startWebKit } from './other-browsers/webkit.ts';
import { badgeFile, badgeTitle } from './steps.ts';

/** The whole job in browsers of other makers: what works in Chromium alone does not work. */
const engines = [
  { name: 'Firefox', find: findFirefox, start: startFirefox, keepsProfiles: true },
  // Its driver gives it no profile that lasts, and it needs a screen in memory: with the long tests.
  ...(process.env['MECUM_DEEP'] === '1' ? [{ name: 'WebKit', find: findWebKit, start: startWebKit, keepsProfiles: false }] : []),
];
const badge = resolve('tests/fixtures/credentials', badgeFile);
const unknown = 'We cannot tell who signed this';

for (const engine of engines) {
  const path = engine.find();

  test.describe(engine.name, () => {
    test.describe.configure({ mode: 'serial', timeout: 120_000 });
    test.skip(path === undefined, `${engine.name} or its driver is not installed here`);

    const work = mkdtempSync(join(tmpdir(), 'mecum-other-'));
    const known = { words: '', code: '', link: '', shared: '', backup: '' };
    let site: FolderServer;
    let home = '';
    let driver: Driver;
    let person: Person;
    let isOpen = false;

    async function enter(profile: string, address = home): Promise<void> {
      driver = await engine.start(path ?? '', join(work, profile), join(work, 'saved'), home);
      isOpen = true;
      person = createPerson(driver);
      await driver.send('resize', { width: 360, height: 740 });
      await person.open(address);
    }

    async function leave(): Promise<void> {
      const complaints = await driver.complaints();
      isOpen = false;
      await driver.close();
      expect(complaints, 'the browser complained').toEqual([]);
    }

    /** The file that the last button saved. */
    const saved = (pattern: RegExp): Promise<string> =>
      until(`a saved file ${String(pattern)}`, async () => {
        const name = readdirSync(join(work, 'saved')).find((one) => pattern.test(one));
        if (name === undefined || readFileSync(join(work, 'saved', name)).length === 0) throw new Error('not yet');
        return Promise.resolve(join(work, 'saved', name));
      });

    async function unlock(): Promise<void> {
      await person.see('heading', 'Locked');
      await person.write('Your words', known.words);
      await person.press('button', 'Open', true);
      await person.see('heading', 'Credentials');
    }

    test.beforeAll(async () => {
      site = await serveFolder(dist, 0);
      home = `http://localhost:${site.port}`;
    });

    test.afterAll(async () => {
      if (isOpen) await driver.close();
      await site.close();
      rmSync(work, { recursive: true, force: true });
    });

    test('first screen, sample, a badge by file, words, saved', async () => {
      await enter('learner');
      process.stdout.write(`${driver.name} ${driver.version}\n`);
      await person.press('link', 'Try with a sample');
      await person.see('text', 'An example. Nobody should accept it.');
      expect(await person.text(), 'a browser of today').not.toContain('This browser is old');
      await person.goTo('/add');
      await person.choose(badge);
      await person.see('heading', unknown);
      await person.press('button', 'Save', true);
      const made = await until('words', () => person.ask<string>("return document.querySelector('.made')?.innerText ?? ''").then((text) => (/(\p{L}+[ -]){5}/u.test(text) ? text : Promise.reject(new Error(text)))));
      known.words = made.trim();
      await person.press('button', 'Protect and save');
      await person.see('button', 'I wrote it down');
      known.code = await person.ask("return [...document.querySelectorAll('main ol li')].map((item) => item.innerText.replace(/\\D/g, '').slice(1)).join('')");
      expect(known.code).toMatch(/^\d{48}$/);
      expect(await person.text()).toContain('Saved on this device.');
      await person.press('button', 'I wrote it down');
      await person.see('link', badgeTitle);
    });

    test('a share by moving code, link and file, signed with the own key', async () => {
      await person.press('link', badgeTitle);
      await person.press('link', 'Share', true);
      await person.press('button', 'Show code');
      await person.press('button', 'Step through it');
      await person.press('button', 'Next');
      expect(await person.text()).toMatch(/Part 2 of \d+/);
      await person.press('button', 'Copy link');
      await person.see('text', 'Link copied.');
      await person.press('button', 'Save file');
      known.shared = await saved(/^credential-presentation/);
      await person.goTo('/check');
      await person.paste('Text or a link');
      known.link = await person.valueOf('Text or a link');
      expect(known.link.startsWith(`${home}/#/check/1/`), known.link.slice(0, 60)).toBe(true);
    });

    test('a backup file that was read back', async () => {
      await person.goTo('/settings/backup');
      await person.press('button', 'Make backup file');
      known.backup = await saved(/\.age$/);
      await person.see('button', 'Choose the saved file');
      await person.choose(known.backup);
      await person.see('text', 'Backup made and tested.');
    });

    test('a reload without a network: locked, unlocked, listed, read', async () => {
      await person.ask("await navigator.serviceWorker.ready; return 'ready'");
      await site.close();
      if (engine.keepsProfiles) {
        await leave();
        await enter('learner');
      } else {
        await person.open(home);
      }
      await unlock();
      await person.press('link', badgeTitle);
      await person.see('text', unknown);
      site = await serveFolder(dist, Number(new URL(home).port));
    });

    test('a second tab is told, and takes over when asked', async () => {
      const { handle } = (await driver.send('newTab', { type: 'tab' })) as { readonly handle: string };
      await driver.send('switchTo', { handle });
      await person.open(home);
      await person.see('heading', 'Mecum is open in another tab');
      await person.press('button', 'Use it here');
      await unlock();
      await leave();
    });

    test('somebody else checks link and file, and restores the backup', async () => {
      await enter('other', known.link);
      await person.see('heading', unknown);
      expect(await person.ask('return location.hash')).toBe('#/check/result');
      await person.goTo('/check');
      await person.choose(known.shared);
      await person.see('heading', unknown);
      await person.goTo('/');
      await person.press('link', 'I had this app before');
      await person.choose(known.backup);
      await person.see('text', 'Chosen: ');
      await person.write('Group 1', known.code);
      await until('all groups', async () => expect(await person.valueOf('Group 8')).toHaveLength(6));
      await person.press('button', 'See what is in it');
      await person.see('text', 'It holds 1 credential.');
      await person.press('button', 'Restore');
      await person.press('button', 'Suggest words');
      await until('suggested words', async () => expect(await person.valueOf('Your words')).not.toBe(''));
      await person.press('button', 'Protect and restore');
      await person.press('link', 'See your credentials');
      await person.see('link', badgeTitle);
    });

    test('what the policy forbids is heard of: the silence before says something', async () => {
      expect(await driver.complaints(), 'until now').toEqual([]);
      await person.ask("new Image().src = 'https://elsewhere.example/picture.png'; return 1");
      await until('a complaint', async () => expect((await driver.complaints()).join('\n')).toMatch(/elsewhere\.example/));
    });
  });
}
