import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFolder } from '../../src/tools/serve-folder.ts';
import { buildVariant } from './build-variant.ts';
import { dist, expect, networkIsOff, test, untilInstalled } from './harness.ts';

const promise = 'Keep your learning credentials on your own device.';

test('the manifest has no error and the app can be installed', async ({ page }) => {
  await page.goto('/');
  await untilInstalled(page);
  const session = await page.context().newCDPSession(page);
  const { errors, data } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data ?? '{}') as { id: string; name: string; icons: { src: string }[] };
  expect(manifest).toMatchObject({ id: '/', name: 'Mecum' });
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A browser without a window of its own says this of every app.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
  for (const { src } of manifest.icons) {
    const drawn = await page.evaluate((url) => new Promise((done) => Object.assign(new Image(), { src: url, onload: () => done(true), onerror: () => done(false) })), src);
    expect(drawn, src).toBe(true);
  }
});

test('after one visit it opens without a network, at any address of its own', async ({ page, guard }) => {
  await page.goto('/');
  await untilInstalled(page);
  guard.allow(networkIsOff);
  await page.context().setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(promise);
  await page.goto('/#/check');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/check/i);
  await expect(page.locator('.line'), 'the state line says so').toContainText('Offline');
});

test('C33 a new version waits, is offered, is not offered while something runs, and is used on say', async ({ browser, guard }) => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'mecum-update-'));
  cpSync(dist, folder, { recursive: true });
  const server = await serveFolder(folder, 0);
  const home = `http://localhost:${server.port}`;
  const context = await browser.newContext();
  const complaints: string[] = [];
  context.on('weberror', (error) => complaints.push(String(error.error())));
  try {
    const page = await context.newPage();
    await page.goto(home);
    await untilInstalled(page);
    await page.reload();
    const version = () => page.evaluate(() => navigator.serviceWorker.controller?.scriptURL);
    expect(await version()).toBe(`${home}/service-worker.js`);
    server.change(await buildVariant());
    // Words in a form: they must survive until the person asks.
    await page.goto(`${home}/#/add`);
    await page.getByRole('textbox').first().fill('not saved yet');
    await page.evaluate(async () => void (await navigator.serviceWorker.getRegistration())?.update());
    await page.waitForFunction(async () => ((await navigator.serviceWorker.getRegistration())?.waiting ?? null) !== null);
    await expect(page.getByRole('textbox').first()).toHaveValue('not saved yet');
    // While something runs that must not be cut off, nothing is offered.
    await page.goto(`${home}/#/restore`);
    await expect(page.getByText('Choose backup file')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Use it now' })).toHaveCount(0);
    await page.goto(`${home}/#/settings/storage`);
    await expect(page.locator('body')).not.toContainText('999.0.0');
    const use = page.getByRole('button', { name: 'Use it now' }).first();
    await expect(use).toBeVisible();
    await Promise.all([page.waitForEvent('load'), use.click()]);
    await page.goto(`${home}/#/settings/storage`);
    await expect(page.locator('main')).toContainText('999.0.0');
    expect(complaints).toEqual([]);
    expect(guard.seen).toEqual([]);
  } finally {
    await context.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('C34 a page of the version before can still load its own parts after the new one took over', async ({ browser }) => {
  test.setTimeout(120_000);
  const server = await serveFolder(dist, 0);
  const home = `http://localhost:${server.port}`;
  const context = await browser.newContext();
  try {
    const old = await context.newPage();
    await old.goto(home);
    await untilInstalled(old);
    await old.reload();
    await expect(old.getByRole('heading', { level: 1 })).toHaveText(promise);
    server.change(await buildVariant());
    const young = await context.newPage();
    await young.goto(`${home}/#/settings/storage`);
    await young.evaluate(async () => void (await navigator.serviceWorker.getRegistration())?.update());
    await Promise.all([young.waitForEvent('load'), young.getByRole('button', { name: 'Use it now' }).first().click()]);
    // The old page was not reloaded and opens a screen it never loaded before.
    await old.getByRole('link', { name: 'I had this app before' }).click();
    await expect(old).toHaveURL(/#\/restore/);
    await expect(old.getByRole('heading', { level: 1 })).not.toHaveText(promise);
    await expect(old.getByRole('button').or(old.locator('input')).first()).toBeVisible();
  } finally {
    await context.close();
    await server.close();
  }
});

test('C35 a broken upload is not taken: the version before runs on', async ({ browser }) => {
  test.setTimeout(120_000);
  const variant = await buildVariant();
  const server = await serveFolder(dist, 0);
  const home = `http://localhost:${server.port}`;
  const broken = mkdtempSync(join(tmpdir(), 'mecum-broken-'));
  cpSync(variant, broken, { recursive: true });
  const script = /assets\/check-[\w-]{8}\.js/.exec(readFileSync(join(variant, 'service-worker.js'), 'utf8'))?.[0] ?? '';
  writeFileSync(join(broken, script), '<!doctype html><title>Not found</title>');
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(home);
    await untilInstalled(page);
    server.change(broken);
    const ended = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
      const worker = registration?.installing;
      if (worker == null) return 'none';
      return new Promise<string>((done) => {
        worker.addEventListener('statechange', () => done(worker.state));
      });
    });
    expect(ended).toBe('redundant');
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(promise);
  } finally {
    await context.close();
    await server.close();
    rmSync(broken, { recursive: true, force: true });
  }
});

test('what another app shares arrives at Add, is read, and nothing of it stays behind', async ({ page }) => {
  await page.goto('/');
  await untilInstalled(page);
  await page.reload();
  // A page that is only starting would take at once what is shared next.
  await page.getByRole('combobox').waitFor();
  const badge = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential'],
    name: 'Safe lifting',
    issuer: 'did:example:school',
    credentialSubject: { id: 'did:example:learner' },
  };
  const answer = await page.evaluate(async (text) => {
    const body = new FormData();
    body.append('file', new File([text], 'shared.json', { type: 'application/json' }));
    return (await fetch('/share-target', { method: 'POST', body, redirect: 'manual' })).type;
  }, JSON.stringify(badge));
  expect(answer).toBe('opaqueredirect');
  expect(await page.evaluate(() => caches.has('mecum/shared-in'))).toBe(true);
  await page.goto('/?shared');
  await expect(page).toHaveURL(/#\/review/);
  await expect(page.locator('main')).toContainText(badge.name);
  expect(await page.evaluate(() => caches.has('mecum/shared-in'))).toBe(false);
});
