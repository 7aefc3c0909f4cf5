import { bindingCheck } from '../checks/binding.ts';
import type { CredentialSubject, SecuringFacts } from '../checks/check.ts';
import { bestMatch, matchOwnList } from '../checks/issuer.ts';
import { judgeSignatures } from '../checks/proof.ts';
import { credentialChecks } from '../checks/registry.ts';
import { effectivePeriod } from '../checks/validity-period.ts';
import { distinctWants } from '../model/answers.ts';
import type { Want } from '../model/answers.ts';
import type { Credential } from '../model/credential.ts';
import { toDisplayText } from '../model/display-text.ts';
import { euElements } from '../model/eu-element-table.ts';
import type { ElementReading } from '../model/eu-elements.ts';
import type { ExaminationContext, ExaminedCredential } from '../model/examination.ts';
import { parseDid } from '../model/ids.ts';
import type { Instant } from '../model/instant.ts';
import { maxClaimCharacters } from '../model/limits.ts';
import type { JsonObject } from '../model/json.ts';
import type { OpenedCredential } from '../model/opened.ts';
import type { ProofSigner } from '../model/proof.ts';
import type { Received } from '../model/received.ts';
import { isKeyDid } from '../model/trust.ts';
import type { IssuerMatch, TrustQuery, TrustRegister } from '../model/trust.ts';
import { classOf, headlineOf } from '../model/verdict.ts';
import { hasEndlessPath } from '../vocabularies/has-endless-path.ts';
import { vocabularies, vocabularyFor } from '../vocabularies/registry.ts';
import { notingWants } from './examine-tools.ts';
import type { CredentialTools } from './examine-tools.ts';
import { identify } from './identify.ts';
import { judgeCredential } from './judge.ts';
import { judgeStatuses } from './judge-statuses.ts';
import { runChecks } from './run-checks.ts';
import { judgedClaims, issuerOf, mayHideItsEnd, selectiveFactsOf, withHiddenElements, withJudgedIssuer } from './selective-facts.ts';
import { verifySecured } from './verify-secured.ts';

/** An Open Badge 2.0 is the same by its own address, whatever is at hand of its issuer. */
const badgeIssuer = 'open-badges-2';

/** A credential as opened, with everything that can be said of it without the network. */
export async function examineCredential(
  opened: OpenedCredential,
  received: Received,
  context: ExaminationContext,
  given: CredentialTools,
): Promise<ExaminedCredential> {
  const { claims, secured, defects, raw, mediaType, format, proofs } = opened;
  const badge = secured.form === 'badge-2' ? await (await import('./badge-2.ts')).judgeBadge2(opened, secured, context.proofs === 'timed-out' ? () => undefined : given.answerFor) : undefined;
  const issuerId = badge === undefined ? issuerOf(opened) : badge.issuerId;
  const { now, notBefore, ownList } = context;
  const keyWants: Want[] = [];
  const tools = notingWants(given, keyWants);
  const anchors = given.registers.flatMap((register) => register.anchors);
  const resource = claims['relatedResource'] === undefined ? undefined : await (await import('./related-resources.ts')).findResourceDefect(claims, given.answerFor);
  const known = resource === undefined ? defects : [...defects, resource];
  const securing = badge?.securing ?? await verifySecured({ secured, defects: known, controller: issuerId, purpose: 'assertionMethod', now, says: claims, anchors }, tools);
  const basics: CredentialSubject = { claims: badge?.judged ?? judgedClaims(opened), securing, now, notBefore, ownList, ...(issuerId === undefined ? {} : { issuerId }), ...(mayHideItsEnd(opened) ? { mayHide: true } : {}) };
  const signature = judgeSignatures(securing);
  const statusWants: Want[] = [];
  const isForeign = bindingCheck.run(basics).state === 'failed';
  const holds = signature.state === 'passed' && !isForeign;
  const isHopeless = signature.state === 'failed' || isForeign;
  const judged = badge?.statuses !== undefined || !holds ? undefined : await judgeStatuses({ claims: basics.claims, issuerId, securing, anchors, now, answers: context.answers ?? [] }, notingWants(given, statusWants));
  const statuses = badge?.statuses ?? judged?.findings;
  const matches = holds ? matchRegisters(securing, given.registers, now) : [];
  const subject: CredentialSubject = { ...basics, matches, ...(statuses === undefined ? {} : { statuses }) };
  const checks = runChecks(credentialChecks, subject);
  const axes = judgeCredential(checks);
  const headline = headlineOf(axes, context.origin);
  const read = await readClaims(badge?.read ?? claims);
  return {
    kind: 'credential',
    ...(await identify(raw, claims, badge === undefined ? issuerId : badgeIssuer)),
    raw,
    mediaType,
    format,
    ...read,
    credential: withJudgedIssuer(read.credential, opened),
    elements: withHiddenElements(read.elements, opened, securing),
    proofs,
    checks,
    axes,
    period: effectivePeriod(subject),
    headline,
    // Whose signature does not fit, or who may not sign for this issuer, is not worth a question (B64).
    wants: isHopeless ? [] : distinctWants([...(badge?.wants ?? []), ...keyWants.filter(({ url, purpose }) => opened.issuerId !== undefined || couldBind(issuerId, url, purpose)), ...(statuses ?? []).flatMap(({ want }) => want ?? []), ...statusWants]),
    ...(judged === undefined || judged.marks.length === 0 ? {} : { marks: judged.marks }),
    ...stepsOf(securing),
    ...(await selectiveFactsOf(opened, given.resolveKey)),
    class: classOf(headline),
    text: JSON.stringify(badge?.read ?? claims, null, 2),
    ...(received.fileName === undefined ? {} : { fileName: received.fileName }),
    ...(axes.unchanged === 'yes' ? whoSigned(subject) : {}),
  };
}

/** Only the key of an issuer's own DID, or one under its own https address, can ever speak for it. */
function couldBind(issuerId: string | undefined, url: string, purpose: Want['purpose']): boolean {
  if (issuerId === undefined) return true;
  if (purpose !== 'key') return parseDid(issuerId) !== undefined;
  const isWholeSite = /^https:\/\/[^/?#]*\/?$/.test(issuerId);
  const below = issuerId.endsWith('/') ? issuerId : `${issuerId}/`;
  return url === issuerId || url === below || (!isWholeSite && url.startsWith(below));
}

/** Reads the claims by the first vocabulary that knows them; if it fails, which is our mistake, the plain one reads. */
async function readClaims(claims: JsonObject): Promise<Pick<ExaminedCredential, 'vocabulary' | 'credential' | 'elements'>> {
  const first = vocabularyFor(claims);
  const last = vocabularies.at(-1) ?? first;
  for (const vocabulary of hasEndlessPath(claims) ? [] : [first, last]) {
    try {
      const credential = (await vocabulary.load())(claims);
      return { vocabulary: vocabulary.id, credential, elements: readElements(credential) };
    } catch {
      continue;
    }
  }
  const further = [{ path: '', text: toDisplayText(JSON.stringify(claims), maxClaimCharacters) }];
  const credential: Credential = { ...nothingRead, further, reader: { vocabulary: last.id, version: 0 } };
  return { vocabulary: last.id, credential, elements: readElements(credential) };
}

const nothingRead: Omit<Credential, 'reader'> = {
  types: [],
  issuer: { identifiers: [], places: [], parents: [] },
  awardingBodies: [],
  holder: { names: [], identifiers: [] },
  achievements: [],
  evidence: [],
  status: [],
  further: [],
};

/** One reading for each row of the European table, in its order. */
function readElements(credential: Credential): readonly ElementReading[] {
  return euElements.map((element) => ({ id: element.id, mandatory: element.mandatory, ...element.read(credential) }));
}

/** What loaded lists say of the keys that signed, each list in the order it was loaded. */
function matchRegisters(securing: SecuringFacts, registers: readonly TrustRegister[], at: Instant): readonly IssuerMatch[] {
  return securing.outcomes.flatMap(({ signer, certificate }) => {
    if (signer === undefined) return [];
    const query: TrustQuery = {
      keyThumbprint: signer.keyThumbprint,
      ...(certificate !== undefined || isKeyDid(signer.controller) ? { isKeyEnough: true as const } : {}),
      at,
      // A document that came as a file names a key, and no domain stands behind it: anybody can write one.
      ...(signer.source === 'resolved' && signer.from?.basis !== 'file' ? { controller: vouchingPlace(signer, securing.form) } : {}),
      ...(certificate?.anchor === undefined ? {} : { anchor: certificate.anchor, isOwnAnchor: certificate.path.length <= 1 }),
      ...(certificate?.organisation === undefined ? {} : { organisation: certificate.organisation }),
      ...(certificate?.organisationIdentifier === undefined ? {} : { organisationIdentifier: certificate.organisationIdentifier }),
    };
    return registers.flatMap((register) => register.lookUp(query));
  });
}

/**
 * Whose word the key is, for lists that speak of hosts: its controller's, or that of the address where the key stands
 * apart from it, which may be a page of somebody else below. The profile of an early badge names its key itself.
 */
function vouchingPlace({ controller, verificationMethod }: ProofSigner, form: SecuringFacts['form']): string {
  const isApart = verificationMethod.startsWith('https://') && !verificationMethod.startsWith(`${controller}#`);
  return isApart && form !== 'badge-2' ? verificationMethod : controller;
}

function stepsOf({ outcomes }: SecuringFacts): Pick<ExaminedCredential, 'steps' | 'certificate'> {
  const steps = outcomes.flatMap((outcome) => outcome.steps ?? []);
  const found = outcomes.find(({ certificate }) => certificate !== undefined)?.certificate;
  if (found === undefined) return steps.length === 0 ? {} : { steps };
  const { path: _path, ...certificate } = found;
  return { certificate, ...(steps.length === 0 ? {} : { steps }) };
}

function whoSigned(subject: CredentialSubject): Pick<ExaminedCredential, 'signer' | 'issuerMatch'> {
  const match = matchOwnList(subject);
  const signer = match?.outcome.signer ?? subject.securing.outcomes.find((outcome) => outcome.signer !== undefined)?.signer;
  if (signer === undefined) return {};
  const { verificationMethod, keyThumbprint } = signer;
  if (match === undefined) {
    const listed = bestMatch(subject);
    return { signer: { verificationMethod, keyThumbprint }, ...(listed === undefined ? {} : { issuerMatch: listed }) };
  }
  const { name, since } = match.entry;
  return { signer: { verificationMethod, keyThumbprint }, issuerMatch: { basis: 'own-list', name, since } };
}
