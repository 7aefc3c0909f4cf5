import { at, each } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';

/** All that stands at the first of several places that says something, through one object or a list of them at every step. */
export function allAt(root: ClaimNode, ...places: readonly (readonly string[])[]): readonly ClaimNode[] {
  for (const place of places) {
    const nodes = place.reduce<readonly ClaimNode[]>((found, key) => found.flatMap((node) => each(at(node, key))), [root]);
    if (nodes.length > 0) return nodes;
  }
  return [];
}

/** The first of several places that says something, as it stands there; the others are not touched and so not taken for understood. */
export function firstAt(root: ClaimNode, ...places: readonly (readonly string[])[]): ClaimNode | undefined {
  for (const place of places) {
    const node = place.reduce<ClaimNode | undefined>((found, key, step) => at(step === 0 ? found : onlyOf(found), key), root);
    if (node !== undefined) return node;
  }
  return undefined;
}

/** The object in a list of one; a list of several is none of them. */
function onlyOf(node: ClaimNode | undefined): ClaimNode | undefined {
  const inside = each(node);
  return inside.length === 1 ? inside[0] : node;
}
