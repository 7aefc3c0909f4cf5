import { parseDid } from '../../model/ids.ts';
import type { CheckState, ReasonCode } from '../../model/check-result.ts';
import type { Instant } from '../../model/instant.ts';
import { asList, isJsonObject } from '../../model/json.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ProofFinding, ProofStep } from '../../model/proof.ts';
import type { ErrorFacts } from '../../model/wallet-error.ts';
import type { PathOutcome } from '../../encoding/x509/build-path.ts';
import type { Certificate } from '../../encoding/x509/read-certificate.ts';
import { failedFinding, passedFinding, unknownFinding } from '../outcome.ts';
import { isForAnotherUse, isInTime } from '../signer-certificate.ts';
import { claimsAccreditation, matchOrganisation, readMandate } from './organisation.ts';
import type { UnsignedParts } from './seal-header.ts';

/** All that is known once the signature fits. */
export interface SealFacts {
  readonly leaf: Certificate;
  readonly payload: JsonObject;
  readonly controller: string | undefined;
  readonly path: PathOutcome;
  readonly unsigned: UnsignedParts;
  readonly sealedAt: Instant | undefined;
  readonly now: Instant;
}

function step(id: ProofStep['id'], state: CheckState, reason: ReasonCode, facts: ErrorFacts = {}): ProofStep {
  return { id, state, reason, facts };
}

/**
 * The ladder of a seal, each step with a result of its own, those that this version does not do named as such. None of
 * them alone says that a credential is valid.
 */
export function judgeSteps(facts: SealFacts): readonly ProofStep[] {
  const { leaf, unsigned } = facts;
  return [
    step('certificate', leaf.isBeyondUs ? 'unknown' : 'passed', 'certificate-read'),
    judgeKeyUsage(leaf),
    judgePolicy(leaf),
    judgeOrganisation(facts),
    judgeMandate(facts),
    judgeChain(facts.path),
    step('anchor-status', 'unknown', 'step-not-done'),
    judgeSealingTime(facts),
    step('time-stamp', 'unknown', 'step-not-done', { present: String(unsigned.hasTimeStamp) }),
    step('revocation', 'unknown', 'step-not-done', { present: String(unsigned.hasRevocationData) }),
    claimsAccreditation(facts.payload) ? step('accreditation', 'unknown', 'step-not-done') : step('accreditation', 'not-applicable', 'not-stated'),
  ];
}

/** RFC 5280 4.2.1.3: a key for signatures or for non-repudiation; an authority's key for certificates seals nothing. */
function judgeKeyUsage({ usages }: Certificate): ProofStep {
  if (usages === undefined) return step('key-usage', 'unknown', 'not-stated');
  return usages.signing ? step('key-usage', 'passed', 'may-seal') : step('key-usage', 'failed', 'may-not-seal');
}

/** ETSI EN 319 412-5: whether the certificate says that it is for seals, and what it claims besides. */
function judgePolicy(leaf: Certificate): ProofStep {
  const { qualified } = leaf;
  const facts = qualified === undefined ? {} : { qualified: String(qualified.compliance), device: String(qualified.device), type: qualified.types.join(' ') };
  if (isForAnotherUse(leaf)) return step('seal-policy', 'failed', 'not-a-seal', facts);
  return qualified?.types.includes('seal') === true ? step('seal-policy', 'passed', 'seal-certificate', facts) : step('seal-policy', 'unknown', 'not-stated', facts);
}

function judgeOrganisation({ leaf, payload }: SealFacts): ProofStep {
  const issuer = asList(payload['issuer'])[0];
  const match = leaf.organisationIdentifier === undefined || !isJsonObject(issuer) ? 'not-stated' : matchOrganisation(issuer, leaf.organisationIdentifier);
  if (match === 'same') return step('organisation', 'passed', 'organisation-matches');
  return match === 'other' ? step('organisation', 'failed', 'organisation-differs') : step('organisation', 'unknown', 'not-stated');
}

function judgeMandate({ leaf, payload }: SealFacts): ProofStep {
  const mandate = readMandate(payload, leaf.organisationIdentifier);
  if (mandate === 'mandate-missing') return step('on-behalf', 'failed', mandate);
  return step('on-behalf', mandate === 'mandate-stated' ? 'unknown' : 'not-applicable', mandate);
}

function judgeChain(path: PathOutcome): ProofStep {
  const facts = { certificates: path.path.length };
  switch (path.outcome) {
    case 'anchored':
      return step('chain', 'passed', 'leads-to-anchor', facts);
    case 'broken':
      return step('chain', 'failed', 'chain-broken', { ...facts, why: path.why });
    case 'out-of-date':
      return step('chain', 'unknown', 'chain-out-of-date', facts);
    default:
      return step('chain', 'unknown', 'no-anchor', facts);
  }
}

/** The sealer's own word for the time against the certificate's dates; a time-stamp would prove it, and is not looked at. */
function judgeSealingTime({ leaf, sealedAt, now }: SealFacts): ProofStep {
  const { notBefore, notAfter } = leaf;
  const at = sealedAt ?? now;
  const facts = { notBefore, notAfter, ...(sealedAt === undefined ? {} : { sealedAt }) };
  if (at < notBefore || at > notAfter) return step('sealing-time', 'failed', 'certificate-over', facts);
  return step('sealing-time', 'unknown', sealedAt === undefined ? 'no-dates' : 'time-claimed', facts);
}

/**
 * Whether the certificate ties the seal to the issuer: by the organisation identifier alone, and only through a path to a
 * loaded anchor. Without one, or where a certificate on it is over by now and only the sealer's word says that it was not,
 * the seal shows that nothing changed and not who sealed.
 */
export function judgeSealBinding(facts: SealFacts, steps: readonly ProofStep[]): ProofFinding {
  const failed = (id: ProofStep['id']): boolean => steps.some((each) => each.id === id && each.state === 'failed');
  const passed = (id: ProofStep['id']): boolean => steps.some((each) => each.id === id && each.state === 'passed');
  for (const id of ['key-usage', 'sealing-time', 'organisation', 'chain'] as const) if (failed(id)) return failedFinding('wrong-signer', { why: id });
  // A seal says nothing of a DID: only the DID's own keys speak for it.
  if (facts.controller !== undefined && (parseDid(facts.controller) !== undefined || /^did:|[\s\p{C}]/iu.test(facts.controller))) {
    return unknownFinding('issuer-not-bound', { why: 'did' });
  }
  for (const id of ['certificate', 'key-usage', 'organisation'] as const) if (!passed(id)) return unknownFinding('issuer-not-bound', { why: id });
  if (failed('seal-policy')) return unknownFinding('issuer-not-bound', { why: 'seal-policy' });
  if (failed('on-behalf')) return unknownFinding('mandate-missing');
  return isSettled(facts) ? passedFinding('signature-fits') : { state: 'not-applicable', reason: 'issuer-not-bound', facts: { source: 'in-header' } };
}

/** A path to an anchor on which nothing has run out, so that the claimed time need not be believed. */
export function isSettled({ path, now, sealedAt }: SealFacts): boolean {
  return path.outcome === 'anchored' && sealedAt !== undefined && path.path.every((certificate) => isInTime(certificate, now));
}
