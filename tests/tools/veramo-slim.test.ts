import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import type { Plugin, Rollup } from 'vite';
import { describe, expect, test } from 'vitest';
import { findVeramoLeftovers, veramoSlim } from '../../src/tools/plugins/veramo-slim.ts';

const maxAgentBytes = 45 * 1024;

const entry: Plugin = {
  name: 'entry',
  resolveId: (id) => (id === 'virtual:entry' ? '\0entry' : undefined),
  load: (id) => (id === '\0entry' ? 'import("/src/platform/keys/open-key-room.ts").then((room) => { globalThis.open = room.openKeyRoom; });' : undefined),
};

/** Bundles the key room as the vault worker gets it: by `import()`. */
async function bundleKeyRoom(plugins: readonly Plugin[]): Promise<{ readonly code: string; readonly roomBytes: number }> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [...plugins, entry],
    build: {
      target: 'es2022',
      modulePreload: false,
      write: false,
      reportCompressedSize: false,
      rolldownOptions: { input: 'virtual:entry' },
    },
  })) as Rollup.RollupOutput;
  const chunks = output.filter((file) => file.type === 'chunk');
  const room = chunks.find(({ name }) => name === 'open-key-room');
  if (room === undefined) throw new Error('The key room is in no chunk of its own');
  return { code: chunks.map(({ code }) => code).join('\n'), roomBytes: gzipSync(room.code, { level: 9 }).length };
}

describe('the slim key agent', () => {
  test('is at most 45 KB (gzip) and brings no curve, schema or file system it never reaches', async () => {
    const { code, roomBytes } = await bundleKeyRoom([veramoSlim()]);
    expect(roomBytes).toBeLessThanOrEqual(maxAgentBytes);
    expect(findVeramoLeftovers(code)).toEqual([]);
    expect(code).not.toMatch(/\bfetch\(|new Function|\beval\(/);
  }, 60_000);

  test('would bring them without the plug-in', async () => {
    const { code, roomBytes } = await bundleKeyRoom([]);
    expect(roomBytes).toBeGreaterThan(maxAgentBytes);
    expect(findVeramoLeftovers(code)).toEqual(['ebaaedce6af48a03bbfd25e8cd0364141', 'json-schema.org', 'ethereumAddress']);
  }, 60_000);

  test('is what the tests run, too', async () => {
    const { createJWK } = await import('@veramo/utils');
    expect(() => createJWK('Ed25519', new Uint8Array(32))).toThrow('not_supported');
  });
});
