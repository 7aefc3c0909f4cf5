import { readSafeAddress } from '../encoding/safe-address.ts';
import type { Answer, Freshness, Want } from '../model/answers.ts';
import type { Instant } from '../model/instant.ts';
import { toInstant } from '../model/instant.ts';
import type { JsonValue } from '../model/json.ts';
import { maxClockSkewMs, maxListLifetimeMs, minListLifetimeMs } from '../model/limits.ts';
import type { ListReading, StatusFinding, StatusOrder } from '../model/status.ts';
import type { ErrorFacts } from '../model/wallet-error.ts';

/** A list that was read and holds. */
export type ReadList = Extract<ListReading, { outcome: 'read' }>;

/** What one kind of list adds to the rules that are the same for all. */
export interface ListQuestion {
  /** Where the credential says the list is. */
  readonly address: string;
  readonly purpose?: string;
  /** Facts that every finding carries. */
  readonly facts: ErrorFacts;
  /** A bare document counts where it came from its own address: the kind has no signed form. */
  readonly mayBeUnsigned: boolean;
  /** How long the list says that it may be kept. */
  readonly lifetimeMs: (list: ReadList) => number | undefined;
  /** Where the list itself says that it is. */
  readonly nameOf: (list: ReadList) => JsonValue | undefined;
  readonly judge: (list: ReadList) => StatusFinding;
}

interface Seen {
  readonly at: Instant;
  readonly finding: StatusFinding;
  readonly issuedAt?: Instant;
  readonly isRead: boolean;
}

/** More answers for one address than these are not looked at. */
const maxAnswersRead = 4;

/** `unknown` with a reason. */
export function openFinding(reason: StatusFinding['reason'], facts: ErrorFacts): StatusFinding {
  return { state: 'unknown', reason, facts };
}

/**
 * Judges an entry by the list at an address. The latest answer decides, with two exceptions that can only make things
 * worse: a list that was once newer is not forgotten when an older one is answered (B60), not even when nothing but its mark
 * is left, and what an earlier list says against the credential stands when the latest answer is none (B62).
 */
export async function judgeByList(order: StatusOrder, question: ListQuestion): Promise<StatusFinding> {
  const address = readSafeAddress(question.address);
  if (!address.ok) return withPurpose(openFinding('malformed-status', { ...question.facts, ...address.error.facts, field: 'address' }), question);
  const { url, host } = address.value;
  const want: Want = { url, purpose: 'status-list' };
  const named = { ...question, facts: { ...question.facts, host: host.slice(0, 300) } };
  const [place = ''] = question.address.split('#', 1);
  const answers = [...order.answersFor(url), ...(place === url ? [] : order.answersFor(place))].slice(0, maxAnswersRead);
  if (answers.length === 0) return withPurpose({ ...openFinding('not-asked', named.facts), want }, question);
  const seen: Seen[] = [];
  for (const answer of answers) seen.push(await judgeAnswer(answer, order, named, want));
  return withPurpose(decide(seen, want, order.newestKnown(url)), question);
}

function withPurpose(finding: StatusFinding, { purpose }: ListQuestion): StatusFinding {
  return purpose === undefined ? finding : { ...finding, purpose };
}

function decide([latest, ...earlier]: readonly Seen[], want: Want, newest: Instant | undefined): StatusFinding {
  if (latest === undefined) return openFinding('threw', {});
  const { finding, issuedAt } = latest;
  if (finding.state === 'failed') return finding;
  // Of two answers of one moment neither is the later one.
  const against = earlier.find((other) => other.finding.state === 'failed' && (!latest.isRead || other.at === latest.at || isLater(other, issuedAt) || isSaidSince(other, finding)));
  if (against !== undefined) return against.finding;
  if (!latest.isRead) {
    const lastGood = earlier.find(({ isRead }) => isRead)?.finding.freshness?.at;
    return lastGood === undefined ? finding : { ...finding, facts: { ...finding.facts, lastGood } };
  }
  const isReplay = newest !== undefined && (issuedAt === undefined || issuedAt < newest);
  if (isReplay || earlier.some((other) => isLater(other, issuedAt))) {
    return { ...finding, state: 'unknown', reason: 'list-out-of-date', facts: { ...finding.facts, why: 'older-than-known' }, want };
  }
  return finding;
}

/** A file is as old as its list, however late it was added: what the address itself said since is not silenced by it. */
function isSaidSince({ at, finding }: Seen, { freshness }: StatusFinding): boolean {
  return freshness?.basis === 'file' && finding.freshness?.basis !== 'file' && at >= freshness.at;
}

function isLater(other: Seen, issuedAt: Instant | undefined): boolean {
  return other.isRead && other.issuedAt !== undefined && (issuedAt === undefined || other.issuedAt > issuedAt);
}

async function judgeAnswer(answer: Answer, order: StatusOrder, question: ListQuestion, want: Want): Promise<Seen> {
  const { facts } = question;
  const { at } = answer;
  const reading = await order.readList(answer);
  const received: Freshness = { basis: answer.basis, at: answer.at };
  if (reading.outcome === 'unusable') {
    const { reason } = reading;
    return { at, isRead: false, finding: { state: 'unknown', reason, facts: { ...facts, ...reading.facts }, freshness: received, want: reading.want ?? want } };
  }
  if (!reading.isSigned && !(question.mayBeUnsigned && answer.basis !== 'file')) {
    return { at, isRead: false, finding: { ...openFinding('list-unchecked', { ...facts, why: 'unsigned' }), freshness: received, want } };
  }
  const freshness = freshnessOf(answer, reading, order.now, question.lifetimeMs(reading));
  if (freshness === undefined) return { at, isRead: false, finding: { ...openFinding('list-unchecked', { ...facts, why: 'undated-file' }), freshness: received, want } };
  const said = question.judge(reading);
  // B60: without a name it may be any list of the issuer, and only its own address could have told which.
  const isNameless = answer.basis === 'file' && question.nameOf(reading) === undefined;
  const judged = isNameless && said.state !== 'failed' ? openFinding('list-not-fitting', { why: 'id' }) : said;
  if (reading.isSigned && reading.isByFileKey !== true && reading.issuedAt !== undefined && isMeant(judged)) {
    // What it says it is from, but never from after it was had.
    order.noteNewest(want.url, toInstant(Math.min(reading.issuedAt, at + maxClockSkewMs)));
  }
  const finding: StatusFinding = { ...judged, facts: { ...facts, ...judged.facts }, freshness };
  // What a later list would say may be another thing; where this one was asked just now, asking again says the same.
  const withWant = freshness.basis === 'live' ? finding : { ...finding, want };
  return { at, isRead: true, finding: withWant, ...(reading.issuedAt === undefined ? {} : { issuedAt: reading.issuedAt }) };
}

/** The list that was meant, and read: another one says nothing of what is the newest. */
function isMeant({ state, reason }: StatusFinding): boolean {
  return state !== 'unknown' || reason === 'status-value';
}

/**
 * From when an answer is. A file is as old as its list says, for it may have lain anywhere since. An answer that is older
 * than the list may be kept, or than the list itself, is no longer from now (B61; absurd times are brought within an hour and a week).
 */
function freshnessOf({ basis, at }: Answer, { issuedAt, until }: ReadList, now: Instant, lifetimeMs: number | undefined): Freshness | undefined {
  if (basis === 'file') return issuedAt === undefined ? undefined : { basis, at: toInstant(Math.min(at, issuedAt)) };
  if (basis === 'cached') return { basis, at };
  const stated = lifetimeMs !== undefined && Number.isFinite(lifetimeMs) ? lifetimeMs : minListLifetimeMs;
  const lifetime = Math.min(Math.max(stated, minListLifetimeMs), maxListLifetimeMs);
  const isFromNow = now - at <= lifetime && (until === undefined || until > now);
  return { basis: isFromNow ? 'live' : 'cached', at };
}
