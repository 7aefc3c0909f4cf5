import type { ProofOrder, ProofOutcome, Securing } from '../model/proof.ts';
import type { ResolveKey } from '../model/public-key.ts';
import { resolveKey } from '../dids/registry.ts';
import { nameOfProof, suiteFor, verifyProof } from '../proofs/registry.ts';
import type { FormatTools } from '../formats/format.ts';

/** The workshops an examination works with; replaced only by tests and by callers that know fetched documents. */
export interface ExamineTools extends FormatTools {
  readonly verifyProof: (order: ProofOrder) => Promise<ProofOutcome>;
  readonly resolveKey: ResolveKey;
  readonly suiteFor: (securing: Securing) => ReturnType<typeof suiteFor>;
}

/** What this build knows, without the network. */
export const bundledTools: ExamineTools = { verifyProof, resolveKey, suiteFor, nameOfProof };

/**
 * The same tools after a first try that did not end in time: every proof counts as not checked, so that the rest can
 * still be read and shown.
 */
export function withoutProofs(tools: ExamineTools): ExamineTools {
  const late = { state: 'unknown', reason: 'timed-out', facts: {} } as const;
  const period = { state: 'not-applicable', reason: 'no-dates', facts: {} } as const;
  return { ...tools, verifyProof: async () => ({ ...late, signature: late, binding: late, period }) };
}
