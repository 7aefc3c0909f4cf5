import type { Achievement, Alignment, LearningResult, Level, Party, Stated, Workload } from '../../model/credential.ts';
import { at, each, present, readString, readText, stated } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { eqfAt } from '../eu-terms.ts';
import { nothingStated } from '../nothing-stated.ts';
import { hoursOfDuration, readAmount } from '../read-codes.ts';
import { addressOf, along, alongAll, firstOf, readLabel, readNote } from './plumbing.ts';
import { readAssessment, readListed, readTerms } from './read-kinds.ts';
import { readOrganisation } from './read-organisation.ts';

/** What a learner achieved, as the European Learning Model 2 writes it in JSON (older EBSI and Europass credentials). */
export function readAchieved(achieved: ClaimNode): Achievement {
  const specifications = each(at(achieved, 'specifiedBy'));
  const outcomes = alongAll(specifications, 'learningOutcome');
  const activities = [...along(achieved, 'wasInfluencedBy', 'specifiedBy', 'mode'), ...along(achieved, 'wasInfluencedBy', 'specifiedBy', 'learningActivityType')];
  const settings = readListed(alongAll(specifications, 'learningSetting'), 'learning-setting');
  const fields = readListed([...alongAll(specifications, 'iSCEDFCode'), ...alongAll(specifications, 'iscedFCode')], 'isced-f');
  return {
    ...nothingStated,
    outcomes: outcomes.flatMap((outcome) => readText(at(outcome, 'name')) ?? readText(at(outcome, 'title')) ?? readText(at(outcome, 'definition')) ?? []),
    alignments: alongAll(outcomes, 'relatedESCOSkill').map(readSkill),
    workloads: specifications.flatMap(readWorkloads),
    levels: specifications.flatMap(readEuropeanLevels),
    participation: readTerms(activities, 'participation'),
    results: along(achieved, 'wasDerivedFrom').flatMap(readResult),
    assessment: readAssessment(along(achieved, 'wasDerivedFrom'), []),
    ...present({
      id: readString(at(achieved, 'id')),
      title: readText(at(achieved, 'title')) ?? firstOf(specifications, (specification) => readText(at(specification, 'title'))),
      description: readText(at(achieved, 'description')) ?? firstOf(specifications, (specification) => readText(at(specification, 'description'))),
      settings: settings.length === 0 ? undefined : settings,
      fields: fields.length === 0 ? undefined : fields,
    }),
  };
}

function readSkill(skill: ClaimNode): Alignment {
  return { isSkill: true, ...present({ name: readLabel(skill) ?? readText(at(skill, 'title')), url: readString(at(skill, 'id')) ?? (typeof skill.value === 'string' ? readString(skill) : undefined) }) };
}

/** Credits whose name says that they are of ECTS, and hours. */
function readWorkloads(specification: ClaimNode): readonly Stated<Workload>[] {
  const credits = each(at(specification, 'eCTSCreditPoints')).flatMap((place) => readAmount(place, 'ECTS'));
  const hours = each(at(specification, 'volumeOfLearning')).flatMap((place) => {
    const amount = hoursOfDuration(place.value);
    return amount === undefined || amount <= 0 ? [] : [stated(place, { amount, system: 'hours' } as const)];
  });
  return [...credits, ...hours];
}

function readEuropeanLevels(specification: ClaimNode): readonly Stated<Level>[] {
  return [...each(at(specification, 'eQFLevel')), ...each(at(specification, 'eqfLevel'))].flatMap((concept) => {
    const value = eqfAt(addressOf(concept));
    const place = typeof concept.value === 'string' ? concept : at(concept, 'id');
    return value === undefined || place === undefined ? [] : [stated(place, { framework: 'EQF', value })];
  });
}

function readResult(assessment: ClaimNode): readonly LearningResult[] {
  const value = firstOf(each(at(assessment, 'grade')), readNote);
  const schemes = along(assessment, 'specifiedBy', 'gradingScheme');
  const scale = firstOf(schemes, (scheme) => readText(at(scheme, 'description')) ?? readText(at(scheme, 'title')));
  return value === undefined ? [] : [{ value, ...present({ name: readText(at(assessment, 'title')), scale }) }];
}

/** Bodies of version 2: a name that is preferred, or an address alone. */
export function readOlderBodies(achieved: readonly ClaimNode[]): readonly Party[] {
  return alongAll(achieved, 'wasAwardedBy', 'awardingBody').map((body) => {
    const party = readOrganisation(body);
    return party.name !== undefined ? party : { ...party, ...present({ name: readText(at(body, 'preferredName')) ?? readText(at(body, 'name')) }) };
  });
}
