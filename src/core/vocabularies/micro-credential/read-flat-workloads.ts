import type { Stated, Workload, WorkloadSystem } from '../../model/credential.ts';
import { toDisplayText } from '../../model/display-text.ts';
import { at, each, readNumber, stated, understand } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { hoursOfDuration } from '../read-codes.ts';

const systems: ReadonlyMap<string, WorkloadSystem> = new Map([['ects', 'ECTS'], ['ecvet', 'ECVET'], ['hours', 'hours'], ['hour', 'hours'], ['h', 'hours']]);

/** `{value, unit}`, points beside the name of their framework, or both in one text: `3 ECTS`. */
export function readWorkloads(root: ClaimNode): readonly Stated<Workload>[] {
  const whole = each(at(root, 'notionalWorkload'));
  return [
    ...whole.flatMap((one) => amountOf(at(one, 'value'), at(one, 'unit'))),
    ...amountOf(at(root, 'credit_points'), at(root, 'credit_framework')),
    ...[...whole, ...each(at(root, 'expected_study_time'))].flatMap((node) => (typeof node.value === 'string' ? amountInText(node, node.value) : [])),
  ];
}

const maxUnitCharacters = 100;

/** A unit that we do not know is told as the issuer's, and stays among the further claims. */
function amountOf(value: ClaimNode | undefined, unit: ClaimNode | undefined): readonly Stated<Workload>[] {
  const amount = readNumber(value);
  if (value === undefined || amount === undefined || amount <= 0) return [];
  const system = typeof unit?.value === 'string' ? systems.get(unit.value.trim().toLowerCase()) : undefined;
  if (system !== undefined) understand(unit);
  if (system !== undefined) return [stated(value, { amount, system })];
  const word = typeof unit?.value === 'string' ? toDisplayText(unit.value, maxUnitCharacters) : '';
  return [stated(value, { amount, system: 'unknown', ...(word === '' ? {} : { unit: word }) })];
}

function amountInText(node: ClaimNode, text: string): readonly Stated<Workload>[] {
  const hours = hoursOfDuration(text);
  if (hours !== undefined) return hours > 0 ? [stated(node, { amount: hours, system: 'hours' })] : [];
  const [, amount = '', unit = ''] = /^\s*(\d{1,6}(?:[.,]\d{1,3})?)\s*([A-Za-z]{1,6})\s*$/.exec(text) ?? [];
  const system = systems.get(unit.toLowerCase());
  const number = Number(amount.replace(',', '.'));
  return system === undefined || number <= 0 ? [] : [stated(node, { amount: number, system })];
}
