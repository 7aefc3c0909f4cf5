import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asset, filesOf, gzipBytes, precached, textOf, withStaticImports } from './build-files.ts';

const kilo = 1024;
const entry = /src="\/(assets\/index-[\w-]+\.js)"/.exec(textOf('index.html'))?.[1] ?? '';
const total = (files: Iterable<string>): number => [...files].reduce((sum, file) => sum + gzipBytes(file), 0);

/** Says what was measured, then holds the limit. */
function expectWithin(what: string, bytes: number, limitKilo: number): void {
  process.stdout.write(`${what}: ${(bytes / kilo).toFixed(1)} KB of ${limitKilo}\n`);
  expect(bytes, what).toBeGreaterThan(0);
  expect(bytes, what).toBeLessThanOrEqual(limitKilo * kilo);
}

describe('budgets of the build, gzip', () => {
  const first = withStaticImports(entry);

  it('keeps the entry at 90 KB', () => expectWithin('entry', total(first), 90));

  it('keeps the page scripts of the list at 110 KB', () => {
    const list = new Set([...first, ...withStaticImports(asset('home')), asset('first')]);
    expectWithin('home with data', total(list), 110);
  });

  it('keeps what one more screen loads at 25 KB', () => {
    const here = new Set([...first, ...withStaticImports(asset('home'))]);
    for (const room of ['add', 'protect', 'credential', 'share', 'check', 'own', 'together', 'take', 'statement', 'safe', 'settings']) {
      const more = [...withStaticImports(asset(room))].filter((file) => !here.has(file));
      expectWithin(`screens of ${room}`, total(more), 25);
    }
  });

  it('keeps what draws and packs an export at 25 KB beyond the page that asks for it', () => {
    const here = new Set([...first, ...withStaticImports(asset('home')), ...withStaticImports(asset('own'))]);
    const more = [...withStaticImports(asset('file'))].filter((file) => !here.has(file));
    expectWithin('export of a collection', total(more), 25);
  });

  it('keeps the scanner with its decoder at 30 KB', () => {
    const reading = new Set([...first, ...withStaticImports(asset('read-text'))]);
    const more = [...withStaticImports(asset('start-scan'))].filter((file) => !reading.has(file));
    expectWithin('scanner', total([...more, asset('decode-worker')]), 30);
  });

  it('keeps the workers small', () => {
    expectWithin('check worker', total(filesOf().filter((file) => /^assets\/(check-worker|examiner|kinds)-/.test(file))), 250);
    expectWithin('vault worker', total(withStaticImports(asset('vault-worker'))), 60);
    expectWithin('key derivation', total(withStaticImports('w/kdf.js')), 15);
  });

  it('keeps styles at 12 KB', () => {
    const inline = /<style>([\s\S]*?)<\/style>/.exec(textOf('index.html'))?.[1] ?? '';
    expect(inline.length).toBeGreaterThan(1000);
    expectWithin('styles, with the page that holds the first ones', gzipBytes('index.html') + total(filesOf().filter((file) => file.endsWith('.css'))), 12);
  });

  it('keeps 700 KB and 90 files for offline use', () => {
    const kept = precached();
    expect(kept).toContain('shell.html');
    expect(kept).toContain('w/kdf.js');
    expect(kept.length).toBeLessThanOrEqual(90);
    process.stdout.write(`kept for offline use: ${kept.length} files\n`);
    expectWithin('kept for offline use', total(kept), 700);
  });

  it('keeps every script and style that the app can ask for', () => {
    const kept = new Set(precached());
    const forgotten = filesOf().filter((file) => /\.(js|css)$/.test(file) && file !== 'service-worker.js' && !kept.has(file));
    expect(forgotten).toEqual([]);
  });
});

describe('what must not be in the build', () => {
  const scripts = filesOf().filter((file) => /\.(js|html|css|json|webmanifest)$/.test(file));

  it('leaves out the libraries that a did:key wallet never reaches', () => {
    // The order of the secp256k1 group and its generator: they stand wherever the curve itself is.
    const curve = /baaedce6af48a03bbfd25e8cd0364141|79be667ef9dcbbac55a06295ce870b07/i;
    expect(readFileSync('node_modules/@noble/curves/secp256k1.js', 'utf8')).toMatch(curve);
    for (const mark of [curve, /\bethers\b/, /z-schema/]) {
      expect(scripts.filter((file) => file.startsWith('assets/') && mark.test(textOf(file))), String(mark)).toEqual([]);
    }
  });

  it('names no folder of the machine that built it, and no file of its own outside', () => {
    const folders = [process.cwd(), '/node_modules/', '/home/', '/tmp/', 'C:\\\\Users'];
    // A register names websites, and some have such a folder.
    const made = scripts.filter((file) => !file.startsWith('lists/'));
    for (const folder of folders) expect(made.filter((file) => textOf(file).includes(folder)), folder).toEqual([]);
  });

  it('holds no made-up language, no test and no source map', () => {
    // By what is in them: any two letters may stand in the hash of a file's name.
    expect(filesOf().filter((file) => /\.map$|\.test\./.test(file))).toEqual([]);
    expect(scripts.filter((file) => /⟦|en-XA|ar-XB/.test(textOf(file)))).toEqual([]);
  });
});
