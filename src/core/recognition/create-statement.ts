import { completenessOf } from '../model/completeness.ts';
import { toDisplayText } from '../model/display-text.ts';
import type { ExaminedCredential } from '../model/examination.ts';
import type { Instant } from '../model/instant.ts';
import type { CredentialStatement, RecognitionStatement, StatementCover, StatementNote, StatementOrder, StatementOriginal } from '../model/recognition-statement.ts';
import { titleOf } from '../model/credential-title.ts';
import { classOf, headlineOf, isPlain } from '../model/verdict.ts';
import type { CredentialHeadline } from '../model/verdict.ts';
import { withParts } from './countable.ts';
import { originalOf } from './original.ts';
import { statedCountries } from '../model/sealing.ts';
import { sameTextKeys } from '../model/same-text.ts';
import { stackingFactsOf } from './stacking-facts.ts';
import { tellAccreditations } from './statement-accreditations.ts';
import { statementChecks, stepsNotDone } from './statement-checks.ts';
import { lisbonGrid, questionGrid } from './statement-grid.ts';
import { isBirthDate, tellCore, tellElement, tellingOf } from './statement-values.ts';

/** Characters of the holder's own words about the purpose. */
const maxPurposeCharacters = 1_000;
const attendanceCode = '7331eb4762';

/**
 * A recognition statement over examined credentials: pure, so that the same credentials, order and instant give the same
 * statement. A credential that is given twice stands in it once; credentials inside a record follow it, each with its own page.
 */
export function createStatement(given: readonly ExaminedCredential[], order: StatementOrder): RecognitionStatement {
  const items = [...new Map(withParts(given).map((item) => [item.id, item])).values()];
  const around = new Map(items.flatMap(({ id, parts = [] }) => parts.flatMap((part) => (part.kind === 'credential' ? [[part.id, id] as const] : []))));
  const credentials = items.map((item): CredentialStatement => {
    const insideOf = around.get(item.id);
    const told = credentialStatement(item, order);
    return insideOf === undefined ? told : { insideOf, ...told, original: asPart(told.original) };
  });
  const learners = credentials.map(({ elements }) => elements.find(({ id }) => id === 'M1')?.values ?? []);
  const purpose = toDisplayText(order.purpose ?? '', maxPurposeCharacters);
  return {
    type: 'RecognitionStatement',
    version: 1,
    generated: order.now,
    wallet: order.wallet,
    holder: {
      shown: order.holder,
      names: learners.flatMap((values) => values.filter((value) => value.is.kind === 'text')),
      birthDates: learners.flatMap((values) => values.filter(isBirthDate)),
    },
    credentials,
    lists: order.lists,
    notes: notesOfAll(items, order),
    ...(purpose === '' ? {} : { purpose }),
    ...(items.length > 1 ? { cover: coverOf(items, credentials) } : {}),
  };
}

function credentialStatement(seen: ExaminedCredential, { holder, lists, now }: StatementOrder): CredentialStatement {
  const telling = tellingOf(seen);
  const examinedAt = examinedAtOf(seen) ?? now;
  const elements = seen.elements.map((reading) => tellElement(reading, holder, telling));
  const core = tellCore(seen, telling);
  const checks = statementChecks(seen, examinedAt);
  const accreditations = tellAccreditations(seen.credential, telling);
  const headline = headlineForOthers(seen);
  const material = { elements, core, checks, match: seen.axes.unchanged === 'yes' ? seen.issuerMatch : undefined };
  const bare = {
    original: originalOf(seen, holder),
    title: titleOf({ elements: seen.elements, credential: seen.credential }),
    headline,
    class: classOf(headline),
    examinedAt,
    core,
    elements,
    completeness: completenessOf(elements),
    optional: elements.filter(({ mandatory, state }) => !mandatory && (state === 'stated' || state === 'stated-as-text' || state === 'conflict')).map(({ id }) => id),
    lisbon: lisbonGrid(material),
    questions: questionGrid(material),
    ...(accreditations.length === 0 ? {} : { accreditations }),
    checks,
    notDone: stepsNotDone(checks, lists),
  };
  return { ...bare, notes: notesOf(seen, bare) };
}

/** A part has no file of its own that anyone could get: the record has. */
function asPart(original: StatementOriginal): StatementOriginal {
  return { ...original, waysToCheck: original.waysToCheck.map((way) => (way === 'compare-hash' ? 'compare-hash-of-record' : way)) };
}

/** When the checks that needed nobody's answer were made. */
function examinedAtOf({ checks }: ExaminedCredential): Instant | undefined {
  return checks.find(({ basis }) => basis === 'offline')?.at;
}

/** See [Note: The own list in a statement]. */
function headlineForOthers({ headline, axes }: ExaminedCredential): CredentialHeadline {
  const isOfOrigin = headline === 'sample' || headline === 'self-made' || headline === 'unreadable';
  return isOfOrigin || axes.issuer !== 'own-list' ? headline : headlineOf({ ...axes, issuer: 'unknown' }, 'received');
}

function notesOf(seen: ExaminedCredential, { core, elements, accreditations = [] }: Pick<CredentialStatement, 'core' | 'elements' | 'accreditations'>): readonly StatementNote[] {
  const values = [...elements.flatMap((element) => element.values), ...core.awarded, ...core.validUntil];
  const isOnlyPresence = elements.some(({ id, values: kinds }) => id === 'M9' && kinds.some(({ is }) => is.kind === 'term' && is.code === attendanceCode));
  const found: readonly (readonly [StatementNote, boolean])[] = [
    ['attendance-no-test', isOnlyPresence],
    ['credits-usually-25-to-30-hours', values.some(({ is }) => is.kind === 'workload' && is.system === 'ECTS')],
    ['accreditation-does-not-cover', accreditations.some(({ covers }) => covers === 'does-not-cover') && accreditations.every(({ covers }) => covers !== 'covers')],
    ['several-awarding-bodies', seen.credential.awardingBodies.length > 1],
    ['several-countries', statedCountries(seen.credential).length > 1],
    ['sealed-by-another-body', core.sealing.relation === 'on-behalf' || core.sealing.relation === 'other-body'],
    ['date-written-and-meant-differ', values.some(({ day }) => day?.meant !== undefined)],
    ['time-zone-not-stated', values.some(({ day }) => day?.basis === 'zone-not-stated')],
    ['parts-hidden', (seen.disclosures?.hidden.length ?? 0) > 0],
    ['learner-withheld', elements.some(({ withheld }) => withheld !== undefined)],
  ];
  return found.flatMap(([note, holds]) => (holds ? [note] : []));
}

function notesOfAll(items: readonly ExaminedCredential[], { originalsEnclosed }: StatementOrder): readonly StatementNote[] {
  // Given and family name apart, or in one: what counts are the words.
  const names = items.map(({ credential }) => new Set(credential.holder.names.flatMap(({ value }) => sameTextKeys(value)).flatMap((name) => name.split(' ')))).filter(({ size }) => size > 0);
  const isWithin = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => [...one].every((word) => other.has(word));
  const differ = names.some((one) => names.some((other) => !isWithin(one, other) && !isWithin(other, one)));
  return [
    'not-a-recognition-decision',
    'prepared-by-the-holders-wallet',
    'repeat-the-checks',
    'completeness-says-nothing-of-truth',
    'receiving-organisation-decides',
    ...(originalsEnclosed === true ? [] : (['originals-not-enclosed'] as const)),
    ...(differ ? (['learner-names-differ'] as const) : []),
  ];
}

function coverOf(items: readonly ExaminedCredential[], credentials: readonly CredentialStatement[]): StatementCover {
  const lines = credentials.map(({ original: { sha256 }, headline, class: verdictClass, completeness }) => ({ sha256, headline, class: verdictClass, completeness }));
  return {
    items: lines,
    attention: lines.filter(({ headline }) => !isPlain(headline)).map(({ sha256, headline }) => ({ sha256, headline })),
    stacking: stackingFactsOf(items),
  };
}
