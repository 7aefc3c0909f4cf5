import { bindingCheck } from './binding.ts';
import { challengeCheck } from './challenge.ts';
import type { Check, CredentialSubject, ShareSubject } from './check.ts';
import { endCheck } from './end.ts';
import { holderCheck } from './holder.ts';
import { issuerCheck } from './issuer.ts';
import { proofCheck, shareProofCheck } from './proof.ts';
import { statusCheck } from './status.ts';
import { validityPeriodCheck } from './validity-period.ts';

/** What is examined of every credential, in the order it is shown. */
export const credentialChecks: readonly Check<CredentialSubject>[] = [proofCheck, bindingCheck, issuerCheck, statusCheck, validityPeriodCheck];

/** What is examined of every share. */
export const shareChecks: readonly Check<ShareSubject>[] = [shareProofCheck, holderCheck, challengeCheck, endCheck];
