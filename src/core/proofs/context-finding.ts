import type { Canonized } from '../encoding/json-ld/canonize.ts';
import type { ContextTrouble } from '../encoding/json-ld/check-contexts.ts';
import type { ProofFinding } from '../model/proof.ts';
import { unknownFinding } from './outcome.ts';

/** What a refused canonicalization means for the proof: it could not be checked, it is not shown to be wrong. */
export function findingOfTrouble(trouble: Exclude<Canonized, { outcome: 'ok' }> | ContextTrouble): ProofFinding {
  switch (trouble.outcome) {
    case 'unknown-context':
      return unknownFinding('unknown-context', { url: trouble.url });
    case 'unknown-term':
      return unknownFinding('unknown-term', { term: trouble.term });
    case 'context-not-allowed':
      return unknownFinding('context-not-allowed', { why: trouble.why, at: trouble.at.slice(0, 300) });
    case 'too-complex':
      return unknownFinding('timed-out', { why: 'too-complex' });
  }
}
