import * as v from 'valibot';
import type { HeaderRow } from '../storage/vault-storage.ts';
import { toBytes, utf8 } from './join-parts.ts';
import { deriveVaultKeys } from './vault-keys.ts';
import type { VaultKeys } from './vault-keys.ts';

const headerShape = v.object({
  format: v.literal('mecum-vault'),
  v: v.number(),
  /** The oldest reader that understands this vault. */
  minReader: v.number(),
  vaultId: v.string(),
  epoch: v.number(),
  schema: v.number(),
  createdAt: v.number(),
  counter: v.number(),
  /** Random, new with each write: two writes from the same state never give the same text. */
  stamp: v.optional(v.string()),
  slots: v.array(v.object({ about: v.string(), iv: v.string(), wrapped: v.string() })),
  /** The summary chunks in force: identity and revision. What is not listed here does not count. */
  chunks: v.array(v.tuple([v.string(), v.number()])),
});

/**
 * [Note: Two headers] The header lies on disk twice, both copies written in the transaction of every change. The newest
 * whose MAC fits wins, so that a damaged copy costs nothing, and a removed slot is gone from both at once.
 */
export type VaultHeader = v.InferOutput<typeof headerShape>;

/** Readers below `minReader` refuse; raised only when old readers would do harm. */
export const headerVersion = 1;

/** Parses a copy; undefined where it is damaged. The MAC is checked only when the vault opens. */
export function parseHeader(row: HeaderRow): VaultHeader | undefined {
  try {
    const parsed = v.safeParse(headerShape, JSON.parse(row.text));
    return parsed.success && parsed.output.counter === row.counter ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** Both copies of a header, ready to be written. */
export async function sealHeader(header: VaultHeader, keys: VaultKeys): Promise<readonly HeaderRow[]> {
  const text = JSON.stringify(header);
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', keys.header, utf8(text)));
  const { counter, schema } = header;
  return (['A', 'B'] as const).map((copy) => ({ copy, counter, schema, text, mac }));
}

/** The newest copy whose MAC fits under this root key, with the keys it names. */
export async function authenticHeader(
  rows: readonly HeaderRow[],
  root: Uint8Array,
): Promise<{ readonly header: VaultHeader; readonly keys: VaultKeys } | undefined> {
  const newestFirst = [...rows].sort((one, other) => other.counter - one.counter);
  for (const row of newestFirst) {
    const header = parseHeader(row);
    if (header === undefined) continue;
    const keys = await deriveVaultKeys(root, header.vaultId, header.epoch);
    if (await crypto.subtle.verify('HMAC', keys.header, toBytes(row.mac), utf8(row.text))) return { header, keys };
  }
  return undefined;
}
