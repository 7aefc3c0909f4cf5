import type { Credential } from '../../model/credential.ts';
import { toVocabularyId } from '../../model/ids.ts';
import type { JsonObject } from '../../model/json.ts';
import { at, each, present, readDate, readText } from '../claim-node.ts';
import { furtherClaims } from '../further-claims.ts';
import { readEvidence } from '../read-evidence.ts';
import { readEnvelope, readOwnName, readParty, rootOf } from '../read-envelope.ts';
import { readAchievements } from './read-achievement.ts';
import { readCreators } from './read-creators.ts';
import { readHolder } from './read-holder.ts';

/**
 * Open Badges 3.0 (AchievementCredential) with the Educredentials extension. The title is the achievement's name:
 * the credential's own `name` is the recipient's name on some platforms and stands in only where there is no other.
 */
export function readBadge(claims: JsonObject): Credential {
  const root = rootOf(claims);
  const subjects = each(at(root, 'credentialSubject'));
  const issuer = at(root, 'issuer');
  const envelope = readEnvelope(root);
  const achievements = subjects.flatMap((subject, index) => readAchievements(subject, index === 0 ? issuer : undefined));
  const awarded = readDate(at(root, 'awardedDate'));
  const title = firstByText(achievements.flatMap((achievement) => achievement.title ?? []));
  const holder = readHolder(subjects);
  const known = {
    ...envelope,
    issuer: readParty(issuer),
    awardingBodies: readCreators(subjects),
    holder,
    achievements,
    evidence: each(at(root, 'evidence')).map(readEvidence),
    ...present({
      title: title ?? readOwnName(root, holder),
      description: readText(at(root, 'description')),
      image: envelope.image ?? firstByText(achievements.flatMap((achievement) => achievement.image ?? [])),
      awarded,
      issued: awarded ?? envelope.validFrom,
    }),
  };
  return { reader: { vocabulary: toVocabularyId('open-badges-3'), version: 7 }, ...known, further: furtherClaims(root) };
}

/** One of several, the same in whatever order they stand. [Note: Order is nobody's word] */
function firstByText<T extends { readonly raw: string }>(stated: readonly T[]): T | undefined {
  return stated.reduce<T | undefined>((first, each) => (first === undefined || each.raw < first.raw ? each : first), undefined);
}
