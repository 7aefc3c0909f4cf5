import { isJsonObject } from '../../model/json.ts';
import { at, each, readText, understand } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';

/** The text of an ELM `Note`, or a text that stands there itself. */
export function readNote(node: ClaimNode | undefined): ReturnType<typeof readText> {
  return readText(at(node, 'noteLiteral')) ?? (isJsonObject(node?.value) ? undefined : readText(node));
}

/** The words of a concept of a controlled list. */
export function readLabel(concept: ClaimNode | undefined): ReturnType<typeof readText> {
  return readText(at(concept, 'prefLabel')) ?? readText(at(concept, 'altLabel'));
}

/** The address of a concept, or the address alone where it stands for one. */
export function addressOf(concept: ClaimNode | undefined): string {
  const id = at(concept, 'id')?.value ?? concept?.value;
  return typeof id === 'string' ? id : '';
}

/** All that `keys` lead to, through one value or many at every step. */
export function along(node: ClaimNode | undefined, ...keys: readonly string[]): readonly ClaimNode[] {
  return keys.reduce<readonly ClaimNode[]>((nodes, key) => nodes.flatMap((inner) => each(at(inner, key))), node === undefined ? [] : [node]);
}

/**
 * What holds the document together and says nothing of the learner: names that count only within it (`urn:epass:`), the
 * lists that concepts stand in, and the address and number of a concept whose words were read. Pictures are no words
 * either; the original keeps them.
 */
export function understandPlumbing(root: ClaimNode): void {
  const waiting: ClaimNode[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const { value } = node;
    if (Array.isArray(value)) waiting.push(...each(node));
    if (!isJsonObject(value)) continue;
    const id = at(node, 'id');
    if (typeof id?.value === 'string' && id.value.startsWith('urn:epass:')) understand(id);
    understand(at(node, 'inScheme'));
    if ('contentType' in value) understand(at(node, 'content'));
    const label = at(node, 'prefLabel');
    if (label !== undefined && node.understood.has(label.path)) for (const key of ['id', 'notation']) understand(at(node, key));
    for (const key of Object.keys(value)) {
      const inner = at(node, key);
      if (inner !== undefined && typeof inner.value === 'object') waiting.push(inner);
    }
  }
}
