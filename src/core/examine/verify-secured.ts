import type { SecuringFacts } from '../checks/check.ts';
import { checkWords } from '../encoding/json-ld/check-contexts.ts';
import { tokenContextUrls } from '../encoding/json-ld/context-urls.ts';
import type { Instant } from '../model/instant.ts';
import { toInstant } from '../model/instant.ts';
import type { JsonObject } from '../model/json.ts';
import { maxClockSkewMs, maxKeyBindingAgeMs, maxProofsJudged } from '../model/limits.ts';
import type { Defect, Secured } from '../model/opened.ts';
import type { ProofFinding, ProofOutcome, ProofPurpose, SecuredBy } from '../model/proof.ts';
import { findingOfTrouble } from '../proofs/context-finding.ts';
import { outcomeOf } from '../proofs/outcome.ts';
import type { ResolveKey } from '../model/public-key.ts';
import { leastFresh } from '../model/answers.ts';
import type { Freshness } from '../model/answers.ts';
import type { ExamineTools } from './examine-tools.ts';

interface SecuredOrder {
  readonly secured: Secured;
  readonly defects: readonly Defect[];
  /** Whose key it must be. */
  readonly controller: string | undefined;
  readonly purpose: ProofPurpose;
  readonly now: Instant;
  /** What a token says, as its reader takes it; held to the context policy. Documents are held to it by their suites. */
  readonly says: JsonObject;
  /** Certificates that paths may end in. */
  readonly anchors?: readonly Uint8Array[];
}

/** Judges every proof of a document, each on its own. A suite that throws makes its proof unknown, never passed. */
export async function verifySecured(order: SecuredOrder, tools: ExamineTools): Promise<SecuringFacts> {
  const noted: Freshness[] = [];
  const facts = await verifyAll(order, notingFreshness(tools, noted));
  const freshness = leastFresh(noted);
  return freshness === undefined ? facts : { ...facts, freshness };
}

/** Notes from when the documents are that keys were looked for in, beside looking. */
function notingFreshness(tools: ExamineTools, noted: Freshness[]): ExamineTools {
  const resolve: ResolveKey = async (verificationMethod) => {
    const found = await tools.resolveKey(verificationMethod);
    const from = found.outcome === 'key' ? found.key.from : found.outcome === 'not-here' ? found.from : undefined;
    if (from !== undefined) noted.push(from);
    return found;
  };
  return { ...tools, resolveKey: resolve };
}

async function verifyAll(order: SecuredOrder, tools: ExamineTools): Promise<SecuringFacts> {
  const { secured, defects } = order;
  const common = { form: secured.form, defects, malformed: false, outcomes: [], skippedProofs: 0 };
  switch (secured.form) {
    case 'unsigned':
    // Judged by what its own address answers (`badge-2.ts`); nothing here can make it pass.
    case 'badge-2':
      return common;
    case 'other':
      return { ...common, otherName: secured.name, ...(secured.reason === undefined ? {} : { otherReason: secured.reason }) };
    case 'jwt': {
      const outcome = await verifyOne({ form: 'jwt', ...tokenParts(secured) }, order, tools);
      return { ...common, outcomes: [withTokenDates(withContextPolicy(outcome, order), secured.payload, order.now)] };
    }
    case 'sd-jwt': {
      const outcome = await verifyOne(secured, order, tools);
      const worded = secured.model === 'vct' ? outcome : withContextPolicy(outcome, order);
      return { ...common, outcomes: [withTokenDates(withNothingHidden(worded, secured.hiddenThatDecide), secured.payload, order.now)] };
    }
    case 'kb-jwt':
      return { ...common, outcomes: [withTokenDates(await verifyOne(secured, order, tools), secured.payload, order.now, maxKeyBindingAgeMs)] };
    case 'seal':
      return { ...common, outcomes: [withContextPolicy(await verifyOne(secured, order, tools), order)] };
    case 'data-integrity': {
      if (secured.malformed) return { ...common, malformed: true };
      const outcomes: ProofOutcome[] = [];
      for (const proof of secured.proofs.slice(0, maxProofsJudged)) {
        outcomes.push(await verifyOne({ form: 'data-integrity', document: secured.document, proof }, order, tools));
      }
      return { ...common, outcomes, skippedProofs: Math.max(0, secured.proofs.length - maxProofsJudged) };
    }
  }
}

function tokenParts({ header, payload, signingInput, signature }: Extract<Secured, { form: 'jwt' }>): Omit<Extract<SecuredBy, { form: 'jwt' }>, 'form'> {
  return { header, payload, signingInput, signature };
}

async function verifyOne(secured: SecuredBy, order: SecuredOrder, tools: ExamineTools): Promise<ProofOutcome> {
  const { controller, purpose, now, anchors } = order;
  const allProofs = order.secured.form === 'data-integrity' ? order.secured.proofs : undefined;
  const noted: Freshness[] = [];
  try {
    const outcome = await tools.verifyProof({
      secured,
      controller,
      purpose,
      resolveKey: notingFreshness(tools, noted).resolveKey,
      now,
      ...(anchors === undefined ? {} : { anchors }),
      ...(allProofs === undefined ? {} : { allProofs }),
      ...(tools.memo === undefined ? {} : { memo: tools.memo }),
    });
    return purpose === 'authentication' ? withVouchedKey(withDocumentAge(outcome, secured, noted), noted) : withDocumentAge(outcome, secured, noted);
  } catch {
    const threw: ProofFinding = { state: 'unknown', reason: 'threw', facts: {} };
    return { ...threw, signature: threw, binding: threw, period: { state: 'not-applicable', reason: 'no-dates', facts: {} } };
  }
}

/**
 * A key from a document that is older than the signature may have been replaced since, and one from a file may be
 * anybody's: that a signature does not fit it shows nothing of the credential. Nobody is accused by such a document.
 */
function withDocumentAge(outcome: ProofOutcome, secured: SecuredBy, noted: readonly Freshness[]): ProofOutcome {
  const { state, reason } = outcome.signature;
  if (state !== 'failed' || (reason !== 'changed' && reason !== 'wrong-signer')) return outcome;
  const signedAt = outcome.created ?? ('payload' in secured ? dateOf(secured.payload['iat']) : undefined);
  const older = noted.find(({ basis, at }) => basis === 'file' || (basis === 'cached' && reason === 'changed' && signedAt !== undefined && signedAt > at));
  if (older === undefined) return outcome;
  return outcomeOf({ ...outcome, signature: { state: 'unknown', reason: 'key-not-here', facts: { why: 'older-document', basis: older.basis, at: older.at } } });
}

/** Whoever shows something is who they say by a key that is theirs; anybody can write a file that says so. */
function withVouchedKey(outcome: ProofOutcome, noted: readonly Freshness[]): ProofOutcome {
  const file = noted.find(({ basis }) => basis === 'file');
  if (file === undefined || outcome.signature.state !== 'passed') return outcome;
  const { signer: _signer, ...rest } = outcome;
  return { ...rest, ...outcomeOf({ ...rest, signature: { state: 'unknown', reason: 'key-not-here', facts: { why: 'key-in-file', basis: file.basis, at: file.at } } }) };
}

/** What that must say it is, which a token is signed as. */
const rootTypes: Readonly<Record<ProofPurpose, string>> = { assertionMethod: 'VerifiableCredential', authentication: 'VerifiablePresentation' };

/**
 * The signature of a token holds without contexts, its words do not: a context that is not bundled may give them any
 * meaning, and we read them in the one we know. The same policy as for documents (VC-DI "Context Validation", B27-B32).
 */
function withContextPolicy(outcome: ProofOutcome, { says, purpose }: SecuredOrder): ProofOutcome {
  if (outcome.signature.state !== 'passed') return outcome;
  const words = checkWords(says, tokenContextUrls, [rootTypes[purpose]]);
  if (words.outcome === 'ok') return outcome;
  const { signer: _signer, ...rest } = outcome;
  return { ...rest, ...outcomeOf({ ...rest, signature: findingOfTrouble(words) }) };
}

/**
 * A credential of the W3C data model may hide its end or its status like any other claim, which SD-JWT VC forbids: with
 * claims of the whole, or of these, behind digests nobody can say that it still counts (RFC 9901 9.7).
 */
function withNothingHidden(outcome: ProofOutcome, hidden: number): ProofOutcome {
  if (outcome.signature.state !== 'passed' || hidden === 0) return outcome;
  const { signer: _signer, ...rest } = outcome;
  return { ...rest, ...outcomeOf({ ...rest, signature: findingOfTrouble({ outcome: 'context-not-allowed', why: 'digests', at: '/_sd' }) }) };
}

/** RFC 7519 4.1.4-4.1.6: the dates of the token itself; a date that is no number is a defect, found at opening. */
function withTokenDates(outcome: ProofOutcome, payload: JsonObject, now: Instant, skewMs: number = maxClockSkewMs): ProofOutcome {
  const [ends, starts, issued] = [dateOf(payload['exp']), dateOf(payload['nbf']), dateOf(payload['iat'])];
  const created = starts !== undefined && (issued === undefined || starts > issued) ? starts : issued;
  return {
    ...outcome,
    period: periodOf(starts, ends, issued, now, skewMs),
    ...(created === undefined ? {} : { created }),
    ...(starts === undefined ? {} : { notBefore: starts }),
    ...(ends === undefined ? {} : { expires: ends }),
  };
}

function dateOf(seconds: unknown): Instant | undefined {
  return typeof seconds === 'number' && Number.isSafeInteger(seconds) ? toInstant(seconds * 1_000) : undefined;
}

function periodOf(starts: Instant | undefined, ends: Instant | undefined, issued: Instant | undefined, now: Instant, skewMs: number): ProofFinding {
  if (ends !== undefined && ends <= now) return { state: 'failed', reason: 'over', facts: { field: 'exp' } };
  if (starts !== undefined && starts > now) return { state: 'failed', reason: 'not-yet', facts: { field: 'nbf' } };
  // As `created` of a Data Integrity proof: a token from the future is of no time that is known.
  if (issued !== undefined && issued > now + skewMs) return { state: 'failed', reason: 'not-yet', facts: { field: 'iat' } };
  const hasDates = ends !== undefined || starts !== undefined;
  return { state: hasDates ? 'passed' : 'not-applicable', reason: hasDates ? 'within' : 'no-dates', facts: {} };
}
