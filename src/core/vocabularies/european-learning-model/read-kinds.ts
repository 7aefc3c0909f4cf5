import type { ListedTerm, Stated } from '../../model/credential.ts';
import { at, each, readString, readText, stated, wordAt } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { codeAt, englishWords, listOf, readTerm } from '../eu-terms.ts';
import { fieldCodeOf } from '../read-codes.ts';
import { addressOf, along, alongAll, readLabel } from './plumbing.ts';

type Terms = readonly Stated<ListedTerm>[];

/**
 * How it was assessed: each assessment by the kind of what specifies it, else its own kind; where none has one, by the
 * kinds that the specification names, else by title.
 */
export function readAssessment(assessments: readonly ClaimNode[], specified: readonly ClaimNode[]): Terms {
  const own = assessments.map((assessment) => ({ assessment, terms: kindsOf(assessment) }));
  if (own.some(({ terms }) => terms.length > 0)) return own.flatMap(({ assessment, terms }) => (terms.length > 0 ? terms : titleOf(assessment)));
  const named = specified.flatMap(kindsOf);
  if (named.length > 0) return named;
  const titles = assessments.flatMap(titleOf);
  return titles.length > 0 ? titles : specified.flatMap(titleOf);
}

function kindsOf(assessment: ClaimNode): Terms {
  const specified = readTerms(along(assessment, 'specifiedBy', 'dcType'), 'assessment');
  return specified.length > 0 ? specified : readTerms(each(at(assessment, 'dcType')), 'assessment');
}

function titleOf(assessment: ClaimNode): Terms {
  const titles = [at(assessment, 'title'), ...along(assessment, 'specifiedBy').map((specification) => at(specification, 'title'))];
  const title = titles.find((node) => node !== undefined);
  const text = readText(title);
  return title === undefined || text === undefined ? [] : [stated(title, { text: text.value })];
}

export function readTerms(concepts: readonly ClaimNode[], element: Parameters<typeof readTerm>[1]): Terms {
  return concepts.flatMap((concept) => readTerm(concept, element) ?? []);
}

/** The mode of what was learned, else of the activities that led there, and the kinds of these; never that of an assessment. */
export function readParticipation(claim: ClaimNode, specifications: readonly ClaimNode[], isActivity: boolean): Terms {
  const modes = readTerms(alongAll(specifications, 'mode'), 'participation');
  const ofActivities = modes.length > 0 ? [] : readTerms(along(claim, 'influencedBy', 'specifiedBy', 'mode'), 'participation');
  const own = isActivity ? [...alongAll(specifications, 'dcType'), ...each(at(claim, 'dcType'))] : [];
  const activities = [...own, ...along(claim, 'influencedBy', 'specifiedBy', 'dcType')];
  return onceEach([...modes, ...ofActivities, ...readTerms(activities, 'participation')]);
}

/** Whether a session was on site is said by each of ten activities alike; it is one value. */
function onceEach(found: Terms): Terms {
  const seen = new Set<string>();
  return found.filter(({ value }) => {
    const known = seen.size;
    return seen.add(`${value.list ?? ''} ${value.code ?? JSON.stringify(value.text)}`).size > known;
  });
}

function words(place: ClaimNode): Terms {
  const text = readText(place);
  return text === undefined ? [] : [stated(place, { text: text.value })];
}

/** What a verifiable accreditation of the issuer is called in EBSI credentials (`termsOfUse`, type `IssuanceCertificate`). */
export function readIssuanceCertificates(root: ClaimNode): Terms {
  return each(at(root, 'termsOfUse'))
    .filter((entry) => each(at(entry, 'type')).some(({ value }) => value === 'IssuanceCertificate'))
    .flatMap((entry) => {
      const place = at(entry, 'id');
      return place === undefined ? [] : words(place);
    });
}

type KindOfList = 'isced-f' | 'learning-setting' | 'skill-reuse-level';

const settingWords: ReadonlyMap<string, string> = new Map([['formal', '6fd4685715'], ['formal learning', '6fd4685715'], ['non-formal', 'e207a81fc7'], ['non-formal learning', 'e207a81fc7']]);

function knownCode(code: string | undefined, list: KindOfList): string | undefined {
  const isKnown = list === 'learning-setting' ? [...settingWords.values()].includes(code ?? '') : /^[a-z-]+$/.test(code ?? '');
  return isKnown ? code : undefined;
}

/** By its address; or, where it names the list as its own, by its number there or by its English words. */
function codeIn(concept: ClaimNode, list: KindOfList): string | undefined {
  const address = addressOf(concept);
  const code = list === 'isced-f' ? fieldCodeOf(address) : knownCode(codeAt(address, list), list);
  if (code !== undefined || listOf(concept) !== list) return code;
  if (list === 'isced-f') return /^\d{2,4}$/.exec(wordAt(at(concept, 'notation')) ?? '')?.[0];
  const codes = new Set(list === 'learning-setting' ? englishWords(concept).flatMap((word) => settingWords.get(word) ?? []) : []);
  return codes.size === 1 ? [...codes][0] : undefined;
}

/** Concepts of one list by their address or number in it; others in the issuer's words. */
export function readListed(concepts: readonly ClaimNode[], list: KindOfList): Terms {
  return concepts.flatMap((concept) => {
    const code = codeIn(concept, list);
    const label = readLabel(concept);
    if (label !== undefined) return [{ ...label, value: { text: label.value, ...(code === undefined ? {} : { list, code }) } }];
    const place = typeof concept.value === 'string' ? concept : at(concept, 'id');
    if (code !== undefined && place !== undefined) return [stated(place, { text: [], list, code })];
    const text = typeof concept.value === 'string' ? readString(concept) : undefined;
    return text === undefined ? [] : [{ ...text, value: { text: [{ text: text.value }] } }];
  });
}
