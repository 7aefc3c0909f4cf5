import type { Credential } from '../../model/credential.ts';
import { toVocabularyId } from '../../model/ids.ts';
import type { JsonObject } from '../../model/json.ts';
import { at, each, present, readDate, readText, understand } from '../claim-node.ts';
import { furtherClaims } from '../further-claims.ts';
import { readAchievements } from '../open-badges-3/read-achievement.ts';
import { readCreators } from '../open-badges-3/read-creators.ts';
import { readHolder } from '../open-badges-3/read-holder.ts';
import { readEvidence } from '../read-evidence.ts';
import { readEnvelope, readOwnName, readParty, rootOf } from '../read-envelope.ts';
import { placeInRecord, readAssociations } from './read-associations.ts';

/**
 * Comprehensive Learner Record 2.0 (ClrCredential): a transcript that encloses credentials. Its title is its own name. The
 * credentials inside are parts, each examined and read on its own; only achievements that stand in the subject itself are
 * read here, and how the parts belong together (`association`).
 */
export function readRecord(claims: JsonObject): Credential {
  const root = rootOf(claims);
  const subjects = each(at(root, 'credentialSubject'));
  const issuer = at(root, 'issuer');
  const envelope = readEnvelope(root);
  const awarded = readDate(at(root, 'awardedDate'));
  for (const subject of subjects) understand(at(subject, 'verifiableCredential'));
  const holder = readHolder(subjects);
  const parts = readAssociations(subjects);
  const known = {
    ...envelope,
    issuer: readParty(issuer),
    awardingBodies: readCreators(subjects),
    holder,
    achievements: subjects.flatMap((subject, index) => readAchievements(subject, index === 0 ? issuer : undefined)).map((achievement) => placeInRecord(achievement, parts)),
    ...(parts.associations.length === 0 ? {} : { associations: parts.associations }),
    evidence: each(at(root, 'evidence')).map(readEvidence),
    ...present({
      title: readOwnName(root, holder),
      description: readText(at(root, 'description')),
      awarded,
      issued: awarded ?? envelope.validFrom,
    }),
  };
  return { reader: { vocabulary: toVocabularyId('clr-2'), version: 4 }, ...known, further: furtherClaims(root) };
}
