import { createHash } from 'node:crypto';
import type { ElementReading, ElementValue } from '../../src/core/model/eu-elements.ts';
import { credentialsIn } from '../../src/core/model/examination.ts';
import type { Examination, ExaminedCredential } from '../../src/core/model/examination.ts';

/**
 * What is kept of one value of an element: where it stands, what it is, and the hash of the text there. No text of
 * somebody else's document is kept: a golden file tells that the reading is the same, and the original tells what it says.
 */
export interface GoldenValue {
  readonly path: string;
  /** Hash of the text as it stands in the original at `path`. */
  readonly raw: string;
  /** The kind with its codes, amounts and dates: `country IE`, `workload 3 ECTS`, `level EQF 6`. */
  readonly is: string;
  /** Language and hash of each text that is shown; left out where it is the original text alone. */
  readonly text?: readonly string[];
}

interface GoldenReading {
  readonly state: ElementReading['state'];
  readonly values?: readonly GoldenValue[];
}

/** One credential of a file, with those inside it. */
export interface Golden {
  readonly vocabulary: string;
  readonly elements: Readonly<Record<string, GoldenReading | ElementReading['state']>>;
  readonly parts?: readonly Golden[];
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** Every credential of an examined file, in order. */
export function goldenOf(seen: Examination): readonly Golden[] {
  return credentialsIn(seen).map(goldenOfCredential);
}

function goldenOfCredential({ vocabulary, elements, parts = [] }: ExaminedCredential): Golden {
  const inner = parts.flatMap(goldenOf);
  return { vocabulary, elements: Object.fromEntries(elements.map(goldenOfReading)), ...(inner.length === 0 ? {} : { parts: inner }) };
}

function goldenOfReading({ id, state, values }: ElementReading): readonly [string, Golden['elements'][string]] {
  return [id, values.length === 0 ? state : { state, values: values.map(goldenOfValue) }];
}

function goldenOfValue({ path, raw, text, is }: ElementValue): GoldenValue {
  const isRawAlone = text.length === 1 && text[0]?.text === raw && text[0].language === undefined;
  const texts = text.map((each) => [each.language ?? '', hashOf(each.text)].join(' ').trim());
  return { path, raw: hashOf(raw), is: kindOf(is), ...(isRawAlone ? {} : { text: texts }) };
}

/** The kind in one line; what is the issuer's own text is hashed. */
function kindOf(is: ElementValue['is']): string {
  const { kind, ...rest } = is;
  const level = is.kind === 'level' && is.framework !== 'EQF' ? { level: hashOf(is.level) } : {};
  const unit = is.kind === 'workload' && is.unit !== undefined ? { unit: hashOf(is.unit) } : {};
  const ends = is.kind === 'association' ? { source: hashOf(is.source), target: hashOf(is.target) } : {};
  const told = { ...rest, ...level, ...unit, ...ends };
  return [kind, ...Object.values(told).map(String)].join(' ');
}

/** The values of a golden file by their places, one list for each credential in the order of `everyCredential`. */
export function placesIn(goldens: readonly Golden[]): readonly (readonly GoldenValue[])[] {
  return goldens.flatMap(({ elements, parts = [] }) => [
    Object.values(elements).flatMap((reading) => (typeof reading === 'string' ? [] : (reading.values ?? []))),
    ...placesIn(parts),
  ]);
}

/** Every credential of an examination and those inside it, in the order of `placesIn`. */
export function everyCredential(seen: Examination): readonly ExaminedCredential[] {
  return credentialsIn(seen).flatMap((credential) => [credential, ...(credential.parts ?? []).flatMap(everyCredential)]);
}
