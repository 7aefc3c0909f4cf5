import { toVocabularyId } from '../model/ids.ts';
import { asList, isJsonObject } from '../model/json.ts';
import type { JsonObject } from '../model/json.ts';
import type { Vocabulary } from './vocabulary.ts';

const badgeTypes: ReadonlySet<unknown> = new Set(['OpenBadgeCredential', 'AchievementCredential']);

/** Types of SD-JWT VC with the elements of Annex I as flat claims, and names that only such have. */
const flatTypes: ReadonlySet<unknown> = new Set(['VerifiableMicroCredential', 'urn:eudi:micro_credential:1', 'urn:eu.europa.ec.eudi:learning:credential:1']);
const flatNames = ['title_of_the_micro_credential', 'achievement_title', 'notionalWorkload'] as const;

/** Every vocabulary, the first that recognizes the claims reads them; `plain` is last and takes all. */
export const vocabularies: readonly Vocabulary[] = [
  {
    id: toVocabularyId('clr-2'),
    version: 4,
    recognize: (claims) => asList(claims['type']).includes('ClrCredential'),
    load: async () => (await import('./clr-2/read-record.ts')).readRecord,
  },
  {
    id: toVocabularyId('open-badges-3'),
    version: 7,
    recognize: (claims) => asList(claims['type']).some((type) => badgeTypes.has(type)) || hasAchievement(claims),
    load: async () => (await import('./open-badges-3/read-badge.ts')).readBadge,
  },
  {
    id: toVocabularyId('micro-credential'),
    version: 4,
    recognize: (claims) => typeof claims['vct'] === 'string' && (flatTypes.has(claims['vct']) || flatNames.some((name) => name in claims)),
    load: async () => (await import('./micro-credential/read-micro-credential.ts')).readMicroCredential,
  },
  {
    id: toVocabularyId('enclosed-learning-model'),
    version: 5,
    recognize: (claims) => typeof claims['vct'] === 'string' && isJsonObject(claims['elm']),
    load: async () => (await import('./micro-credential/read-enclosed-model.ts')).readEnclosedModel,
  },
  {
    id: toVocabularyId('european-learning-model'),
    version: 5,
    recognize: (claims) => asList(claims['type']).includes('EuropeanDigitalCredential') || hasClaimOfModel(claims),
    load: async () => (await import('./european-learning-model/read-european.ts')).readEuropean,
  },
  {
    id: toVocabularyId('open-badges-2'),
    version: 4,
    recognize: (claims) => !('credentialSubject' in claims) && !asList(claims['type']).includes('VerifiableCredential') && (('badge' in claims && 'recipient' in claims) || asList(claims['type']).includes('Assertion')),
    load: async () => (await import('./open-badges-2/read-assertion.ts')).readAssertion,
  },
  {
    id: toVocabularyId('ebsi-diploma'),
    version: 2,
    recognize: hasDiploma,
    load: async () => (await import('./ebsi-diploma/read-diploma.ts')).readDiploma,
  },
  {
    id: toVocabularyId('plain'),
    version: 5,
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

/** The model under other packings and older types: what the learner claims stands in `hasClaim`, in version 2 in `achieved`. */
function hasClaimOfModel(claims: JsonObject): boolean {
  const isClaimed = (subject: JsonObject): boolean => [...asList(subject['hasClaim']), ...asList(subject['achieved'])].some((claim) => isJsonObject(claim));
  return asList(claims['credentialSubject']).some((subject) => isJsonObject(subject) && isClaimed(subject));
}

/** The first diplomas of EBSI keep what was learned apart from how it is specified, both in the subject. */
function hasDiploma(claims: JsonObject): boolean {
  const isNamed = (subject: JsonObject): boolean => isJsonObject(subject['learningAchievement']) && (isJsonObject(subject['learningSpecification']) || isJsonObject(subject['awardingOpportunity']));
  return asList(claims['credentialSubject']).some((subject) => isJsonObject(subject) && isNamed(subject));
}
