import type { TrustListFile, TrustRegister } from '../model/trust.ts';
import { readTrustList } from '../trust/registry.ts';

/** Lists lately read, by their bytes: one file is asked for again with every credential. */
const registersRead = new WeakMap<Uint8Array, Promise<TrustRegister | undefined>>();

/** The lists that can be read. One that cannot says nothing about anybody. */
export async function readRegisters(files: readonly TrustListFile[]): Promise<readonly TrustRegister[]> {
  const registers = await Promise.all(files.map(readOnce));
  return registers.filter((register) => register !== undefined);
}

function readOnce(file: TrustListFile): Promise<TrustRegister | undefined> {
  const known = registersRead.get(file.bytes);
  if (known !== undefined) return known;
  const read = readTrustList(file).catch(() => undefined);
  registersRead.set(file.bytes, read);
  return read;
}
