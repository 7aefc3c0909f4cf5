import type { CheckResult, CheckState } from '../model/check-result.ts';
import type { ExaminedCredential } from '../model/examination.ts';
import { formatInstant, toInstant } from '../model/instant.ts';
import type { Instant } from '../model/instant.ts';
import type { StatementCheck, StatementCheckId, StepNotDone } from '../model/recognition-statement.ts';
import type { TrustListMeta } from '../model/trust.ts';
import type { ErrorFacts } from '../model/wallet-error.ts';

/** Codes of `http://data.europa.eu/snb/verification/`. */
const verificationCodes = {
  format: '2f5b89b96f',
  seal: 'f9c2016fe9',
  owner: '1faf8d450f',
  revocation: '271aef9eb4',
  expiry: '94d828f160',
  accreditation: 'e2bbc86a28',
  other: 'c_50990fe3',
} as const;

/** Codes of `http://data.europa.eu/snb/verification-status/`. What could not be told is skipped: never passed, never failed. */
const verificationStatusCodes: Readonly<Record<CheckState, string>> = {
  passed: '9895008394',
  failed: '9d26eb9a37',
  unknown: '641f0c5e5d',
  'not-applicable': '641f0c5e5d',
};

const verificationOf: Partial<Record<StatementCheckId, keyof typeof verificationCodes>> = {
  format: 'format',
  proof: 'seal',
  binding: 'seal',
  owner: 'owner',
  holder: 'owner',
  status: 'revocation',
  'validity-period': 'expiry',
  accreditation: 'accreditation',
};

/** Dates, status and issuer of a changed file may be what was changed: of one that does not match its signature they never pass. */
const ofContents: ReadonlySet<CheckResult['id']> = new Set(['validity-period', 'status', 'issuer']);

/** Every check and every step of a seal with its result, and those that a receiver would look for and that were not done. */
export function statementChecks(seen: ExaminedCredential, examinedAt: Instant): readonly StatementCheck[] {
  const list = seen.issuerMatch?.listMeta;
  const isToldOf = ({ id, state }: CheckResult): boolean => seen.axes.unchanged !== 'no' || state !== 'passed' || !ofContents.has(id);
  const checks = seen.checks.filter(isToldOf).map((check) => withCodes({ ...asForOthers(check, seen), ...(check.id === 'issuer' && list !== undefined && check.state === 'passed' ? { list } : {}) }));
  const steps = (seen.steps ?? []).map(({ id, state, reason, facts }) => withCodes({ id, state, reason, facts, basis: 'offline', at: examinedAt }));
  const done = new Set<StatementCheckId>([...checks, ...steps].map(({ id }) => id));
  const undone = (['format', 'owner', 'accreditation'] as const).filter((id) => !done.has(id));
  return [...checks, ...steps, ...undone.map((id) => withCodes({ id, state: 'unknown', reason: 'step-not-done', facts: {}, basis: 'offline', at: examinedAt }))];
}

/** [Note: The own list in a statement] It counts for nobody else, so that for a receiver the issuer stays unknown. */
function asForOthers({ id, state, reason, facts, basis, at }: CheckResult, { axes }: ExaminedCredential): Omit<StatementCheck, 'verification' | 'status'> {
  // Whose signature did not hold was looked for on no list: that is not the same as not being there.
  if (reason === 'on-no-list' && axes.unchanged !== 'yes') return { id, state, reason: 'step-not-done', facts: {}, basis, at };
  return { id, state: reason === 'on-own-list' ? 'unknown' : state, reason, facts, basis, at };
}

/** Facts that are moments: an office reads a date, not a count of milliseconds. */
const moments: ReadonlySet<string> = new Set(['notBefore', 'notAfter', 'sealedAt', 'until']);

function withDates(facts: ErrorFacts): ErrorFacts {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, moments.has(name) && typeof value === 'number' ? formatInstant(toInstant(value)) : value]));
}

function withCodes(check: Omit<StatementCheck, 'verification' | 'status'>): StatementCheck {
  return { ...check, facts: withDates(check.facts), verification: verificationCodes[verificationOf[check.id] ?? 'other'], status: verificationStatusCodes[check.state] };
}

/** Outcomes that tell something although nothing is certain: the step was done. */
const toldAnyway: ReadonlySet<string> = new Set(['time-claimed', 'mandate-stated', 'chain-out-of-date', 'no-dates']);
const unanswered: ReadonlySet<string> = new Set(['not-asked', 'key-not-here', 'hosted-not-asked']);
const unlisted: ReadonlySet<string> = new Set(['on-no-list', 'on-own-list', 'no-anchor']);

/** What was not done, and why: nobody may read silence as a pass. */
export function stepsNotDone(checks: readonly StatementCheck[], lists: readonly TrustListMeta[]): readonly StepNotDone[] {
  return checks.flatMap(({ id, state, reason }): readonly StepNotDone[] => {
    if (state !== 'unknown' || toldAnyway.has(reason)) return [];
    if (reason === 'step-not-done') return [{ id, why: id === 'owner' ? 'not-in-this-file' : id === 'issuer' ? 'could-not-judge' : 'not-part-of-this-wallet' }];
    if (unanswered.has(reason)) return [{ id, why: 'no-answer-at-hand' }];
    if (unlisted.has(reason)) return hasListFor(reason, lists) ? [] : [{ id, why: 'no-list-at-hand' }];
    return [{ id, why: 'could-not-judge' }];
  });
}

function hasListFor(reason: string, lists: readonly TrustListMeta[]): boolean {
  return reason === 'no-anchor' ? lists.some(({ kind }) => kind === 'anchors' || kind === 'lote') : lists.length > 0;
}
