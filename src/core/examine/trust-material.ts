import { sha256Hex } from '../encoding/sha256.ts';
import { newerEdition } from '../model/trust.ts';
import type { TrustListFile, TrustListMeta, TrustRegister } from '../model/trust.ts';
import { readTrustList } from '../trust/registry.ts';

/** Lists lately read, by what they hold and what they are pinned to: they come along with every examination. */
const registersRead = new Map<string, Promise<TrustRegister | undefined>>();
const maxRegistersRead = 32;

/** The lists that can be read, each in its newest edition. One that cannot says nothing about anybody. */
export async function readRegisters(files: readonly TrustListFile[]): Promise<readonly TrustRegister[]> {
  const registers = (await Promise.all(files.map(readOnce))).filter((register) => register !== undefined);
  const metas = registers.map(({ meta }) => meta);
  return registers.filter(({ meta }) => newerEdition(meta, metas) === undefined);
}

/** What each of these files says of itself as a list; undefined for one that is none, or is broken. */
export async function describeLists(files: readonly TrustListFile[]): Promise<readonly (TrustListMeta | undefined)[]> {
  return Promise.all(files.map(async (file) => (await readOnce(file))?.meta));
}

async function readOnce(file: TrustListFile): Promise<TrustRegister | undefined> {
  const name = `${await sha256Hex(file.bytes)} ${file.pinned ?? ''}`;
  const known = registersRead.get(name);
  if (known !== undefined) return known;
  if (registersRead.size >= maxRegistersRead) registersRead.clear();
  const read = readTrustList(file).catch(() => undefined);
  registersRead.set(name, read);
  return read;
}
