import type { ReadTrustList, TrustRegister } from '../model/trust.ts';
import type { TrustListFile } from '../model/trust.ts';

/** A kind of trust list. Eager only in `id` and `recognize`. */
export interface TrustListKind {
  readonly id: string;
  /** Cheap, total, never throws; answers only "mine or not". Found by content, never by name. */
  recognize(file: TrustListFile): boolean;
  load(): Promise<ReadTrustList>;
}

/** All registered kinds. At most one recognizes a given file. */
export const trustListKinds: readonly TrustListKind[] = [];

/** The register in a file, or undefined where no kind knows it or it is broken: such a list says nothing about anybody. */
export async function readTrustList(file: TrustListFile): Promise<TrustRegister | undefined> {
  const kind = trustListKinds.find((candidate) => candidate.recognize(file));
  if (kind === undefined) return undefined;
  const read = await (await kind.load())(file);
  return read.ok ? read.value : undefined;
}
