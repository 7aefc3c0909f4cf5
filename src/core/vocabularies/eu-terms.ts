import type { ListedTerm, Stated } from '../model/credential.ts';
import { at, each, readText, stated, wordAt } from './claim-node.ts';
import type { ClaimNode } from './claim-node.ts';

/** The EU lists whose codes an element may carry, by element. */
export const termLists = {
  assessment: ['assessment'],
  participation: ['learning-assessment', 'learning-activity'],
  supervision: ['supervision-verification'],
  qualityAssurance: ['accreditation'],
} as const;

/** Words of other vocabularies that mean exactly one EU code. What means two, or none, stays the issuer's text. */
const sameMeaning: Readonly<Record<keyof typeof termLists, Readonly<Record<string, readonly [list: string, code: string]>>>> = {
  assessment: {
    'application of a skill': ['assessment', '6a4db9f11d'],
    portfolio: ['assessment', '4f03b91c0e'],
    // The code list of the WE BUILD rulebook, whose words are those of the European list.
    'written-examination': ['assessment', '6e6cb2cc78'],
    'oral-examination': ['assessment', 'd30284d7df'],
    'practical-assessment': ['assessment', '6a4db9f11d'],
    'portfolio-assessment': ['assessment', '4f03b91c0e'],
    'peer-assessment': ['assessment', '19a2e5e671'],
    'project-assessment': ['assessment', '795dac4096'],
  },
  participation: {
    online: ['learning-assessment', '920fbb3cbe'],
    volunteering: ['learning-activity', '59eaf34fab'],
    'work experience': ['learning-activity', '4357e0e681'],
    'on-site': ['learning-assessment', '9191af2ed9'],
    blended: ['learning-assessment', 'e92d221e4d'],
    'classroom-coursework': ['learning-activity', 'ff436ea7c9'],
    'e-learning': ['learning-activity', 'bf2e3a7bae'],
    internship: ['learning-activity', 'bf5588ff84'],
  },
  supervision: {
    // One value of the European list that was split at its comma; both halves mean "supervised with ID".
    'supervised online': ['supervision-verification', '70be69aaf9'],
    'onsite with identity verification': ['supervision-verification', '70be69aaf9'],
    'unsupervised with no identity verification': ['supervision-verification', 'c598449d64'],
    // Of the rulebook. `in-person-supervision` does not say whether anybody's identity was checked, and stays text.
    'proctored-online-exam': ['supervision-verification', '70be69aaf9'],
    'identity-verified-remote-exam': ['supervision-verification', '44314532f9'],
  },
  qualityAssurance: {},
};

/**
 * The English words of the European lists. A concept with an address of its own making that names such a list and says
 * one of its words means that one; the word alone, or in another list, stays the issuer's.
 */
const wordsOfLists: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  assessment: {
    'peer assessment': '19a2e5e671', 'marked assignment': '2939dae15f', 'continuous evaluation': '3484bd7e51', portfolio: '4f03b91c0e',
    'group performance': '56539a6507', 'practical assessment': '6a4db9f11d', 'written examination': '6e6cb2cc78', 'level of attendance': '7331eb4762',
    'project work': '795dac4096', 'peer review': '812e3b0ae1', quiz: 'b1b68f6735', 'problem based learning': 'c4256a2726',
    'oral examination': 'd30284d7df', 'artefact assessment': 'de4d165a6c', presentation: 'c_04b30a72', 'self-assessment': 'c_2b3bd410',
    'guided self-assessment': 'c_4f874951',
  },
  'learning-assessment': {
    'work-based': '729f3bed4b', workbased: '729f3bed4b', 'project based': '7813801c77', presential: '9191af2ed9', online: '920fbb3cbe', blended: 'e92d221e4d', hybrid: 'c_3a90b26d', 'research/lab based': 'ed4c557045', 'research-lab based': 'ed4c557045',
  },
  'learning-activity': {
    'lab / simulation / practice coursework': '3c8bd58d62', 'lab/simulation/practice coursework': '3c8bd58d62', 'job experience': '4357e0e681', volunteering: '59eaf34fab', research: 'a7e556215a', 'self-motivated study': 'b660f5dcea', 'e-learning coursework': 'bf2e3a7bae',
    internship: 'bf5588ff84', apprenticeship: 'd46a826a39', 'workshop, seminar or conference': 'efff75e10a', 'educational programme': 'fd33e234ae',
    'classroom coursework': 'ff436ea7c9', 'mentoring and monitoring activity': 'c_5665a0ad',
  },
  'supervision-verification': { 'supervised with id verification': '70be69aaf9', 'unsupervised without id verification': 'c598449d64', 'id verification': '44314532f9' },
  accreditation: {
    'institutional licence': '003293d2ce', 'institutional license': '003293d2ce', 'programme qa': '820101cba6', 'programme quality assurance': '820101cba6',
    'program quality assurance': '820101cba6', 'institutional qa': 'bb4618238e', 'institutional quality assurance': 'bb4618238e', 'programme licence': 'e57dddfcf3',
    'programme license': 'e57dddfcf3', 'program license': 'e57dddfcf3',
  },
};

/** Codes of the European lists (http://data.europa.eu/snb/<list>/25831c2) that the wallet has words for. */
export const euCodes: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries(wordsOfLists).map(([list, words]) => [list, new Set(Object.values(words))]),
);

const schemeAddress = /^https?:\/\/(?:data\.europa\.eu\/snb|publications\.europa\.eu\/resource\/authority\/snb)\/([a-z-]{1,40})\/25831c2$/;

/** The European list that a concept names as its own; empty where it names none. */
export function listOf(concept: ClaimNode): string {
  const scheme = each(at(concept, 'inScheme'))[0];
  const address = wordAt(at(scheme, 'id')) ?? scheme?.value;
  return schemeAddress.exec(typeof address === 'string' ? address : '')?.[1] ?? '';
}

/** The words of a concept in English or in no language, in small letters. */
export function englishWords(concept: ClaimNode): readonly string[] {
  const labels = each(at(concept, 'prefLabel'));
  return [...labels.flatMap((label) => ['en', 'und'].flatMap((language) => each(at(label, language)))), ...labels].flatMap(({ value }) => (typeof value === 'string' ? value.trim().toLowerCase() : []));
}

/** The code of a concept by the list that it names and the English word that it says. */
function codeOfWord(node: ClaimNode, element: keyof typeof termLists): readonly [string, string] | undefined {
  const list = listOf(node);
  if (!(termLists[element] as readonly string[]).includes(list)) return undefined;
  const words = wordsOfLists[list] ?? {};
  const said = englishWords(node);
  const codes = new Set(said.flatMap((word) => (Object.hasOwn(words, word) ? (words[word] ?? []) : [])));
  const [code] = codes;
  return codes.size === 1 && code !== undefined ? [list, code] : undefined;
}

const conceptAddress = /^https?:\/\/(?:data\.europa\.eu\/snb|publications\.europa\.eu\/resource\/authority\/snb)\/([a-z-]{1,40})\/([a-z0-9_-]{1,40})$/;

/** The code that an address names in one European list, by that address and no other that looks like it. */
export function codeAt(address: string, list: string): string | undefined {
  const match = conceptAddress.exec(address);
  return match?.[1] === list ? match[2] : undefined;
}

/** The level that an address of the European list names. */
export function eqfAt(address: string): string | undefined {
  const code = codeAt(address, 'eqf');
  return code !== undefined && /^[1-8]$/.test(code) ? code : undefined;
}

/** A value of a controlled list: by concept address, by list and word, by a word that means one code, else the issuer's words. */
export function readTerm(node: ClaimNode, element: keyof typeof termLists): Stated<ListedTerm> | undefined {
  const label = at(node, 'prefLabel') ?? at(node, 'name') ?? (typeof node.value === 'string' ? node : undefined);
  const text = readText(label);
  const address = typeof node.value === 'string' ? node.value : wordAt(at(node, 'id'));
  const code = (typeof address === 'string' ? codeOfAddress(address, element) : undefined) ?? codeOfWord(node, element);
  if (text === undefined && code === undefined) return undefined;
  const word = text?.raw.trim().toLowerCase() ?? '';
  const found = code ?? (Object.hasOwn(sameMeaning[element], word) ? sameMeaning[element][word] : undefined);
  const term = { text: text?.value ?? [] };
  return stated(label ?? node, found === undefined ? term : { ...term, list: found[0], code: found[1] });
}

function codeOfAddress(address: string, element: keyof typeof termLists): readonly [string, string] | undefined {
  const match = conceptAddress.exec(address);
  const [list, code] = [match?.[1] ?? '', match?.[2] ?? ''];
  const known = (termLists[element] as readonly string[]).includes(list) && euCodes[list]?.has(code) === true;
  return known ? [list, code] : undefined;
}
