import type { Alignment, Level, ListedTerm, Stated, StatedText } from '../../model/credential.ts';
import { at, each, present, readString, readText, stated, wordAt } from '../claim-node.ts';
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
    outcomes: nodes.flatMap(readOutcome),
    levels: nodes.flatMap(readLevel),
    levelNotApplicable: nodes.flatMap(readNotApplicable)[0],
    qualityAssurance: nodes.flatMap(readQualityAssurance),
    fields: nodes.flatMap(readFieldTarget),
  };
}

function readAlignment(node: ClaimNode): Alignment {
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

function readOutcome(node: ClaimNode): readonly StatedText[] {
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
  const value = readString(code);
  const level = framework === 'EQF' ? /^(?:EQF[\s-]{0,3}(?:level)?[\s-]{0,3})?([1-8])$/i.exec(value?.value ?? '')?.[1] : value?.value;
  if (code !== undefined && level !== undefined) return [stated(code, { framework, value: level })];
  const name = at(node, 'targetName');
  const text = readString(name);
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
  const reference = readString(at(node, 'targetCode')) ?? readString(at(node, 'targetUrl'));
  return [stated(place, { text: text.value, ...(reference === undefined ? {} : { code: reference.value }) })];
}

/** A target that is a field of education by its European address. */
function readFieldTarget(node: ClaimNode): readonly Stated<ListedTerm>[] {
  const url = at(node, 'targetUrl');
  const code = fieldCodeOf(textAt(node, 'targetUrl'));
  const name = at(node, 'targetName');
  const text = readText(name);
  if (url === undefined || code === undefined) return [];
  return [stated(text === undefined || name === undefined ? url : name, { text: text?.value ?? [], list: 'isced-f', code })];
}
