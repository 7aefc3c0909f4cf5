import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { decodeBase64url, encodeBase64url } from '../../../../src/core/encoding/base64url.ts';
import { succeed } from '../../../../src/core/model/attempt.ts';
import { currentSchema } from '../../../../src/platform/storage/migrations/migrations.ts';
import type { HeaderRow, SealedRow } from '../../../../src/platform/storage/vault-storage.ts';
import type { Kdf } from '../../../../src/platform/vault/argon-ladder.ts';
import { argon2id } from '../../../../src/platform/vault/argon2id.ts';
import { readRaw, writeRaw } from '../../vault/raw-rows.ts';
import type { RawRows } from '../../vault/raw-rows.ts';
import { createRig, itemOf, shareOf, storageOver, valueOf } from '../../vault/vault-rig.ts';

const passphrase = { type: 'passphrase', passphrase: 'a published test passphrase' } as const;
const code = { type: 'recovery', code: '000179 087555 174939 262319 349696 437072 524457 611837' } as const;

/** The real derivation, said to be slow, so that new slots take the floor of the ladder. */
const realKdf: Kdf = {
  derive: async (words, salt, cost) => succeed({ key: await argon2id(words, salt, cost), elapsedMs: 10_000 }),
};

function fileOf(schema: number): string {
  return join(import.meta.dirname, `schema-${schema}.json`);
}

/** Rows as JSON: bytes as base64url under a key of their own. */
function freeze(rows: RawRows): string {
  const bytes = (_key: string, value: unknown): unknown => (value instanceof Uint8Array ? { bytes: encodeBase64url(value) } : value);
  return `${JSON.stringify(rows, bytes, 1)}\n`;
}

function thaw(text: string): RawRows {
  const isBytes = (value: unknown): value is { readonly bytes: string } => typeof value === 'object' && value !== null && 'bytes' in value;
  return JSON.parse(text, (_key, value: unknown) => (isBytes(value) ? valueOf(decodeBase64url(value.bytes)) : value)) as {
    headers: HeaderRow[];
    records: SealedRow[];
    chunks: SealedRow[];
  };
}

async function makeFrozen(): Promise<string> {
  const { vault, factory } = await createRig({ kdf: realKdf });
  valueOf(await vault.create(passphrase, code.code));
  valueOf(await vault.add([await itemOf('one'), await itemOf('two')]));
  valueOf(await vault.recordShare(shareOf('share')));
  valueOf(await vault.holderKey('Ed25519'));
  return freeze(await readRaw(factory));
}

/** Made once for each schema before it is released, never again. */
if (process.env['MECUM_MAKE_FIXTURES'] === '1' && !existsSync(fileOf(currentSchema))) writeFileSync(fileOf(currentSchema), await makeFrozen());

describe('vaults frozen at each schema', () => {
  for (let schema = 1; schema <= currentSchema; schema++) {
    it(`C05 a vault of schema ${schema} opens by passphrase and by code, and can be written on`, async () => {
      const factory = new IDBFactory();
      valueOf(await storageOver(factory).open());
      await writeRaw(factory, thaw(readFileSync(fileOf(schema), 'utf8')));
      for (const secret of [passphrase, code]) {
        const { vault } = await createRig({ kdf: realKdf }, factory);
        valueOf(await vault.unlock(secret));
        const { items, shares, holder, damaged } = vault.snapshot.get();
        expect(damaged).toEqual([]);
        expect(items.map(({ title }) => title[0]?.text).slice(0, 2)).toEqual(['Title of one', 'Title of two']);
        expect(shares).toEqual([shareOf('share')]);
        expect(holder?.type).toBe('Ed25519');
        for (const name of ['one', 'two']) {
          const { summary, raw } = await itemOf(name);
          expect(valueOf(await vault.open(summary.id)).raw).toEqual(raw);
        }
        valueOf(await vault.add([await itemOf(`added by ${secret.type}`)]));
      }
    });
  }
});
