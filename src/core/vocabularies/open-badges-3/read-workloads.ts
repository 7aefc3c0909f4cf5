import type { Stated, Workload } from '../../model/credential.ts';
import { at, each, readNumber, wordAt } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { readAmount } from '../read-codes.ts';

/**
 * Credits without a named system stay without one, unless the badge says ECTS of that number elsewhere; Educredentials
 * says ECTS, SBU (hours of study load) and hours. Credits that the subject earned stand beside those of the course.
 */
export function readWorkloads(achievement: ClaimNode, subject: ClaimNode | undefined): readonly Stated<Workload>[] {
  const stated = [
    ...readAmount(at(achievement, 'ECTS'), 'ECTS'),
    ...readAmount(at(achievement, 'SBU'), 'hours'),
    ...readAmount(at(achievement, 'timeInvestment'), 'hours'),
    ...readCredits(at(achievement, 'creditsAvailable'), achievement),
  ];
  const earned = readCredits(at(subject, 'creditsEarned'), achievement).map((one) => (stated.some(isOther(one)) ? { ...one, value: { ...one.value, part: true as const } } : one));
  return [...stated, ...earned];
}

function isOther(one: Stated<Workload>): (other: Stated<Workload>) => boolean {
  return ({ value }) => value.system !== 'unknown' && value.system === one.value.system && value.amount !== one.value.amount;
}

function readCredits(node: ClaimNode | undefined, achievement: ClaimNode): readonly Stated<Workload>[] {
  const amount = readNumber(node);
  return readAmount(node, amount !== undefined && saysEcts(achievement, amount) ? 'ECTS' : 'unknown');
}

const ects = /\bECTS\b/;

/** Where the name tells this number of ECTS, or an alignment points at ECTS and tells this number or none. */
function saysEcts(achievement: ClaimNode, amount: number): boolean {
  const told = [...(wordAt(at(achievement, 'name')) ?? '').slice(0, 2_000).matchAll(/(\d{1,4}(?:[.,]\d{1,3})?)\s{0,3}(?:ECTS\b|EC\b)/g)];
  if (told.length > 0) return told.every(([, number = '']) => Number(number.replace(',', '.')) === amount);
  return each(at(achievement, 'alignment')).some((alignment) => {
    const points = [wordAt(at(alignment, 'targetType')), wordAt(at(alignment, 'targetFramework'))].some((word) => /^(?:ext:)?ECTS$/.test(word ?? '') || ects.test((word ?? '').slice(0, 200)));
    const number = readNumber(at(alignment, 'targetCode'));
    return points && (number === undefined || number === amount);
  });
}
