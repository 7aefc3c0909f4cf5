import type { Achievement, Stated, Workload } from '../model/credential.ts';
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
}

/** What is stated of workload: one known amount, or why there is none. */
type CountedWorkload =
  | { readonly amount: number; readonly system: 'ECTS' | 'ECVET' | 'hours' }
  | { readonly why: Extract<NotSummed['why'], 'unknown-unit' | 'two-values' | 'no-workload'>; readonly stated: readonly Stated<Workload>[] };

/** Why nothing of a credential is summed, or undefined where it may be. */
export function whyLeftOut({ axes, headline }: ExaminedCredential): NotSummed['why'] | undefined {
  if (headline === 'self-made') return 'owner-written';
  if (axes.unchanged === 'no') return 'altered';
  if (axes.unchanged !== 'yes' || headline === 'sample') return 'not-verified';
  return axes.status === 'cancelled' || axes.status === 'on-hold' ? 'cancelled' : undefined;
}

/** Credentials and the credentials inside them, depth first, each after the one around it. */
export function withParts(items: readonly ExaminedCredential[]): readonly ExaminedCredential[] {
  return items.flatMap((item) => [item, ...withParts((item.parts ?? []).flatMap((part) => (part.kind === 'credential' ? part : [])))]);
}

export function countablesOf(item: ExaminedCredential): readonly Countable[] {
  return item.credential.achievements.map((achievement) => {
    const [level, field] = [levelOf(achievement), broadFieldOf(achievement)];
    return { item, achievement, workload: workloadOf(achievement), ...(level === undefined ? {} : { level }), ...(field === undefined ? {} : { field }) };
  });
}

/** Credits before hours: hours beside credits tell of the same work. Nothing is computed from one to the other. */
function workloadOf({ workloads }: Achievement): CountedWorkload {
  const wholes = workloads.filter(({ value }) => value.part !== true);
  for (const system of ['ECTS', 'ECVET', 'hours'] as const) {
    const stated = wholes.filter(({ value }) => value.system === system && Number.isFinite(value.amount) && value.amount > 0);
    const amounts = new Set(stated.map(({ value }) => value.amount));
    const [amount] = amounts;
    if (amount === undefined) continue;
    return amounts.size === 1 ? { amount, system } : { why: 'two-values', stated };
  }
  return { why: wholes.length === 0 ? 'no-workload' : 'unknown-unit', stated: wholes };
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
