import type { Credential } from '../../model/credential.ts';
import { toVocabularyId } from '../../model/ids.ts';
import type { JsonObject } from '../../model/json.ts';
import { at, each, present, readText } from '../claim-node.ts';
import { furtherClaims } from '../further-claims.ts';
import { readEnvelope, readParty, readSubjectId, readSubjectNames, readSubjectNumbers, rootOf } from '../read-envelope.ts';

/**
 * Any other W3C credential (VCDM 1.1 and 2.0): issuer, dates, status and the well-known terms of the data model;
 * everything else is listed as it stands.
 */
export function readPlain(claims: JsonObject): Credential {
  const root = rootOf(claims);
  const subjects = each(at(root, 'credentialSubject'));
  const envelope = readEnvelope(root);
  const known = {
    ...envelope,
    issuer: readParty(at(root, 'issuer')),
    awardingBodies: [],
    holder: {
      names: subjects.flatMap(readSubjectNames),
      identifiers: subjects.flatMap(readSubjectNumbers),
      ...readSubjectId(subjects),
    },
    achievements: [],
    evidence: [],
    ...present({
      title: readText(at(root, 'name')),
      description: readText(at(root, 'description')),
      issued: envelope.validFrom,
    }),
  };
  return { reader: { vocabulary: toVocabularyId('plain'), version: 5 }, ...known, further: furtherClaims(root) };
}
