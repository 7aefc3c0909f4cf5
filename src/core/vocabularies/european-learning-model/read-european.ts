import type { AccreditationDetail, Achievement, Credential, ListedTerm, Party, Stated, Workload } from '../../model/credential.ts';
import { toVocabularyId } from '../../model/ids.ts';
import type { JsonObject } from '../../model/json.ts';
import { at, each, present, readDate, readReference, readText, stated, understand } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { codeAt } from '../eu-terms.ts';
import { furtherClaims } from '../further-claims.ts';
import { nothingStated } from '../nothing-stated.ts';
import { readEnvelope, rootOf } from '../read-envelope.ts';
import { readEntitlement, readClaim, isOfType } from './read-claim.ts';
import { readAccreditations, readProfiles, together } from './read-accreditation.ts';
import { readIssuanceCertificates } from './read-kinds.ts';
import { readLanguage } from './read-language.ts';
import { readOrganisation, readSealer } from './read-organisation.ts';
import { readAchieved, readOlderBodies } from './read-older.ts';
import { readPerson } from './read-person.ts';
import { readPictures } from './read-pictures.ts';
import { addressOf, along, alongAll, firstOf, readLabel, understandPlumbing } from './plumbing.ts';

/**
 * European Learning Model, version 3 (European Digital Credentials for Learning). The title is that of what was achieved;
 * the display's own is often only the kind of document and stands in where several things were achieved, or nothing is named. Who sealed (`issuer`) and
 * who awarded are two, always.
 */
export function readEuropean(claims: JsonObject): Credential {
  const root = rootOf(claims);
  const known = readModel(root);
  return { reader: { vocabulary: toVocabularyId('european-learning-model'), version: 5 }, ...known, further: furtherClaims(root) };
}

/** The same from any place where such a credential stands: an SD-JWT VC carries one as a claim. */
export function readModel(root: ClaimNode): Omit<Credential, 'reader' | 'further'> {
  const subjects = each(at(root, 'credentialSubject'));
  const [sealer, ...sealers] = each(at(root, 'issuer'));
  const issuer = sealers.length === 0 ? sealer : at(root, 'issuer');
  const displays = each(at(root, 'displayParameter'));
  const envelope = readEnvelope(root);
  const claimed = subjects.flatMap((subject) => each(at(subject, 'hasClaim')));
  const older = subjects.flatMap((subject) => each(at(subject, 'achieved')));
  const achieved = [...readClaims(claimed), ...older.map(readAchieved)];
  const sealing = readSealer(issuer);
  const told = claimed.flatMap((claim) => [...along(claim, 'specifiedBy', 'accreditation'), ...along(claim, 'awardedBy', 'awardingBody', 'accreditation')]);
  const evidence = along(root, 'evidence', 'accreditation');
  const accredited = together(readAccreditations(evidence, undefined, told), readAccreditations(along(issuer, 'accreditation'), sealing, [...told, ...evidence]));
  const wide = { qualityAssurance: [...accredited.terms, ...readIssuanceCertificates(root)], accreditations: accredited.details };
  const profiles = readProfiles(root);
  const titles = achieved.flatMap((achievement) => achievement.title ?? []);
  const title = isOne(titles) ? titles[0] : (firstOf(displays, (display) => readText(at(display, 'title'))) ?? firstByText(titles));
  const issued = readDate(at(root, 'issued')) ?? readDate(at(root, 'issuanceDate')) ?? envelope.validFrom;
  const known = {
    ...envelope,
    issuer: sealing,
    issuerOnlySeals: true as const,
    awardingBodies: readAwardingBodies(subjects, older),
    holder: readPerson(subjects),
    // What is said of the issuer as a whole counts for what it issued here.
    achievements: atFirst(achieved, wide),
    ...(accredited.records.length === 0 ? {} : { accreditationRecords: accredited.records }),
    ...(profiles.length === 0 ? {} : { profiles }),
    evidence: each(at(root, 'evidence')).map(readEvidence),
    ...readPictures(root, subjects),
    ...readEnclosed(root),
    ...present({ title, description: firstOf(displays, (display) => readText(at(display, 'description'))), issued, awarded: readAwarded(subjects), primaryLanguage: firstOf(alongAll(displays, 'primaryLanguage'), readLanguage) }),
  };
  understandSameDates(root, [envelope.validFrom?.raw, issued?.raw]);
  understandPlumbing(root);
  return known;
}

type Wide = Pick<Achievement, 'qualityAssurance'> & { readonly accreditations: readonly AccreditationDetail[] };

/** With the first achievement, and where none is told of, alone. */
function atFirst(achieved: readonly Achievement[], wide: Wide): readonly Achievement[] {
  const [first, ...others] = achieved;
  if (first !== undefined) return [withAccreditations(first, wide), ...others];
  return wide.qualityAssurance.length + wide.accreditations.length === 0 ? [] : [withAccreditations(nothingStated, wide)];
}

function withAccreditations(achievement: Achievement, { qualityAssurance, accreditations }: Wide): Achievement {
  const details = [...(achievement.accreditations ?? []), ...accreditations];
  return { ...achievement, qualityAssurance: [...achievement.qualityAssurance, ...qualityAssurance], ...(details.length === 0 ? {} : { accreditations: details }) };
}

/** Achievements, and beside them what led there and what they entitle to; a credential about activities alone tells of these. */
function readClaims(claims: readonly ClaimNode[]): readonly Achievement[] {
  const hasAchievement = claims.some((claim) => isOfType(claim, 'LearningAchievement'));
  if (!hasAchievement) return claims.map(readClaim);
  const others = claims.filter((claim) => !isOfType(claim, 'LearningAchievement'));
  return [...claims.filter((claim) => !others.includes(claim)), ...others].map((claim) => {
    if (isOfType(claim, 'LearningEntitlement')) return readEntitlement(claim);
    return isOfType(claim, 'LearningActivity') || isOfType(claim, 'LearningAssessment') ? beside(readClaim(claim)) : readClaim(claim);
  });
}

/** An activity or assessment beside what was achieved: its title is not that of the achievement, its hours are a part. */
function beside({ title, ...claim }: Achievement): Achievement {
  const workloads = claim.workloads.map((one): Stated<Workload> => ({ ...one, value: { ...one.value, part: true } }));
  const notes = [...(title === undefined ? [] : [title]), ...(claim.notes ?? [])];
  return { ...claim, workloads, ...(notes.length === 0 ? {} : { notes }) };
}

/** Mandates that say something, and the names of enclosed documents. */
function readEnclosed(root: ClaimNode): Pick<Credential, 'mandates' | 'attachments'> {
  const mandates = each(at(root, 'evidence')).flatMap(readMandate);
  const attachments = along(root, 'attachment').flatMap((attachment) => readText(at(attachment, 'title')) ?? []);
  return { ...(mandates.length === 0 ? {} : { mandates }), ...(attachments.length === 0 ? {} : { attachments }) };
}

const mandateCode = 'c_18016257';

/** The sealer's word that it acts for the awarding body, by the code alone: a mandate with nothing in it is none. */
function readMandate(evidence: ClaimNode): readonly Stated<ListedTerm>[] {
  const says = ['evidenceStatement', 'embeddedEvidence', 'evidenceTarget'].some((member) => each(at(evidence, member)).some(({ value }) => value !== ''));
  return each(at(evidence, 'dcType')).flatMap((concept) => {
    const code = codeAt(addressOf(concept), 'evidence-type');
    const place = at(concept, 'id') ?? concept;
    const label = readLabel(concept) ?? readLabel(evidence);
    return !says || code !== mandateCode ? [] : [stated(place, { text: label?.value ?? [], list: 'evidence-type', code })];
  });
}

/** Whether all are one and the same text. */
function isOne(texts: readonly { readonly raw: string }[]): boolean {
  return new Set(texts.map(({ raw }) => raw)).size === 1;
}

/** One of several, the same in whatever order they stand. [Note: Order is nobody's word] */
function firstByText<T extends { readonly raw: string }>(texts: readonly T[]): T | undefined {
  return texts.reduce<T | undefined>((first, text) => (first === undefined || text.raw < first.raw ? text : first), undefined);
}

/** Each body once, though it stands at every achievement, assessment and activity, each time under another name for the document. */
function readAwardingBodies(subjects: readonly ClaimNode[], older: readonly ClaimNode[]): readonly Party[] {
  const bodies = [...subjects.flatMap((subject) => along(subject, 'hasClaim', 'awardedBy', 'awardingBody')).map(readOrganisation), ...readOlderBodies(older)];
  const seen = new Set<string>();
  return bodies.filter((body) => {
    const known = seen.size;
    return seen.add(sameBody(body)).size > known;
  });
}

/** What two mentions of one body have in common: id and name, or all that is told of it where its id counts only here. */
function sameBody({ id, name, url, identifiers, places, parents }: Party): string {
  const isLocal = id === undefined || id.value.startsWith('urn:epass:');
  if (!isLocal) return `${id.value} ${name?.raw ?? ''}`;
  const told = [name, url, ...identifiers, ...places.flatMap(({ country, region }) => [country, region]), ...parents];
  return JSON.stringify(told.map((stated) => stated?.value));
}

/** The one date of award; of several none is that of the credential, and all stay among the further claims. */
function readAwarded(subjects: readonly ClaimNode[]): Credential['awarded'] {
  const places = subjects.flatMap((subject) => [...along(subject, 'hasClaim', 'awardedBy', 'awardingDate'), ...along(subject, 'achieved', 'wasAwardedBy', 'awardingDate')]);
  const raws = new Set(places.flatMap((place) => readDate({ ...place, understood: new Set() })?.raw ?? []));
  return raws.size === 1 ? places.map(readDate).find((date) => date !== undefined) : undefined;
}

function readEvidence(node: ClaimNode): Credential['evidence'][number] {
  return present({
    name: readText(at(node, 'title')) ?? readLabel(each(at(node, 'dcType'))[0]) ?? readLabel(node),
    narrative: readText(at(node, 'evidenceStatement')),
    url: readReference(each(at(node, 'evidenceTarget'))[0]),
  });
}

/** One date under the several names that sealing gives it says nothing new. */
function understandSameDates(root: ClaimNode, read: readonly (string | undefined)[]): void {
  for (const key of ['issued', 'issuanceDate', 'validFrom']) {
    const place = at(root, key);
    if (typeof place?.value === 'string' && read.includes(place.value)) understand(place);
  }
}
