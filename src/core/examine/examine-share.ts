import type { NamedKey, SecuringFacts, ShareSubject } from '../checks/check.ts';
import { shareChecks } from '../checks/registry.ts';
import { credentialsIn } from '../model/examination.ts';
import type { Examination, ExaminationContext, ExaminedCredential, ExaminedShare } from '../model/examination.ts';
import { parseDid } from '../model/ids.ts';
import { isJsonObject } from '../model/json.ts';
import { maxClaimCharacters } from '../model/limits.ts';
import type { OpenedPresentation } from '../model/opened.ts';
import type { ProofSigner } from '../model/proof.ts';
import { classOf, shareHeadlineOf, worstClass } from '../model/verdict.ts';
import { toDisplayText } from '../model/display-text.ts';
import type { ExamineTools } from './examine-tools.ts';
import { judgeShare } from './judge.ts';
import { runChecks } from './run-checks.ts';
import { verifySecured } from './verify-secured.ts';

/** A presentation with its own verdict, around parts that were examined each on its own. */
export async function examineShare(
  opened: OpenedPresentation,
  parts: readonly Examination[],
  context: ExaminationContext,
  tools: ExamineTools,
): Promise<ExaminedShare> {
  const { secured, defects, holder } = opened;
  const { now, notBefore, expectation } = context;
  const securing = await verifySecured({ secured, defects, controller: holder, purpose: 'authentication', now }, tools);
  const namedKeys = await Promise.all(parts.flatMap(credentialsIn).map((part) => compareKey(part, securing, tools)));
  const subject: ShareSubject = { securing, expectation, namedKeys, now, notBefore };
  const checks = runChecks(shareChecks, subject);
  const axes = judgeShare(checks);
  const headline = shareHeadlineOf(axes);
  const classes = parts.map((part) => part.class);
  return {
    kind: 'share',
    format: opened.format,
    axes,
    headline,
    checks,
    parts,
    // An empty presentation proves nothing about anybody (B84).
    class: worstClass([classOf(headline), ...(classes.length === 0 ? (['unknown'] as const) : classes)]),
    ...statedBy(opened, securing),
  };
}

/** What the share says of itself: facts to show, with the texts of the sender made safe to show. */
function statedBy(opened: OpenedPresentation, securing: SecuringFacts): Partial<ExaminedShare> {
  const { secured, holder } = opened;
  const outcome = securing.outcomes[0];
  const label = outcome?.domain?.[0];
  const document = secured.form === 'jwt' ? (secured.payload['vp'] ?? secured.payload) : secured.document;
  const purpose = isJsonObject(document) ? document['description'] : undefined;
  return {
    ...(holder === undefined ? {} : { holder }),
    ...(label === undefined ? {} : { label: toDisplayText(label, maxClaimCharacters) }),
    ...(outcome?.created === undefined ? {} : { created: outcome.created }),
    ...(outcome?.expires === undefined ? {} : { expires: outcome.expires }),
    ...(typeof purpose === 'string' ? { purpose: toDisplayText(purpose, maxClaimCharacters) } : {}),
  };
}

/** The key that a credential names for its subject, beside the key that signed the share. */
async function compareKey(part: ExaminedCredential, securing: SecuringFacts, tools: ExamineTools): Promise<NamedKey> {
  const named = part.credential.holder.id?.raw;
  if (named === undefined || parseDid(named) === undefined) return 'none';
  for (const { signer } of securing.outcomes) {
    if (signer !== undefined && (await isSameKey(named, signer, tools))) return 'same-key';
  }
  return 'other-key';
}

/** The same identifier, or another spelling of the same key (did:key and did:jwk). */
async function isSameKey(id: string, signer: ProofSigner, tools: ExamineTools): Promise<boolean> {
  if (signer.controller === id) return true;
  const found = await tools.resolveKey(id);
  return found.outcome === 'key' && found.key.thumbprint === signer.keyThumbprint;
}
