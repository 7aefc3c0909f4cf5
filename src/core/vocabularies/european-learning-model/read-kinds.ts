import type { ListedTerm, Stated } from '../../model/credential.ts';
import { at, each, readString, readText, stated } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { readTerm } from '../eu-terms.ts';
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
  const specified = terms(along(assessment, 'specifiedBy', 'dcType'), 'assessment');
  return specified.length > 0 ? specified : terms(each(at(assessment, 'dcType')), 'assessment');
}

function titleOf(assessment: ClaimNode): Terms {
  const titles = [at(assessment, 'title'), ...along(assessment, 'specifiedBy').map((specification) => at(specification, 'title'))];
  const title = titles.find((node) => node !== undefined);
  const text = readText(title);
  return title === undefined || text === undefined ? [] : [stated(title, { text: text.value })];
}

export function terms(concepts: readonly ClaimNode[], element: Parameters<typeof readTerm>[1]): Terms {
  return concepts.flatMap((concept) => readTerm(concept, element) ?? []);
}

/** The mode of what was learned, else of the activities that led there, and the kinds of these; never that of an assessment. */
export function readParticipation(claim: ClaimNode, specifications: readonly ClaimNode[], isActivity: boolean): Terms {
  const modes = terms(alongAll(specifications, 'mode'), 'participation');
  const ofActivities = modes.length > 0 ? [] : terms(along(claim, 'influencedBy', 'specifiedBy', 'mode'), 'participation');
  const own = isActivity ? [...alongAll(specifications, 'dcType'), ...each(at(claim, 'dcType'))] : [];
  const activities = [...own, ...along(claim, 'influencedBy', 'specifiedBy', 'dcType')];
  return onceEach([...modes, ...ofActivities, ...terms(activities, 'participation')]);
}

/** Whether a session was on site is said by each of ten activities alike; it is one value. */
function onceEach(found: Terms): Terms {
  const seen = new Set<string>();
  return found.filter(({ value }) => {
    const known = seen.size;
    return seen.add(`${value.list ?? ''} ${value.code ?? JSON.stringify(value.text)}`).size > known;
  });
}

/** An accreditation by its title, with its kind where that is one of the European list, and by whom; else its address. */
export function readAccreditation(node: ClaimNode): Terms {
  const title = at(node, 'title');
  const text = readText(title);
  const kinds = terms(each(at(node, 'dcType')), 'qualityAssurance');
  const only = kinds.length === 1 ? kinds[0]?.value : undefined;
  const coded = { ...(only?.code === undefined ? {} : { code: only.code }), ...(only?.list === undefined ? {} : { list: only.list }) };
  const named: Terms = title === undefined || text === undefined ? kinds : [stated(title, { text: text.value, ...coded }), ...(kinds.length > 1 ? kinds : [])];
  const agents = along(node, 'accreditingAgent', 'legalName').flatMap((name) => words(name));
  return named.length > 0 || agents.length > 0 ? [...named, ...agents] : readReferenceTo(node);
}

function words(place: ClaimNode): Terms {
  const text = readText(place);
  return text === undefined ? [] : [stated(place, { text: text.value })];
}

/** An address alone refers to an accreditation and does not tell of it: text. */
function readReferenceTo(node: ClaimNode): Terms {
  const place = typeof node.value === 'string' ? node : at(node, 'id');
  return place === undefined || !/^(?:https?|did):/.test(addressOf(place)) ? [] : words(place);
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

const iscedAddress = /\/(?:snb|esco)\/isced-f\/(\d{2,4})$/;
const settingAddress = /\/snb\/learning-setting\/(6fd4685715|e207a81fc7)$/;
const reuseAddress = /\/snb\/skill-reuse-level\/([a-z-]{1,40})$/;
const listed = { 'isced-f': iscedAddress, 'learning-setting': settingAddress, 'skill-reuse-level': reuseAddress } as const;

/** Concepts of one list by their address in it; others in the issuer's words. */
export function readListed(concepts: readonly ClaimNode[], list: keyof typeof listed): Terms {
  return concepts.flatMap((concept) => {
    const code = listed[list].exec(addressOf(concept))?.[1];
    const label = readLabel(concept);
    if (label !== undefined) return [{ ...label, value: { text: label.value, ...(code === undefined ? {} : { list, code }) } }];
    const place = typeof concept.value === 'string' ? concept : at(concept, 'id');
    if (code !== undefined && place !== undefined) return [stated(place, { text: [], list, code })];
    const text = typeof concept.value === 'string' ? readString(concept) : undefined;
    return text === undefined ? [] : [{ ...text, value: { text: [{ text: text.value }] } }];
  });
}
