import { describeSeen, everyCredential, everyShare, examineEntry, troubleWith, wordsOf } from './originals.ts';
import type { Originals } from './originals.ts';
import type { CorpusEntry } from './corpus.ts';
import { mutateFile } from './mutate-packing.ts';
import { createRandom, seedOf } from './random.ts';

/** Something that must not be: with the seed and the number of the case it can be made again. */
interface Finding {
  readonly case: number;
  readonly sample: string;
  readonly why: string;
  readonly bytes: Uint8Array;
}

export interface FuzzOrder {
  readonly corpus: readonly CorpusEntry[];
  readonly originals: Originals;
  readonly format: string;
  readonly seed: string;
  readonly from: number;
  readonly to: number;
  /** Milliseconds of processor time that one case may take. */
  readonly maxCaseMs: number;
  readonly onCase?: (index: number) => void;
  /** How a case is examined; another one only to see that this would find what is wrong. */
  readonly look?: typeof examineEntry;
}

export interface FuzzReport {
  readonly cases: number;
  readonly findings: readonly Finding[];
  /** How many cases ended in each class. */
  readonly classes: Readonly<Record<string, number>>;
  readonly slowestMs: number;
}

/** The changed bytes of one case: the same for the same seed, format, number and samples. */
export function makeCase({ corpus, format, seed }: Pick<FuzzOrder, 'corpus' | 'format' | 'seed'>, index: number): { readonly entry: CorpusEntry; readonly bytes: Uint8Array } {
  const random = createRandom(seedOf(`${seed}/${format}/${index}`));
  const own = corpus.filter((entry) => entry.format === format);
  const good = own.filter(({ expected }) => expected.kind === 'valid');
  const entry = random.pick(good.length > 0 && random.chance(0.8) ? good : own);
  const other = random.pick(random.chance(0.7) ? own : corpus);
  let { bytes } = entry;
  for (let times = random.chance(0.8) ? 1 : 2; times > 0; times -= 1) bytes = mutateFile(bytes, random, other.bytes);
  return { entry, bytes };
}

/**
 * Changes samples of one format and examines what comes of it. Must hold: examining ends in time and with an answer, and
 * nothing is unchanged that nobody signed.
 */
export async function fuzzFormat(order: FuzzOrder): Promise<FuzzReport> {
  const findings: Finding[] = [];
  const classes: Record<string, number> = {};
  let slowestMs = 0;
  for (let index = order.from; index < order.to; index += 1) {
    order.onCase?.(index);
    const { entry, bytes } = makeCase(order, index);
    const began = process.cpuUsage();
    const { seen, why } = await judge(bytes, entry, order.originals, order.look ?? examineEntry);
    const { user, system } = process.cpuUsage(began);
    const ms = (user + system) / 1_000;
    slowestMs = Math.max(slowestMs, ms);
    classes[seen] = (classes[seen] ?? 0) + 1;
    const trouble = why ?? (ms > order.maxCaseMs ? `took ${Math.round(ms)} ms of processor time` : undefined);
    if (trouble !== undefined) findings.push({ case: index, sample: entry.name, why: trouble, bytes });
  }
  return { cases: order.to - order.from, findings, classes, slowestMs };
}

async function judge(bytes: Uint8Array, { answers }: CorpusEntry, originals: Originals, look: typeof examineEntry): Promise<{ readonly seen: string; readonly why?: string }> {
  try {
    const seen = await look(bytes, answers);
    const own = describeSeen(seen);
    if (seen.kind === 'unreadable' && seen.error.facts['why'] === 'threw') return { seen: own, why: 'opening threw' };
    for (const credential of everyCredential(seen)) {
      const why = await troubleWith(credential, originals);
      if (why !== undefined) return { seen: own, why };
      if (credential.checks.some(({ reason }) => reason === 'threw')) return { seen: own, why: 'a check threw' };
    }
    for (const share of everyShare(seen)) {
      if (share.axes.unchanged === 'yes' && share.class !== 'refused' && !originals.shares.has(await wordsOf(share))) return { seen: own, why: `${share.headline}: a share that nobody signed` };
      if (share.checks.some(({ reason }) => reason === 'threw')) return { seen: own, why: 'a check of a share threw' };
    }
    return { seen: own };
  } catch (thrown) {
    return { seen: 'threw', why: `threw ${String(thrown).slice(0, 200)}` };
  }
}
