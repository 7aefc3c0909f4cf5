import type { Achievement, ListedTerm, Stated, StatedText, WorkloadSystem } from '../../model/credential.ts';
import { at, each, peekString, readText, stated, understand, wordAt } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { readTerm } from '../eu-terms.ts';
import { readAmount, readEqf, readFlag, readLanguageTag } from '../read-codes.ts';

/** What the edubadges extensions of Open Badges 2.0 and their members of the badge say. */
export function readExtensions(badge: ClaimNode): Pick<
  Achievement,
  'outcomes' | 'workloads' | 'levels' | 'assessment' | 'participation' | 'qualityAssurance' | 'supervision' | 'languages' | 'stackable'
> {
  const assessment = each(at(badge, 'assessmentType')).flatMap((place) => readTerm(place, 'assessment') ?? []);
  const stackable = readFlag(at(badge, 'stackable'));
  return {
    outcomes: extended(badge, 'LearningOutcome').flatMap((place) => readText(place) ?? []),
    workloads: [
      ...extended(badge, 'ECTS').flatMap((place) => readAmount(place, 'ECTS')),
      ...extended(badge, 'StudyLoad').flatMap((place) => readAmount(place, unitOf(badge, 'StudyLoad'))),
      ...extended(badge, 'TimeInvestment').flatMap((place) => readAmount(place, 'hours')),
    ],
    levels: extended(badge, 'EQF').flatMap(readEqf),
    assessment,
    participation: each(at(badge, 'participation')).flatMap((place) => readTerm(place, 'participation') ?? []),
    qualityAssurance: readQualityAssurance(badge),
    supervision: readSupervision(badge, assessment.length > 0),
    languages: extended(badge, 'Language').flatMap((place) => readLanguageTag(place) ?? []),
    ...(stackable === undefined ? {} : { stackable }),
  };
}

/** The institution above the faculty that is the issuer. */
export function readInstitution(issuer: ClaimNode | undefined): readonly StatedText[] {
  return issuer === undefined ? [] : extended(issuer, 'InstitutionName').flatMap((place) => readText(place) ?? []);
}

/** `extensions:<Name>Extension.<Name>`. */
function extended(node: ClaimNode, name: string): readonly ClaimNode[] {
  return each(at(node, `extensions:${name}Extension`)).flatMap((extension) => each(at(extension, name)));
}

/**
 * The study load of edubadges is hours. Other platforms of the same origin count minutes under the same name, and their
 * own context says that it is theirs: there the unit is not stated.
 */
function unitOf(badge: ClaimNode, name: string): WorkloadSystem {
  const contexts = each(at(badge, `extensions:${name}Extension`)).flatMap((extension) => each(at(extension, '@context')));
  const isForeign = contexts.some(({ value }) => typeof value === 'string' && /^https?:\/\/(?:[a-z0-9-]+\.)*(?:openbadges\.education|mybadges\.org)\//.test(value));
  return isForeign ? 'unknown' : 'hours';
}

/**
 * Two flags that make one value: supervised and identified, or neither, is a value of the European list; one without the
 * other is told in the names of the flags. Both are false where nobody chose, so two falses count only beside an assessment.
 */
function readSupervision(badge: ClaimNode, isAssessed: boolean): readonly Stated<ListedTerm>[] {
  const [supervised, identified] = [at(badge, 'assessmentSupervised'), at(badge, 'assessmentIdVerified')];
  const place = supervised ?? identified;
  if (place === undefined) return [];
  const flags = [wordAt(supervised), wordAt(identified)].map((word) => word?.toLowerCase() === 'true');
  const [isSupervised = false, isIdentified = false] = flags;
  if (!isSupervised && !isIdentified && !isAssessed) return [];
  for (const flag of [supervised, identified]) understand(flag);
  const text = [{ text: `assessmentSupervised: ${String(isSupervised)} · assessmentIdVerified: ${String(isIdentified)}` }];
  if (isSupervised !== isIdentified) return [stated(place, { text })];
  return [stated(place, { text: [], list: 'supervision-verification', code: isSupervised ? '70be69aaf9' : 'c598449d64' })];
}

/** Who assures the quality, with the address of the decision as the issuer's reference, which stays as it stands. */
function readQualityAssurance(badge: ClaimNode): readonly Stated<ListedTerm>[] {
  return each(at(badge, 'qualityAssuranceName')).flatMap((place) => {
    const text = readText(place);
    if (text === undefined) return [];
    const reference = peekString(at(badge, 'qualityAssuranceUrl'));
    return [stated(place, { text: text.value, ...(reference === undefined ? {} : { code: reference.value }) })];
  });
}
