import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import type { CDPSession, Page } from '@playwright/test';
import { build } from 'vite';
import type { SlotSummary } from '../../src/wallet/ports.ts';
import type { bench as Bench } from './passkey-page/passkey-page.ts';

declare const bench: typeof Bench;

const entry = fileURLToPath(new URL('passkey-page/passkey-page.ts', import.meta.url));
let port = 0;
let server: ReturnType<typeof createServer>;

test.beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { target: 'es2022', modulePreload: false, write: false, reportCompressedSize: false, rolldownOptions: { input: entry } },
  });
  const { output } = built as unknown as { readonly output: readonly { readonly code: string }[] };
  const script = output[0]?.code ?? '';
  server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : '<!doctype html><title>Passkeys</title><script type="module" src="/page.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  port = (server.address() as AddressInfo).port;
});

test.afterAll(() => {
  server.close();
});

/** A phone with a lock, as far as WebAuthn can tell; `unlocks` false: its owner does not pass the lock. */
async function plugIn(page: Page, options: { readonly hasPrf: boolean; readonly unlocks?: boolean }): Promise<{ readonly cdp: CDPSession; readonly id: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: options.unlocks ?? true,
      automaticPresenceSimulation: true,
      hasPrf: options.hasPrf,
    },
  });
  return { cdp, id: authenticatorId };
}

async function openPage(page: Page, host = 'localhost'): Promise<void> {
  await page.goto(`http://${host}:${port}/`);
  await page.waitForFunction('globalThis.bench !== undefined');
}

/** What a call came to, as plain data. */
interface Told {
  readonly code?: string;
  readonly output?: readonly number[];
  readonly credentialId?: readonly number[];
  readonly salt?: readonly number[];
  readonly transports?: readonly string[];
  readonly slotId?: string;
}

function create(page: Page): Promise<Told> {
  return page.evaluate(async () => {
    const made = await bench.passkeys.create(bench.randomness);
    if (!made.ok) return { code: made.error.code };
    const { output, credentialId, salt, transports } = made.value;
    return { output: [...output], credentialId: [...credentialId], salt: [...salt], transports: [...transports] };
  });
}

function ask(page: Page, slots: readonly (Told & { readonly id: string })[]): Promise<Told> {
  const plain = slots.map(({ id, credentialId = [], salt = [], transports = [] }) => ({ id, credentialId, salt, transports }));
  return page.evaluate(async (given) => {
    const summaries = given.map(({ id, credentialId, salt, transports }) => ({
      id,
      type: 'prf',
      createdAt: 0,
      prf: { credentialId: Uint8Array.from(credentialId), salt: Uint8Array.from(salt), transports },
    }));
    const asked = await bench.passkeys.ask(summaries as unknown as readonly SlotSummary[]);
    return asked.ok ? { slotId: asked.value.slotId, output: [...asked.value.output] } : { code: asked.error.code };
  }, plain);
}

test('a passkey gives 32 secret bytes when it is made, and the same bytes whenever it is asked', async ({ page }) => {
  await plugIn(page, { hasPrf: true });
  await openPage(page);
  expect(await page.evaluate(() => bench.passkeys.available())).toBe(true);
  const first = await create(page);
  expect(first.output).toHaveLength(32);
  expect(first.transports).toEqual(['internal']);
  const second = await create(page);
  expect(second.output).not.toEqual(first.output);
  expect(await ask(page, [{ ...first, id: 'one' }])).toEqual({ slotId: 'one', output: first.output });
  await openPage(page);
  expect(await ask(page, [{ ...second, id: 'two' }])).toEqual({ slotId: 'two', output: second.output });
  const either = await ask(page, [{ ...first, id: 'one' }, { ...second, id: 'two' }]);
  expect(either.output).toEqual(either.slotId === 'one' ? first.output : second.output);
});

test('C20 another salt is another secret: a changed PRF is noticed by the vault, never taken for the old one', async ({ page }) => {
  await plugIn(page, { hasPrf: true });
  await openPage(page);
  const made = await create(page);
  const other = await ask(page, [{ ...made, id: 'one', salt: Array.from({ length: 32 }, () => 1) }]);
  expect(other.output).toHaveLength(32);
  expect(other.output).not.toEqual(made.output);
});

test('C20 a passkey without PRF is told apart, and nothing is deleted', async ({ page }) => {
  const { cdp, id } = await plugIn(page, { hasPrf: false });
  await openPage(page);
  expect(await create(page)).toEqual({ code: 'device/passkey-without-prf' });
  const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId: id });
  expect(credentials).toHaveLength(1);
  const credentialId = [...Buffer.from(credentials[0]?.credentialId ?? '', 'base64')];
  const asked = await ask(page, [{ id: 'one', credentialId, salt: Array.from({ length: 32 }, () => 1), transports: ['internal'] }]);
  expect(asked).toEqual({ code: 'device/passkey-without-prf' });
});

test('C20 a lock that is not passed is a cancelled attempt', async ({ page }) => {
  await plugIn(page, { hasPrf: true, unlocks: false });
  await openPage(page);
  expect(await create(page)).toEqual({ code: 'device/cancelled' });
});

test('C20 a passkey asked without passing the lock is a cancelled attempt, like one that was closed', async ({ page }) => {
  const { cdp, id } = await plugIn(page, { hasPrf: true });
  await openPage(page);
  const made = await create(page);
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: false });
  expect(await ask(page, [{ ...made, id: 'one' }])).toEqual({ code: 'device/cancelled' });
});

test('C20 a passkey that was deleted on the device is a cancelled attempt', async ({ page }) => {
  const { cdp, id } = await plugIn(page, { hasPrf: true });
  await openPage(page);
  const made = await create(page);
  await cdp.send('WebAuthn.clearCredentials', { authenticatorId: id });
  expect(await ask(page, [{ ...made, id: 'one' }])).toEqual({ code: 'device/cancelled' });
});

test('where passkeys cannot work, that is said at once', async ({ page }) => {
  await plugIn(page, { hasPrf: true });
  // An address of numbers can have no passkeys (WebAuthn, "RP ID").
  await openPage(page, '127.0.0.1');
  expect(await create(page)).toEqual({ code: 'device/not-supported' });
  expect(await ask(page, [])).toEqual({ code: 'device/not-supported' });
});

test('without a screen lock passkeys are not offered', async ({ page }) => {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await openPage(page);
  expect(await page.evaluate(() => bench.passkeys.available())).toBe(false);
});
