import type { Alignment, Level, ListedTerm, Stated, StatedText } from '../../model/credential.ts';
import { at, each, peekString, present, readString, readText, stated, understand, wordAt } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { fieldCodeOf } from '../read-codes.ts';

/** What the alignments of an achievement say, sorted by what they point at. */
export interface Alignments {
  readonly all: readonly Alignment[];
  readonly outcomes: readonly StatedText[];
  readonly levels: readonly Stated<Level>[];
  readonly levelNotApplicable: StatedText | undefined;
  readonly qualityAssurance: readonly Stated<ListedTerm>[];
  readonly fields: readonly Stated<ListedTerm>[];
}

const outcomeTypes: ReadonlySet<string> = new Set(['ceasn:Competency', 'CFItem', 'CFRubricCriterion', 'CFRubricCriterionLevel']);
const skillAddress = /^https?:\/\/data\.europa\.eu\/(?:esco\/skill\/|snb\/dcf\/)/;
const skillFramework = /\b(?:ESCO|DigComp|EntreComp|GreenComp|LifeComp|e-CF)\b/;
/** Classifications of fields of education: what they name is a field, whatever its type says. */
const fieldFramework = /\bISCED\b|^(?:US |NCES )?CIP(?:[ -](?:19|20)\d\d| codes?)*$|\bClassification of Instructional Programs\b|\bStandard Classification of Education\b/;
/** ISCED classifies levels of education too (ISCED 2011, ISCED-P, ISCED-A): such a target is no field. */
const levelFramework = /\bISCED\b.{0,20}\b2011\b|\bClassification of Education\b.{0,20}\b2011\b|\bISCED[ -][PA]\b|\blevels?\b|\battainment\b/i;
const levelName = /^(?:ISCED\W{0,3})?(?:levels?\b|[0-8]$)/i;
/** Educredentials writes `ext:EQF`, the server of edubadges `ext:EQFAlignment`, its metadata model `ext:EQFLevel`. */
const qualificationFramework = /^ext:([A-Z]{1,8}QF)(?:Alignment|Level)?$/;
const doesNotApply = /^\s*(?:n\/a|not applicable)\s*$/i;
const eqfName = /\b(?:EQF|European Qualifications Framework)\b[^0-9]{0,20}([1-8])\b/i;

/**
 * Open Badges 3.0, Alignment. A target is an outcome only if its type, address or framework says that it is a skill
 * or competence; a level only if it names a qualifications framework; quality assurance only by its own type.
 */
export function readAlignments(achievement: ClaimNode): Alignments {
  const nodes = each(at(achievement, 'alignment'));
  return {
    all: nodes.map(readAlignment),
    outcomes: nodes.flatMap((node) => told(node, readOutcome(node))),
    levels: nodes.flatMap((node) => told(node, readLevel(node))),
    levelNotApplicable: nodes.flatMap((node) => told(node, readNotApplicable(node)))[0],
    qualityAssurance: nodes.flatMap((node) => told(node, readQualityAssurance(node))),
    fields: nodes.flatMap((node) => told(node, readFieldTarget(node))),
  };
}

/** Of a target that an element tells, its type says nothing more. */
function told<T>(node: ClaimNode, found: readonly T[]): readonly T[] {
  if (found.length > 0) understand(at(node, 'targetType'));
  return found;
}

/** What no element tells of it stays among the further claims: looking at it here marks nothing as understood. */
function readAlignment(alignment: ClaimNode): Alignment {
  const node = { ...alignment, understood: new Set<string>() };
  return present({
    name: readText(at(node, 'targetName')),
    description: readText(at(node, 'targetDescription')),
    framework: readText(at(node, 'targetFramework')),
    code: readString(at(node, 'targetCode')),
    url: readString(at(node, 'targetUrl')),
    kind: readString(at(node, 'targetType')),
  });
}

function textAt(node: ClaimNode, key: string): string {
  return wordAt(at(node, key)) ?? '';
}

/** An entry of a classification of education: of its fields, or of its levels. */
function isClassified(node: ClaimNode): boolean {
  return fieldCodeOf(textAt(node, 'targetUrl')) !== undefined || fieldFramework.test(textAt(node, 'targetFramework'));
}

function isField(node: ClaimNode): boolean {
  if (fieldCodeOf(textAt(node, 'targetUrl')) !== undefined) return true;
  return isClassified(node) && !levelFramework.test(textAt(node, 'targetFramework')) && !levelName.test(textAt(node, 'targetName'));
}

function readOutcome(node: ClaimNode): readonly StatedText[] {
  if (isClassified(node)) return [];
  const isSkill =
    outcomeTypes.has(textAt(node, 'targetType')) ||
    skillAddress.test(textAt(node, 'targetUrl')) ||
    skillAddress.test(textAt(node, 'targetCode')) ||
    skillFramework.test(textAt(node, 'targetFramework'));
  const name = isSkill ? readText(at(node, 'targetName')) : undefined;
  return name === undefined ? [] : [name];
}

/** The qualifications framework that an alignment points at, if it is one. */
function frameworkOf(node: ClaimNode): string | undefined {
  const typed = qualificationFramework.exec(textAt(node, 'targetType'))?.[1];
  const named = /^(?:EQF|European Qualifications Framework\b.{0,20})$/i.test(textAt(node, 'targetFramework')) ? 'EQF' : undefined;
  // A national framework that is named where the framework stands.
  const national = /^[A-Z]{1,8}QF$/.exec(textAt(node, 'targetFramework'))?.[0];
  return typed ?? named ?? national;
}

/** Where the issuer says in as many words that the framework does not apply. */
function readNotApplicable(node: ClaimNode): readonly StatedText[] {
  if (frameworkOf(node) === undefined) return [];
  return ['targetCode', 'targetName'].flatMap((key) => (doesNotApply.test(textAt(node, key)) ? (readText(at(node, key)) ?? []) : []));
}

function readLevel(node: ClaimNode): readonly Stated<Level>[] {
  const framework = frameworkOf(node);
  if (framework === undefined || readNotApplicable(node).length > 0) return [];
  const code = at(node, 'targetCode');
  const value = peekString(code);
  const level = framework === 'EQF' ? /^(?:EQF[\s-]{0,3}(?:level)?[\s-]{0,3})?([1-8])$/i.exec(value?.value ?? '')?.[1] : value?.value;
  if (code !== undefined && level !== undefined) return [stated(code, { framework, value: level })];
  const name = at(node, 'targetName');
  const text = peekString(name);
  if (name === undefined || text === undefined) return [];
  if (framework !== 'EQF') return [stated(name, { framework, value: text.value })];
  const named = eqfName.exec(text.value)?.[1];
  return named === undefined ? [] : [stated(name, { framework, value: named })];
}

function readQualityAssurance(node: ClaimNode): readonly Stated<ListedTerm>[] {
  if (textAt(node, 'targetType') !== 'ext:QualityAssurance') return [];
  const place = at(node, 'targetName') ?? at(node, 'targetDescription') ?? at(node, 'targetCode');
  const text = readText(place);
  if (place === undefined || text === undefined) return [];
  const reference = peekString(at(node, 'targetCode')) ?? peekString(at(node, 'targetUrl'));
  return [stated(place, { text: text.value, ...(reference === undefined ? {} : { code: reference.value }) })];
}

/** A target that is a field of education: by its European address, or in the words of a classification. */
function readFieldTarget(node: ClaimNode): readonly Stated<ListedTerm>[] {
  if (!isField(node)) return [];
  const [url, name] = [at(node, 'targetUrl'), at(node, 'targetName')];
  const code = fieldCodeOf(textAt(node, 'targetUrl'));
  const text = readText(name);
  const place = text === undefined ? url : name;
  if (place === undefined || (code === undefined && text === undefined)) return [];
  return [stated(place, { text: text?.value ?? [], ...(code === undefined ? {} : { list: 'isced-f', code }) })];
}
