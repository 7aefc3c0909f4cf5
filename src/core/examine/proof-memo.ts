import { sha256Hex } from '../encoding/sha256.ts';
import type { ProofFinding, SignatureMemo } from '../model/proof.ts';

/** Signatures that a wallet of a thousand credentials has, with room for the lists they stand on. */
const defaultEntries = 4_000;

/**
 * Remembers whether signatures fit, so that a credential that has not changed is not verified anew each time it is looked
 * at. [Note: What may be remembered] Only that a signature over exactly this content fits exactly this key, or does not:
 * nothing that depends on the time, on what a key may be used for, on lists or on status, and nothing that could not be
 * told or was not finished. Content is kept as its SHA-256; what is not found is judged; a refusal is never written over.
 */
export function createProofMemo(maxEntries = defaultEntries): SignatureMemo {
  const known = new Map<string, boolean>();
  return {
    once: async (content, judge) => {
      const digest = await sha256Hex(content);
      const fits = known.get(digest);
      if (fits !== undefined) return findingOf(fits);
      const finding = await judge();
      const settled = settledBy(finding);
      if (settled !== undefined) {
        if (known.size >= maxEntries && !known.has(digest)) forgetOldest(known);
        // Two that were under way at once cannot differ; if they ever did, the refusal would stand.
        known.set(digest, settled && known.get(digest) !== false);
      }
      return finding;
    },
  };
}

function findingOf(fits: boolean): ProofFinding {
  return fits ? { state: 'passed', reason: 'signature-fits', facts: {} } : { state: 'failed', reason: 'changed', facts: {} };
}

/** Exactly the two findings that can be told again word for word; everything else is judged again. */
function settledBy({ state, reason, facts }: ProofFinding): boolean | undefined {
  if (Object.keys(facts).length > 0) return undefined;
  if (state === 'passed' && reason === 'signature-fits') return true;
  return state === 'failed' && reason === 'changed' ? false : undefined;
}

function forgetOldest(known: Map<string, boolean>): void {
  const [oldest] = known.keys();
  if (oldest !== undefined) known.delete(oldest);
}
