import { build } from 'vite';
import type { Plugin, Rollup } from 'vite';
import { describe, expect, test } from 'vitest';
import { ageSlim } from '../../src/tools/plugins/age-slim.ts';

/** The lattice scheme, as its library spells it. */
const lattice = /ml_kem/;

const entry: Plugin = {
  name: 'entry',
  resolveId: (id) => (id === 'virtual:entry' ? '\0entry' : undefined),
  load: (id) =>
    id === '\0entry'
      ? `import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
globalThis.roundTrip = async (text) => {
  const identity = await generateX25519Identity();
  const locked = new Encrypter();
  locked.addRecipient(await identityToRecipient(identity));
  const opened = new Decrypter();
  opened.addIdentity(identity);
  return opened.decrypt(await locked.encrypt(text), 'text');
};`
      : undefined,
};

async function bundle(plugins: readonly Plugin[]): Promise<string> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [...plugins, entry],
    build: { target: 'es2022', modulePreload: false, write: false, minify: false, reportCompressedSize: false, rolldownOptions: { input: 'virtual:entry' } },
  })) as Rollup.RollupOutput;
  return output.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])).join('\n');
}

describe('the slim age library', () => {
  test('locks and opens a file, and brings no scheme that it never reaches', async () => {
    const slim = await bundle([ageSlim()]);
    expect(slim.length).toBeLessThan((await bundle([])).length * 0.8);
    const own = globalThis as typeof globalThis & { roundTrip?: (text: string) => Promise<string> };
    await import(`data:text/javascript;base64,${Buffer.from(slim).toString('base64')}`);
    expect(await own.roundTrip?.('kept')).toBe('kept');
  }, 60_000);

  test('would bring them without the plug-in', async () => {
    expect(await bundle([])).toMatch(lattice);
    expect(await bundle([ageSlim()])).not.toMatch(lattice);
  }, 60_000);
});
