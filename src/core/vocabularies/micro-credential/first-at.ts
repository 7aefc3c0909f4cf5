import { at } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';

/** The first of several places that says something; the others are not touched and so not taken for understood. */
export function firstAt(root: ClaimNode, ...places: readonly (readonly string[])[]): ClaimNode | undefined {
  for (const place of places) {
    const node = at(root, ...place);
    if (node !== undefined) return node;
  }
  return undefined;
}
