import type { ReasonCode } from '../../core/model/check-result.ts';

/** The groups of reasons that the sentence for "not checked" knows. */
export type NotCheckedReason =
  | 'key' | 'clock' | 'suite' | 'words' | 'status' | 'base' | 'unbound' | 'date' | 'time' | 'fault'
  | 'hosted' | 'differs' | 'several' | 'loose' | 'mandate' | 'list' | 'old' | 'kind' | 'value' | 'part';

const notCheckedReasons: Partial<Readonly<Record<ReasonCode, NotCheckedReason>>> = {
  'key-not-here': 'key',
  'key-method-unknown': 'key',
  'issuer-not-bound': 'unbound',
  'clock-wrong': 'clock',
  'unknown-suite': 'suite',
  'unknown-context': 'words',
  'unknown-term': 'words',
  'context-not-allowed': 'words',
  'not-asked': 'status',
  'base-proof': 'base',
  'malformed-date': 'date',
  'timed-out': 'time',
  'hosted-not-asked': 'hosted',
  'hosted-elsewhere': 'differs',
  'hosted-differs': 'differs',
  'several-signatures': 'several',
  'unprotected-header': 'loose',
  'mandate-missing': 'mandate',
  'certificate-over': 'unbound',
  'chain-broken': 'unbound',
  'chain-out-of-date': 'unbound',
  'no-anchor': 'unbound',
  'list-unreadable': 'list',
  'list-altered': 'list',
  'list-unchecked': 'list',
  'list-other-issuer': 'list',
  'list-not-fitting': 'list',
  'list-out-of-date': 'old',
  'unknown-status-type': 'kind',
  'malformed-status': 'kind',
  'status-value': 'value',
  'may-be-left-out': 'part',
};

/** Why a check could not be finished, in the groups that our sentences know. */
export function notCheckedReason(reason: ReasonCode | undefined): NotCheckedReason {
  return (reason === undefined ? undefined : notCheckedReasons[reason]) ?? 'fault';
}
