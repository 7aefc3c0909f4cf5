import type { CheckState, ReasonCode } from '../model/check-result.ts';
import type { ProofFinding, ProofOutcome } from '../model/proof.ts';
import type { ErrorFacts } from '../model/wallet-error.ts';

export function passedFinding(reason: ReasonCode, facts: ErrorFacts = {}): ProofFinding {
  return { state: 'passed', reason, facts };
}
export function failedFinding(reason: ReasonCode, facts: ErrorFacts = {}): ProofFinding {
  return { state: 'failed', reason, facts };
}
export function unknownFinding(reason: ReasonCode, facts: ErrorFacts = {}): ProofFinding {
  return { state: 'unknown', reason, facts };
}

const notApplicable: ProofFinding = { state: 'not-applicable', reason: 'signature-fits', facts: {} };
const fromWorst: readonly CheckState[] = ['failed', 'unknown', 'passed', 'not-applicable'];

/** Puts the findings together; the whole is the worst of its parts, the signature first among equals. */
export function outcomeOf(
  found: Pick<ProofOutcome, 'signature'> & Partial<Omit<ProofOutcome, 'signature' | 'state' | 'reason' | 'facts'>>,
): ProofOutcome {
  const { signature, binding = notApplicable, period = notApplicable } = found;
  const parts = [signature, binding, period];
  const worst = fromWorst.flatMap((state) => parts.filter((part) => part.state === state))[0] ?? signature;
  return { ...found, signature, binding, period, state: worst.state, reason: worst.reason, facts: worst.facts };
}
