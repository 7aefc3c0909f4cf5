import type { CheckId, CheckResult, ReasonCode } from '../../../core/model/check-result.ts';
import type { ExaminedCredential, ExaminedShare } from '../../../core/model/examination.ts';
import type { Instant } from '../../../core/model/instant.ts';
import type { IssuerMatch } from '../../../core/model/trust.ts';
import type { MessageId } from '../../languages/en.ts';
import type { IconName } from '../icon.tsx';
import type { Say, SayValue, Tone } from '../say.ts';
import { notCheckedReason } from '../not-checked-reason.ts';
import { credentialLook, shareLook } from '../verdict-looks.ts';
import type { HeadlineLook } from '../verdict-looks.ts';
import { claimedIssuer, hasMalformedDate, isByFile, platformOf } from '../verdict-words.ts';

/** One of the four check lines: the question, the answer, and why, with the date it is true for. */
export interface CheckLine {
  readonly ask: MessageId;
  readonly answer: MessageId;
  readonly tone: Tone;
  readonly icon: IconName;
  readonly why: readonly Say[];
  readonly at?: Instant;
}

type Answer = Pick<CheckLine, 'answer' | 'tone' | 'icon'>;
const yes: Answer = { answer: 'why.yes', tone: 'ok', icon: 'check' };
const no: Answer = { answer: 'why.no', tone: 'bad', icon: 'octagon-x' };
const known: Answer = { answer: 'why.known', tone: 'ok', icon: 'check' };
const notKnown: Answer = { answer: 'why.not-known', tone: 'warn', icon: 'circle-question-mark' };
const couldNot: Answer = { answer: 'why.could-not-check', tone: 'neutral', icon: 'circle-dashed' };
const notStated: Answer = { answer: 'why.not-stated', tone: 'neutral', icon: 'circle-dashed' };

/** "No" looks as the verdict that says it, and no worse. */
function noAs({ tone, icon }: HeadlineLook): Answer {
  return { answer: 'why.no', tone, icon };
}

/** Who holds the key that a credential names, as far as this wallet knows. */
export type NamedKey = 'ours' | 'other' | 'none';

function find(checks: readonly CheckResult[], ids: readonly CheckId[]): CheckResult | undefined {
  return checks.find((check) => ids.includes(check.id) && check.state !== 'passed') ?? checks.find((check) => ids.includes(check.id));
}

function stamped(line: Omit<CheckLine, 'at'>, check: CheckResult | undefined): CheckLine {
  return check === undefined ? line : { ...line, at: check.at };
}

function unchangedLine(examined: ExaminedCredential): CheckLine {
  const check = find(examined.checks, ['proof', 'binding']);
  const ask = 'why.unchanged';
  switch (examined.axes.unchanged) {
    case 'yes':
      return stamped({ ask, ...yes, why: [{ id: 'why.unchanged.yes' }, ...keyFromFile(examined)] }, check);
    case 'unsigned':
      return stamped({ ask, ...couldNot, why: [{ id: 'why.unchanged.unsigned' }] }, check);
    case 'no':
      return stamped({ ask, ...no, why: [{ id: 'verdict.altered.text' }] }, check);
    case 'could-not-check': {
      const reason = notCheckedReason(check?.reason);
      return stamped({ ask, ...couldNot, why: [{ id: 'why.unchanged.could-not-check', values: { reason } }] }, check);
    }
  }
}

/** A key out of a file fits or not like any other; whose it is, the file alone does not show. */
function keyFromFile({ checks }: ExaminedCredential): readonly Say[] {
  return checks.some(({ id, basis }) => id === 'proof' && basis === 'file') ? [{ id: 'why.unchanged.file' }] : [];
}

function issuerSay(examined: ExaminedCredential, id: MessageId, unnamed: MessageId): Say {
  const doc = claimedIssuer(examined);
  return doc === undefined ? { id: unnamed } : { id, values: { claimed: { doc } } };
}

function matchedSay({ issuerMatch }: ExaminedCredential): Say | undefined {
  if (issuerMatch === undefined || issuerMatch.basis === 'platform') return undefined;
  const { name, basis, domain, since } = issuerMatch;
  const issuer = { name };
  const list = listValues(issuerMatch);
  if (basis === 'vouched-by-domain') {
    return domain === undefined || list === undefined
      ? { id: 'why.issuer.domain.plain', values: { issuer } }
      : { id: 'edition' in list ? 'why.issuer.domain.edition' : 'why.issuer.domain', values: { issuer, domain: { name: domain }, ...list } };
  }
  if (basis === 'own-list') {
    return since === undefined ? { id: 'why.issuer.own-list.undated', values: { issuer } } : { id: 'why.issuer.own-list', values: { issuer, date: { day: since } } };
  }
  if (list === undefined) return { id: 'why.issuer.listed.plain', values: { issuer } };
  return { id: 'edition' in list ? 'why.issuer.listed.edition' : 'why.issuer.listed', values: { issuer, ...list } };
}

/** Title and edition of the list that decided, as the list itself says. An edition that is a day gets its month's name. */
function listValues({ list: id, listMeta }: IssuerMatch): { readonly list: SayValue; readonly edition?: SayValue } | undefined {
  const title = listMeta === undefined ? id : listMeta.title;
  if (title === undefined || title === '') return undefined;
  const list = { name: title };
  const edition = listMeta?.edition ?? '';
  if (edition === '') return { list };
  return { list, edition: /^\d{4}-\d{2}-\d{2}$/.test(edition) ? { day: edition } : { name: edition } };
}

function unknownSay(examined: ExaminedCredential): Say {
  const platform = platformOf(examined);
  if (platform === undefined) return issuerSay(examined, 'why.issuer.unknown', 'why.issuer.unknown.unnamed');
  const say = issuerSay(examined, 'why.issuer.platform', 'why.issuer.platform.unnamed');
  return { ...say, values: { ...say.values, platform: { name: platform } } };
}

function issuerLine(examined: ExaminedCredential): CheckLine {
  const check = find(examined.checks, ['issuer']);
  const ask = 'why.issuer';
  const { unchanged, issuer } = examined.axes;
  if (unchanged === 'unsigned') {
    return stamped({ ask, ...couldNot, why: [issuerSay(examined, 'why.issuer.unsigned', 'why.issuer.unsigned.unnamed')] }, check);
  }
  const matched = issuer === 'unknown' || issuer === 'could-not-check' || unchanged !== 'yes' ? undefined : matchedSay(examined);
  if (matched !== undefined) return stamped({ ask, ...known, why: [matched] }, check);
  if (issuer === 'unknown') {
    return stamped({ ask, ...notKnown, why: [unknownSay(examined)] }, check);
  }
  const why = issuerSay(examined, 'why.issuer.could-not-check', 'why.issuer.could-not-check.unnamed');
  return stamped({ ask, ...couldNot, why: [why] }, check);
}

/** Why a list of cancelled ones gave no answer. */
const listTroubles: Partial<Readonly<Record<ReasonCode, string>>> = {
  'list-unreadable': 'unreadable',
  'list-altered': 'altered',
  'list-unchecked': 'unchecked',
  'list-out-of-date': 'old',
  'list-other-issuer': 'foreign',
  'list-not-fitting': 'unfit',
  'unknown-status-type': 'kind',
  'malformed-status': 'place',
  'status-value': 'value',
  'timed-out': 'time',
  threw: 'fault',
};

/** Whether it was cancelled, with the day that the answer is from and where that came from. */
function statusSay(examined: ExaminedCredential): Say {
  const check = find(examined.checks, ['status']);
  const asked = (id: MessageId, undated: MessageId): Say => (check === undefined || check.basis === 'offline' ? { id: undated } : { id, values: { date: { day: check.at } } });
  switch (examined.axes.status) {
    case 'in-force':
      return isByFile(examined) ? asked('why.status.file', 'why.status.in-force') : asked('why.status.in-force.asked', 'why.status.in-force');
    case 'in-force-earlier':
      return isByFile(examined) ? asked('why.status.file', 'why.status.earlier') : asked('why.status.earlier.asked', 'why.status.earlier');
    case 'cancelled':
      return { id: 'why.status.cancelled' };
    case 'on-hold':
      return { id: 'why.status.on-hold' };
    case 'no-list':
      return { id: 'why.status.no-list' };
    case 'could-not-check':
      if (check?.reason === 'may-be-left-out') return { id: 'why.status.left-out' };
      return { id: 'why.status.could-not-check', values: { reason: (check === undefined ? undefined : listTroubles[check.reason]) ?? 'other' } };
  }
}

function timeSay(examined: ExaminedCredential): Say {
  const { validFrom, validUntil } = examined.credential;
  const until = validUntil?.value.text;
  const from = validFrom?.value.text;
  if (hasMalformedDate(examined)) return { id: 'why.status.time', values: { reason: notCheckedReason('malformed-date') } };
  switch (examined.axes.time) {
    case 'over':
      return until === undefined ? { id: 'why.status.over.undated' } : { id: 'why.status.over', values: { date: { day: until } } };
    case 'not-yet':
      return from === undefined ? { id: 'why.status.not-yet.undated' } : { id: 'why.status.not-yet', values: { date: { day: from } } };
    case 'could-not-check':
      return { id: 'why.status.time', values: { reason: notCheckedReason(find(examined.checks, ['validity-period'])?.reason) } };
    default:
      return until === undefined ? { id: 'why.status.open-end' } : { id: 'why.status.until', values: { date: { day: until } } };
  }
}

function statusAnswer(examined: ExaminedCredential): Answer {
  const { axes } = examined;
  if (axes.status === 'cancelled') return no;
  // A date that is none counts as over or to come, so that it is never within; that is no knowledge of it.
  if (axes.status !== 'on-hold' && hasMalformedDate(examined)) return couldNot;
  if (axes.status === 'on-hold') return noAs(credentialLook('on-hold'));
  if (axes.time === 'over') return noAs(credentialLook('expired'));
  if (axes.time === 'not-yet') return noAs(credentialLook('not-yet'));
  if (axes.status === 'could-not-check' || axes.time === 'could-not-check') return couldNot;
  return axes.status === 'no-list' ? notStated : yes;
}

function statusLine(examined: ExaminedCredential): CheckLine {
  const why = [statusSay(examined), timeSay(examined)];
  return stamped({ ask: 'why.status', ...statusAnswer(examined), why }, find(examined.checks, ['status', 'validity-period']));
}

function shareHolderLine(share: ExaminedShare): CheckLine {
  const check = find(share.checks, ['holder', 'share-proof']);
  const ask = 'why.holder';
  switch (share.axes.holder) {
    case 'proven-now':
    case 'proven-dated':
      return share.axes.unchanged === 'yes'
        ? stamped({ ask, ...yes, why: [{ id: 'why.holder.proven' }] }, check)
        : stamped({ ask, ...couldNot, why: [{ id: 'why.holder.not-proven' }] }, check);
    case 'not-proven':
      return stamped({ ask, ...noAs(shareLook('owner-unproven')), why: [{ id: 'why.holder.not-proven' }] }, check);
    case 'other-key':
      return stamped({ ask, ...noAs(shareLook('other-owner')), why: [{ id: 'why.holder.other-key' }] }, check);
    case 'no-key':
      return stamped({ ask, ...notStated, why: [{ id: 'why.holder.names-no-key' }] }, check);
  }
}

function holderLine(mode: 'kept' | 'alone', named: NamedKey, share: ExaminedShare | undefined): CheckLine {
  if (share !== undefined) return shareHolderLine(share);
  const ask = 'why.holder';
  if (mode === 'alone') {
    return { ask, ...notStated, why: [{ id: named === 'none' ? 'why.holder.alone.no-key' : 'why.holder.alone' }] };
  }
  const ids = { ours: 'why.holder.ours', other: 'why.holder.other', none: 'why.holder.no-key' } as const;
  return { ask, ...notStated, why: [{ id: ids[named] }] };
}

/** The four check lines, always these, always in this order. */
export function checkLines(
  examined: ExaminedCredential,
  where: 'kept' | 'alone',
  named: NamedKey,
  share?: ExaminedShare,
): readonly CheckLine[] {
  return [unchangedLine(examined), issuerLine(examined), statusLine(examined), holderLine(where, named, share)];
}
