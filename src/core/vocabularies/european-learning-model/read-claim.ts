import type { Achievement, Alignment, Stated, StatedText } from '../../model/credential.ts';
import { at, each, present, readString, readText, readTypes, wordAt } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { nothingStated } from '../nothing-stated.ts';
import { readFlag } from '../read-codes.ts';
import { along, alongAll, firstOf, readLabel, readNote } from './plumbing.ts';
import { readAccreditations, together } from './read-accreditation.ts';
import type { Accreditations } from './read-accreditation.ts';
import { readAssessment, readListed, readParticipation, readTerms } from './read-kinds.ts';
import { readLanguage } from './read-language.ts';
import { readLevels } from './read-level.ts';
import { readOrganisation } from './read-organisation.ts';
import { readAllResults } from './read-result.ts';
import { readWorkloads } from './read-workload.ts';

/** One thing the learner claims (ELM `LearningAchievement`, `LearningActivity` and their kin) with what specifies it. */
export function readClaim(claim: ClaimNode): Achievement {
  const types = readTypes(at(claim, 'type'));
  const specifications = each(at(claim, 'specifiedBy'));
  const isAssessment = types.includes('LearningAssessment');
  const assessments = isAssessment ? [claim] : along(claim, 'provenBy');
  const outcomes = alongAll(specifications, 'learningOutcome');
  const supervision = readTerms(alongAll(assessments, 'idVerification'), 'supervision');
  const { workloads, oddDurations } = readWorkloads(claim, specifications);
  const accredited = readAccredited(claim, specifications);
  return {
    outcomes: outcomes.flatMap((outcome) => readText(at(outcome, 'title')) ?? []),
    alignments: outcomes.flatMap((outcome) => [...along(outcome, 'relatedESCOSkill'), ...along(outcome, 'relatedSkill')]).map(readSkill),
    workloads,
    ...readLevels(specifications),
    assessment: readAssessment(assessments, isAssessment ? [] : alongAll(specifications, 'provenBy')),
    // The mode of an assessment is not how somebody took part in learning.
    participation: isAssessment ? [] : readParticipation(claim, specifications, types.includes('LearningActivity')),
    qualityAssurance: accredited.terms,
    prerequisites: alongAll(specifications, 'entryRequirement').flatMap((note) => readNote(note) ?? []),
    supervision: supervision.length > 0 ? supervision : readTerms(alongAll(specifications, 'provenBy', 'idVerification'), 'supervision'),
    // What the award rests on has its grade too; its title is that of what was learned and tells of no kind of assessment.
    results: readAllResults(assessments, along(claim, 'awardedBy', 'used')),
    stacking: [...alongAll(specifications, 'isPartOf'), ...alongAll(specifications, 'hasPart'), ...along(claim, 'isPartOf'), ...along(claim, 'entitlesTo')].flatMap((part) => readText(at(part, 'title')) ?? []),
    languages: alongAll(specifications, 'language').flatMap((concept) => readLanguage(concept) ?? []),
    tags: [],
    ...present({
      id: readOwnId(claim),
      title: readText(at(claim, 'title')) ?? firstOf(specifications, (specification) => readText(at(specification, 'title'))),
      description: readText(at(claim, 'description')) ?? firstOf(specifications, (specification) => readText(at(specification, 'description'))),
      criteria: firstOf(alongAll(specifications, 'learningOutcomeSummary'), readNote),
      partial: firstOf(specifications, (specification) => readFlag(at(specification, 'isPartialQualification'))),
      oddDurations: some(oddDurations),
      accreditations: some(accredited.details),
      accreditationRecords: some(accredited.records),
      specifications: some(specifications.flatMap(readIdHere)),
      reusability: some(readListed(alongAll(outcomes, 'reusabilityLevel'), 'skill-reuse-level')),
      ...readSurroundings(claim, specifications),
    }),
  };
}

/** Field, setting, wholes and parts, notes and pages. */
function readSurroundings(claim: ClaimNode, specifications: readonly ClaimNode[]): Pick<{ [K in keyof Achievement]: Achievement[K] | undefined }, 'fields' | 'settings' | 'partOf' | 'hasPart' | 'notes' | 'links'> {
  const places = [claim, ...specifications];
  const documents = alongAll(places, 'supplementaryDocument');
  return {
    fields: some(readListed([...alongAll(specifications, 'thematicArea'), ...alongAll(specifications, 'educationSubject')], 'isced-f')),
    settings: some(readListed(alongAll(specifications, 'learningSetting'), 'learning-setting')),
    partOf: some(alongAll(places, 'isPartOf').flatMap((part) => readOwnId(part) ?? [])),
    hasPart: some(alongAll(places, 'hasPart').flatMap((part) => readOwnId(part) ?? [])),
    notes: some<StatedText>([...alongAll(places, 'additionalNote').flatMap((note) => readNote(note) ?? []), ...documents.flatMap((document) => readText(at(document, 'title')) ?? [])]),
    links: some([...documents, ...alongAll(places, 'homepage')].flatMap((page) => readString(each(at(page, 'contentURL'))[0]) ?? [])),
  };
}

/** Accreditations of the qualification, and those that stand at who awarded it: given to that body unless they name another. */
function readAccredited(claim: ClaimNode, specifications: readonly ClaimNode[]): Accreditations {
  const ofBodies = along(claim, 'awardedBy', 'awardingBody').map((body) => {
    const accreditations = each(at(body, 'accreditation'));
    return accreditations.length === 0 ? readAccreditations([]) : readAccreditations(accreditations, readOrganisation(body));
  });
  return together(readAccreditations(alongAll(specifications, 'accreditation')), ...ofBodies);
}

/** An id as it is written, though it may count only within the document; looking at it marks nothing as understood. */
function readIdHere(node: ClaimNode): readonly Stated<string>[] {
  const place = typeof node.value === 'string' ? node : at(node, 'id');
  const id = readString(place === undefined ? undefined : { ...place, understood: new Set() });
  return id === undefined ? [] : [id];
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** An id that means something outside the document: `urn:epass:` counts only within it. */
function readOwnId(node: ClaimNode): Stated<string> | undefined {
  const place = typeof node.value === 'string' ? node : at(node, 'id');
  return wordAt(place)?.startsWith('urn:epass:') === true ? undefined : readString(place);
}

function readSkill(concept: ClaimNode): Alignment {
  return { isSkill: true, ...present({ name: readLabel(concept), url: typeof concept.value === 'string' ? readString(concept) : readOwnId(concept) }) };
}

/** What a claim entitles to, where others say what was achieved: the issuer's word on what it can count towards. */
export function readEntitlement(claim: ClaimNode): Achievement {
  const title = readText(at(claim, 'title'));
  const description = readText(at(claim, 'description'));
  return { ...nothingStated, stacking: title === undefined ? [] : [title], ...(description === undefined ? {} : { notes: [description] }) };
}

export function isOfType(claim: ClaimNode, type: string): boolean {
  return each(at(claim, 'type')).some(({ value }) => value === type);
}
