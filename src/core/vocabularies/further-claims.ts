import type { FurtherClaim } from '../model/credential.ts';
import { toDisplayText } from '../model/display-text.ts';
import { isJsonObject } from '../model/json.ts';
import type { JsonValue } from '../model/json.ts';
import { maxClaimCharacters } from '../model/limits.ts';
import type { ClaimNode } from './claim-node.ts';

/** Properties that carry the packing, not the content. */
const packing = new Set(['@context', 'proof', 'type', '@type']);

/**
 * Every leaf of the claims that no reader understood, in the order of the document: shown as it is, never dropped.
 * Nulls, empty texts and empty arrays say nothing and are left out, and so are the properties of the packing, which flat
 * claims do not have.
 */
export function furtherClaims(root: ClaimNode, skipped: ReadonlySet<string> = packing): readonly FurtherClaim[] {
  const found: FurtherClaim[] = [];
  collect(root.value, root.path, { understood: root.understood, skipped }, found);
  return found;
}

interface Left {
  readonly understood: ReadonlySet<string>;
  readonly skipped: ReadonlySet<string>;
}

function collect(value: JsonValue, path: string, left: Left, found: FurtherClaim[]): void {
  if (left.understood.has(path) || value === null) return;
  if (Array.isArray(value)) {
    (value as readonly JsonValue[]).forEach((item, index) => collect(item, `${path}/${index}`, left, found));
    return;
  }
  if (isJsonObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (left.skipped.has(key)) continue;
      collect(inner, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, left, found);
    }
    return;
  }
  const text = toDisplayText(String(value), maxClaimCharacters);
  if (text !== '') found.push({ path, text });
}
