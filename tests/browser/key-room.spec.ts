import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { veramoSlim } from '../../src/tools/plugins/veramo-slim.ts';
import type { bench as Bench } from './key-room-page/key-room-page.ts';

declare const bench: typeof Bench;

const entry = fileURLToPath(new URL('key-room-page/key-room-page.ts', import.meta.url));
const policy = "default-src 'none'; script-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
let address = '';
let server: ReturnType<typeof createServer>;

test.beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [veramoSlim()],
    build: { target: 'es2022', modulePreload: false, write: false, reportCompressedSize: false, rolldownOptions: { input: entry } },
  });
  const { output } = built as unknown as { readonly output: readonly { readonly fileName: string; readonly code: string; readonly isEntry: boolean }[] };
  const entryName = output.find(({ isEntry }) => isEntry)?.fileName ?? '';
  server = createServer((request, response) => {
    const script = output.find(({ fileName }) => `/${fileName}` === request.url);
    response.setHeader('content-security-policy', policy);
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript');
    response.end(script?.code ?? `<!doctype html><title>Keys</title><script type="module" src="/${entryName}"></script>`);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  address = `http://localhost:${(server.address() as AddressInfo).port}/`;
});

test.afterAll(() => {
  server.close();
});

test('keys of both types are made, kept and used under the strictest policy, with no request and no complaint', async ({ page }) => {
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(address);
  await page.waitForFunction('globalThis.bench !== undefined');
  const told = await page.evaluate(async () => {
    const room = await bench.open();
    const began = performance.now();
    const keys = [await room.holderKey('Ed25519'), await room.holderKey('P-256')];
    const madeMs = performance.now() - began;
    const again = [await (await bench.open()).holderKey('Ed25519'), await (await bench.open()).holderKey('P-256')];
    const methods = keys.map((key) => (key.ok ? key.value.verificationMethod : ''));
    const common = { challenge: 'c', documentHash: new Uint8Array(32), domain: 'anyone' };
    const proof = await room.sign({ kind: 'di', cryptosuite: 'eddsa-rdfc-2022', verificationMethod: methods[0] ?? '', created: bench.now(), ...common });
    const token = await room.sign({
      kind: 'vp-jwt',
      verificationMethod: methods[1] ?? '',
      audience: 'anyone',
      nonce: 'n',
      issuedAt: bench.now(),
      presentation: '{"@context":["https://www.w3.org/2018/credentials/v1"],"type":["VerifiablePresentation"]}',
    });
    return {
      same: JSON.stringify(keys) === JSON.stringify(again),
      proofBytes: proof.ok && proof.value.kind === 'di' ? proof.value.signature.length : proof,
      tokenParts: token.ok && token.value.kind === 'vp-jwt' ? token.value.token.split('.').length : token,
      madeMs,
    };
  });
  expect(told).toMatchObject({ same: true, proofBytes: 64, tokenParts: 3 });
  expect(told.madeMs).toBeLessThan(2000);
  expect(complaints).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(address))).toEqual([]);
});
