/** The four axes of a credential. */
export interface CredentialAxes {
  readonly unchanged: 'yes' | 'no' | 'unsigned' | 'could-not-check';
  readonly issuer: 'listed' | 'vouched-by-domain' | 'own-list' | 'unknown' | 'could-not-check';
  readonly status: 'in-force' | 'in-force-earlier' | 'cancelled' | 'on-hold' | 'no-list' | 'could-not-check';
  readonly time: 'within' | 'not-yet' | 'over' | 'not-stated' | 'could-not-check';
}

/** The four axes of a share (a presentation). */
export interface ShareAxes {
  readonly unchanged: 'yes' | 'no' | 'unsigned' | 'could-not-check';
  readonly holder: 'proven-now' | 'proven-dated' | 'not-proven' | 'no-key' | 'other-key';
  readonly binding: 'challenge-matched' | 'challenge-wrong' | 'label-only' | 'none';
  readonly end: 'within' | 'ended' | 'none';
}

/** Where the bytes come from: our own sample and self-written records replace most headlines. */
export type Origin = 'received' | 'sample' | 'self-made';

export type CredentialHeadline =
  | 'unreadable'
  | 'altered'
  | 'unsigned'
  | 'not-checked'
  | 'revoked'
  | 'on-hold'
  | 'expired'
  | 'not-yet'
  | 'unknown-issuer'
  | 'valid-earlier'
  | 'no-status'
  | 'valid'
  | 'sample'
  | 'self-made';

export type ShareHeadline =
  | 'share-altered'
  | 'wrong-receiver'
  | 'share-ended'
  | 'other-owner'
  | 'owner-unproven'
  | 'no-owner-key'
  | 'proven';

/** Classes for tests and the command line; see the table in the workshop README of `examine`. */
export type VerdictClass = 'valid' | 'unconfirmed' | 'lapsed' | 'invalid' | 'unknown' | 'refused' | 'note';

/**
 * The one headline of a credential: the first that applies, in the order of `[Note: Order of headlines]`.
 * Nothing but `unchanged: 'yes'` reaches any headline after `not-checked`.
 */
export function headlineOf(axes: CredentialAxes, origin: Origin): CredentialHeadline {
  if (axes.unchanged === 'no') return 'altered';
  if (origin !== 'received') return origin;
  if (axes.unchanged === 'unsigned') return 'unsigned';
  if (axes.unchanged !== 'yes' || axes.time === 'could-not-check') return 'not-checked';
  if (axes.status === 'cancelled') return 'revoked';
  if (axes.status === 'on-hold') return 'on-hold';
  if (axes.time === 'over') return 'expired';
  if (axes.time === 'not-yet') return 'not-yet';
  if (axes.issuer === 'could-not-check') return 'not-checked';
  if (axes.issuer === 'unknown') return 'unknown-issuer';
  if (axes.status === 'could-not-check') return 'not-checked';
  if (axes.status === 'in-force-earlier') return 'valid-earlier';
  if (axes.status === 'no-list') return 'no-status';
  return 'valid';
}

/** The one headline of a share, the first that applies. */
export function shareHeadlineOf(axes: ShareAxes): ShareHeadline {
  if (axes.unchanged === 'no') return 'share-altered';
  if (axes.binding === 'challenge-wrong') return 'wrong-receiver';
  if (axes.end === 'ended') return 'share-ended';
  if (axes.unchanged !== 'yes') return 'owner-unproven';
  if (axes.holder === 'other-key') return 'other-owner';
  if (axes.holder === 'not-proven') return 'owner-unproven';
  if (axes.holder === 'no-key') return 'no-owner-key';
  return 'proven';
}

const classes: Readonly<Record<CredentialHeadline | ShareHeadline, VerdictClass>> = {
  valid: 'valid',
  'valid-earlier': 'valid',
  'no-status': 'valid',
  'unknown-issuer': 'unconfirmed',
  expired: 'lapsed',
  'not-yet': 'lapsed',
  altered: 'invalid',
  revoked: 'invalid',
  'on-hold': 'invalid',
  'share-altered': 'invalid',
  'wrong-receiver': 'invalid',
  'not-checked': 'unknown',
  unsigned: 'unknown',
  unreadable: 'refused',
  sample: 'note',
  'self-made': 'note',
  'share-ended': 'note',
  'other-owner': 'note',
  'owner-unproven': 'note',
  'no-owner-key': 'note',
  proven: 'valid',
};

export function classOf(headline: CredentialHeadline | ShareHeadline): VerdictClass {
  return classes[headline];
}

/** Headlines that ask for no second look before a credential is handed on. */
const plain: ReadonlySet<CredentialHeadline> = new Set<CredentialHeadline>(['valid', 'valid-earlier', 'no-status']);

export function isPlain(headline: CredentialHeadline): boolean {
  return plain.has(headline);
}

const fromWorst: readonly VerdictClass[] = ['refused', 'invalid', 'unknown', 'lapsed', 'unconfirmed', 'note', 'valid'];

/** A container's class is the worst of its parts; an empty container is unknown. */
export function worstClass(parts: readonly VerdictClass[]): VerdictClass {
  return fromWorst.find((candidate) => parts.includes(candidate)) ?? 'unknown';
}
