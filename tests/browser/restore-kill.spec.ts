import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { serveFolder } from '../../src/tools/serve-folder.ts';
import type { FolderServer } from '../../src/tools/serve-folder.ts';
import { startKillableBrowser } from './kill-browser.ts';
import type { KillableBrowser } from './kill-browser.ts';
import { buildKillPage } from './kill-page/build-kill-page.ts';
import type { bench as Bench } from './kill-page/kill-page.ts';

declare const bench: typeof Bench;
declare const ledger: (line: string) => Promise<void>;

const kills = process.env['MECUM_DEEP'] === '1' ? 30 : 3;
/** In the backup that is restored again and again. */
const restored = 300;
const words = ['canary passphrase glowworm', 'second passphrase lighthouse'] as const;
let folder = '';
let server: FolderServer;

test.beforeAll(async () => {
  folder = await buildKillPage();
  server = await serveFolder(folder, 4872);
});

test.afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * Kills `times` browsers on one profile at random moments of `work`, the first one not before the ledger says `firstLine`; `look`
 * judges what each left, told the last line of the ledger.
 */
async function killAgainAndAgain(
  times: number,
  firstLine: string,
  prepare: (page: Page) => Promise<void>,
  work: (page: Page) => Promise<unknown>,
  look: (page: Page, last: string | undefined) => Promise<void>,
): Promise<readonly string[]> {
  const profile = mkdtempSync(join(tmpdir(), 'mecum-kill-'));
  const lines: string[] = [];
  const start = async (): Promise<KillableBrowser> => {
    const browser = await startKillableBrowser(profile, server.origin);
    await browser.page.exposeFunction('ledger', (line: string) => void lines.push(line));
    await browser.page.evaluate(() => bench.vault.start());
    return browser;
  };
  try {
    const first = await start();
    await prepare(first.page);
    await first.closeGently();
    for (let round = 0; round < times; round++) {
      const browser = await start();
      await look(browser.page, lines.at(-1));
      work(browser.page).catch(() => undefined);
      await expect.poll(() => lines.includes(firstLine), { timeout: 60_000 }).toBe(true);
      await new Promise((resolve) => setTimeout(resolve, 30 + Math.random() * 2_500));
      await browser.kill();
    }
    const last = await start();
    await look(last.page, lines.at(-1));
    await last.closeGently();
    return lines;
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Opens with the first of these passphrases that fits, then every single record; answers which, and how many items there are. */
function openEverything(page: Page): Promise<{ readonly by: number; readonly items: number; readonly mine: boolean; readonly broken: number }> {
  return page.evaluate(async (passphrases) => {
    const { vault } = bench;
    let by = -1;
    for (const [index, passphrase] of passphrases.entries()) {
      if (by < 0 && (await vault.unlock({ type: 'passphrase', passphrase })).ok) by = index;
    }
    const { items, damaged } = vault.snapshot.get();
    let broken = damaged.length;
    for (const { id } of items) if (!(await vault.open(id)).ok) broken += 1;
    return { by, items: items.length, mine: items.some(({ title }) => title[0]?.text === 'Title of mine'), broken };
  }, words);
}

async function createWithMine(page: Page): Promise<void> {
  const made = await page.evaluate(async (passphrase) => {
    const created = await bench.vault.create({ type: 'passphrase', passphrase });
    return created.ok && (await bench.vault.add([await bench.itemOf('mine')])).ok;
  }, words[0]);
  expect(made).toBe(true);
}

/** A backup of many credentials, made in a profile of its own, and the code that opens it. */
async function makeBackup(): Promise<{ readonly bytes: readonly number[]; readonly code: string }> {
  const made: { bytes: readonly number[]; code: string }[] = [];
  await killAgainAndAgain(
    0,
    '',
    async (page) => {
      await createWithMine(page);
      const told = await page.evaluate(async (count) => {
        const { vault, itemOf } = bench;
        const added = await vault.add(await Promise.all(Array.from({ length: count }, (_, index) => itemOf(`restored-${index}`))));
        const gone = await vault.remove([(await itemOf('mine')).summary.id]);
        const [backup, sheet] = [await vault.makeBackup('recovery-code'), await vault.recoverySheet()];
        return added.ok && gone.ok && backup.ok && sheet.ok ? { bytes: [...backup.value.bytes], code: sheet.value.groups.join('') } : undefined;
      }, restored);
      if (told !== undefined) made.push(told);
    },
    () => Promise.resolve(),
    () => Promise.resolve(),
  );
  const [backup] = made;
  if (backup === undefined) throw new Error('no backup');
  return backup;
}

test(`C04 ${kills} kills while a backup is restored and its credentials are deleted again: all of it or nothing`, async () => {
  test.setTimeout(180_000 + kills * 15_000);
  const backup = await makeBackup();
  const lines = await killAgainAndAgain(
    kills,
    'done restore',
    createWithMine,
    (page) =>
      page.evaluate(
        async ([bytes, code]) => {
          const { vault } = bench;
          for (;;) {
            await ledger('begin restore');
            const came = await vault.restore(Uint8Array.from(bytes), { type: 'recovery', code }, 'merge');
            await ledger(came.ok ? 'done restore' : `refused ${came.error.code}`);
            await ledger('begin delete');
            const ids = vault.snapshot.get().items.filter(({ title }) => title[0]?.text !== 'Title of mine');
            const gone = await vault.remove(ids.map(({ id }) => id));
            await ledger(gone.ok ? 'done delete' : `refused ${gone.error.code}`);
          }
        },
        [backup.bytes, backup.code] as const,
      ),
    async (page, last) => {
      const { by, items, mine, broken } = await openEverything(page);
      expect([by, mine, broken]).toEqual([0, true, 0]);
      const allowed = last === 'done restore' ? [1 + restored] : last === 'done delete' || last === undefined ? [1] : [1, 1 + restored];
      expect(allowed, `after "${last ?? 'nothing'}"`).toContain(items);
    },
  );
  expect(lines.filter((line) => line.startsWith('refused'))).toEqual([]);
});

test(`C06 ${kills} kills while the passphrase is changed to and fro: one of the two opens, and all that is kept`, async () => {
  test.setTimeout(180_000 + kills * 20_000);
  const lines = await killAgainAndAgain(
    kills,
    'removed',
    createWithMine,
    (page) =>
      page.evaluate(async (passphrases) => {
        const { vault } = bench;
        const status = vault.snapshot.get().status;
        let present = status.kind === 'open' ? status.slots.filter(({ type }) => type === 'passphrase').map(({ id }) => id) : [];
        for (let turn = 1; ; turn++) {
          const added = await vault.addSlot({ type: 'passphrase', passphrase: passphrases[turn % 2] ?? '' });
          await ledger(added.ok ? `added ${turn % 2}` : `refused ${added.error.code}`);
          for (const id of present) {
            const gone = await vault.removeSlot(id);
            await ledger(gone.ok ? 'removed' : `refused ${gone.error.code}`);
          }
          const now = vault.snapshot.get().status;
          present = now.kind === 'open' ? now.slots.filter(({ type }) => type === 'passphrase').map(({ id }) => id) : [];
        }
      }, words),
    async (page) => {
      const { by, items, mine, broken } = await openEverything(page);
      expect([by >= 0, items, mine, broken]).toEqual([true, 1, true, 0]);
    },
  );
  expect(lines.filter((line) => line.startsWith('refused'))).toEqual([]);
});

test('what is deleted is gone from the mirror at once, and deleting everything leaves neither database nor file', async () => {
  const seen: { readonly kept: number; readonly after: number; readonly databases: number; readonly files: number }[] = [];
  await killAgainAndAgain(
    0,
    '',
    async (page) => {
      await createWithMine(page);
      seen.push(
        await page.evaluate(async () => {
          const { vault, itemOf } = bench;
          const root = await navigator.storage.getDirectory();
          const sizes = async (): Promise<readonly number[]> => {
            const found: number[] = [];
            for await (const entry of (root as unknown as { values: () => AsyncIterable<FileSystemFileHandle> }).values()) found.push((await entry.getFile()).size);
            return found;
          };
          const sum = async (): Promise<number> => (await sizes()).reduce((all, size) => all + size, 0);
          await vault.add([await itemOf('large', 400_000)]);
          const kept = await sum();
          await vault.remove([(await itemOf('large', 400_000)).summary.id]);
          const after = await sum();
          await vault.destroy();
          return { kept, after, databases: (await indexedDB.databases()).length, files: (await sizes()).length };
        }),
      );
    },
    () => Promise.resolve(),
    () => Promise.resolve(),
  );
  const [told] = seen;
  expect(told?.kept).toBeGreaterThan(400_000);
  expect(told?.after).toBeLessThan(100_000);
  expect([told?.databases, told?.files]).toEqual([0, 0]);
});
