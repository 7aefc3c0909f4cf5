import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { Plugin, Rollup } from 'vite';
import { describe, expect, test } from 'vitest';
import { createNamingAuthority } from '../support/certified.ts';
import { slimLibraries } from '../../src/tools/plugins/slim-libraries.ts';

function entry(code: string): Plugin {
  return { name: 'entry', resolveId: (id) => (id === 'virtual:entry' ? '\0entry' : undefined), load: (id) => (id === '\0entry' ? code : undefined) };
}

async function bundle(code: string, plugins: readonly Plugin[]): Promise<string> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [...plugins, entry(code)],
    build: { target: 'es2022', modulePreload: false, write: false, minify: false, reportCompressedSize: false, rolldownOptions: { input: 'virtual:entry', output: { codeSplitting: false } } },
  })) as Rollup.RollupOutput;
  return output.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])).join('\n');
}

/** Runs a bundle that leaves what it does under this name. */
async function run<T>(code: string, name: string): Promise<T> {
  await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
  return (globalThis as unknown as Record<string, T>)[name] as T;
}

const ageFile = `import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
globalThis.roundTrip = async (text) => {
  const identity = await generateX25519Identity();
  const locked = new Encrypter();
  locked.addRecipient(await identityToRecipient(identity));
  const opened = new Decrypter();
  opened.addIdentity(identity);
  return opened.decrypt(await locked.encrypt(text), 'text');
};`;

const certificate = `import { readCertificate } from '/src/core/encoding/x509/read-certificate.ts';
globalThis.readIt = readCertificate;`;

/** The certificate in the header of a seal of ours. */
function sealCertificate(): Uint8Array {
  const file = JSON.parse(readFileSync('tests/fixtures/credentials/jws-json/european-learning-model--sealed.json', 'utf8')) as { signatures: { protected: string }[] };
  const header = JSON.parse(Buffer.from(file.signatures[0]?.protected ?? '', 'base64url').toString()) as { x5c: string[] };
  return new Uint8Array(Buffer.from(header.x5c[0] ?? '', 'base64'));
}

describe('the slim age library', () => {
  test('locks and opens a file', async () => {
    expect(await (await run<(text: string) => Promise<string>>(await bundle(ageFile, [slimLibraries()]), 'roundTrip'))('kept')).toBe('kept');
  }, 60_000);

  test('brings no lattice, and would without the plug-in', async () => {
    expect(await bundle(ageFile, [slimLibraries()])).not.toMatch(/ml_kem/);
    expect(await bundle(ageFile, [])).toMatch(/ml_kem/);
  }, 60_000);
});

describe('the slim certificate library', () => {
  test('reads a certificate as the whole one does', async () => {
    const read = await run<(der: Uint8Array) => Promise<object | undefined>>(await bundle(certificate, [slimLibraries()]), 'readIt');
    const { readCertificate } = await import('../../src/core/encoding/x509/read-certificate.ts');
    const whole = await readCertificate(sealCertificate());
    expect(whole).toBeDefined();
    expect(JSON.stringify(await read(sealCertificate()))).toBe(JSON.stringify(whole));
  }, 60_000);

  test('brings no bundles of certificates and no requests for one, and would without the plug-in', async () => {
    expect(await bundle(certificate, [slimLibraries()])).not.toMatch(/asn1-cms\/build|asn1-csr\/build/);
    expect(await bundle(certificate, [])).toMatch(/asn1-cms\/build/);
  }, 60_000);

  test('reads, and knows whose signature a certificate bears, with no more reflection than it needs', async () => {
    const slim = await bundle(`${certificate}
globalThis.signedBy = async (...ders) => {
  const [root, other] = await Promise.all(ders.map((der) => readCertificate(new Uint8Array(Buffer.from(der, 'base64')))));
  return [await root.isSignedBy(root), await other.isSignedBy(root), await root.isSignedBy(other), Object.keys(Reflect)];
};`, [slimLibraries()]);
    expect(slim).not.toMatch(/OrdinaryDefineOwnMetadata/);
    expect(await bundle(certificate, [])).toMatch(/OrdinaryDefineOwnMetadata/);
    const file = join(mkdtempSync(join(tmpdir(), 'slim-')), 'slim.mjs');
    writeFileSync(file, `${slim}\nprocess.stdout.write(JSON.stringify(await globalThis.signedBy(...process.argv.slice(2))));`);
    // In a process of its own: here the whole library has been loaded before.
    const { root } = await createNamingAuthority();
    const said = execFileSync(process.execPath, [file, ...[root, sealCertificate()].map((der) => Buffer.from(der).toString('base64'))], { encoding: 'utf8' });
    expect(JSON.parse(said)).toEqual([true, false, false, ['defineMetadata', 'getMetadata', 'getOwnMetadata', 'metadata']]);
  }, 60_000);
});
