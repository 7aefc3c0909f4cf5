import type { Achievement, StatedText } from '../../model/credential.ts';
import { at, readText, stated } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { eqfAt, listOf } from '../eu-terms.ts';
import { addressOf, alongAll, readLabel, wordsOf, wordsPlace } from './plumbing.ts';

type Levels = Achievement['levels'];

/**
 * European and national levels side by side; levels of education, and what stands where a European level should and is none,
 * in the issuer's words. None is made from another.
 */
export function readLevels(specifications: readonly ClaimNode[]): Pick<Achievement, 'levels' | 'levelWords'> {
  const [eqf, education] = [alongAll(specifications, 'eqfLevel'), alongAll(specifications, 'educationLevel')];
  const european = eqf.flatMap(readEuropean);
  const national = alongAll(specifications, 'nqfLevel').flatMap(readNational);
  // The same level under a second name says nothing new.
  const more = education.flatMap(readEuropean).filter(({ value }) => !european.some((one) => one.value.value === value.value));
  const words = [...eqf, ...education].filter((concept) => readEuropean(concept).length === 0).flatMap(readWords);
  return { levels: [...european, ...national, ...more], ...(words.length === 0 ? {} : { levelWords: words }) };
}

/** By its address in the European list; by its words where it names that list. */
function readEuropean(concept: ClaimNode): Levels {
  const value = eqfAt(addressOf(concept)) ?? (listOf(concept) === 'eqf' ? levelInWords(concept) : undefined);
  return value === undefined ? [] : [stated(wordsPlace(concept) ?? at(concept, 'id') ?? concept, { framework: 'EQF', value })];
}

function levelInWords(concept: ClaimNode): string | undefined {
  const found = new Set(wordsOf(concept).flatMap((word) => /^(?:EQF[\s-]*)?(?:level[\s-]*)?([1-8])$/i.exec(word)?.[1] ?? []));
  return found.size === 1 ? [...found][0] : undefined;
}

/** National levels keep their own name. */
function readNational(concept: ClaimNode): Levels {
  const place = wordsPlace(concept);
  const text = readText(place)?.value[0]?.text;
  return place === undefined || text === undefined ? [] : [stated(place, { framework: 'NQF', value: text })];
}

function readWords(concept: ClaimNode): readonly StatedText[] {
  const text = readLabel(concept) ?? (typeof concept.value === 'string' ? readText(concept) : undefined);
  return text === undefined ? [] : [text];
}
