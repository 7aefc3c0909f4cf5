import type { SecuringFacts } from '../checks/check.ts';
import { toCanonicalJson } from '../encoding/canonical-json.ts';
import { withMember } from '../formats/credential-shape.ts';
import { leastFresh } from '../model/answers.ts';
import type { AnswerFor, Want } from '../model/answers.ts';
import { parseInstant } from '../model/instant.ts';
import { isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { OpenedCredential, Secured } from '../model/opened.ts';
import type { ProofFinding, ProofOutcome } from '../model/proof.ts';
import type { StatusFinding } from '../model/status.ts';
import { failedFinding, outcomeOf, passedFinding, unknownFinding } from '../proofs/outcome.ts';
import { createPartsReader, documentOf, isVouched, originOf } from './badge-2-parts.ts';
import type { BadgePart, PartsReader } from './badge-2-parts.ts';
import { judgeSignedBadge } from './badge-2-signed.ts';

type Badge2 = Extract<Secured, { form: 'badge-2' }>;

/** An Open Badges 2.0 assertion judged by what addresses answered. */
export interface Badge2Facts {
  readonly securing: SecuringFacts;
  readonly issuerId?: string;
  /** The assertion with its badge and its issuer in their places, as far as they are at hand: what is read and shown. */
  readonly read: JsonObject;
  /** The dates and the one status that the checks look at, in the words of the data model. */
  readonly judged: JsonObject;
  readonly statuses: readonly StatusFinding[];
  readonly wants: readonly Want[];
}

/** The parts of one badge. */
export interface BadgeParts {
  readonly assertion: JsonObject;
  readonly badge: BadgePart;
  readonly issuer: BadgePart;
  readonly issuerId?: string;
}

/**
 * Open Badges 2.0, "Verification": a hosted assertion is what its own address answers, and that address must be the
 * issuer's; a signed one is judged by the key that the issuer publishes. Without an answer nothing is known, and a copy
 * that differs from the hosted one is not the issuer's word: it may be changed or old, which cannot be told apart.
 */
export async function judgeBadge2(opened: OpenedCredential, secured: Badge2, answerFor: AnswerFor): Promise<Badge2Facts> {
  const reader = createPartsReader(answerFor);
  const hosted = secured.signed === undefined ? reader.ask(addressOf(secured), 'credential') : undefined;
  const assertion = (secured.address === undefined || hosted === undefined ? undefined : documentOf(hosted)) ?? secured.document;
  const parts = readParts(assertion, reader);
  const outcome = withoutFiles(hosted === undefined ? await judgeSignedBadge(secured, parts, reader) : judgeHosted(secured, hosted, parts, reader), parts);
  const statuses = hosted === undefined ? [signedStatus(parts, reader)] : [hostedStatus(hosted)];
  const freshness = leastFresh(reader.freshness);
  const common = { form: secured.form, malformed: false, defects: opened.defects, skippedProofs: 0 } as const;
  return {
    securing: { ...common, outcomes: [outcome], ...(freshness === undefined ? {} : { freshness }) },
    read: composed(assertion, parts),
    judged: judgedClaims(assertion),
    statuses,
    wants: reader.wants,
    ...(parts.issuerId === undefined ? {} : { issuerId: parts.issuerId }),
  };
}

function addressOf({ address, document }: Badge2): string {
  const { id } = document;
  return address ?? (typeof id === 'string' ? id : '');
}

function readParts(assertion: JsonObject, reader: PartsReader): BadgeParts {
  const badge = reader.read(assertion['badge']);
  const stated = documentOf(badge)?.['issuer'];
  const issuer = reader.read(stated);
  const issuerId = typeof stated === 'string' ? stated : issuer.state === 'own' ? issuer.id : undefined;
  return { assertion, badge, issuer, ...(issuerId === undefined ? {} : { issuerId }) };
}

/**
 * What was earned and from whom stands in parts that no signature covers: their addresses say it. A file that a person laid
 * in the place of one could make another badge of it.
 */
function withoutFiles(outcome: ProofOutcome, { badge, issuer }: BadgeParts): ProofOutcome {
  const isByFile = [badge, issuer].some((part) => part.state === 'answered' && !isVouched(part));
  if (!isByFile || outcome.binding.state === 'failed') return outcome;
  return outcomeOf({ ...outcome, binding: unknownFinding('issuer-not-bound', { why: 'part-in-file' }) });
}

function judgeHosted({ document, address }: Badge2, hosted: BadgePart, parts: BadgeParts, reader: PartsReader): ProofOutcome {
  const signature = hostedFinding(document, address, hosted);
  const binding = signature.state === 'passed' ? hostBinding(hosted, parts, reader) : unknownFinding('issuer-not-bound');
  return outcomeOf({ signature, binding });
}

function hostedFinding(document: JsonObject, address: string | undefined, hosted: BadgePart): ProofFinding {
  switch (hosted.state) {
    case 'wanted':
      return unknownFinding('hosted-not-asked', { host: originOf(hosted.id) ?? '' });
    case 'elsewhere':
      return unknownFinding('hosted-elsewhere', { host: originOf(hosted.id) ?? '' });
    case 'answered': {
      const facts = { host: originOf(hosted.id) ?? '' };
      if (!isVouched(hosted)) return unknownFinding('hosted-not-asked', facts);
      // A badge taken back may be answered with nothing but that.
      const isSame = address !== undefined || isEqual(document, hosted.document) || isTakenBack(hosted.document);
      return isSame ? passedFinding('hosted-fits', facts) : unknownFinding('hosted-differs', facts);
    }
    default:
      return unknownFinding('hosted-not-asked', { why: hosted.state === 'unusable' ? hosted.why : 'address' });
  }
}

function isEqual(one: JsonValue, other: JsonValue): boolean {
  const [first, second] = [toCanonicalJson(one), toCanonicalJson(other)];
  return first.ok && second.ok && first.value === second.value;
}

function isTakenBack(document: JsonObject): boolean {
  return document['revoked'] === true;
}

/**
 * Open Badges 2.0, Profile `verification`: assertions live at the issuer's own origin, or where its profile, asked at its
 * own address, says that they may.
 */
function hostBinding(hosted: BadgePart, { badge, issuer, issuerId }: BadgeParts, reader: PartsReader): ProofFinding {
  const address = hosted.state === 'answered' ? hosted.id : undefined;
  const origin = originOf(address);
  if (badge.state === 'wanted') return unknownFinding('hosted-not-asked', { host: originOf(badge.id) ?? '' });
  if (address === undefined || origin === undefined || issuerId === undefined) return unknownFinding('issuer-not-bound', { why: badge.state });
  if (originOf(issuerId) === origin) return passedFinding('hosted-fits', { host: origin });
  const profile = issuer.state === 'answered' ? issuer : reader.ask(issuerId);
  if (profile.state === 'wanted') return unknownFinding('hosted-not-asked', { host: originOf(profile.id) ?? '' });
  const rules = isVouched(profile) ? profile.document['verification'] : undefined;
  return isJsonObject(rules) && allows(rules, address, origin) ? passedFinding('hosted-fits', { host: origin }) : unknownFinding('issuer-not-bound', { host: origin });
}

function allows(rules: JsonObject, address: string, origin: string): boolean {
  const [starts, origins] = [textsIn(rules['startsWith']), textsIn(rules['allowedOrigins'])];
  if (starts.length > 0) return starts.some((start) => originOf(start) === origin && address.startsWith(start));
  return origins.some((allowed) => allowed === origin || `https://${allowed}` === origin);
}

function textsIn(value: JsonValue | undefined): readonly string[] {
  const values = Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
  return values.filter((item): item is string => typeof item === 'string');
}

function hostedStatus(hosted: BadgePart): StatusFinding {
  if (!isVouched(hosted)) return unknownFinding('not-asked');
  const { document, freshness } = hosted;
  return isTakenBack(document) ? { ...failedFinding('revoked'), freshness } : { ...passedFinding('in-force'), freshness };
}

/** Open Badges 2.0, RevocationList: of a signed badge, where the issuer's profile names one. */
function signedStatus({ assertion, issuer, issuerId }: BadgeParts, reader: PartsReader): StatusFinding {
  const profile = issuer.state === 'own' && issuerId !== undefined ? reader.ask(issuerId) : issuer;
  if (!isVouched(profile)) return unknownFinding('not-asked');
  const address = profile.document['revocationList'];
  if (address === undefined) return { state: 'not-applicable', reason: 'no-status-entry', facts: {}, freshness: profile.freshness };
  const list = reader.read(address);
  if (!isVouched(list)) return unknownFinding(list.state === 'unusable' ? 'list-unreadable' : 'not-asked');
  const { revokedAssertions } = list.document;
  if (!Array.isArray(revokedAssertions)) return unknownFinding('list-unreadable');
  const isRevoked = (revokedAssertions as readonly JsonValue[]).some((entry) => namesAssertion(entry, assertion));
  return { ...(isRevoked ? failedFinding('revoked') : passedFinding('in-force')), freshness: list.freshness };
}

function namesAssertion(entry: JsonValue, { id, uid }: JsonObject): boolean {
  const named = isJsonObject(entry) ? [entry['id'], entry['uid']] : [entry];
  return named.some((name) => typeof name === 'string' && (name === id || name === uid));
}

function composed(assertion: JsonObject, { badge, issuer }: BadgeParts): JsonObject {
  const badgeDocument = documentOf(badge);
  if (badgeDocument === undefined) return assertion;
  const issuerDocument = documentOf(issuer);
  return withMember(assertion, 'badge', issuerDocument === undefined ? badgeDocument : withMember(badgeDocument, 'issuer', issuerDocument));
}

/** Days without a time count whole: a badge begins with the day it names and ends with it. */
function judgedClaims({ issuedOn, expires }: JsonObject): JsonObject {
  const [from, until] = [dateOf(issuedOn, 'T00:00:00Z'), dateOf(expires, 'T23:59:59Z')];
  return {
    credentialStatus: [{ type: 'OpenBadges2' }],
    // A beginning that is no date says nothing; an end that is none is never "no end".
    ...(typeof from === 'string' && parseInstant(from) !== undefined ? { validFrom: from } : {}),
    ...(until === undefined || until === null ? {} : { validUntil: until }),
  };
}

function dateOf(value: JsonValue | undefined, time: string): JsonValue | undefined {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}${time}` : value;
}
