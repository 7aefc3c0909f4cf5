import type { Achievement, ListedTerm, Stated, StatedText } from '../../model/credential.ts';
import { at, each, peekString, present, readDate, readReference, readString, readText, stated, understand } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { readTerm } from '../eu-terms.ts';
import { readField, readLanguageTag } from '../read-codes.ts';
import { nothingStated } from '../nothing-stated.ts';
import { readParty } from '../read-envelope.ts';
import { readAlignments } from './read-alignment.ts';
import { findResults, readAssessment, readResults, readRubricOutcomes, readSupervision } from './read-results.ts';
import type { SubjectResults } from './read-results.ts';
import { readWorkloads } from './read-workloads.ts';

/**
 * The achievements of one subject; `issuer` is needed for accreditations that stand there, said once, with the first.
 * [Note: Order is nobody's word] A signature over RDF does not hold the order of an array. Of several achievements a
 * result belongs to the one that describes it, never to the first; and credits that the subject earned, which name no
 * achievement, belong to the only one or to none, and stay among the further claims.
 */
export function readAchievements(subject: ClaimNode, issuer: ClaimNode | undefined): readonly Achievement[] {
  const nodes = each(at(subject, 'achievement'));
  const results = findResults(subject);
  const only = nodes.length === 1 ? subject : undefined;
  return nodes.map((node, index) => readAchievement(node, results, index === 0 ? issuer : undefined, only));
}

/** `subject` where this is its only achievement. */
function readAchievement(node: ClaimNode, results: SubjectResults, issuer: ClaimNode | undefined, subject: ClaimNode | undefined): Achievement {
  if (typeof node.value === 'string') return { ...nothingStated, ...present({ id: readString(node) }) };
  const alignments = readAlignments(node);
  const criteria = at(node, 'criteria');
  const creators = each(at(node, 'creator'));
  return {
    outcomes: [...alignments.outcomes.filter(isNoTitleOf(node)), ...readRubricOutcomes(node)],
    alignments: alignments.all,
    workloads: readWorkloads(node, subject),
    levels: alignments.levels,
    assessment: readAssessment(node),
    participation: each(at(node, 'participationType')).flatMap((place) => readTerm(place, 'participation') ?? []),
    qualityAssurance: [...alignments.qualityAssurance, ...readAccreditations(node), ...readAccreditations(issuer)],
    prerequisites: [],
    supervision: readSupervision(node),
    results: readResults(results, node, subject !== undefined),
    stacking: each(at(node, 'related')).flatMap((related) => readRelated(related)),
    languages: each(at(node, 'inLanguage')).flatMap((language) => readLanguageTag(language) ?? []),
    fields: [...each(at(node, 'fieldOfStudy')).flatMap((field) => readField(field) ?? []), ...alignments.fields],
    tags: each(at(node, 'tag')).flatMap((tag) => readText(tag) ?? []),
    ...present({
      id: readString(at(node, 'id')),
      title: readText(at(node, 'name')),
      description: readText(at(node, 'description')),
      kind: peekString(at(node, 'achievementType')),
      creator: creators.length === 1 ? readParty(creators[0]) : undefined,
      levelNotApplicable: alignments.levelNotApplicable,
      criteria: typeof criteria?.value === 'string' ? readText(criteria) : readText(at(criteria, 'narrative')),
      criteriaUrl: readString(at(criteria, 'id')),
      field: readText(at(node, 'fieldOfStudy')),
      activity: subject === undefined ? undefined : readActivity(subject),
      image: readReference(at(node, 'image')),
    }),
  };
}

/** An alignment at the whole achievement by its own name tells of no outcome. */
function isNoTitleOf(achievement: ClaimNode): (outcome: StatedText) => boolean {
  const title = at(achievement, 'name');
  const said = title === undefined ? undefined : readText({ ...title, understood: new Set() });
  const names = new Set((said?.value ?? []).map(({ text }) => text.toLowerCase()));
  return ({ value }) => !value.every(({ text }) => names.has(text.toLowerCase()));
}

/** Accreditation extension: `accreditations[]` of the issuer or the achievement, by its title; its address stays as it stands. */
function readAccreditations(node: ClaimNode | undefined): readonly Stated<ListedTerm>[] {
  return each(at(node, 'accreditations')).flatMap((entry) => {
    const place = at(entry, 'title') ?? at(entry, 'name') ?? (typeof entry.value === 'string' ? entry : undefined);
    const text = readText(place);
    if (place === undefined || text === undefined) return [];
    const reference = peekString(at(entry, 'id'));
    return [stated(place, { text: text.value, ...(reference === undefined ? {} : { code: reference.value }) })];
  });
}

function readRelated(node: ClaimNode): readonly StatedText[] {
  const name = readText(at(node, 'name')) ?? readText(at(node, 'id'));
  if (name !== undefined) understand(at(node, 'id'));
  return name === undefined ? [] : [name];
}

/** When the learner took part; of a subject with one achievement. */
function readActivity(subject: ClaimNode): Achievement['activity'] {
  const activity = present({ start: readDate(at(subject, 'activityStartDate')), end: readDate(at(subject, 'activityEndDate')) });
  return Object.keys(activity).length === 0 ? undefined : activity;
}
