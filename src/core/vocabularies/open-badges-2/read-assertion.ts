import type { Achievement, Credential, Holder, Party } from '../../model/credential.ts';
import { toVocabularyId } from '../../model/ids.ts';
import type { JsonObject } from '../../model/json.ts';
import { at, each, present, readDate, readReference, readString, readText, readTypes, stated, understand, wordAt } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { furtherClaims } from '../further-claims.ts';
import { nothingStated } from '../nothing-stated.ts';
import { readAlignments } from '../open-badges-3/read-alignment.ts';
import { readEvidence } from '../read-evidence.ts';
import { readParty, rootOf } from '../read-envelope.ts';
import { readExtensions, readInstitution } from './read-extensions.ts';

/**
 * Open Badges 2.0: an assertion with its badge and the badge's issuer in their places, as far as they are at hand. The title
 * is the badge's name. The recipient's identity, hashed or plain, is shown and compared with nobody.
 */
export function readAssertion(claims: JsonObject): Credential {
  const root = rootOf(claims);
  const badge = at(root, 'badge');
  const narrative = readText(at(root, 'narrative'));
  const validFrom = readDate(at(root, 'issuedOn'));
  const known = {
    types: readTypes(at(root, 'type')),
    status: [],
    issuer: readIssuer(at(badge, 'issuer')),
    awardingBodies: [],
    holder: readRecipient(at(root, 'recipient')),
    achievements: badge === undefined ? [] : [readBadgeClass(badge)],
    evidence: [...(narrative === undefined ? [] : [{ narrative }]), ...each(at(root, 'evidence')).map(readEvidence)],
    ...present({
      id: readString(at(root, 'id')),
      title: readText(at(badge, 'name')),
      description: readText(at(badge, 'description')),
      image: readReference(at(root, 'image')) ?? readReference(at(badge, 'image')),
      issued: validFrom,
      validFrom,
      validUntil: readDate(at(root, 'expires')),
    }),
  };
  return { reader: { vocabulary: toVocabularyId('open-badges-2'), version: 4 }, ...known, further: furtherClaims(root) };
}

/** Open Badges 2.0, IdentityObject: hashed unless it says that it is not. */
function readRecipient(node: ClaimNode | undefined): Holder {
  const place = at(node, 'identity');
  const value = readString(place);
  if (place === undefined || value === undefined) return { names: [], identifiers: [] };
  const hashed = wordAt(at(node, 'hashed')) !== 'false';
  const kind = wordAt(at(node, 'type')) ?? 'identifier';
  const salt = readString(at(node, 'salt'))?.value;
  for (const key of ['hashed', 'type']) understand(at(node, key));
  return { names: [], identifiers: [stated(place, { kind, value: value.value, hashed, sensitive: false, ...(salt === undefined ? {} : { salt }) })] };
}

function readIssuer(node: ClaimNode | undefined): Party {
  const issuer = readParty(node);
  return { ...issuer, parents: [...issuer.parents, ...readInstitution(node)] };
}

function readBadgeClass(badge: ClaimNode): Achievement {
  if (typeof badge.value === 'string') return { ...nothingStated, ...present({ id: readString(badge) }) };
  const alignments = readAlignments(badge);
  const extensions = readExtensions(badge);
  const criteria = at(badge, 'criteria');
  understand(at(badge, 'type'));
  return {
    ...nothingStated,
    ...extensions,
    outcomes: [...alignments.outcomes, ...extensions.outcomes],
    alignments: alignments.all,
    levels: [...alignments.levels, ...extensions.levels],
    qualityAssurance: [...alignments.qualityAssurance, ...extensions.qualityAssurance],
    ...(alignments.fields.length === 0 ? {} : { fields: alignments.fields }),
    tags: each(at(badge, 'tags')).flatMap((tag) => readText(tag) ?? []),
    ...present({
      id: readString(at(badge, 'id')),
      title: readText(at(badge, 'name')),
      description: readText(at(badge, 'description')),
      levelNotApplicable: alignments.levelNotApplicable,
      criteria: readText(at(criteria, 'narrative')),
      criteriaUrl: readReference(criteria),
      image: readReference(at(badge, 'image')),
    }),
  };
}
