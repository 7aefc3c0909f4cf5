import { asList, isJsonObject } from '../../core/model/json.ts';
import type { JsonObject, JsonValue } from '../../core/model/json.ts';

/** A file that somebody else judged, and what they expect of it. */
export interface JudgedFile {
  readonly file: string;
  readonly format: string;
  readonly suite: string;
  readonly expected: string;
}

/** Files of others with what is expected of each, on which day, and what the network answered then. */
export interface Manifest {
  readonly now?: string;
  readonly files: readonly JudgedFile[];
  /** Our classes that agree with an expected verdict. A verdict that has none is no judgement: a vector. */
  readonly classes: ReadonlyMap<string, readonly string[]>;
  /** Address to file. */
  readonly served: ReadonlyMap<string, string>;
}

/** A disagreement that is known: our class, and the clause of a standard that decides. */
export interface Explanation {
  readonly file: string;
  readonly class: string;
  readonly clause: string;
}

function textOf(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  return typeof value === 'string' ? value : undefined;
}

function isText(value: JsonValue): value is string {
  return typeof value === 'string';
}

function readFile(item: JsonValue): JudgedFile | undefined {
  if (!isJsonObject(item)) return undefined;
  const [file, expected] = [textOf(item, 'file'), item['expected']];
  const verdict = isJsonObject(expected) ? textOf(expected, 'verdict') : undefined;
  if (file === undefined || verdict === undefined) return undefined;
  return { file, expected: verdict, format: textOf(item, 'format') ?? '-', suite: textOf(item, 'suite') ?? '-' };
}

/** A manifest, or what is wrong with it: an entry that is overlooked would be one that nobody compares. */
export function readManifest(json: JsonValue): Manifest | { readonly wrong: string } {
  if (!isJsonObject(json)) return { wrong: 'no manifest' };
  const { classes, served } = json;
  if (!isJsonObject(classes)) return { wrong: 'a manifest without classes' };
  const files = asList(json['files']).map(readFile);
  const read = files.filter((file) => file !== undefined);
  if (read.length === 0 || read.length < files.length) return { wrong: 'a manifest with an entry that names no file or no verdict' };
  const now = textOf(json, 'now');
  const lists = Object.entries(classes).flatMap(([verdict, list]) => (Array.isArray(list) ? [[verdict, list.filter(isText)] as const] : []));
  const answers = Object.entries(isJsonObject(served) ? served : {}).flatMap(([url, file]) => (isText(file) ? [[url, file] as const] : []));
  return { ...(now === undefined ? {} : { now }), files: read, classes: new Map(lists), served: new Map(answers) };
}

/** Known disagreements, or what is wrong with the list: one without its clause explains nothing. */
export function readExplanations(json: JsonValue): readonly Explanation[] | { readonly wrong: string } {
  const entries: Explanation[] = [];
  for (const item of asList(json)) {
    const [file, seen, clause] = isJsonObject(item) ? [textOf(item, 'file'), textOf(item, 'class'), textOf(item, 'clause')] : [];
    if (file === undefined || seen === undefined || clause === undefined || clause.trim() === '') return { wrong: 'an entry without file, class or clause' };
    entries.push({ file, class: seen, clause });
  }
  return entries;
}
