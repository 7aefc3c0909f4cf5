import type { StatementCheckId } from '../../core/model/recognition-statement.ts';
import type { CredentialHeadline } from '../../core/model/verdict.ts';
import type { MessageId } from '../languages/en.ts';

/** The headline of a credential, as the wallet's own screens say it. */
export function headlineWords(headline: CredentialHeadline): MessageId {
  return `verdict.${headline}`;
}

const names: Partial<Readonly<Record<StatementCheckId, MessageId>>> = {
  proof: 'statement.check.proof',
  'share-proof': 'statement.check.proof',
  binding: 'statement.check.binding',
  'validity-period': 'statement.check.validity-period',
  status: 'statement.check.status',
  issuer: 'statement.check.issuer',
  format: 'statement.check.format',
  owner: 'statement.check.owner',
  holder: 'statement.check.owner',
};

/** The plain name of what was examined; a step of a seal has its name on the credential's page too. */
export function checkName(id: StatementCheckId): MessageId {
  return names[id] ?? `technical.step.${id as 'certificate'}`;
}
