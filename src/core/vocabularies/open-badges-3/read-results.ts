import type { LearningResult, ListedTerm, Stated, StatedText } from '../../model/credential.ts';
import { maxCredentialBytes, maxNodesPerCredential } from '../../model/limits.ts';
import { at, each, present, readString, readText, stated, understand, wordAt } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { readTerm } from '../eu-terms.ts';

/** The results of one subject, found once, and how much more may be told of them. */
export interface SubjectResults {
  readonly all: readonly ClaimNode[];
  readonly byDescription: ReadonlyMap<string, readonly ClaimNode[]>;
  /** Many results may point at one description, and many descriptions bear one id: each would be told with each. */
  readonly left: { results: number; characters: number };
}

/** The results of a subject by the description that each points at. */
export function findResults(subject: ClaimNode): SubjectResults {
  const all = each(at(subject, 'result'));
  const byDescription = new Map<string, ClaimNode[]>();
  for (const result of all) {
    const id = wordAt(at(result, 'resultDescription'));
    if (id === undefined) continue;
    const known = byDescription.get(id);
    if (known === undefined) byDescription.set(id, [result]);
    else known.push(result);
  }
  return { all, byDescription, left: { results: maxNodesPerCredential, characters: maxCredentialBytes } };
}

/**
 * `result[]` of the subject with the `resultDescription` it points at (Open Badges 3.0, Result). A result that points at
 * nothing in this achievement is its own only where there is no other.
 */
export function readResults(found: SubjectResults, achievement: ClaimNode, isOnly: boolean): readonly LearningResult[] {
  const descriptions = byId(each(at(achievement, 'resultDescription')));
  const levels = new Map<ClaimNode, ReadonlyMap<string, ClaimNode>>();
  for (const description of descriptions.values()) levels.set(description, byId(each(at(description, 'rubricCriterionLevel'))));
  const anyLevel = onlyOnes([...levels.values()].flatMap((inner) => [...inner]));
  const results = isOnly ? found.all : [...descriptions.keys()].flatMap((id) => found.byDescription.get(id) ?? []);
  return results.slice(0, Math.max(0, found.left.results)).flatMap((result) => {
    const pointer = at(result, 'resultDescription');
    const id = wordAt(pointer);
    const described = id === undefined ? undefined : descriptions.get(id);
    const own = readText(at(result, 'value')) ?? toldAgain(found, () => readAchievedLevel(result, described === undefined ? undefined : levels.get(described)));
    // A level of another scale than that which the result points at is told without this one.
    const other = own ?? toldAgain(found, () => readAchievedLevel(result, anyLevel));
    const value = other ?? readText(at(result, 'status'));
    if (value === undefined) return [];
    // What leads nowhere stays as it stands, among the further claims.
    if (described !== undefined) understand(pointer);
    found.left.results -= 1;
    const scaled = own === other ? described : undefined;
    return [{ value, ...present({ name: toldAgain(found, () => readText(at(described, 'name'))), scale: toldAgain(found, () => readScale(scaled)) }) }];
  });
}

/** What is told with every result that points at it, as long as that is not endless. */
function toldAgain({ left }: SubjectResults, read: () => StatedText | undefined): StatedText | undefined {
  const text = left.characters <= 0 ? undefined : read();
  left.characters -= text?.raw.length ?? 0;
  return text;
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

/** What alone bears its id. */
function onlyOnes(entries: readonly (readonly [id: string, node: ClaimNode])[]): ReadonlyMap<string, ClaimNode> {
  const found = new Map(entries);
  const seen = new Set<string>();
  for (const [id] of entries) {
    if (seen.has(id)) found.delete(id);
    seen.add(id);
  }
  return found;
}

/** A rubric level that was reached: its name stands in the description, its address in the result. */
function readAchievedLevel(result: ClaimNode, levels: ReadonlyMap<string, ClaimNode> | undefined): StatedText | undefined {
  const place = at(result, 'achievedLevel');
  const id = wordAt(place);
  const level = id === undefined ? undefined : levels?.get(id);
  const name = readText(at(level, 'name')) ?? readText(at(level, 'level'));
  if (name !== undefined) understand(place);
  return name;
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

/** A criterion of a rubric says what the learner had to be able to do; grades, scores and a scale of levels do not. */
export function readRubricOutcomes(achievement: ClaimNode): readonly StatedText[] {
  return each(at(achievement, 'resultDescription')).flatMap((description) =>
    at(description, 'resultType')?.value === 'RubricCriterion' ? (readText(at(description, 'name')) ?? []) : [],
  );
}

/** Types of assessment: of the achievement (Educredentials) and of each result description (Assessment extension). */
export function readAssessment(achievement: ClaimNode): readonly Stated<ListedTerm>[] {
  const places = [
    ...each(at(achievement, 'assessmentType')),
    ...each(at(achievement, 'resultDescription')).flatMap((description) => each(at(description, 'assessmentType'))),
  ];
  return places.flatMap((place) => readTerm(place, 'assessment') ?? []);
}

/**
 * Supervision and identity check (Educredentials `supervisionType`, `identityChecked`): one value of the European list that
 * was split at its comma. A check of identity that the badge denies takes the code away that says so, and stays told.
 */
export function readSupervision(achievement: ClaimNode): readonly Stated<ListedTerm>[] {
  const supervised = each(at(achievement, 'supervisionType')).flatMap((place) => readTerm(place, 'supervision') ?? []);
  const checked = at(achievement, 'identityChecked');
  const isChecked = wordAt(checked)?.toLowerCase();
  if (supervised.length === 0) return isChecked === 'true' && checked !== undefined ? [stated(checked, { text: [], list: 'supervision-verification', code: '44314532f9' })] : [];
  const told = isChecked === 'true' ? identifying : isChecked === 'false' ? notIdentifying : undefined;
  if (told === undefined || supervised.every(({ value }) => value.code === undefined)) return supervised;
  if (supervised.every(({ value }) => value.code !== undefined && told.has(value.code))) {
    understand(checked);
    return supervised;
  }
  return supervised.map((term) => ({ ...term, value: { text: term.value.text.length > 0 ? term.value.text : [{ text: term.raw }] } }));
}

const identifying: ReadonlySet<string> = new Set(['70be69aaf9', '44314532f9']);
const notIdentifying: ReadonlySet<string> = new Set(['c598449d64']);
