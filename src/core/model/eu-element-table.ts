import { coverageOf } from './accreditation-coverage.ts';
import type { Achievement, Credential, Level } from './credential.ts';
import type { ElementReading, ElementState, ElementValue, EuElement } from './eu-elements.ts';
import {
  accreditationValues, associationValues, bodyValues, coverageValues, dateValues, durationValues, holderValues, languageValues, levelValues,
  linkValues, ofAchievements, partialValues, placeValues, skillValues, stackableValues, termValues, textValues, workloadValues,
} from './eu-values.ts';

type Reading = Pick<ElementReading, 'state' | 'values'>;

/** Stated where there is a value at all. */
function whole(values: readonly ElementValue[]): Reading {
  return { state: values.length === 0 ? 'not-stated' : 'stated', values };
}

/** Stated by the first group that has values; the second is free text about it. */
function wholeOrText(values: readonly ElementValue[], texts: readonly ElementValue[]): Reading {
  if (values.length > 0) return { state: 'stated', values };
  return { state: texts.length === 0 ? 'not-stated' : 'stated-as-text', values: texts };
}

/**
 * A name, or an identifier in the clear. A hash alone does not say who the learner is, and neither does a bare DID or address,
 * or a birth date that thousands have (rule 1).
 */
function readLearner(credential: Credential): Reading {
  const values = holderValues(credential.holder);
  const isNamed = values.some(({ is, raw }) => is.kind !== 'identifier' || (!is.hashed && !isBirth(is.scheme) && !/^(?:did|https?|urn):/i.test(raw.trim())));
  return { state: isNamed ? 'stated' : 'not-stated', values };
}

function isBirth(scheme: string): boolean {
  return /birth/i.test(scheme);
}

function readTitle({ achievements, title }: Credential): Reading {
  const titles = achievements.flatMap((achievement) => achievement.title ?? []);
  return whole(textValues(...(titles.length > 0 ? titles : [title])));
}

/** Of the issuer and of every awarding body, each place once; never guessed from a domain, a language or a name (rule 2). */
function readPlace({ issuer, awardingBodies }: Credential): Reading {
  const seen = new Set<string>();
  const values = [issuer, ...awardingBodies].flatMap(placeValues).filter(({ is, text }) => {
    const known = seen.size;
    return seen.add(JSON.stringify([is, is.kind === 'country' ? [] : text])).size > known;
  });
  return whole(values);
}

/** Who awarded. Who only sealed is another line, and never stands in for it. */
function readAwardingBody({ issuer, awardingBodies, issuerOnlySeals }: Credential): Reading {
  const named = awardingBodies.length > 0 ? awardingBodies : issuer.name === undefined || issuerOnlySeals === true ? [] : [issuer];
  return whole(named.flatMap(bodyValues));
}

/** When it was issued; and beside it the day of award, where that is another: a diploma may be issued again after years. */
function readIssued({ issued, validFrom, awarded }: Credential): Reading {
  const date = issued ?? validFrom ?? awarded;
  return whole([...dateValues(date), ...(awarded?.raw === date?.raw ? [] : dateValues(awarded, 'award'))]);
}

/** Outcome items state it; criteria only tell of it; a description of the course is neither (rule 3). */
function readOutcomes(credential: Credential): Reading {
  const items = ofAchievements(credential, (achievement) => textValues(...achievement.outcomes));
  const skills = ofAchievements(credential, ({ alignments, reusability }) => [...skillValues(alignments), ...termValues(reusability ?? [])]);
  if (items.length > 0) return whole([...items, ...skills]);
  return wholeOrText([], [...ofAchievements(credential, (achievement) => textValues(achievement.criteria)), ...skills]);
}

/** A number with a known system; without one it is text (rule 4). */
function readWorkload(credential: Credential): Reading {
  const values = ofAchievements(credential, ({ workloads, oddDurations }) => [...workloadValues(workloads), ...durationValues(oddDurations)]);
  const isKnown = values.some((value) => value.is.kind === 'workload' && value.is.system !== 'unknown');
  if (isKnown && credential.achievements.some(hasTwoWorkloads)) return { state: 'conflict', values };
  return { state: values.length === 0 ? 'not-stated' : isKnown ? 'stated' : 'stated-as-text', values };
}

function hasTwoWorkloads({ workloads }: Achievement): boolean {
  const ofWhole = workloads.filter(({ value }) => value.part !== true);
  return ofWhole.some((one) =>
    ofWhole.some(({ value }) => value.system !== 'unknown' && value.system === one.value.system && value.amount !== one.value.amount),
  );
}

/**
 * National and European levels side by side; two different ones of one framework are a conflict. Not applicable only
 * where the issuer says so, and states no level (rule 5).
 */
function readLevel(credential: Credential): Reading {
  const values = ofAchievements(credential, (achievement) => levelValues(achievement.levels));
  const conflicts = credential.achievements.some(({ levels }) =>
    levels.some((one) => levels.some(({ value }) => stepOf(value) !== stepOf(one.value) && frameworkOf(value) !== '' && frameworkOf(value) === frameworkOf(one.value))),
  );
  // Words that name no framework stand beside it, and alone are text.
  const words = ofAchievements(credential, ({ levelWords = [] }) => textValues(...levelWords));
  if (values.length > 0) return { state: conflicts ? 'conflict' : 'stated', values: [...values, ...words] };
  if (words.length > 0) return { state: 'stated-as-text', values: words };
  const isExcused = credential.achievements.some(({ levelNotApplicable }) => levelNotApplicable !== undefined);
  return { state: isExcused ? 'not-applicable' : 'not-stated', values };
}

/** The framework by its own name: `NQF` is that of many countries, and is told apart by the letters that the level begins with. */
function frameworkOf({ framework, value }: Level): string {
  return framework === 'NQF' ? (/^\p{Lu}{2,12}(?![\p{L}])/u.exec(value.trim())?.[0] ?? '') : framework;
}

/** The step on it: `6` of `NLQF level 6`. */
function stepOf({ framework, value }: Level): string {
  return framework === 'NQF' ? (/\d{1,2}\+?/.exec(value)?.[0] ?? value) : value;
}

/** An official code, or the issuer's own structured reference, states it; other words are text (rule 6). */
function readTerms(credential: Credential, terms: (achievement: Achievement) => Achievement['assessment']): Reading {
  const values = ofAchievements(credential, (achievement) => termValues(terms(achievement)));
  const isCoded = credential.achievements.some((achievement) => terms(achievement).some(({ value }) => value.code !== undefined));
  const state: ElementState = isCoded ? 'stated' : 'stated-as-text';
  return { state: values.length === 0 ? 'not-stated' : state, values };
}

/** How the learner took part; a mode that several activities share is one. */
function readParticipation(credential: Credential): Reading {
  const { state, values } = readTerms(credential, (achievement) => achievement.participation);
  return { state, values: onceEach(values) };
}

/** Beside what is stated, whether an accreditation covers this credential, where that can be told; a remark states nothing. */
function readQualityAssurance(credential: Credential): Reading {
  const { state, values } = readTerms(credential, (achievement) => achievement.qualityAssurance);
  const details = ofAchievements(credential, ({ accreditations = [] }) => accreditationValues(accreditations));
  const stated = [...values, ...details];
  const covers = stated.length === 0 ? [] : coverageValues(coverageOf(credential).filter((coverage) => coverage.covers !== 'cannot-tell'));
  return { state: values.length === 0 && details.length > 0 ? 'stated-as-text' : state, values: [...stated, ...covers] };
}

/** What it can count towards, according to the issuer; never what it does count for. */
function readStacking(credential: Credential): Reading {
  const ofAll = ofAchievements(credential, ({ stacking, partial, stackable }) => [...partialValues(partial), ...stackableValues(stackable), ...textValues(...stacking)]);
  return whole([...ofAll, ...associationValues(credential.associations ?? [])]);
}

function readGrade(credential: Credential): Reading {
  return whole(
    ofAchievements(credential, ({ results }) => results.flatMap(({ name, value, scheme, scale, details = [] }) => textValues(name, value, scheme, scale, ...details))),
  );
}

/**
 * One place of the claims is told once, though it describes the credential and what was achieved; and so is one code, though
 * each of ten activities states it.
 */
function onceEach(values: readonly ElementValue[]): readonly ElementValue[] {
  const kept = new Map<string, ElementValue>();
  for (const value of values) {
    const isCode = value.is.kind === 'term' || value.is.kind === 'language';
    const key = JSON.stringify([value.is, isCode ? '' : value.path]);
    if (!kept.has(key)) kept.set(key, value);
  }
  return [...kept.values()];
}

function hasOutcomes({ achievements }: Credential): boolean {
  return achievements.some(({ outcomes }) => outcomes.length > 0);
}

function readMore(credential: Credential): Reading {
  const evidence = credential.evidence.flatMap(({ name, narrative, url }) => [...textValues(name, narrative), ...linkValues(url)]);
  const ofAll = ofAchievements(credential, (achievement) => [
    ...textValues(achievement.description),
    // Beside outcomes, what had to be done for it is more information and no outcome.
    ...(hasOutcomes(credential) ? textValues(achievement.criteria) : []),
    ...linkValues(achievement.criteriaUrl),
    ...textValues(...(achievement.notes ?? [])),
    ...linkValues(...(achievement.links ?? [])),
    ...(achievement.fields === undefined ? textValues(achievement.field) : termValues(achievement.fields)),
    ...termValues(achievement.settings ?? []),
    ...languageValues(achievement.languages),
    ...dateValues(achievement.activity?.start, 'start'),
    ...dateValues(achievement.activity?.end, 'end'),
    ...textValues(...achievement.tags),
  ]);
  return whole(onceEach([...textValues(credential.description), ...ofAll, ...textValues(...(credential.attachments ?? [])), ...evidence]));
}

/**
 * The European standard elements for micro-credentials (Council Recommendation 2022/C 243/02, Annex I), mandatory ones
 * first, each with how it is read from a credential. Screens and the completeness line walk this table.
 */
export const euElements: readonly EuElement[] = [
  { id: 'M1', mandatory: true, read: readLearner },
  { id: 'M2', mandatory: true, read: readTitle },
  { id: 'M3', mandatory: true, read: readPlace },
  { id: 'M4', mandatory: true, read: readAwardingBody },
  { id: 'M5', mandatory: true, read: readIssued },
  { id: 'M6', mandatory: true, read: readOutcomes },
  { id: 'M7', mandatory: true, read: readWorkload },
  { id: 'M8', mandatory: true, read: readLevel },
  { id: 'M9', mandatory: true, read: (credential) => readTerms(credential, (achievement) => achievement.assessment) },
  { id: 'M10', mandatory: true, read: readParticipation },
  { id: 'M11', mandatory: true, read: readQualityAssurance },
  { id: 'O1', mandatory: false, read: (credential) => whole(ofAchievements(credential, ({ prerequisites }) => textValues(...prerequisites))) },
  { id: 'O2', mandatory: false, read: (credential) => readTerms(credential, (achievement) => achievement.supervision) },
  { id: 'O3', mandatory: false, read: readGrade },
  { id: 'O4', mandatory: false, read: readStacking },
  { id: 'O5', mandatory: false, read: readMore },
];
