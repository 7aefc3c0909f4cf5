import type { Achievement } from '../../model/credential.ts';
import { at, each, readText, stated } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { addressOf, alongAll, wordsOf, wordsPlace } from './plumbing.ts';

type Levels = Achievement['levels'];

/** European and national levels side by side, and levels of education in the issuer's words; none is made from another. */
export function readLevels(specifications: readonly ClaimNode[]): Levels {
  const european = alongAll(specifications, 'eqfLevel').flatMap((concept) => readEuropean(concept, true));
  const national = alongAll(specifications, 'nqfLevel').flatMap((concept) => readNamed(concept, 'NQF'));
  const education = alongAll(specifications, 'educationLevel').flatMap((concept) => {
    const found = readEuropean(concept, false);
    // The same level under a second name says nothing new.
    if (found.some(({ value }) => european.some((one) => one.value.value === value.value))) return [];
    return found.length > 0 ? found : readNamed(concept, '');
  });
  return [...european, ...national, ...education];
}

const eqfScheme = /\/snb\/eqf\/25831c2$/;

/** By its address in the European list; by its words where it names that list. Others stay the issuer's words. */
function readEuropean(concept: ClaimNode, isNamedSo: boolean): Levels {
  const place = wordsPlace(concept) ?? at(concept, 'id') ?? concept;
  const value = /\/snb\/eqf\/([1-8])$/.exec(addressOf(concept))?.[1] ?? (eqfScheme.test(addressOf(each(at(concept, 'inScheme'))[0])) ? levelInWords(concept) : undefined);
  if (value !== undefined) return [stated(place, { framework: 'EQF', value })];
  return isNamedSo ? readNamed(concept, '') : [];
}

function levelInWords(concept: ClaimNode): string | undefined {
  const found = new Set(wordsOf(concept).flatMap((word) => /^(?:EQF[\s-]*)?(?:level[\s-]*)?([1-8])$/i.exec(word)?.[1] ?? []));
  return found.size === 1 ? [...found][0] : undefined;
}

/** National levels keep their own name. */
function readNamed(concept: ClaimNode, framework: string): Levels {
  const place = wordsPlace(concept);
  const text = readText(place)?.value[0]?.text;
  return place === undefined || text === undefined ? [] : [stated(place, { framework, value: text })];
}
