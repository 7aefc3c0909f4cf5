import { toVocabularyId } from '../model/ids.ts';
import { asList, isJsonObject } from '../model/json.ts';
import type { JsonObject } from '../model/json.ts';
import type { Vocabulary } from './vocabulary.ts';

const badgeTypes: ReadonlySet<unknown> = new Set(['OpenBadgeCredential', 'AchievementCredential']);

/** Every vocabulary, the first that recognizes the claims reads them; `plain` is last and takes all. */
export const vocabularies: readonly Vocabulary[] = [
  {
    id: toVocabularyId('open-badges-3'),
    version: 2,
    recognize: (claims) => asList(claims['type']).some((type) => badgeTypes.has(type)) || hasAchievement(claims),
    load: async () => (await import('./open-badges-3/read-badge.ts')).readBadge,
  },
  {
    id: toVocabularyId('plain'),
    version: 2,
    recognize: () => true,
    load: async () => (await import('./plain/read-plain.ts')).readPlain,
  },
];

/** The vocabulary of these claims; there is always one. */
export function vocabularyFor(claims: JsonObject): Vocabulary {
  const found = vocabularies.find((vocabulary) => vocabulary.recognize(claims));
  if (found === undefined) throw new Error('the last vocabulary takes all');
  return found;
}

/** Platforms that forget the badge type on the credential still have an achievement in the subject. */
function hasAchievement(claims: JsonObject): boolean {
  return asList(claims['credentialSubject']).some((subject) => isJsonObject(subject) && asList(subject['achievement']).some((achievement) => isJsonObject(achievement)));
}
