import type { ProofFinding } from '../model/proof.ts';
import { asOf, resultOf } from './check.ts';
import type { Check, CredentialSubject, SecuringFacts, ShareSubject } from './check.ts';

/**
 * The signatures over the content (VC-DI "Verify Proof Sets and Chains"). All proofs of a set must hold: one that fails
 * makes the whole failed (B37), and one that cannot be judged makes the whole unknown, never skipped (B40).
 */
export function judgeSignatures(securing: SecuringFacts): ProofFinding {
  if (securing.form === 'unsigned') return { state: 'not-applicable', reason: 'no-proof', facts: {} };
  if (securing.malformed) return { state: 'failed', reason: 'malformed-proof', facts: { field: 'proof' } };
  const defect = securing.defects[0];
  if (defect !== undefined) return { state: 'failed', ...defect };
  if (securing.form === 'other') return { state: 'unknown', reason: securing.otherReason ?? 'unknown-suite', facts: { suite: securing.otherName ?? '' } };
  const findings = securing.outcomes.map((outcome) => outcome.signature);
  const failed = findings.find((finding) => finding.state === 'failed');
  if (failed !== undefined) return failed;
  if (securing.skippedProofs > 0) return { state: 'unknown', reason: 'timed-out', facts: { proofs: securing.skippedProofs } };
  const open = findings.find((finding) => finding.state !== 'passed');
  if (open !== undefined) return { ...open, state: 'unknown' };
  return findings[0] ?? { state: 'unknown', reason: 'threw', facts: {} };
}

export const proofCheck: Check<CredentialSubject> = {
  id: 'proof',
  run: ({ securing, now }) => {
    const { state, reason, facts } = judgeSignatures(securing);
    return asOf(resultOf('proof', now, state, reason, facts), securing.freshness);
  },
};

/** The same for a share; here the binding to the holder belongs to it (B81): a share of another's is no share of hers. */
export const shareProofCheck: Check<ShareSubject> = {
  id: 'share-proof',
  run: ({ securing, now }) => {
    const signatures = judgeSignatures(securing);
    const bindings = securing.outcomes.map((outcome) => outcome.binding);
    const unbound = bindings.find((finding) => finding.state === 'failed') ?? bindings.find((finding) => finding.state === 'unknown');
    const decides = signatures.state === 'passed' && unbound !== undefined ? unbound : signatures;
    return asOf(resultOf('share-proof', now, decides.state, decides.reason, decides.facts), securing.freshness);
  },
};
