import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { packEnvelope } from '../../src/core/encoding/envelope.ts';
import { splitUr, writeSingle } from '../../src/core/encoding/ur/ur-splitter.ts';
import { serveFolder } from '../../src/tools/serve-folder.ts';
import { fakeCameraSwitches, writeFakeCamera, writePhoto } from '../support/fake-camera.ts';
import type { FakeCameraOptions, FrameContent } from '../support/fake-camera.ts';

const fragmentBytes = 480;
const checkPage = 'https://wallet.example/#/check';

let server: Awaited<ReturnType<typeof serveFolder>>;
let folder = '';
let browser: Browser | undefined;
let complaints: string[] = [];
let foreignRequests: string[] = [];

test.beforeAll(async () => {
  server = await serveFolder(resolve(process.env['MECUM_DIST'] ?? 'dist'), 0);
  folder = mkdtempSync(join(tmpdir(), 'mecum-scan-'));
});
test.afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});
test.afterEach(async () => {
  await browser?.close();
  expect(complaints).toEqual([]);
  expect(foreignRequests).toEqual([]);
});

/** An unsigned presentation whose envelope has this many bytes, more or less. */
function envelopeOf(bytes: number): Uint8Array {
  const credential = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential'],
    issuer: 'did:example:issuer',
    credentialSubject: { type: 'Person', description: randomBytes(bytes - 330).toString('base64') },
  };
  const presentation = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiablePresentation'], verifiableCredential: [credential] };
  return packEnvelope({ bytes: new TextEncoder().encode(JSON.stringify(presentation)), mediaType: 'application/vp' });
}

/** `rounds` rounds of a moving code, as frames. */
function framesOf(envelope: Uint8Array, rounds: number): readonly FrameContent[] {
  const { count, part } = splitUr(envelope, fragmentBytes);
  return Array.from({ length: Math.ceil(count * rounds) }, (_, index) => [{ text: part(index + 1) }]);
}

async function openWith(switches: readonly string[]): Promise<Page> {
  browser = await chromium.launch({ executablePath: process.env['MECUM_CHROMIUM'] || '/usr/bin/chromium', args: ['--no-sandbox', ...switches] });
  const page = await (await browser.newContext({ viewport: { width: 400, height: 740 } })).newPage();
  complaints = [];
  foreignRequests = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== server.origin) foreignRequests.push(request.url());
  });
  return page;
}

async function openCamera(frames: readonly FrameContent[], options: Partial<FakeCameraOptions> = {}): Promise<Page> {
  const video = join(folder, 'camera.y4m');
  writeFakeCamera(video, frames, { framesPerSecond: 6, ...options });
  return openWith(fakeCameraSwitches(video));
}

/** Opens the scanner and waits for the result; gives the milliseconds from the opening of the camera to it. */
async function scanToResult(page: Page, timeoutMs: number): Promise<number> {
  await page.addInitScript(() => {
    const times: { opened?: number; result?: number } = {};
    Object.assign(globalThis, { times });
    setInterval(() => {
      if (document.querySelector('video') !== null) times.opened ??= performance.now();
      if (location.hash === '#/check/result') times.result ??= performance.now();
    }, 10);
  });
  await page.goto(`${server.origin}/#/check/scan`);
  await page.waitForURL(/#\/check\/result$/, { timeout: timeoutMs });
  const took = await page.waitForFunction(() => {
    const { opened, result } = (globalThis as unknown as { times: { opened?: number; result?: number } }).times;
    return opened === undefined || result === undefined ? undefined : result - opened;
  });
  return Math.round((await took.jsonValue()) ?? Number.NaN);
}

test('a 6 KB presentation at 6 frames a second is read in at most 5 seconds', async () => {
  const envelope = envelopeOf(6_347);
  const page = await openCamera(framesOf(envelope, 3));
  const took = await scanToResult(page, 20_000);
  console.log(`6 KB (${envelope.length} bytes): ${took} ms`);
  expect(took).toBeLessThanOrEqual(5_000);
});

test('a 21 KB presentation at 6 frames a second is read in at most 14 seconds', async () => {
  const envelope = envelopeOf(21_083);
  const page = await openCamera(framesOf(envelope, 2));
  const took = await scanToResult(page, 40_000);
  console.log(`21 KB (${envelope.length} bytes): ${took} ms`);
  expect(took).toBeLessThanOrEqual(14_000);
});

test('a still code is read, also beside the small code of the check page', async () => {
  const page = await openCamera([[{ text: writeSingle(envelopeOf(480)), left: 470 }, { text: checkPage, left: 20 }]], { holdFrames: 6 });
  expect(await scanToResult(page, 10_000)).toBeLessThanOrEqual(3_000);
});

test('C28 a third of the frames lost, some twice, another code mixed in: it is said, and the scan completes', async () => {
  const [mine, other] = [splitUr(envelopeOf(6_347), fragmentBytes), splitUr(envelopeOf(3_000), fragmentBytes)];
  const shown = Array.from({ length: mine.count * 6 }, (_, index) => index + 1).filter((sequence) => sequence % 3 !== 0);
  const frames = shown.map((sequence, index) => (index % 5 === 4 ? [{ text: other.part(sequence) }] : [{ text: mine.part(sequence) }]));
  const page = await openCamera(frames);
  const reading = scanToResult(page, 30_000);
  await expect(page.getByText('That was a part of another code.')).toBeVisible({ timeout: 10_000 });
  await expect(page.getByText(new RegExp(`^Part \\d+ of ${mine.count}$`))).toBeVisible();
  await reading;
});

test('B96 a web address is shown and never opened, and the scan goes on', async () => {
  const address = 'https://evil.example/login?next=1';
  const page = await openCamera([[{ text: address }]], { holdFrames: 6 });
  await page.goto(`${server.origin}/#/check/scan`);
  await expect(page.getByText('This link leads to evil.example. Ask that page?')).toBeVisible();
  await expect(page.getByText(address)).toBeVisible();
  expect(await page.getByRole('link', { name: address }).count()).toBe(0);
  await expect(page.locator('video')).toBeVisible();
  expect(page.url()).toBe(`${server.origin}/#/check/scan`);
});

test('C27 the camera is released when the screen is left, and parts wait for the way back', async () => {
  const { part, count } = splitUr(envelopeOf(6_347), fragmentBytes);
  const page = await openCamera([1, 2, 3].map((sequence) => [{ text: part(sequence) }]));
  await page.addInitScript(() => {
    const tracks: MediaStreamTrack[] = [];
    Object.assign(globalThis, { tracks });
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await ask(constraints);
      tracks.push(...stream.getTracks());
      return stream;
    };
  });
  await page.goto(`${server.origin}/#/check/scan`);
  await expect(page.getByText(`Part 3 of ${count}`, { exact: true })).toBeVisible({ timeout: 10_000 });
  await page.getByRole('link', { name: 'Stop' }).click();
  await page.waitForURL(/#\/check$/);
  const states = (): Promise<readonly string[]> =>
    page.evaluate(() => (globalThis as unknown as { tracks: MediaStreamTrack[] }).tracks.map((track) => track.readyState));
  await expect.poll(states).toEqual(['ended']);
  await page.goto(`${server.origin}/#/check/scan`);
  await expect(page.getByText(`Part 3 of ${count}`, { exact: true })).toBeVisible({ timeout: 1_500 });
});

test('C27 a refused camera is said with the way to switch it on; photo and file still work', async () => {
  const page = await openWith(['--use-fake-device-for-media-stream', '--deny-permission-prompts']);
  await page.goto(`${server.origin}/#/check/scan`);
  await expect(page.getByText('The camera is switched off for this app. You can use a photo or a file instead.')).toBeVisible();
  const empty = join(folder, 'desk.png');
  writePhoto(empty, []);
  await page.getByLabel('Use a photo').setInputFiles(empty);
  await expect(page.getByText('We found no code in this picture.')).toBeVisible({ timeout: 20_000 });
  const photo = join(folder, 'code.png');
  writePhoto(photo, [{ text: writeSingle(envelopeOf(480)) }]);
  await page.getByLabel('Use a photo').setInputFiles(photo);
  await page.waitForURL(/#\/check\/result$/);
});

test('C27 a device without a camera says so', async () => {
  const page = await openWith(['--use-fake-ui-for-media-stream']);
  await page.goto(`${server.origin}/#/check/scan`);
  await expect(page.getByText('We found no camera.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Choose file' })).toBeVisible();
});
