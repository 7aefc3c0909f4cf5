import { isJsonObject } from '../../model/json.ts';
import type { JsonObject } from '../../model/json.ts';
import { maxCredentialBytes } from '../../model/limits.ts';
import { at, each, readText, understand, wordAt } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';

/** The text of an ELM `Note`, or a text that stands there itself. */
export function readNote(node: ClaimNode | undefined): ReturnType<typeof readText> {
  return readText(at(node, 'noteLiteral')) ?? (isJsonObject(node?.value) ? undefined : readText(node));
}

/** The words of a concept of a controlled list. */
export function readLabel(concept: ClaimNode | undefined): ReturnType<typeof readText> {
  return readText(at(concept, 'prefLabel')) ?? readText(at(concept, 'altLabel'));
}

/** The place of the one text that a concept is told by: English if there is any, else the first by its language. */
export function wordsPlace(concept: ClaimNode): ClaimNode | undefined {
  const label = at(concept, 'prefLabel');
  const labels = each(label);
  const languages = labels.flatMap(({ value }) => (isJsonObject(value) ? Object.keys(value) : [])).sort();
  const places = ['en', ...languages].flatMap((language) => labels.flatMap((one) => each(at(one, language))));
  const place = [...places, ...labels].find(({ value }) => typeof value === 'string' && value.trim() !== '');
  if (place !== undefined) understand(label);
  return place;
}

/** The address of a concept, or the address alone where it stands for one. */
export function addressOf(concept: ClaimNode | undefined): string {
  return wordAt(at(concept, 'id')) ?? (typeof concept?.value === 'string' ? concept.value : '');
}

/** All that `keys` lead to, through one value or many at every step. */
export function along(node: ClaimNode | undefined, ...keys: readonly string[]): readonly ClaimNode[] {
  return keys.reduce<readonly ClaimNode[]>((nodes, key) => nodes.flatMap((inner) => each(at(inner, key))), node === undefined ? [] : [node]);
}

export function alongAll(nodes: readonly ClaimNode[], ...keys: readonly string[]): readonly ClaimNode[] {
  return nodes.flatMap((node) => along(node, ...keys));
}

/** What one of several places says, the same one in whatever order they stand; the others stay as they are. [Note: Order is nobody's word] */
export function firstOf<T extends { readonly raw: string }>(nodes: readonly ClaimNode[], read: (node: ClaimNode) => T | undefined): T | undefined {
  let first: { readonly node: ClaimNode; readonly raw: string } | undefined;
  for (const node of nodes) {
    const raw = read({ ...node, understood: new Set() })?.raw;
    if (raw !== undefined && (first === undefined || raw < first.raw)) first = { node, raw };
  }
  return first === undefined ? undefined : read(first.node);
}

/** The words of a concept in English or in no language, trimmed; looking at them marks nothing as understood. */
export function wordsOf(concept: ClaimNode): readonly string[] {
  const labels = each(at(concept, 'prefLabel'));
  return [...labels.flatMap((label) => ['en', 'und'].flatMap((language) => each(at(label, language)))), ...labels].flatMap(({ value }) => (typeof value === 'string' ? [value.trim()] : []));
}

/**
 * What holds the document together and says nothing of the learner: names that count only within it (`urn:epass:`), the
 * lists that concepts stand in, the address and number of a concept that has words, and one thing embedded again as it
 * stood before. Pictures are no words either; the original keeps them.
 */
export function understandPlumbing(root: ClaimNode): void {
  const embedded = { texts: new Set<string>(), left: maxCredentialBytes };
  const waiting: ClaimNode[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const { value } = node;
    if (isJsonObject(value) && isEmbeddedAgain(value, embedded)) understand(node);
    else waiting.push(...insideOf(node).reverse());
  }
}

/** What was compared before, and how many characters more may be: things within things are written again with each. */
interface Embedded {
  readonly texts: Set<string>;
  left: number;
}

function isEmbeddedAgain(value: JsonObject, embedded: Embedded): boolean {
  // Words say something of each thing that they stand at: the grade of one course is not that of the next.
  if (typeof value['id'] !== 'string' || !value['id'].startsWith('urn:') || 'noteLiteral' in value || embedded.left <= 0) return false;
  // One value and a list of it are alike.
  const text = JSON.stringify(value, (_key, inner: unknown) => (Array.isArray(inner) && inner.length === 1 ? (inner[0] as unknown) : inner));
  const isAgain = embedded.texts.has(text);
  embedded.left -= text.length;
  embedded.texts.add(text);
  return isAgain;
}

/** The objects and lists inside, in their order, after what is plumbing of this one. */
function insideOf(node: ClaimNode): ClaimNode[] {
  const { value } = node;
  if (Array.isArray(value)) return [...each(node)];
  if (!isJsonObject(value)) return [];
  const id = at(node, 'id');
  if (typeof id?.value === 'string' && id.value.startsWith('urn:epass:')) understand(id);
  understand(at(node, 'inScheme'));
  if ('inScheme' in value && readsAsText(at(node, 'prefLabel'))) for (const key of ['id', 'notation']) understand(at(node, key));
  if ('contentType' in value && 'content' in value) for (const key of ['content', 'contentType', 'contentEncoding']) understand(at(node, key));
  return Object.keys(value).flatMap((key) => {
    const inner = at(node, key);
    return inner !== undefined && typeof inner.value === 'object' ? [inner] : [];
  });
}

function readsAsText(label: ClaimNode | undefined): boolean {
  return label !== undefined && (typeof label.value === 'string' || (isJsonObject(label.value) && Object.values(label.value).some((text) => text !== '' && text !== null)));
}
