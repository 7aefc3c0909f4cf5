import type { ProofFinding, ProofOutcome } from '../model/proof.ts';
import { asOf, resultOf } from './check.ts';
import type { Check, CredentialSubject } from './check.ts';

/**
 * Whether the key may speak for the issuer (VC-DI "Verification Method Binding"; DECISIONS, "Who may sign"). A key of
 * another DID is a wrong signer; a key that cannot be tied to the issuer here is unknown. A token that brings its own key
 * proves only that nothing changed, and is a wrong signer where the issuer's key is known and differs.
 */
export const bindingCheck: Check<CredentialSubject> = {
  id: 'binding',
  run: (subject) => {
    const findings = subject.securing.outcomes.map((outcome) => judgeBinding(outcome, subject));
    const decides =
      findings.find((finding) => finding.state === 'failed') ??
      findings.find((finding) => finding.state === 'unknown') ??
      findings.find((finding) => finding.state === 'passed') ??
      findings[0];
    if (decides === undefined) {
      const reason = subject.securing.form === 'unsigned' ? 'no-proof' : 'issuer-not-bound';
      return resultOf('binding', subject.now, subject.securing.form === 'unsigned' ? 'not-applicable' : 'unknown', reason);
    }
    return asOf(resultOf('binding', subject.now, decides.state, decides.reason, decides.facts), subject.securing.freshness);
  },
};

function judgeBinding(outcome: ProofOutcome, subject: CredentialSubject): ProofFinding {
  const { signer } = outcome;
  if (signer?.source !== 'in-header') {
    const isOpen = signer !== undefined && outcome.binding.state === 'not-applicable';
    return isOpen ? { state: 'unknown', reason: 'issuer-not-bound', facts: {} } : outcome.binding;
  }
  // A urn is a name within one document (European credentials count their organisations from one): nobody's key is known by it.
  const isLocal = outcome.certificate !== undefined && subject.issuerId?.startsWith('urn:') === true;
  const known = isLocal ? [] : subject.ownList.filter((entry) => entry.issuerId === subject.issuerId);
  const differs = known.length > 0 && !known.some((entry) => entry.keyThumbprint === signer.keyThumbprint);
  return differs ? { state: 'failed', reason: 'wrong-signer', facts: { keyThumbprint: signer.keyThumbprint } } : outcome.binding;
}
