import type { Achievement, Alignment, LearningResult, ListedTerm, Stated, StatedText, Workload, WorkloadSystem } from '../../model/credential.ts';
import { at, each, present, readNumber, readString, readText, stated } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { readTerm } from '../eu-terms.ts';
import { addressOf, along, readLabel, readNote, wordsPlace } from './plumbing.ts';

/** One thing the learner claims (ELM `LearningAchievement`, `LearningActivity` and their kin) with what specifies it. */
export function readClaim(claim: ClaimNode): Achievement {
  const specifications = each(at(claim, 'specifiedBy'));
  const fields = alongAll(specifications, 'thematicArea').flatMap((concept) => readLabel(concept) ?? []);
  const outcomes = alongAll(specifications, 'learningOutcome');
  return {
    outcomes: outcomes.flatMap((outcome) => readText(at(outcome, 'title')) ?? []),
    alignments: outcomes.flatMap((outcome) => [...along(outcome, 'relatedESCOSkill'), ...along(outcome, 'relatedSkill')]).map(readSkill),
    workloads: readWorkloads(claim, specifications),
    levels: [...alongAll(specifications, 'eqfLevel').flatMap(readEqfLevel), ...alongAll(specifications, 'nqfLevel').flatMap(readNationalLevel)],
    assessment: readAssessment(claim, specifications),
    participation: readParticipation(claim, specifications),
    qualityAssurance: [...alongAll(specifications, 'accreditation'), ...along(claim, 'awardedBy', 'awardingBody', 'accreditation')].flatMap(readAccreditation),
    prerequisites: alongAll(specifications, 'entryRequirement').flatMap((note) => readNote(note) ?? []),
    supervision: [...along(claim, 'provenBy', 'idVerification'), ...specifications.flatMap((inner) => along(inner, 'provenBy', 'idVerification'))].flatMap((concept) => readTerm(concept, 'supervision') ?? []),
    results: along(claim, 'provenBy').flatMap(readResult),
    stacking: [...alongAll(specifications, 'isPartOf'), ...along(claim, 'isPartOf'), ...along(claim, 'entitlesTo')].flatMap((part) => readText(at(part, 'title')) ?? []),
    languages: alongAll(specifications, 'language').flatMap((concept) => readLanguage(concept) ?? []),
    tags: fields.length > 1 ? fields : [],
    ...present({
      id: readString(at(claim, 'id')),
      title: readText(at(claim, 'title')) ?? firstOf(specifications, (specification) => readText(at(specification, 'title'))),
      description: readText(at(claim, 'description')) ?? firstOf(specifications, (specification) => readText(at(specification, 'description'))),
      criteria: firstOf(alongAll(specifications, 'learningOutcomeSummary'), readNote),
      field: fields.length === 1 ? fields[0] : undefined,
    }),
  };
}

function alongAll(nodes: readonly ClaimNode[], ...keys: readonly string[]): readonly ClaimNode[] {
  return nodes.flatMap((node) => along(node, ...keys));
}

function firstOf<T>(nodes: readonly ClaimNode[], read: (node: ClaimNode) => T | undefined): T | undefined {
  for (const node of nodes) {
    const found = read(node);
    if (found !== undefined) return found;
  }
  return undefined;
}

function readSkill(concept: ClaimNode): Alignment {
  return present({ name: readLabel(concept), url: readString(at(concept, 'id')) });
}

const creditSystems: Readonly<Record<string, WorkloadSystem>> = { '6fcec5c5af': 'ECTS', '60b314e826': 'ECVET' };

/** Credits of a named framework, and hours; a duration of months has no number of hours and stays as it is written. */
function readWorkloads(claim: ClaimNode, specifications: readonly ClaimNode[]): readonly Stated<Workload>[] {
  const credits = [...alongAll(specifications, 'creditPoint'), ...along(claim, 'creditReceived')].flatMap((credit) => {
    const place = at(credit, 'point');
    const amount = readNumber(place);
    const framework = each(at(credit, 'framework'))[0];
    if (place === undefined || amount === undefined || amount <= 0) return [];
    const system = creditSystems[/\/snb\/education-credit\/([a-z0-9_]+)$/.exec(addressOf(framework))?.[1] ?? ''];
    if (system !== undefined) readLabel(framework);
    return [stated(place, { amount, system: system ?? 'unknown' } as const)];
  });
  const hours = alongAll(specifications, 'volumeOfLearning').flatMap((place) => {
    const amount = hoursOfDuration(place.value);
    return amount === undefined || amount <= 0 ? [] : [stated(place, { amount, system: 'hours' } as const)];
  });
  return [...credits, ...hours];
}

/** ISO 8601 durations of days, hours and minutes. */
function hoursOfDuration(value: unknown): number | undefined {
  const match = typeof value === 'string' ? /^P(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?)?$/.exec(value) : null;
  if (match === null || (match[1] ?? match[2] ?? match[3]) === undefined) return undefined;
  return Number(match[1] ?? 0) * 24 + Number(match[2] ?? 0) + Number(match[3] ?? 0) / 60;
}

function readEqfLevel(concept: ClaimNode): Achievement['levels'] {
  const value = /\/snb\/eqf\/([1-8])$/.exec(addressOf(concept))?.[1];
  return value === undefined ? [] : [stated(wordsPlace(concept) ?? at(concept, 'id') ?? concept, { framework: 'EQF', value })];
}

/** National levels keep their own name. */
function readNationalLevel(concept: ClaimNode): Achievement['levels'] {
  const place = wordsPlace(concept);
  const text = readText(place)?.value[0]?.text;
  return place === undefined || text === undefined ? [] : [stated(place, { framework: 'NQF', value: text })];
}

/** How it was assessed: by the kind of what specifies the assessment, its own kind, or its title. */
function readAssessment(claim: ClaimNode, specifications: readonly ClaimNode[]): readonly Stated<ListedTerm>[] {
  const assessments = [...along(claim, 'provenBy'), ...alongAll(specifications, 'provenBy')];
  return assessments.flatMap((assessment) => {
    const kinds = [...along(assessment, 'specifiedBy', 'dcType'), ...each(at(assessment, 'dcType'))];
    const terms = kinds.flatMap((concept) => readTerm(concept, 'assessment') ?? []);
    const title = terms.length > 0 ? undefined : at(assessment, 'title');
    const text = readText(title);
    return title === undefined || text === undefined ? terms : [stated(title, { text: text.value })];
  });
}

function readParticipation(claim: ClaimNode, specifications: readonly ClaimNode[]): readonly Stated<ListedTerm>[] {
  const modes = alongAll(specifications, 'mode');
  const places = modes.length > 0 ? modes : along(claim, 'influencedBy', 'specifiedBy', 'mode');
  return [...places, ...along(claim, 'influencedBy', 'specifiedBy', 'dcType')].flatMap((concept) => readTerm(concept, 'participation') ?? []);
}

/** An accreditation by its title, with its kind where that is one of the European list. */
export function readAccreditation(node: ClaimNode): readonly Stated<ListedTerm>[] {
  const title = at(node, 'title');
  const text = readText(title);
  const kind = each(at(node, 'dcType'))[0];
  const term = kind === undefined ? undefined : readTerm(kind, 'qualityAssurance');
  if (title === undefined || text === undefined) return term === undefined ? [] : [term];
  const { code, list } = term?.value ?? {};
  return [stated(title, { text: text.value, ...(code === undefined ? {} : { code }), ...(list === undefined ? {} : { list }) })];
}

function readResult(assessment: ClaimNode): readonly LearningResult[] {
  const value = firstOf(each(at(assessment, 'grade')), readNote);
  const scheme = along(assessment, 'specifiedBy', 'gradingScheme');
  const scale: StatedText | undefined = firstOf(scheme, (inner) => readText(at(inner, 'description')) ?? readText(at(inner, 'title')));
  return value === undefined ? [] : [{ value, ...present({ name: readText(at(assessment, 'title')), scale }) }];
}

const languageCodes: Readonly<Record<string, string>> = Object.fromEntries(
  ('BUL bg CES cs DAN da DEU de ELL el ENG en EST et FIN fi FRA fr GLE ga HRV hr HUN hu ISL is ITA it LAV lv LIT lt MKD mk MLT mt ' +
    'NLD nl NOR no POL pl POR pt RON ro SLK sk SLV sl SPA es SQI sq SRP sr SWE sv TUR tr UKR uk')
    .split(/ (?=[A-Z])/)
    .map((pair) => pair.split(' ')),
);

function readLanguage(concept: ClaimNode): Stated<string> | undefined {
  const code = languageCodes[/\/authority\/language\/([A-Z]{3})$/.exec(addressOf(concept))?.[1] ?? ''];
  const place = at(concept, 'prefLabel') ?? at(concept, 'id') ?? concept;
  if (code !== undefined) return stated(place, code);
  const label = readLabel(concept);
  const [first] = label?.value ?? [];
  return label === undefined || first === undefined ? undefined : { ...label, value: first.text };
}
