import type { NamedKey, SecuringFacts, ShareSubject } from '../checks/check.ts';
import { shareChecks } from '../checks/registry.ts';
import { without } from '../formats/credential-shape.ts';
import { distinctWants } from '../model/answers.ts';
import type { Want } from '../model/answers.ts';
import { credentialsIn } from '../model/examination.ts';
import type { Examination, ExaminationContext, ExaminedCredential, ExaminedShare } from '../model/examination.ts';
import { parseDid } from '../model/ids.ts';
import type { Instant } from '../model/instant.ts';
import { asList, isJsonObject } from '../model/json.ts';
import type { JsonObject } from '../model/json.ts';
import { maxClaimCharacters } from '../model/limits.ts';
import type { OpenedPresentation } from '../model/opened.ts';
import type { ProofSigner } from '../model/proof.ts';
import { classOf, shareHeadlineOf, worstClass } from '../model/verdict.ts';
import { toDisplayText } from '../model/display-text.ts';
import { enclosedStatement } from './enclosed-statement.ts';
import { notingWants } from './examine-tools.ts';
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
  const noted: Want[] = [];
  const says = without(saidIn(opened), 'verifiableCredential');
  const securing = await verifySecured({ secured, defects, controller: holder, purpose: 'authentication', now, says }, notingWants(tools, noted));
  const namedKeys = await Promise.all(parts.flatMap(credentialsIn).map((part) => compareKey(part, securing, tools)));
  const subject: ShareSubject = { securing, expectation, namedKeys, now, notBefore };
  const checks = runChecks(shareChecks, subject);
  const axes = judgeShare(checks);
  const headline = shareHeadlineOf(axes);
  const classes = parts.map((part) => part.class);
  const statement = headline === 'share-altered' ? undefined : await enclosedStatement(says);
  return {
    kind: 'share',
    format: opened.format,
    axes,
    headline,
    checks,
    parts,
    // A share that does not fit, or is not the holder's, is not worth a question.
    ...(noted.length === 0 || headline === 'share-altered' || securing.outcomes.some(({ binding }) => binding.state === 'failed') ? {} : { wants: distinctWants(noted) }),
    // An empty presentation proves nothing about anybody (B84).
    class: worstClass([classOf(headline), ...(classes.length === 0 ? (['unknown'] as const) : classes)]),
    ...statedBy(opened, securing),
    ...(statement === undefined ? {} : { statement }),
  };
}

/** The presentation as its reader takes it; of a VP-JWT, the `vp` claim. */
function saidIn({ secured }: OpenedPresentation): JsonObject {
  if (secured.form === 'sd-jwt' || secured.form === 'kb-jwt' || secured.form === 'seal') return secured.payload;
  if (secured.form !== 'jwt') return secured.document;
  const { vp } = secured.payload;
  return isJsonObject(vp) ? vp : secured.payload;
}

/** What the share says of itself: facts to show, with the texts of the sender made safe to show. */
function statedBy(opened: OpenedPresentation, securing: SecuringFacts): Partial<ExaminedShare> {
  const { holder } = opened;
  const { outcomes } = securing;
  const labels = [...new Set(outcomes.flatMap(({ domain }) => domain ?? []))];
  const [created, expires] = [earliest(outcomes.flatMap((outcome) => outcome.created ?? [])), earliest(outcomes.flatMap((outcome) => outcome.expires ?? []))];
  const purpose = asList(saidIn(opened)['description']).find((one) => typeof one === 'string');
  return {
    ...(holder === undefined ? {} : { holder }),
    // The order of proofs and of domains is nobody's word: all are shown, in an order of our own.
    ...(labels.length === 0 ? {} : { label: toDisplayText(labels.sort().join(', '), maxClaimCharacters) }),
    ...(created === undefined ? {} : { created }),
    ...(expires === undefined ? {} : { expires }),
    ...(typeof purpose === 'string' ? { purpose: toDisplayText(purpose, maxClaimCharacters) } : {}),
  };
}

function earliest(instants: readonly Instant[]): Instant | undefined {
  return instants.reduce<Instant | undefined>((first, each) => (first === undefined || each < first ? each : first), undefined);
}

/** The key that a credential names for its subject, beside the key that signed the share. */
async function compareKey(part: ExaminedCredential, securing: SecuringFacts, tools: ExamineTools): Promise<NamedKey> {
  const { boundKey } = part;
  if (boundKey !== undefined) {
    // The key in an SD-JWT is its issuer's word, and counts only where that holds; it may be named and not be here.
    if (part.axes.unchanged !== 'yes' || boundKey === '') return 'not-shown';
    return securing.outcomes.some(({ signer }) => signer?.keyThumbprint === boundKey) ? 'same-key' : 'other-key';
  }
  const named = part.credential.holder.id?.raw;
  if (named === undefined || parseDid(named) === undefined) return 'none';
  // Whom a credential names that was changed, or that nobody signed, its issuer may never have named.
  if (part.axes.unchanged === 'no' || part.axes.unchanged === 'unsigned') return 'not-shown';
  const signers = securing.outcomes.flatMap(({ signer }) => signer ?? []);
  if (signers.some(({ controller }) => controller === named)) return 'same-key';
  return compareByKey(named, signers, tools);
}

/** Another spelling of the same key (did:key and did:jwk). A file that says whose a key is says nothing of anybody. */
async function compareByKey(id: string, signers: readonly ProofSigner[], tools: ExamineTools): Promise<NamedKey> {
  const found = await tools.resolveKey(id);
  if (found.outcome === 'malformed') return 'other-key';
  if (found.outcome !== 'key' || found.key.from?.basis === 'file') return 'not-shown';
  return signers.some(({ keyThumbprint }) => keyThumbprint === found.key.thumbprint) ? 'same-key' : 'other-key';
}
