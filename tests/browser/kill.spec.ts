import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

const kills = process.env['MECUM_DEEP'] === '1' ? 50 : 5;
/** A profile is killed this often before a fresh one is taken, so that opening everything stays quick. */
const killsPerProfile = 10;
const seed = Number(process.env['MECUM_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const passphrase = 'canary passphrase glowworm';
let folder = '';
let server: FolderServer;

/** Seeded numbers in [0, 1), so that a run can be repeated (mulberry32). */
function createRandom(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

test.beforeAll(async () => {
  process.stdout.write(`kill test: seed ${seed} (repeat with MECUM_SEED=${seed})\n`);
  folder = await buildKillPage();
  server = await serveFolder(folder, 4871);
});

test.afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens the vault of this profile, or makes it; anything refused fails the test. */
async function openVault(page: Page, recoveryCode?: string): Promise<void> {
  const failure = await page.evaluate(
    async ([words, code]) => {
      const { vault } = bench;
      await vault.start();
      const { status } = vault.snapshot.get();
      if (status.kind === 'absent') {
        const made = await vault.create({ type: 'passphrase', passphrase: words ?? '' });
        return made.ok ? undefined : made.error;
      }
      const secret = code === undefined ? ({ type: 'passphrase', passphrase: words ?? '' } as const) : ({ type: 'recovery', code } as const);
      const opened = await vault.unlock(secret);
      return opened.ok ? undefined : { ...opened.error, status: status.kind };
    },
    [passphrase, recoveryCode] as const,
  );
  expect(failure).toBeUndefined();
}

/** Ids of what is kept, after opening every single record. */
async function openEverything(page: Page): Promise<{ readonly titles: readonly string[]; readonly shares: Readonly<Record<string, string>> }> {
  const seen = await page.evaluate(async () => {
    const { items, shares, damaged } = bench.vault.snapshot.get();
    const unopened = [];
    for (const { id } of items) if (!(await bench.vault.open(id)).ok) unopened.push(id);
    const titles = items.map(({ title }) => title[0]?.text ?? '');
    return { titles, shares: Object.fromEntries(shares.map(({ id, result }) => [id, result])), unopened, damaged: damaged.length };
  });
  expect(seen.unopened).toEqual([]);
  expect(seen.damaged).toBe(0);
  return seen;
}

/** A profile folder, the lines the page wrote into its ledger, and a way to run until a kill. */
interface Bed {
  readonly lines: string[];
  readonly start: () => Promise<KillableBrowser>;
}

function createBed(profile: string): Bed {
  const lines: string[] = [];
  return {
    lines,
    start: async () => {
      const browser = await startKillableBrowser(profile, server.origin);
      await browser.page.exposeFunction('ledger', (line: string) => void lines.push(line));
      return browser;
    },
  };
}

async function inProfile(run: (profile: string) => Promise<void>): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'mecum-kill-'));
  try {
    await run(profile);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Kills in each profile, so that all together are as many as asked for. */
function killPlan(): readonly number[] {
  const plan: number[] = [];
  for (let left = kills; left > 0; left -= killsPerProfile) plan.push(Math.min(left, killsPerProfile));
  return plan;
}

/** Runs `work` in the page until the browser is killed at a random moment. */
async function runUntilKilled(browser: KillableBrowser, random: () => number, work: Promise<unknown>): Promise<void> {
  work.catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 30 + random() * 700));
  await browser.kill();
}

async function recoveryCodeOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const sheet = await bench.vault.recoverySheet();
    return sheet.ok ? sheet.value.groups.join(' ') : '';
  });
}

interface Batch {
  readonly name: string;
  readonly size: number;
}

/** Imports batch after batch and writes each into the ledger once the vault has said yes. */
function importBatches(page: Page, plan: readonly Batch[]): Promise<unknown> {
  return page.evaluate(async (batches) => {
    for (const { name, size } of batches) {
      const items = await Promise.all(Array.from({ length: size }, (_, index) => bench.itemOf(`${name}-${index}`)));
      const added = await bench.vault.add(items);
      await ledger(`${added.ok ? 'done' : 'refused'} ${name}`);
    }
  }, plan);
}

async function killImports(profile: string, times: number, random: () => number): Promise<number> {
  const bed = createBed(profile);
  const sizes = new Map<string, number>();
  let code: string | undefined;
  for (let round = 0; ; round++) {
    const browser = await bed.start();
    await openVault(browser.page, round % 2 === 0 ? undefined : code);
    const { titles } = await openEverything(browser.page);
    const counts = new Map<string, number>();
    for (const title of titles) {
      const batch = title.slice('Title of '.length).split('-')[0] ?? '';
      counts.set(batch, (counts.get(batch) ?? 0) + 1);
    }
    const acknowledged = new Set(bed.lines);
    const wrong = [...sizes].filter(([batch, size]) => {
      const present = counts.get(batch) ?? 0;
      return present !== size && (present !== 0 || acknowledged.has(`done ${batch}`));
    });
    expect(wrong, 'batches that are torn, or acknowledged and not there').toEqual([]);
    code ??= await recoveryCodeOf(browser.page);
    if (round === times) {
      await browser.closeGently();
      break;
    }
    const plan = Array.from({ length: 200 }, (_, index) => ({ name: `r${round}b${index}`, size: 1 + Math.floor(random() * 40) }));
    for (const { name, size } of plan) sizes.set(name, size);
    await runUntilKilled(browser, random, importBatches(browser.page, plan));
  }
  expect(bed.lines.filter((line) => line.startsWith('refused'))).toEqual([]);
  return bed.lines.length;
}

test(`C01 ${kills} kills during import lose nothing acknowledged and leave nothing half`, async () => {
  test.setTimeout(60_000 + kills * 15_000);
  const random = createRandom(seed);
  let acknowledged = 0;
  for (const times of killPlan()) await inProfile(async (profile) => void (acknowledged += await killImports(profile, times, random)));
  process.stdout.write(`C01: ${kills} kills, ${acknowledged} imports acknowledged, 0 lost, 0 torn\n`);
  expect(acknowledged).toBeGreaterThan(kills);
});

/** Records shares without end: each prepared, then shown. */
function recordShares(page: Page, prefix: string): Promise<unknown> {
  return page.evaluate(async (name) => {
    for (let index = 0; ; index++) {
      for (const result of ['prepared', 'shown'] as const) {
        const recorded = await bench.vault.recordShare(bench.shareOf(`${name}-${index}`, result));
        await ledger(`${recorded.ok ? result : 'refused'} ${name}-${index}`);
      }
    }
  }, prefix);
}

async function holderKeyOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const made = await bench.vault.holderKey('Ed25519');
    return made.ok ? made.value.did : made.error.code;
  });
}

async function killShares(profile: string, times: number, random: () => number): Promise<number> {
  const bed = createBed(profile);
  let did: string | undefined;
  for (let round = 0; ; round++) {
    const browser = await bed.start();
    await openVault(browser.page);
    const { shares } = await openEverything(browser.page);
    const wrong = bed.lines.filter((line) => {
      const [result, id] = line.split(' ') as [string, string];
      return shares[id] !== 'shown' && (result !== 'prepared' || shares[id] !== 'prepared');
    });
    expect(wrong, 'shares that are not as acknowledged').toEqual([]);
    const key = await holderKeyOf(browser.page);
    did ??= key;
    expect(key).toBe(did);
    if (round === times) {
      await browser.closeGently();
      break;
    }
    await runUntilKilled(browser, random, recordShares(browser.page, `r${round}`));
  }
  return bed.lines.length;
}

test(`C02 ${kills} kills while shares are recorded leave each prepared or shown, and the key`, async () => {
  test.setTimeout(60_000 + kills * 15_000);
  const random = createRandom(seed + 1);
  let acknowledged = 0;
  for (const times of killPlan()) await inProfile(async (profile) => void (acknowledged += await killShares(profile, times, random)));
  process.stdout.write(`C02: ${kills} kills, ${acknowledged} records acknowledged, 0 lost\n`);
  expect(acknowledged).toBeGreaterThan(kills);
});

/** Turns a byte in the middle of every log of the database, as a torn record looks to the next start. */
function spoilDatabase(profile: string): number {
  const logs = filesIn(join(profile, 'Default', 'IndexedDB')).filter((file) => file.endsWith('.log'));
  for (const file of logs) {
    const bytes = readFileSync(file);
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 0xff;
    writeFileSync(file, bytes);
  }
  return logs.length;
}

test('C14 a database that Chromium throws away as corrupt comes back from the mirror', async () => {
  test.setTimeout(90_000);
  await inProfile(async (profile) => {
    const bed = createBed(profile);
    const first = await bed.start();
    await openVault(first.page);
    await importBatches(first.page, [
      { name: 'before', size: 20 },
      { name: 'also', size: 5 },
    ]);
    await first.kill();
    expect(bed.lines).toEqual(['done before', 'done also']);
    expect(spoilDatabase(profile)).toBeGreaterThan(0);
    const second = await bed.start();
    await openVault(second.page);
    expect((await openEverything(second.page)).titles).toHaveLength(25);
    const logs = filesIn(join(profile, 'Default', 'IndexedDB')).filter((file) => file.endsWith('LOG'));
    const begunAnew = logs.some((file) => readFileSync(file, 'utf8').includes('since it was missing'));
    expect(begunAnew, 'Chromium is expected to have thrown the database away').toBe(true);
    await second.closeGently();
  });
});

/** Every file of a folder, also those in folders below. */
function filesIn(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function filesWith(profile: string, canaries: ReadonlyMap<string, Buffer>): readonly string[] {
  const hits: string[] = [];
  for (const file of filesIn(profile)) {
    const bytes = readFileSync(file);
    for (const [name, canary] of canaries) if (bytes.includes(canary)) hits.push(`${name} in ${file.slice(profile.length)}`);
  }
  return hits;
}

/** A text as it may lie on disk: UTF-8 and UTF-16. */
function spellings(name: string, text: string): readonly (readonly [string, Buffer])[] {
  return [
    [`${name}, utf-8`, Buffer.from(text, 'utf8')],
    [`${name}, utf-16`, Buffer.from(text, 'utf16le')],
  ];
}

/** The 32 secret bytes in a PKCS#8 key: Ed25519 ends with them (RFC 8410), P-256 carries them at 36 (RFC 5915). */
function privatePart(pkcs8: Buffer): Buffer {
  return pkcs8.length === 48 ? pkcs8.subarray(16) : pkcs8.subarray(36, 68);
}

test('disk canary: after use and lock nothing of the content, the secrets or the keys lies readable in the profile', async () => {
  test.setTimeout(90_000);
  await inProfile(async (profile) => {
    const browser = await createBed(profile).start();
    await openVault(browser.page);
    const told = await browser.page.evaluate(async () => {
      const { vault, itemOf, shareOf } = bench;
      const known = { keyThumbprint: 'canarythumbprint', issuerId: 'did:key:canaryissuer', name: 'Canary school', since: Date.now() as never };
      const steps = [
        await vault.add([await itemOf('canary', 20_000)]),
        await vault.recordShare(shareOf('canaryshare', 'shown')),
        await vault.knowIssuer(known),
        await vault.holderKey('Ed25519'),
        await vault.holderKey('P-256'),
      ];
      const backup = await vault.makeBackup('recovery-code');
      const sheet = await vault.recoverySheet();
      await vault.lock();
      const plain = indexedDB.open('control', 1);
      plain.addEventListener('upgradeneeded', () => plain.result.createObjectStore('plain'));
      await new Promise((resolve) => plain.addEventListener('success', resolve));
      const written = plain.result.transaction('plain', 'readwrite', { durability: 'strict' });
      written.objectStore('plain').put('Canary in the clear', 1);
      await new Promise((resolve) => written.addEventListener('complete', resolve));
      const failed = steps.find(({ ok }) => !ok);
      if (failed !== undefined || !sheet.ok || !backup.ok) return undefined;
      return { ...sheet.value, backup: [...backup.value.bytes] };
    });
    await browser.closeGently();
    if (told === undefined) throw new Error('a step before the scan was refused');
    const { Decrypter } = await import('age-encryption');
    const { unzipSync } = await import('fflate');
    const decrypter = new Decrypter();
    decrypter.addIdentity(told.ageIdentity);
    const files = unzipSync(await decrypter.decrypt(Uint8Array.from(told.backup)));
    const keys = JSON.parse(Buffer.from(files['keys.json'] ?? []).toString('utf8')) as readonly { readonly bytes: string }[];
    expect(keys).toHaveLength(2);
    const digits = told.groups.map((group) => Number(group.slice(0, 5)));
    const recovery = Buffer.from(digits.flatMap((value) => [value >> 8, value & 255]));
    const canaries = new Map<string, Buffer>([
      ...spellings('title', 'Title of canary'),
      ...spellings('issuer', 'Issuer of canary'),
      ...spellings('content', '{"name":"canary"'),
      ...spellings('receiver', 'Receiver canaryshare'),
      ...spellings('known issuer', 'Canary school'),
      ...spellings('passphrase', passphrase),
      ...spellings('recovery digits', told.groups.join('')),
      ...spellings('recovery groups', told.groups.join(' ')),
      ...spellings('age identity', told.ageIdentity),
      ['recovery bytes', recovery],
      ...keys.map(({ bytes }, index) => [`private key ${index}`, privatePart(Buffer.from(bytes, 'base64url'))] as const),
    ]);
    expect(filesWith(profile, canaries)).toEqual([]);
    const control = new Map(spellings('control', 'Canary in the clear'));
    expect(filesWith(profile, control), 'the scan must find what does lie in the clear').not.toEqual([]);
  });
});
