import type { CheckId, CheckResult } from '../../core/model/check-result.ts';
import type { LocalizedText } from '../../core/model/credential.ts';
import type { ExaminedCredential, ExaminedShare, Unreadable } from '../../core/model/examination.ts';
import type { ErrorCode } from '../../core/model/error-code.ts';
import type { Instant } from '../../core/model/instant.ts';
import type { MessageId } from '../languages/en.ts';
import { notCheckedReason } from './not-checked-reason.ts';
import { credentialLook, shareLook } from './verdict-looks.ts';
import type { HeadlineLook } from './verdict-looks.ts';
import type { IconName } from './icon.tsx';
import type { Say, Tone } from './say.ts';

/** A verdict in words: the headline, its text, and a line for every other axis that is not plainly good. */
export interface VerdictWords extends HeadlineLook {
  readonly text: Say;
  readonly more: readonly (Say & { readonly icon: IconName; readonly tone: Tone })[];
}

type Facts = Pick<ExaminedCredential, 'axes' | 'headline' | 'checks' | 'credential' | 'issuerMatch'>;

/** The check that decided, in the order in which `headlineOf` looks at the axes. */
function undecided(facts: Facts): CheckResult | undefined {
  const { axes, checks } = facts;
  const open = (ids: readonly CheckId[]): CheckResult | undefined =>
    checks.find((check) => ids.includes(check.id) && check.state === 'unknown');
  if (axes.unchanged === 'could-not-check') return open(['proof', 'binding']);
  if (axes.time === 'could-not-check') return open(['validity-period']);
  if (axes.issuer === 'could-not-check') return open(['issuer', 'binding']);
  return open(['status']);
}

/** What the credential says of its issuer: quoted, never a fact. Undefined where it says nothing. */
export function claimedIssuer(facts: Pick<Facts, 'credential'>): LocalizedText | undefined {
  const { issuer, awardingBodies } = facts.credential;
  const named = [issuer, ...awardingBodies].find((party) => (party.name?.value.length ?? 0) > 0)?.name?.value;
  if (named !== undefined) return named;
  return issuer.id === undefined ? undefined : [{ text: issuer.id.value }];
}

function until(facts: Facts): Instant | string | undefined {
  return facts.credential.validUntil?.value.text;
}
function from(facts: Facts): Instant | string | undefined {
  return facts.credential.validFrom?.value.text;
}

function checkedAt(facts: Facts, id: CheckId): Instant | undefined {
  return facts.checks.find((check) => check.id === id)?.at;
}

function dated(day: Instant | string | undefined, id: MessageId, undated: MessageId): Say {
  return day === undefined ? { id: undated } : { id, values: { date: { day } } };
}

function claimed(facts: Facts, id: MessageId, unnamed: MessageId): Say {
  const doc = claimedIssuer(facts);
  return doc === undefined ? { id: unnamed } : { id, values: { claimed: { doc } } };
}

/** Who signed is not known, beyond the platform that did. Its name comes from a list; whom it names stays its own word. */
export function platformOf({ issuerMatch }: Pick<Facts, 'issuerMatch'>): string | undefined {
  return issuerMatch?.basis === 'platform' ? issuerMatch.name : undefined;
}

function unknownIssuer(facts: Facts, where: 'verdict.unknown-issuer' | 'verdict.more.unknown'): Say {
  const platform = platformOf(facts);
  if (platform === undefined) return where === 'verdict.more.unknown' ? claimed(facts, where, `${where}.unnamed`) : claimed(facts, `${where}.text`, `${where}.unnamed`);
  const say = claimed(facts, `${where}.platform`, `${where}.platform.unnamed`);
  return { ...say, values: { ...say.values, platform: { name: platform } } };
}

/** True where the list that was read came as a file: then nobody was asked. */
export function isByFile({ checks }: Pick<Facts, 'checks'>): boolean {
  return checks.some((check) => check.id === 'status' && check.basis === 'file');
}

/** What is wrong with a key that is the issuer's all the same. Any other wrong signer is somebody else. */
const keyTroubles: Readonly<Record<string, MessageId>> = {
  'key-usage': 'verdict.altered.key-use',
  relationship: 'verdict.altered.key-use',
  'sealing-time': 'verdict.altered.key-day',
  'key-expired': 'verdict.altered.key-day',
  'key-revoked': 'verdict.altered.key-day',
  chain: 'verdict.altered.chain',
};

function alteredText(facts: Facts): MessageId {
  const failed = facts.checks.find((check) => (check.id === 'proof' || check.id === 'binding') && check.state === 'failed');
  if (failed?.reason === 'wrong-signer') return keyTroubles[String(failed.facts['why'])] ?? 'verdict.altered.wrong-signer';
  return failed?.reason === 'malformed-proof' ? 'verdict.altered.malformed-proof' : 'verdict.altered.text';
}

/** A bound that is no date counts against the credential; its text must not stand in a sentence as if it were one. */
export function hasMalformedDate({ checks }: Pick<Facts, 'checks'>): boolean {
  return checks.some((check) => check.id === 'validity-period' && check.reason === 'malformed-date');
}

function credentialText(facts: Facts): Say {
  const { headline, issuerMatch } = facts;
  const named = issuerMatch === undefined || issuerMatch.basis === 'platform' ? undefined : { issuer: { name: issuerMatch.name } };
  const proofAt = checkedAt(facts, 'proof') ?? (0 as Instant);
  switch (headline) {
    case 'valid':
      return named === undefined
        ? { id: 'verdict.valid.unnamed', values: { time: { moment: proofAt } } }
        : { id: 'verdict.valid.text', values: { ...named, time: { moment: proofAt } } };
    case 'valid-earlier':
      return { id: isByFile(facts) ? 'verdict.valid-earlier.file' : 'verdict.valid-earlier.text', values: { date: { day: checkedAt(facts, 'status') ?? proofAt } } };
    case 'no-status':
      return named === undefined ? { id: 'verdict.no-status.unnamed' } : { id: 'verdict.no-status.text', values: named };
    case 'unknown-issuer':
      return unknownIssuer(facts, 'verdict.unknown-issuer');
    case 'not-checked':
      return { id: 'verdict.not-checked.text', values: { reason: notCheckedReason(undecided(facts)?.reason) } };
    case 'expired':
      if (hasMalformedDate(facts)) return { id: 'verdict.expired.malformed' };
      return dated(until(facts), 'verdict.expired.text', 'verdict.expired.undated');
    case 'not-yet':
      if (hasMalformedDate(facts)) return { id: 'verdict.not-yet.malformed' };
      return dated(from(facts), 'verdict.not-yet.text', 'verdict.not-yet.undated');
    case 'altered':
      return { id: alteredText(facts) };
    case 'unreadable':
      return { id: 'verdict.unreadable.text', values: { kind: 'binary' } };
    default:
      return { id: `verdict.${headline}.text` };
  }
}

type More = VerdictWords['more'][number];

function line(look: HeadlineLook, say: Say): More {
  return { ...say, icon: look.icon, tone: look.tone };
}

/** Axes that the headline does not speak of and that are not plainly good. Nothing is said beside a broken signature. */
function otherAxes(facts: Facts): readonly More[] {
  const { axes, headline } = facts;
  if (headline === 'altered' || headline === 'unreadable' || headline === 'sample' || headline === 'self-made') return [];
  const signed = axes.unchanged === 'yes';
  const more: More[] = [];
  if (signed && axes.issuer === 'unknown' && headline !== 'unknown-issuer') {
    more.push(line(credentialLook('unknown-issuer'), unknownIssuer(facts, 'verdict.more.unknown')));
  }
  if (signed && axes.issuer === 'could-not-check' && !isAbout(facts, ['issuer', 'binding'])) {
    more.push(line(credentialLook('not-checked'), { id: 'verdict.more.issuer' }));
  }
  const status = statusLine(facts);
  if (status !== undefined) more.push(status);
  const time = timeLine(facts);
  if (time !== undefined) more.push(time);
  return more;
}

function isAbout(facts: Facts, ids: readonly CheckId[]): boolean {
  const check = facts.headline === 'not-checked' ? undecided(facts) : undefined;
  return check !== undefined && ids.includes(check.id);
}

function statusLine(facts: Facts): More | undefined {
  const { axes, headline } = facts;
  const at = checkedAt(facts, 'status');
  switch (axes.status) {
    case 'cancelled':
      return headline === 'revoked' ? undefined : line(credentialLook('revoked'), { id: 'verdict.more.cancelled' });
    case 'on-hold':
      return headline === 'on-hold' ? undefined : line(credentialLook('on-hold'), { id: 'verdict.more.on-hold' });
    case 'no-list':
      return headline === 'no-status' || headline === 'unsigned'
        ? undefined
        : line(credentialLook('no-status'), { id: 'verdict.more.no-list' });
    case 'could-not-check':
      return headline === 'unsigned' || isAbout(facts, ['status'])
        ? undefined
        : line(credentialLook('not-checked'), { id: 'verdict.more.status' });
    case 'in-force-earlier':
      return headline === 'valid-earlier'
        ? undefined
        : line(credentialLook('valid-earlier'), dated(at, isByFile(facts) ? 'verdict.more.earlier.file' : 'verdict.more.earlier', 'verdict.more.earlier.undated'));
    case 'in-force':
      return undefined;
  }
}

function timeLine(facts: Facts): More | undefined {
  const { axes, headline } = facts;
  const isSaid = (axes.time === 'over' && headline === 'expired') || (axes.time === 'not-yet' && headline === 'not-yet');
  if (hasMalformedDate(facts)) return isSaid ? undefined : line(credentialLook('not-checked'), { id: 'verdict.more.time' });
  if (axes.time === 'over' && headline !== 'expired') {
    return line(credentialLook('expired'), dated(until(facts), 'verdict.more.over', 'verdict.more.over.undated'));
  }
  if (axes.time === 'not-yet' && headline !== 'not-yet') {
    return line(credentialLook('not-yet'), dated(from(facts), 'verdict.more.not-yet', 'verdict.more.not-yet.undated'));
  }
  if (axes.time === 'could-not-check' && !isAbout(facts, ['validity-period'])) {
    return line(credentialLook('not-checked'), { id: 'verdict.more.time' });
  }
  return undefined;
}

/** The verdict of a credential in words. The issuer's name comes from a matched list entry, never from the credential. */
export function credentialVerdictWords(facts: Facts): VerdictWords {
  return { ...credentialLook(facts.headline), text: credentialText(facts), more: otherAxes(facts) };
}

/** Where nothing more is known than that it is not ours to read, we say what it looks like. */
const unexplained: readonly ErrorCode[] = ['receive/unrecognized', 'open/malformed'];

/** The verdict on bytes that could not be opened: what it looks like, or what exactly stopped us. */
export function unreadableWords({ looksLike, error }: Pick<Unreadable, 'looksLike' | 'error'>): VerdictWords {
  const text: Say = unexplained.includes(error.code)
    ? { id: 'verdict.unreadable.text', values: { kind: looksLike } }
    : { id: `error.${error.code}` };
  return { ...credentialLook('unreadable'), text, more: [] };
}

type ShareFacts = Pick<ExaminedShare, 'axes' | 'headline' | 'checks' | 'label' | 'created' | 'expires' | 'purpose' | 'statement'>;

/** Why a share is no answer to what was asked: made for others, answered before, or signed another day. */
function wrongReceiver({ checks }: ShareFacts): MessageId {
  const reason = checks.find(({ id }) => id === 'challenge')?.reason;
  if (reason === 'domain-wrong') return 'verdict.wrong-receiver.domain';
  if (reason === 'challenge-used') return 'verdict.wrong-receiver.used';
  return reason === 'not-signed-now' ? 'verdict.wrong-receiver.earlier' : 'verdict.wrong-receiver.text';
}

function shareText(share: ShareFacts): Say {
  const { headline, axes, created, expires } = share;
  if (headline === 'proven' && axes.holder === 'proven-dated' && created !== undefined) {
    return { id: 'verdict.proven.dated', values: { date: { day: created } } };
  }
  if (headline === 'owner-unproven' && axes.unchanged === 'could-not-check') return { id: 'verdict.owner-unproven.unchecked' };
  if (headline === 'wrong-receiver') return { id: wrongReceiver(share) };
  if (headline === 'share-ended') return dated(expires, 'verdict.share-ended.text', 'verdict.share-ended.undated');
  return { id: `verdict.${headline}.text` };
}

function shareMore(share: ShareFacts): readonly More[] {
  const { axes, headline, label, created, expires, purpose } = share;
  if (headline === 'share-altered') return [];
  const more: More[] = [];
  if (axes.unchanged === 'unsigned') more.push(line(credentialLook('unsigned'), { id: 'verdict.more.unsigned-share' }));
  if (axes.binding === 'label-only' && label !== undefined) {
    const values = { label: { doc: [{ text: label }] } };
    const say: Say =
      created === undefined
        ? { id: 'verdict.more.label', values }
        : { id: 'verdict.more.label.dated', values: { ...values, date: { day: created } } };
    more.push(line(credentialLook('no-status'), say));
  }
  if (axes.unchanged === 'yes' && axes.binding === 'challenge-matched') more.push(line(shareLook('proven'), { id: 'verdict.more.bound' }));
  if (axes.unchanged === 'yes' && purpose !== undefined && purpose !== '') {
    more.push({ id: 'check.result.purpose', values: { purpose: { doc: [{ text: purpose }] } }, icon: 'pencil', tone: 'info' });
  }
  if (share.statement !== undefined) more.push({ id: 'verdict.more.statement', icon: 'pencil', tone: 'info' });
  if (axes.end === 'ended' && headline !== 'share-ended') {
    more.push(line(shareLook('share-ended'), dated(expires, 'verdict.share-ended.text', 'verdict.share-ended.undated')));
  }
  if (axes.end === 'within' && expires !== undefined) {
    more.push({ id: 'verdict.more.end', values: { date: { day: expires } }, icon: 'calendar-clock', tone: 'info' });
  }
  if (axes.holder === 'other-key' && headline !== 'other-owner') {
    more.push(line(shareLook('other-owner'), { id: 'verdict.other-owner.text' }));
  }
  return more;
}

/** The verdict of a share in words. A receiver's label is shown, never compared. */
export function shareVerdictWords(share: ShareFacts): VerdictWords {
  return { ...shareLook(share.headline), text: shareText(share), more: shareMore(share) };
}
