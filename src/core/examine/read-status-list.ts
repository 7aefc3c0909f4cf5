import { bindingCheck } from '../checks/binding.ts';
import type { CredentialSubject, SecuringFacts } from '../checks/check.ts';
import { judgeSignatures } from '../checks/proof.ts';
import { effectivePeriod, validityPeriodCheck } from '../checks/validity-period.ts';
import { readCompactToken } from '../formats/compact-token.ts';
import type { CompactToken } from '../formats/compact-token.ts';
import { issuerIdOf } from '../formats/credential-shape.ts';
import { glimpseOf } from '../formats/glimpse.ts';
import type { Glimpse } from '../formats/glimpse.ts';
import { formatFor } from '../formats/registry.ts';
import type { Answer } from '../model/answers.ts';
import { parseInstant, toInstant } from '../model/instant.ts';
import type { Instant } from '../model/instant.ts';
import { isJsonObject } from '../model/json.ts';
import type { JsonObject } from '../model/json.ts';
import { maxClockSkewMs } from '../model/limits.ts';
import type { OpenedCredential } from '../model/opened.ts';
import type { ProofOutcome } from '../model/proof.ts';
import type { ListReading } from '../model/status.ts';
import type { ExamineTools } from './examine-tools.ts';
import { verifySecured } from './verify-secured.ts';

/** Whose list it must be, and by which keys the credential itself is signed. */
export interface ListOwner {
  readonly issuerId: string | undefined;
  readonly keyThumbprints: readonly string[];
  /** An SD-JWT VC: the keys of its issuer, of its lists as well, are found as that says (metadata, certificate). */
  readonly isTyped: boolean;
  readonly anchors: readonly Uint8Array[];
  readonly now: Instant;
}

type Unusable = Extract<ListReading, { outcome: 'unusable' }>;

function unusable(reason: Unusable['reason'], facts: Unusable['facts'] = {}): Unusable {
  return { outcome: 'unusable', reason, facts };
}

/**
 * Opens a status list like any credential and judges its issuer, proof, binding and dates, as of the day of the answer:
 * what was true then was true then, however long ago (DECISIONS, valid-earlier). A list by another issuer is not even
 * verified, so that nobody else is asked for a key (B51).
 */
export async function readStatusList(answer: Answer, owner: ListOwner, tools: ExamineTools): Promise<ListReading> {
  const glimpse = glimpseOf({ bytes: answer.bytes, transport: 'link', arrivedAt: answer.at });
  const asOf = toInstant(Math.min(owner.now, answer.at));
  const token = statusTokenIn(glimpse);
  if (token !== undefined) return readListToken(token, owner, asOf, tools);
  const opened = (await formatFor(glimpse)?.load())?.(glimpse, tools);
  if (opened === undefined) return readBareList(glimpse, owner);
  if (!opened.ok || opened.value.kind !== 'credential') return unusable('list-unreadable');
  return readListCredential(opened.value, owner, asOf, tools);
}

async function readListCredential({ claims, secured, defects }: OpenedCredential, owner: ListOwner, asOf: Instant, tools: ExamineTools): Promise<ListReading> {
  const issuerId = issuerIdOf(claims);
  if (issuerId === undefined || issuerId !== owner.issuerId) return unusable('list-other-issuer');
  const securing = await verifySecured({ secured, defects, controller: issuerId, purpose: 'assertionMethod', now: asOf, says: claims }, tools);
  const subject: CredentialSubject = { claims, securing, issuerId, now: asOf, notBefore: asOf, ownList: [] };
  const isSigned = securing.form !== 'unsigned';
  if (isSigned) {
    const [proof, binding] = [judgeSignatures(securing), bindingCheck.run(subject)];
    if (proof.state !== 'passed') return unusable(proof.state === 'failed' ? 'list-altered' : 'list-unchecked', { why: proof.reason });
    if (binding.state !== 'passed') return unusable('list-unchecked', { why: binding.reason });
    if (isByUnvouchedKey(securing.outcomes, owner)) return unusable('list-unchecked', { why: 'key-in-file' });
    // Of a list that somebody derived nobody can tell what it leaves out: its end, perhaps.
    if (securing.outcomes.some(({ signature }) => signature.facts['copy'] === 'derived')) return unusable('list-unchecked', { why: 'derived' });
  }
  const time = validityPeriodCheck.run(subject);
  if (time.state === 'failed' || time.state === 'unknown') return unusable('list-out-of-date', { why: time.reason });
  const issuedAt = issuedAtOf(claims, securing);
  const { until } = effectivePeriod(subject);
  return {
    outcome: 'read',
    claims,
    isSigned,
    ...(isFromFile(securing.outcomes) ? { isByFileKey: true as const } : {}),
    issuerId,
    ...(issuedAt === undefined ? {} : { issuedAt }),
    ...(until === undefined ? {} : { until }),
    ...(secured.form === 'jwt' ? { header: secured.header } : {}),
  };
}

function isFromFile(outcomes: readonly ProofOutcome[]): boolean {
  return outcomes.some(({ signer }) => signer?.from?.basis === 'file');
}

/** A key out of a document that came as a file may be anybody's: it counts only where the credential has the same one. */
function isByUnvouchedKey(outcomes: readonly ProofOutcome[], { keyThumbprints }: ListOwner): boolean {
  return outcomes.some(({ signer }) => signer?.from?.basis === 'file' && !keyThumbprints.includes(signer.keyThumbprint));
}

/** The latest date that the list says it was made on. */
function issuedAtOf(claims: JsonObject, { outcomes }: SecuringFacts): Instant | undefined {
  const stated = ['validFrom', 'issuanceDate', 'issued'].flatMap((member) => {
    const value = claims[member];
    return typeof value === 'string' ? (parseInstant(value) ?? []) : [];
  });
  const dates = [...stated, ...outcomes.flatMap(({ created }) => created ?? [])];
  return dates.length === 0 ? undefined : toInstant(Math.max(...dates));
}

/** A JSON document that is no credential: only a kind of list that has no signed form takes it for a list. */
function readBareList(glimpse: Glimpse, { issuerId }: ListOwner): ListReading {
  const json = glimpse.looksLikeJson ? glimpse.json() : undefined;
  const claims = json?.ok === true ? json.value.value : undefined;
  if (!isJsonObject(claims) || 'proof' in claims) return unusable('list-unreadable');
  const stated = issuerIdOf(claims);
  if (stated === undefined || stated !== issuerId) return unusable('list-other-issuer');
  return { outcome: 'read', claims, issuerId: stated, isSigned: false };
}

/** A Status List Token by its own `typ` (Token Status List 5.1). */
function statusTokenIn({ text }: Glimpse): CompactToken | undefined {
  if (text === undefined || !/^ey[\w-]*\.[\w-]*\.[\w-]*$/.test(text)) return undefined;
  const token = readCompactToken(text);
  if (!token.ok) return undefined;
  const { typ } = token.value.header;
  return typeof typ === 'string' && typ.toLowerCase().replace(/^application\//, '') === 'statuslist+jwt' ? token.value : undefined;
}

/**
 * Token Status List 5.1 and 8.3. Where the token names an issuer it must be the credential's; where it names none, its
 * key must be one of the credential's issuer. `iat` is there; `exp` and `iat` are numbers (B20).
 */
async function readListToken({ header, payload, signingInput, signature }: CompactToken, owner: ListOwner, asOf: Instant, tools: ExamineTools): Promise<ListReading> {
  const { iss, iat, exp, nbf } = payload;
  if (iss !== undefined && iss !== owner.issuerId) return unusable('list-other-issuer');
  if (!isDate(iat) || (exp !== undefined && !isDate(exp)) || (nbf !== undefined && !isDate(nbf))) return unusable('list-unreadable', { why: 'dates' });
  const parts = { header, payload, signingInput, signature };
  const secured = owner.isTyped ? ({ form: 'sd-jwt', model: 'vct', ...parts } as const) : ({ form: 'jwt', ...parts } as const);
  const outcome = await verifyToken({ secured, controller: owner.issuerId, purpose: 'assertionMethod', resolveKey: tools.resolveKey, now: asOf, anchors: owner.anchors }, tools);
  const { signature: fits, binding } = outcome;
  if (fits.state !== 'passed') return unusable(fits.state === 'failed' ? 'list-altered' : 'list-unchecked', { why: fits.reason });
  // A key that the token brought along says nothing of who made the list.
  if (binding.state !== 'passed' || outcome.signer?.source !== 'resolved') return unusable(binding.state === 'failed' ? 'list-altered' : 'list-unchecked', { why: binding.reason });
  if (isByUnvouchedKey([outcome], owner)) return unusable('list-unchecked', { why: 'key-in-file' });
  // An issuer that only a certificate names has no other name: its list is by the same key.
  if (owner.issuerId === undefined && !owner.keyThumbprints.includes(outcome.signer.keyThumbprint)) return unusable('list-other-issuer');
  if (exp !== undefined && exp * 1_000 <= asOf) return unusable('list-out-of-date', { why: 'over' });
  if (iat * 1_000 > asOf + maxClockSkewMs || (nbf !== undefined && nbf * 1_000 > asOf)) return unusable('list-out-of-date', { why: 'not-yet' });
  return { outcome: 'read', claims: payload, header, isSigned: true, ...(isFromFile([outcome]) ? { isByFileKey: true as const } : {}), issuedAt: toInstant(iat * 1_000), ...(exp === undefined ? {} : { until: toInstant(exp * 1_000) }), ...(owner.issuerId === undefined ? {} : { issuerId: owner.issuerId }) };
}

async function verifyToken(order: Parameters<ExamineTools['verifyProof']>[0], tools: ExamineTools): Promise<ProofOutcome> {
  try {
    return await tools.verifyProof(order);
  } catch {
    const threw = { state: 'unknown', reason: 'threw', facts: {} } as const;
    return { ...threw, signature: threw, binding: threw, period: threw };
  }
}

function isDate(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
