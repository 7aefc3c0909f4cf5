import type { Achievement, LocalizedText, Stated, StatedText, Workload } from '../model/credential.ts';
import { europeanLevel } from '../model/european-level.ts';
import type { ExaminedCredential } from '../model/examination.ts';
import type { NotSummed } from '../model/stacking.ts';

/** One achievement that may count, of a credential whose signature fits. */
export interface Countable {
  readonly item: ExaminedCredential;
  readonly achievement: Achievement;
  readonly workload: CountedWorkload;
  readonly level?: number;
  readonly field?: string;
  /** Where its credential tells of several achievements. */
  readonly title?: LocalizedText;
}

/** What is stated of workload: one known amount, or why there is none. */
type CountedWorkload =
  | { readonly amount: number; readonly system: 'ECTS' | 'ECVET' | 'hours' }
  | {
      readonly why: Extract<NotSummed['why'], 'unknown-unit' | 'odd-amount' | 'only-parts' | 'two-values' | 'no-workload'>;
      readonly stated: readonly Stated<Workload>[];
      readonly written: readonly StatedText[];
    };

/** Amounts are added in millionths: 0.1 and 0.2 are 0.3, in whatever order. */
export const perUnit = 1_000_000;
/** More of anything than this nobody has done. */
const mostUnits = 1_000_000;

/** Why nothing of a credential is summed, or undefined where it may be. */
export function whyLeftOut({ axes, headline }: ExaminedCredential): NotSummed['why'] | undefined {
  if (headline === 'self-made') return 'owner-written';
  if (axes.unchanged === 'no') return 'altered';
  if (axes.unchanged !== 'yes' || headline === 'sample') return 'not-verified';
  return axes.status === 'cancelled' || axes.status === 'on-hold' ? 'cancelled' : undefined;
}

/** Credentials and the credentials inside them, depth first, each after the one around it. */
export function withParts(items: readonly ExaminedCredential[]): readonly ExaminedCredential[] {
  return items.flatMap((item) => [item, ...withParts(partsOf(item))]);
}

/** The credentials that stand directly inside another. */
export function partsOf({ parts = [] }: ExaminedCredential): readonly ExaminedCredential[] {
  return parts.flatMap((part) => (part.kind === 'credential' ? part : []));
}

export function countablesOf(item: ExaminedCredential): readonly Countable[] {
  const { achievements } = item.credential;
  return achievements.map((achievement) => {
    const [level, field, title] = [levelOf(achievement), broadFieldOf(achievement), achievements.length > 1 ? achievement.title?.value : undefined];
    return {
      item,
      achievement,
      workload: workloadOf(achievement),
      ...(level === undefined ? {} : { level }),
      ...(field === undefined ? {} : { field }),
      ...(title === undefined ? {} : { title }),
    };
  });
}

/** Credits before hours: hours beside credits tell of the same work. Nothing is computed from one to the other. */
function workloadOf({ workloads, oddDurations = [] }: Achievement): CountedWorkload {
  const wholes = workloads.filter(({ value }) => value.part !== true);
  const known = wholes.filter(({ value }) => value.system !== 'unknown');
  for (const system of ['ECTS', 'ECVET', 'hours'] as const) {
    const stated = known.filter(({ value }) => value.system === system && isAmount(value.amount));
    const amounts = new Set(stated.map(({ value }) => value.amount));
    const [amount] = amounts;
    if (amount === undefined) continue;
    return amounts.size === 1 ? { amount, system } : { why: 'two-values', stated, written: [] };
  }
  const unknown = wholes.filter(({ value }) => value.system === 'unknown');
  if (known.length > 0 || (unknown.length === 0 && oddDurations.length > 0)) return { why: 'odd-amount', stated: wholes, written: oddDurations };
  if (unknown.length > 0) return { why: 'unknown-unit', stated: unknown, written: [] };
  return { why: workloads.length > 0 ? 'only-parts' : 'no-workload', stated: workloads, written: [] };
}

function isAmount(amount: number): boolean {
  return Number.isFinite(amount) && amount <= mostUnits && Math.round(amount * perUnit) > 0;
}

/** The one European level that is stated; two different ones, or a national one alone, are none. */
function levelOf({ levels }: Achievement): number | undefined {
  const found = new Set(levels.flatMap(({ value }) => europeanLevel(value.framework, value.value) ?? []));
  return found.size === 1 ? [...found][0] : undefined;
}

/** The one broad field (ISCED-F, two digits) that all coded fields belong to; several are none. */
function broadFieldOf({ fields = [] }: Achievement): string | undefined {
  const found = new Set(fields.flatMap(({ value: { list, code } }) => (list === 'isced-f' && code !== undefined && /^\d{2,4}$/.test(code) ? code.slice(0, 2) : [])));
  return found.size === 1 ? [...found][0] : undefined;
}
