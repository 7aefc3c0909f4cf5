import type { LearningResult, ListedTerm, Stated, StatedText } from '../../model/credential.ts';
import { at, each, present, readString, readText, stated, understand, wordAt } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { readTerm } from '../eu-terms.ts';

const rubricTypes: ReadonlySet<unknown> = new Set(['RubricCriterion', 'RubricCriterionLevel']);

/**
 * `result[]` of the subject with the `resultDescription` it points at (Open Badges 3.0, Result). A result that points at
 * nothing in this achievement is its own only where there is no other.
 */
export function readResults(subject: ClaimNode, achievement: ClaimNode, isOnly: boolean): readonly LearningResult[] {
  const descriptions = byId(each(at(achievement, 'resultDescription')));
  const levels = new Map<ClaimNode, ReadonlyMap<string, ClaimNode>>();
  for (const description of descriptions.values()) levels.set(description, byId(each(at(description, 'rubricCriterionLevel'))));
  return each(at(subject, 'result')).flatMap((result) => {
    const pointer = at(result, 'resultDescription');
    const id = wordAt(pointer);
    const described = id === undefined ? undefined : descriptions.get(id);
    if (described === undefined && !isOnly) return [];
    if (id !== undefined) understand(pointer);
    const value = readText(at(result, 'value')) ?? readAchievedLevel(result, described === undefined ? undefined : levels.get(described)) ?? readText(at(result, 'status'));
    if (value === undefined) return [];
    return [{ value, ...present({ name: readText(at(described, 'name')), scale: readScale(described) }) }];
  });
}

/** The first thing of each id: results may be many, and each asks for its own. */
function byId(nodes: readonly ClaimNode[]): ReadonlyMap<string, ClaimNode> {
  const found = new Map<string, ClaimNode>();
  for (const node of nodes) {
    const id = wordAt(at(node, 'id'));
    if (id !== undefined && !found.has(id)) found.set(id, node);
  }
  return found;
}

/** A rubric level that was reached: its name stands in the description, its address in the result. */
function readAchievedLevel(result: ClaimNode, levels: ReadonlyMap<string, ClaimNode> | undefined): StatedText | undefined {
  const id = readString(at(result, 'achievedLevel'))?.value;
  const level = id === undefined ? undefined : levels?.get(id);
  return readText(at(level, 'name')) ?? readText(at(level, 'level'));
}

/** The scale as signs only: `1–10 (≥ 6)`, or the allowed values; nothing that is not stated. */
function readScale(described: ClaimNode | undefined): StatedText | undefined {
  if (described === undefined) return undefined;
  const [low, high] = [readString(at(described, 'valueMin'))?.value, readString(at(described, 'valueMax'))?.value];
  const needed = readString(at(described, 'requiredValue'))?.value;
  const allowed = each(at(described, 'allowedValue')).flatMap((value) => readString(value)?.value ?? []);
  const range = low !== undefined && high !== undefined ? `${low}–${high}` : allowed.join(' · ');
  const text = [range, needed === undefined ? '' : `(≥ ${needed})`].filter((part) => part !== '').join(' ');
  return text === '' ? undefined : { value: [{ text }], path: described.path, raw: JSON.stringify(described.value) };
}

/** Rubric criteria say what the learner had to be able to do; grades and scores do not. */
export function readRubricOutcomes(achievement: ClaimNode): readonly StatedText[] {
  return each(at(achievement, 'resultDescription')).flatMap((description) => {
    const name = rubricTypes.has(at(description, 'resultType')?.value) ? readText(at(description, 'name')) : undefined;
    return name === undefined ? [] : [name];
  });
}

/** Types of assessment: of the achievement (Educredentials) and of each result description (Assessment extension). */
export function readAssessment(achievement: ClaimNode): readonly Stated<ListedTerm>[] {
  const places = [
    ...each(at(achievement, 'assessmentType')),
    ...each(at(achievement, 'resultDescription')).flatMap((description) => each(at(description, 'assessmentType'))),
  ];
  return places.flatMap((place) => readTerm(place, 'assessment') ?? []);
}

/** Supervision and identity check (Educredentials `supervisionType`, `identityChecked`). */
export function readSupervision(achievement: ClaimNode): readonly Stated<ListedTerm>[] {
  const supervised = each(at(achievement, 'supervisionType')).flatMap((place) => readTerm(place, 'supervision') ?? []);
  const checked = at(achievement, 'identityChecked');
  if (supervised.length > 0 || wordAt(checked) !== 'true' || checked === undefined) return supervised;
  return [stated(checked, { text: [], list: 'supervision-verification', code: '44314532f9' })];
}
