import type { Achievement, Level, ListedTerm, Stated, StatedText, Workload, WorkloadSystem } from '../../model/credential.ts';
import { at, each, present, readNumber, readString, readText, stated } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { readTerm } from '../eu-terms.ts';
import { firstAt } from './first-at.ts';

/** The one achievement of a flat micro-credential: outcomes, workload, level, assessment and what else Annex I names. */
export function readFlatAchievement(root: ClaimNode): Achievement {
  const terms = (element: Parameters<typeof readTerm>[1], ...places: readonly (ClaimNode | undefined)[]): readonly Stated<ListedTerm>[] =>
    places.flatMap((place) => each(place)).flatMap((node) => readTerm(node, element) ?? []);
  return {
    outcomes: texts(firstAt(root, ['learningOutcomes'], ['learning_outcomes', 'title'], ['learning_outcomes'])),
    alignments: [...each(at(root, 'escoReference')), ...each(at(root, 'learning_outcomes', 'relatedESCOskills'))].flatMap((node) => {
      const url = readString(node);
      return url === undefined ? [] : [{ url }];
    }),
    workloads: readWorkloads(root),
    levels: readLevels(root),
    assessment: terms('assessment', firstAt(root, ['typeOfAssessment'], ['type_of_assessment', 'type'])),
    participation: terms('participation', firstAt(root, ['formOfParticipation'], ['form_of_participation', 'mode']), firstAt(root, ['learningActivityType'], ['form_of_participation', 'type'])),
    qualityAssurance: terms('qualityAssurance', firstAt(root, ['qualityAssurance'], ['quality_assurance', 'title'], ['types_of_quality_assurance']), at(root, 'accreditation', 'title')),
    prerequisites: texts(firstAt(root, ['entryRequirements'], ['prerequisites'], ['prerequisites_to_enroll'])),
    supervision: terms('supervision', firstAt(root, ['idVerificationMethod'], ['supervisionAndIdentityVerification'])),
    results: readResults(root),
    stacking: texts(firstAt(root, ['partOfQualification'], ['integrationStackabilityOptions'], ['integration_stackability_options'])),
    languages: each(firstAt(root, ['language_of_classes'], ['languageOfAssessment'])).flatMap((node) => readString(node) ?? []),
    tags: [],
    ...present({
      description: readText(at(root, 'achievement_description')),
      criteria: readText(at(root, 'learningOutcomeSummary')),
      criteriaUrl: readString(at(root, 'link')),
      field: readText(firstAt(root, ['fieldOfEducation'], ['title_of_the_micro_credential', 'iscedCode'])),
    }),
  };
}

function texts(node: ClaimNode | undefined): readonly StatedText[] {
  return each(node).flatMap((item) => readText(item) ?? []);
}

const systems: Readonly<Record<string, WorkloadSystem>> = { ects: 'ECTS', ecvet: 'ECVET', hours: 'hours', hour: 'hours', h: 'hours' };

/** `{value, unit}`, points beside the name of their framework, or both in one text: `3 ECTS`. */
function readWorkloads(root: ClaimNode): readonly Stated<Workload>[] {
  const whole = at(root, 'notionalWorkload');
  return [
    ...amountOf(at(whole, 'value'), at(whole, 'unit')),
    ...amountOf(at(root, 'credit_points'), at(root, 'credit_framework')),
    ...[whole, at(root, 'expected_study_time')].flatMap((node) => (typeof node?.value === 'string' ? amountInText(node, node.value) : [])),
  ];
}

function amountOf(value: ClaimNode | undefined, unit: ClaimNode | undefined): readonly Stated<Workload>[] {
  const amount = readNumber(value);
  if (value === undefined || amount === undefined) return [];
  const name = readString(unit)?.value.toLowerCase() ?? '';
  return [stated(value, { amount, system: systems[name] ?? 'unknown' })];
}

function amountInText(node: ClaimNode, text: string): readonly Stated<Workload>[] {
  const [, amount = '', unit = ''] = /^\s*(\d{1,6}(?:[.,]\d{1,3})?)\s*([A-Za-z]{1,6})\s*$/.exec(text) ?? [];
  const system = systems[unit.toLowerCase()];
  const duration = /^PT(\d{1,6})H$/.exec(text)?.[1];
  if (duration !== undefined) return [stated(node, { amount: Number(duration), system: 'hours' })];
  return system === undefined ? [] : [stated(node, { amount: Number(amount.replace(',', '.')), system })];
}

/** `EQF-6`, `EQF level 6`, or `6` where the claim itself is named after the framework; others keep their words. */
function readLevels(root: ClaimNode): readonly Stated<Level>[] {
  const european = [at(root, 'level'), at(root, 'level_of_learning_experience')].flatMap((node) => eqfIn(node, /^EQF(?:[\s-]*(?:level)?[\s-]*)([1-8])$/i));
  const named = eqfIn(at(root, 'education_level', 'eqfLevel'), /^(?:EQF)?[\s-]*(?:level)?[\s-]*([1-8])$/i);
  const national = [at(root, 'nationalQualificationsFrameworkLevel'), at(root, 'education_level', 'qfLevel')].flatMap((node) => {
    const text = readString(node);
    return node === undefined || text === undefined ? [] : [stated(node, { framework: 'NQF', value: text.value })];
  });
  return [...european, ...named, ...national];
}

function eqfIn(node: ClaimNode | undefined, pattern: RegExp): readonly Stated<Level>[] {
  const text = typeof node?.value === 'string' ? node.value.trim() : typeof node?.value === 'number' ? String(node.value) : '';
  const level = pattern.exec(text)?.[1];
  return node === undefined || level === undefined ? [] : [stated(node, { framework: 'EQF', value: level })];
}

function readResults(root: ClaimNode): Achievement['results'] {
  const value = readText(firstAt(root, ['grade'], ['gradeAchieved'], ['type_of_assessment', 'grade'], ['assessment_grade']));
  return value === undefined ? [] : [{ value, ...present({ scale: readText(at(root, 'gradingScheme')) }) }];
}
