import type { Achievement, Level, Stated, StatedText } from '../../model/credential.ts';
import { at, each, present, readString, readText, stated } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { readEqf } from '../read-codes.ts';
import { allAt } from './first-at.ts';

const onFramework = /^([A-Z]{1,8}QF)(?:[\s-]{0,3}(?:level)?[\s-]{0,3})(\d{1,2}\+?)$/i;
const doesNotApply = /^\s*(?:n\/a|not[ -]applicable)\s*$/i;

/**
 * `EQF-6`, `EQF level 6`, or `6` where the claim itself is named after the framework; a level of another framework by its
 * name. Words that name no framework stay words; a level does not apply only where the issuer says so in as many words.
 */
export function readLevels(root: ClaimNode): Pick<Achievement, 'levels' | 'levelWords' | 'levelNotApplicable'> {
  const places = [...each(at(root, 'level')), ...each(at(root, 'level_of_learning_experience'))];
  const levels = places.flatMap(levelIn);
  const others = places.filter((place) => levelIn(place).length === 0);
  const named = allAt(root, ['education_level', 'eqfLevel']).flatMap(readEqf);
  const national = [...each(at(root, 'nationalQualificationsFrameworkLevel')), ...allAt(root, ['education_level', 'qfLevel'])].flatMap((node) => {
    const text = readString(node);
    return text === undefined ? [] : [stated(node, { framework: 'NQF', value: text.value })];
  });
  const words = [...others.filter((place) => !isExcuse(place)), ...each(at(root, 'educationLevelDescriptor'))].flatMap((place) => readText(place) ?? []);
  return {
    levels: [...levels, ...named, ...national],
    ...(words.length === 0 ? {} : { levelWords: words }),
    ...present({ levelNotApplicable: excuseIn(others) }),
  };
}

function wordOf({ value }: ClaimNode): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function isExcuse(place: ClaimNode): boolean {
  return doesNotApply.test(wordOf(place));
}

function excuseIn(places: readonly ClaimNode[]): StatedText | undefined {
  return readText(places.find(isExcuse));
}

function levelIn(node: ClaimNode): readonly Stated<Level>[] {
  const [, framework = '', value = ''] = onFramework.exec(wordOf(node)) ?? [];
  if (framework === '' || (framework.toUpperCase() === 'EQF' && !/^[1-8]$/.test(value))) return [];
  return [stated(node, { framework: framework.toUpperCase(), value })];
}
