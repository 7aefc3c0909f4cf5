import type { Stated, StatedText, Workload, WorkloadSystem } from '../../model/credential.ts';
import { toDisplayText } from '../../model/display-text.ts';
import { at, each, readNumber, readText, stated, understand } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { codeAt } from '../eu-terms.ts';
import { hoursOfDuration } from '../read-codes.ts';
import { addressOf, along, alongAll, firstOf, readLabel, wordsOf } from './plumbing.ts';

interface Workloads {
  readonly workloads: readonly Stated<Workload>[];
  readonly oddDurations: readonly StatedText[];
}

/**
 * Credits of a named framework, and hours; a duration of months has no number of hours and stays as it is written. What
 * the activities within take is told beside it, unless it is the same again.
 */
export function readWorkloads(claim: ClaimNode, specifications: readonly ClaimNode[]): Workloads {
  const credits = [...alongAll(specifications, 'creditPoint'), ...along(claim, 'creditReceived')].flatMap(readCredits);
  const whole = readDurations([...alongAll(specifications, 'volumeOfLearning'), ...each(at(claim, 'workload'))]);
  const inner = readDurations([...along(claim, 'influencedBy', 'workload'), ...along(claim, 'influencedBy', 'specifiedBy', 'volumeOfLearning')]);
  const ofWhole = [...onceEach(credits), ...onceEach(whole.workloads)];
  const ofParts = onceEach(inner.workloads).filter(({ value }) => !ofWhole.some((one) => isSame(one.value, value)));
  return {
    workloads: [...ofWhole, ...ofParts.map((one): Stated<Workload> => ({ ...one, value: { ...one.value, part: true } }))],
    oddDurations: [...whole.oddDurations, ...inner.oddDurations],
  };
}

function isSame(one: Workload, other: Workload): boolean {
  return one.amount === other.amount && one.system === other.system && one.unit === other.unit;
}

/** The same amount under two names, what it takes and what was received, is one. */
function onceEach(workloads: readonly Stated<Workload>[]): readonly Stated<Workload>[] {
  return workloads.filter(({ value }, index) => (value.system === 'unknown' && value.unit === undefined) || !workloads.slice(0, index).some((one) => isSame(one.value, value)));
}

const creditSystems: Readonly<Record<string, WorkloadSystem>> = { '6fcec5c5af': 'ECTS', '60b314e826': 'ECVET' };

function readCredits(credit: ClaimNode): readonly Stated<Workload>[] {
  const place = at(credit, 'point');
  const amount = readNumber(place);
  if (place === undefined || amount === undefined || amount <= 0) return [];
  const frameworks = each(at(credit, 'framework'));
  const system = systemOf(frameworks);
  const unit = system === 'unknown' ? firstOf(frameworks, readLabel)?.value[0]?.text : undefined;
  return [stated(place, { amount, system, ...(unit === undefined ? {} : { unit: toDisplayText(unit, maxUnitCharacters) }) })];
}

const maxUnitCharacters = 100;

/** By its address in the European list, or by the name that the issuer gives it; two different ones are none. */
function systemOf(frameworks: readonly ClaimNode[]): WorkloadSystem {
  const found = frameworks.flatMap((framework) => {
    const code = codeAt(addressOf(framework), 'education-credit') ?? '';
    return creditSystems[code] ?? (wordsOf(framework).some(isEcts) ? 'ECTS' : []);
  });
  if (new Set(found).size !== 1 || found.length !== frameworks.length) return 'unknown';
  frameworks.forEach((framework) => {
    readLabel(framework);
    if (typeof framework.value === 'string') understand(framework);
  });
  return found[0] ?? 'unknown';
}

function isEcts(word: string): boolean {
  return /^(?:ECTS(?: credits?)?|European Credit Transfer (?:and Accumulation )?System(?: \(ECTS\))?)$/i.test(word);
}

function readDurations(places: readonly ClaimNode[]): Workloads {
  const hours = places.flatMap((place) => {
    const amount = hoursOfDuration(place.value);
    return amount === undefined || amount <= 0 ? [] : [stated(place, { amount, system: 'hours' } as const)];
  });
  const odd = places.filter(({ value }) => typeof value === 'string' && hoursOfDuration(value) === undefined);
  return { workloads: hours, oddDurations: odd.flatMap((place) => readText(place) ?? []) };
}
