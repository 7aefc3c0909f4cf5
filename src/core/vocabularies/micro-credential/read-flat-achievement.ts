import type { AccreditationDetail, AccreditationRecord, Achievement, ListedTerm, Stated, StatedText } from '../../model/credential.ts';
import { at, each, present, readDate, readString, readText, understand } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { readTerm } from '../eu-terms.ts';
import { readField, readFlag, readLanguageTag } from '../read-codes.ts';
import { allAt, firstAt } from './first-at.ts';
import { readLevels } from './read-flat-levels.ts';
import { readWorkloads } from './read-flat-workloads.ts';

/** The one achievement of a flat micro-credential: outcomes, workload, level, assessment and what else Annex I names. */
export function readFlatAchievement(root: ClaimNode): Achievement {
  const terms = (element: Parameters<typeof readTerm>[1], ...places: readonly (ClaimNode | undefined)[]): readonly Stated<ListedTerm>[] =>
    places.flatMap((place) => each(place)).flatMap((node) => readTerm(node, element) ?? []);
  const records = readRecords(root);
  return {
    outcomes: allAt(root, ['learningOutcomes'], ['learning_outcomes', 'title'], ['learning_outcomes']).flatMap((node) => readText(node) ?? []),
    alignments: [...each(at(root, 'escoReference')), ...allAt(root, ['learning_outcomes', 'relatedESCOskills'])].flatMap((node) => {
      const url = readString(node);
      return url === undefined ? [] : [{ url, isSkill: true as const }];
    }),
    workloads: readWorkloads(root),
    ...readLevels(root),
    assessment: terms('assessment', ...allAt(root, ['typeOfAssessment'], ['type_of_assessment', 'type'])),
    participation: terms('participation', ...allAt(root, ['formOfParticipation'], ['form_of_participation', 'mode']), ...allAt(root, ['learningActivityType'], ['form_of_participation', 'type'])),
    qualityAssurance: [...terms('qualityAssurance', ...readQualityPlaces(root)), ...terms('qualityAssurance', ...allAt(root, ['quality_assurance', 'identifier'])).map(toReference)],
    prerequisites: texts(firstAt(root, ['entryRequirements'], ['prerequisites'], ['prerequisites_to_enroll'])),
    supervision: terms('supervision', firstAt(root, ['idVerificationMethod'], ['supervisionAndIdentityVerification'])),
    results: readResults(root),
    stacking: texts(firstAt(root, ['partOfQualification'], ['integrationStackabilityOptions'], ['integration_stackability_options'])),
    languages: [...each(at(root, 'language_of_classes')), ...each(at(root, 'languageOfAssessment'))].flatMap((node) => readLanguageTag(node) ?? []),
    fields: [...each(at(root, 'fieldOfEducation')), ...allAt(root, ['title_of_the_micro_credential', 'iscedCode'])].flatMap((node) => readField(node, true) ?? []),
    accreditations: readAccreditations(root),
    tags: [],
    ...present({
      description: readText(at(root, 'achievement_description')),
      criteria: readText(at(root, 'learningOutcomeSummary')),
      criteriaUrl: readString(at(root, 'link')),
      stackable: readFlag(at(root, 'stackable')),
      accreditationRecords: records.length === 0 ? undefined : records,
    }),
  };
}

/** The kind of quality assurance and what it is called; words of the rulebook stay words, for none of them is one EU code. */
function readQualityPlaces(root: ClaimNode): readonly (ClaimNode | undefined)[] {
  const kinds = [...each(at(root, 'qualityAssurance')), ...allAt(root, ['quality_assurance', 'title']), ...each(at(root, 'types_of_quality_assurance'))];
  const accreditations = each(at(root, 'accreditation'));
  const said = new Set(kinds.map(({ value }) => value));
  const own = accreditations.map((accreditation) => at(accreditation, 'type')).filter((kind) => {
    if (kind !== undefined && said.has(kind.value)) understand(kind);
    return !said.has(kind?.value ?? '');
  });
  return [...kinds, ...own, ...accreditations.map((accreditation) => at(accreditation, 'title')), ...allAt(root, ['quality_assurance', 'type'])];
}

/** A number by which the decision can be found is the issuer's own structured reference. */
function toReference(term: Stated<ListedTerm>): Stated<ListedTerm> {
  return term.value.code === undefined ? { ...term, value: { ...term.value, code: term.raw } } : term;
}

const accreditationPlaces = [
  ['agent', 'accreditingAgent'],
  ['decision', 'decision'],
  ['decided', 'decisionDate'],
  ['review', 'reviewDate'],
] as const;

function readAccreditations(root: ClaimNode): readonly AccreditationDetail[] {
  return each(at(root, 'accreditation')).flatMap(readDetails);
}

function readDetails(accreditation: ClaimNode): readonly AccreditationDetail[] {
  return accreditationPlaces.flatMap(([detail, key]) => texts(at(accreditation, key)).map((text) => ({ detail, text })));
}

/** Since when, and by whom: to whom it was given the rulebook does not let an issuer say. */
function readRecords(root: ClaimNode): readonly AccreditationRecord[] {
  return each(at(root, 'accreditation')).flatMap((accreditation): readonly AccreditationRecord[] => {
    const look = { ...accreditation, understood: new Set<string>() };
    const from = readDate(at(look, 'decisionDate'));
    if (from === undefined) return [];
    const title = at(look, 'title');
    const terms = title === undefined ? [] : [readTerm(title, 'qualityAssurance')].filter((term) => term !== undefined);
    return [{ path: look.path, raw: JSON.stringify(look.value), terms, details: readDetails(look), from, organisations: [], limits: [] }];
  });
}

function texts(node: ClaimNode | undefined): readonly StatedText[] {
  return each(node).flatMap((item) => readText(item) ?? []);
}

function readResults(root: ClaimNode): Achievement['results'] {
  const value = readText(firstAt(root, ['grade'], ['gradeAchieved'], ['type_of_assessment', 'grade'], ['assessment_grade']));
  return value === undefined ? [] : [{ value, ...present({ scale: readText(at(root, 'gradingScheme')) }) }];
}
