import type { ReadTrustList, TrustListFile, TrustRegister } from '../model/trust.ts';
import { beginningOf } from './list-text.ts';

/** A kind of trust list. Eager only in `id` and `recognize`. */
interface TrustListKind {
  readonly id: string;
  /** Cheap, total, never throws; answers only "mine or not". Found by content, never by name. */
  recognize(file: TrustListFile): boolean;
  load(): Promise<ReadTrustList>;
}

/** Lists of our own making name themselves at their beginning. */
const ourOwn = (kind: string) => (file: TrustListFile) => new RegExp(`^\\{\\s*"kind"\\s*:\\s*"mecum/1/${kind}"`).test(beginningOf(file));

/** All registered kinds. At most one recognizes a given file. */
export const trustListKinds: readonly TrustListKind[] = [
  {
    id: 'charter-universities',
    recognize: ourOwn('charter-universities'),
    load: async () => (await import('./charter-universities/read.ts')).readCharterUniversities,
  },
  { id: 'platforms', recognize: ourOwn('platforms'), load: async () => (await import('./platforms/read.ts')).readPlatforms },
  {
    id: 'lote',
    recognize: (file) => {
      const beginning = beginningOf(file);
      return /^ey[\w-]+\./.test(beginning) || /^\{[^]*"(?:LoTE|ListAndSchemeInformation)"\s*:/.test(beginning);
    },
    load: async () => (await import('./lote/read.ts')).readLote,
  },
  {
    id: 'did-registry',
    recognize: (file) => /^\{[^]*"registry"\s*:\s*\{/.test(beginningOf(file)) && !/"(?:LoTE|ListAndSchemeInformation)"\s*:/.test(beginningOf(file)),
    load: async () => (await import('./did-registry/read.ts')).readDidRegistry,
  },
  { id: 'anchors', recognize: (file) => /^(?!\{|ey[\w-]+\.)[^]*-----BEGIN CERTIFICATE-----/.test(beginningOf(file)), load: async () => (await import('./anchors/read.ts')).readAnchors },
];

/** The register in a file, or undefined where no kind knows it or it is broken: such a list says nothing about anybody. */
export async function readTrustList(file: TrustListFile): Promise<TrustRegister | undefined> {
  const kind = trustListKinds.find((candidate) => candidate.recognize(file));
  if (kind === undefined) return undefined;
  const read = await (await kind.load())(file);
  return read.ok ? read.value : undefined;
}
