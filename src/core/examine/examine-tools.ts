import type { TrustRegister } from '../model/trust.ts';
import type { ProofOrder, ProofOutcome, Securing, SignatureMemo } from '../model/proof.ts';
import type { ResolveKey } from '../model/public-key.ts';
import type { AnswerFor, Want } from '../model/answers.ts';
import { createKeyResolver, resolveKey } from '../dids/registry.ts';
import { nameOfProof, suiteFor, verifyProof } from '../proofs/registry.ts';
import type { FormatTools } from '../formats/format.ts';

/** The workshops an examination works with; replaced only by tests and by callers that know fetched documents. */
export interface ExamineTools extends FormatTools {
  readonly verifyProof: (order: ProofOrder) => Promise<ProofOutcome>;
  readonly resolveKey: ResolveKey;
  /** The same with what addresses answered. */
  readonly resolverFor: (answerFor: AnswerFor) => ResolveKey;
  readonly suiteFor: (securing: Securing) => ReturnType<typeof suiteFor>;
  /** What judging signatures came to before (`proof-memo.ts`); absent where each examination stands alone. */
  readonly memo?: SignatureMemo;
}

/** What this build knows, without the network. */
export const bundledTools: ExamineTools = { verifyProof, resolveKey, resolverFor: createKeyResolver, suiteFor, nameOfProof };

/**
 * The same tools after a first try that did not end in time: every proof counts as not checked, so that the rest can
 * still be read and shown.
 */
export function withoutProofs(tools: ExamineTools): ExamineTools {
  const late = { state: 'unknown', reason: 'timed-out', facts: {} } as const;
  const period = { state: 'not-applicable', reason: 'no-dates', facts: {} } as const;
  return { ...tools, verifyProof: async () => ({ ...late, signature: late, binding: late, period }) };
}

/** The same tools with what was brought along for this examination. */
export interface CredentialTools extends ExamineTools {
  readonly answerFor: AnswerFor;
  readonly registers: readonly TrustRegister[];
}

/** Notes what keys would have to be asked for, beside looking them up. */
export function notingWants(tools: ExamineTools, wants: Want[]): ExamineTools {
  const resolve: ResolveKey = async (verificationMethod) => {
    const found = await tools.resolveKey(verificationMethod);
    if ((found.outcome === 'not-here' || found.outcome === 'key') && found.want !== undefined) wants.push(found.want);
    return found;
  };
  return { ...tools, resolveKey: resolve };
}
