import type { ReasonCode } from '../../../core/model/check-result.ts';
import type { ProofStep } from '../../../core/model/proof.ts';
import type { MessageId } from '../../languages/en.ts';

const results: Partial<Readonly<Record<ReasonCode, MessageId>>> = {
  'certificate-read': 'technical.is.certificate-read',
  'certificate-over': 'technical.is.certificate-over',
  'may-seal': 'technical.is.may-seal',
  'may-not-seal': 'technical.is.may-not-seal',
  'seal-certificate': 'technical.is.seal-certificate',
  'not-a-seal': 'technical.is.not-a-seal',
  'not-stated': 'technical.is.not-stated',
  'organisation-matches': 'technical.is.organisation-matches',
  'organisation-differs': 'technical.is.organisation-differs',
  'own-body': 'technical.is.own-body',
  'mandate-stated': 'technical.is.mandate-stated',
  'mandate-missing': 'technical.is.mandate-missing',
  'leads-to-anchor': 'technical.is.leads-to-anchor',
  'no-anchor': 'technical.is.no-anchor',
  'chain-broken': 'technical.is.chain-broken',
  'chain-out-of-date': 'technical.is.chain-out-of-date',
  'time-claimed': 'technical.is.time-claimed',
  'no-dates': 'technical.is.no-dates',
  'step-not-done': 'technical.is.step-not-done',
};

/** A step of a seal and its result, in words. A reason without words of its own is no pass: it could not be checked. */
export function stepWords({ id, state, reason }: ProofStep): { readonly step: MessageId; readonly is: MessageId } {
  const step: MessageId = `technical.step.${id}`;
  if (reason === 'certificate-read' && state !== 'passed') return { step, is: 'technical.is.certificate-partly' };
  return { step, is: results[reason] ?? 'technical.is.other' };
}
