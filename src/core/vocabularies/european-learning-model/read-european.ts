import type { Credential, Party } from '../../model/credential.ts';
import { toVocabularyId } from '../../model/ids.ts';
import type { JsonObject } from '../../model/json.ts';
import { at, each, present, readDate, readReference, readText, understand } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { furtherClaims } from '../further-claims.ts';
import { readEnvelope, rootOf } from '../read-envelope.ts';
import { readAccreditation, readClaim } from './read-claim.ts';
import { readOrganisation } from './read-organisation.ts';
import { readPerson } from './read-person.ts';
import { along, readLabel, understandPlumbing } from './plumbing.ts';

/**
 * European Learning Model, version 3 (European Digital Credentials for Learning). The title is that of what was achieved;
 * the display's own is often only the kind of document and stands in where there is no other. Who sealed (`issuer`) and
 * who awarded are two, always.
 */
export function readEuropean(claims: JsonObject): Credential {
  const root = rootOf(claims);
  const known = readModel(root);
  return { reader: { vocabulary: toVocabularyId('european-learning-model'), version: 2 }, ...known, further: furtherClaims(root) };
}

/** The same from any place where such a credential stands: an SD-JWT VC carries one as a claim. */
export function readModel(root: ClaimNode): Omit<Credential, 'reader' | 'further'> {
  const subjects = each(at(root, 'credentialSubject'));
  const issuer = at(root, 'issuer');
  const display = each(at(root, 'displayParameter'))[0];
  const envelope = readEnvelope(root);
  const achieved = subjects.flatMap((subject) => each(at(subject, 'hasClaim'))).map(readClaim);
  const accreditations = [...along(root, 'evidence', 'accreditation'), ...along(issuer, 'accreditation')].flatMap(readAccreditation);
  const title = firstByText(achieved.flatMap((achievement) => achievement.title ?? []));
  const issued = readDate(at(root, 'issued')) ?? readDate(at(root, 'issuanceDate')) ?? envelope.validFrom;
  const known = {
    ...envelope,
    issuer: readOrganisation(issuer),
    awardingBodies: readAwardingBodies(subjects),
    holder: readPerson(subjects),
    // What is said of the issuer as a whole counts for what it issued here.
    achievements: achieved.map((achievement, index) => (index === 0 ? { ...achievement, qualityAssurance: [...achievement.qualityAssurance, ...accreditations] } : achievement)),
    evidence: each(at(root, 'evidence')).map(readEvidence),
    ...present({ title: title ?? readText(at(display, 'title')), description: readText(at(display, 'description')), issued, awarded: readAwarded(subjects) }),
  };
  understandSameDates(root, [envelope.validFrom?.raw, issued?.raw]);
  understandPlumbing(root);
  return known;
}

/** One of several, the same in whatever order they stand. [Note: Order is nobody's word] */
function firstByText<T extends { readonly raw: string }>(texts: readonly T[]): T | undefined {
  return texts.reduce<T | undefined>((first, text) => (first === undefined || text.raw < first.raw ? text : first), undefined);
}

/** Each body once, though it stands at every achievement, assessment and activity. */
function readAwardingBodies(subjects: readonly ClaimNode[]): readonly Party[] {
  const bodies = subjects.flatMap((subject) => along(subject, 'hasClaim', 'awardedBy', 'awardingBody')).map(readOrganisation);
  const seen = new Set<string>();
  return bodies.filter(({ id, name }) => {
    const known = seen.size;
    return seen.add(`${id?.value ?? ''} ${name?.raw ?? ''}`).size > known;
  });
}

function readAwarded(subjects: readonly ClaimNode[]): Credential['awarded'] {
  const dates = subjects.flatMap((subject) => along(subject, 'hasClaim', 'awardedBy', 'awardingDate')).flatMap((place) => readDate(place) ?? []);
  return new Set(dates.map(({ raw }) => raw)).size === 1 ? dates[0] : undefined;
}

function readEvidence(node: ClaimNode): Credential['evidence'][number] {
  return present({
    name: readText(at(node, 'title')) ?? readLabel(each(at(node, 'dcType'))[0]),
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
