import { refuse } from '../core/model/attempt.ts';
import type { Attempt } from '../core/model/attempt.ts';
import type { ExaminedCredential } from '../core/model/examination.ts';
import type { OwnListEntry } from '../core/model/trust.ts';
import type { Ports } from './ports.ts';

/**
 * Puts the key that signed this credential on the learner's own list, under the name she gives it.
 * Only a key whose signature fits can be known; the entry counts for nobody else.
 */
export async function knowIssuer(ports: Ports, examined: ExaminedCredential, name: string): Promise<Attempt<OwnListEntry>> {
  const { signer, credential, axes } = examined;
  const own = name.normalize('NFC').trim();
  if (signer === undefined || axes.unchanged !== 'yes' || own === '') return refuse('vault/not-found');
  return ports.vault.knowIssuer({
    keyThumbprint: signer.keyThumbprint,
    issuerId: credential.issuer.id?.value ?? signer.verificationMethod,
    name: own,
    since: ports.clock.now(),
  });
}
