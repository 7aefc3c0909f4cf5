import { parseDid } from '../model/ids.ts';
import type { ProofFinding, ProofPurpose } from '../model/proof.ts';
import type { PublicKey } from '../model/public-key.ts';
import { failedFinding, passedFinding, unknownFinding } from './outcome.ts';

/**
 * Who may sign (VC-DI "Verification Method Binding", B33), from the names alone and, where it is at hand, the key:
 *
 * - the controller is a DID: the method must belong to exactly that DID, else `wrong-signer`;
 * - the controller is any other identifier and the method belongs to a DID: nothing ties the two, `issuer-not-bound`;
 * - the controller is an https id: the method must lie under it and the key's document must name it; a key that stands
 *   alone under it names nobody, and is its own address's. A whole site is no such place: students and customers have
 *   pages on it, so its key stands in its own document;
 * - no controller is named: nobody is spoken for.
 */
export function bindKey(controller: string | undefined, verificationMethod: string, key?: PublicKey): ProofFinding {
  if (controller === undefined) return { state: 'not-applicable', reason: 'issuer-not-bound', facts: {} };
  const facts = { controller: controller.slice(0, 300), verificationMethod: verificationMethod.slice(0, 300) };
  const methodDid = /^did:[^#/?]*/.exec(verificationMethod)?.[0];
  if (parseDid(controller) !== undefined) {
    const isOwn = methodDid === controller && (key === undefined || key.controller === controller);
    return isOwn ? passedFinding('signature-fits') : failedFinding('wrong-signer', facts);
  }
  const isNamed = key !== undefined && (key.controller === controller || key.controller === key.id);
  if (methodDid === undefined && controller.startsWith('https://') && isUnder(controller, verificationMethod) && isNamed) return passedFinding('signature-fits');
  return unknownFinding('issuer-not-bound', facts);
}

function isUnder(controller: string, verificationMethod: string): boolean {
  if (verificationMethod.startsWith(`${controller}#`)) return true;
  const isWholeSite = /^https:\/\/[^/?#]*\/?$/.test(controller);
  return !isWholeSite && verificationMethod.startsWith(controller.endsWith('/') ? controller : `${controller}/`);
}

/** Whether the key may be used for this purpose now (VC-DI "Verification Relationship Validation", B34). */
export function findKeyTrouble(key: PublicKey, purpose: ProofPurpose, isOver: (date: string) => boolean): ProofFinding | undefined {
  const facts = { verificationMethod: key.id.slice(0, 300) };
  if (!key.relationships.includes(purpose)) return failedFinding('wrong-signer', { ...facts, why: 'relationship' });
  if (key.revoked !== undefined && isOver(key.revoked)) return failedFinding('wrong-signer', { ...facts, why: 'key-revoked' });
  if (key.expires !== undefined && isOver(key.expires)) return failedFinding('wrong-signer', { ...facts, why: 'key-expired' });
  return undefined;
}
