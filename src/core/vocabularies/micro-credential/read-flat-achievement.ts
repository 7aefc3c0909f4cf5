import type { AccreditationDetail, Achievement, ListedTerm, Stated, StatedText } from '../../model/credential.ts';
import { at, each, present, readString, readText, stated, understand, wordAt } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { readTerm } from '../eu-terms.ts';
import { readField, readLanguageTag } from '../read-codes.ts';
import { firstAt } from './first-at.ts';
import { readLevels } from './read-flat-levels.ts';
import { readWorkloads } from './read-flat-workloads.ts';

/** The one achievement of a flat micro-credential: outcomes, workload, level, assessment and what else Annex I names. */
export function readFlatAchievement(root: ClaimNode): Achievement {
  const terms = (element: Parameters<typeof readTerm>[1], ...places: readonly (ClaimNode | undefined)[]): readonly Stated<ListedTerm>[] =>
    places.flatMap((place) => each(place)).flatMap((node) => readTerm(node, element) ?? []);
  return {
    outcomes: texts(firstAt(root, ['learningOutcomes'], ['learning_outcomes', 'title'], ['learning_outcomes'])),
    alignments: [...each(at(root, 'escoReference')), ...each(at(root, 'learning_outcomes', 'relatedESCOskills'))].flatMap((node) => {
      const url = readString(node);
      return url === undefined ? [] : [{ url, isSkill: true as const }];
    }),
    workloads: readWorkloads(root),
    ...readLevels(root),
    assessment: terms('assessment', firstAt(root, ['typeOfAssessment'], ['type_of_assessment', 'type'])),
    participation: terms('participation', firstAt(root, ['formOfParticipation'], ['form_of_participation', 'mode']), firstAt(root, ['learningActivityType'], ['form_of_participation', 'type'])),
    qualityAssurance: terms('qualityAssurance', ...readQualityPlaces(root)),
    prerequisites: texts(firstAt(root, ['entryRequirements'], ['prerequisites'], ['prerequisites_to_enroll'])),
    supervision: terms('supervision', firstAt(root, ['idVerificationMethod'], ['supervisionAndIdentityVerification'])),
    results: readResults(root),
    stacking: texts(firstAt(root, ['partOfQualification'], ['integrationStackabilityOptions'], ['integration_stackability_options'])),
    languages: [...each(at(root, 'language_of_classes')), ...each(at(root, 'languageOfAssessment'))].flatMap((node) => readLanguageTag(node) ?? []),
    fields: [...each(at(root, 'fieldOfEducation')), ...each(at(root, 'title_of_the_micro_credential', 'iscedCode'))].flatMap((node) => readField(node, true) ?? []),
    accreditations: readAccreditations(root),
    tags: [],
    ...present({
      description: readText(at(root, 'achievement_description')),
      criteria: readText(at(root, 'learningOutcomeSummary')),
      criteriaUrl: readString(at(root, 'link')),
      stackable: readFlag(at(root, 'stackable')),
    }),
  };
}

/** The kind of quality assurance and what it is called; words of the rulebook stay words, for none of them is one EU code. */
function readQualityPlaces(root: ClaimNode): readonly (ClaimNode | undefined)[] {
  const kinds = [...each(at(root, 'qualityAssurance')), ...each(at(root, 'quality_assurance', 'title')), ...each(at(root, 'types_of_quality_assurance'))];
  const accreditations = each(at(root, 'accreditation'));
  const said = new Set(kinds.map(({ value }) => value));
  const own = accreditations.map((accreditation) => at(accreditation, 'type')).filter((kind) => {
    if (kind !== undefined && said.has(kind.value)) understand(kind);
    return !said.has(kind?.value ?? '');
  });
  const pilot = ['type', 'identifier'].map((key) => at(root, 'quality_assurance', key));
  return [...kinds, ...own, ...accreditations.map((accreditation) => at(accreditation, 'title')), ...pilot];
}

const accreditationPlaces = [
  ['agent', 'accreditingAgent'],
  ['decision', 'decision'],
  ['decided', 'decisionDate'],
  ['review', 'reviewDate'],
] as const;

function readAccreditations(root: ClaimNode): readonly AccreditationDetail[] {
  return each(at(root, 'accreditation')).flatMap((accreditation) =>
    accreditationPlaces.flatMap(([detail, key]) => texts(at(accreditation, key)).map((text) => ({ detail, text }))),
  );
}

function readFlag(node: ClaimNode | undefined): Stated<boolean> | undefined {
  const word = wordAt(node)?.toLowerCase();
  return node === undefined || (word !== 'true' && word !== 'false') ? undefined : stated(node, word === 'true');
}

function texts(node: ClaimNode | undefined): readonly StatedText[] {
  return each(node).flatMap((item) => readText(item) ?? []);
}

function readResults(root: ClaimNode): Achievement['results'] {
  const value = readText(firstAt(root, ['grade'], ['gradeAchieved'], ['type_of_assessment', 'grade'], ['assessment_grade']));
  return value === undefined ? [] : [{ value, ...present({ scale: readText(at(root, 'gradingScheme')) }) }];
}
