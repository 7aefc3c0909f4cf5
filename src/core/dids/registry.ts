import type { AnswerFor } from '../model/answers.ts';
import type { KeyResolution, ResolveKey } from '../model/public-key.ts';
import { resolveDidJwk } from './jwk.ts';
import { resolveDidKey } from './key.ts';
import { resolveHttpsMethod } from './https.ts';
import { resolveIssuerMetadata } from './jwt-vc-issuer.ts';
import { resolveDidWeb } from './web.ts';

/** A DID method: from an identifier to its public key. */
interface DidMethod {
  /** The method name, e.g. `key`. */
  readonly id: string;
  readonly resolve: (verificationMethod: string, answerFor: AnswerFor) => Promise<KeyResolution>;
}

/** All registered methods. None asks the network: one whose documents are elsewhere says what it wants and reads the answer. */
export const didMethods: readonly DidMethod[] = [
  { id: 'key', resolve: resolveDidKey },
  { id: 'jwk', resolve: resolveDidJwk },
  { id: 'web', resolve: resolveDidWeb },
];

/**
 * Looks up a verification method by its URL, by what the identifier itself says and what addresses have answered.
 * An https address is one of a method or of its controller's document. Anything else, or a method not registered: `method-unknown` with the name of the method.
 */
export function createKeyResolver(answerFor: AnswerFor): ResolveKey {
  return (verificationMethod) => resolveWith(verificationMethod, answerFor);
}

/** The same with no answer at hand. */
export const resolveKey: ResolveKey = createKeyResolver(() => undefined);

async function resolveWith(verificationMethod: string, answerFor: AnswerFor): Promise<KeyResolution> {
  const method = /^did:([a-z0-9]{1,40}):/.exec(verificationMethod)?.[1];
  if (method === undefined) {
    if (/^https:/i.test(verificationMethod)) return resolveHttpsMethod(verificationMethod, answerFor);
    if (verificationMethod.startsWith('jwt-vc-issuer:')) return resolveIssuerMetadata(verificationMethod, answerFor);
    const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]{0,19}):/.exec(verificationMethod)?.[1];
    return scheme === undefined ? { outcome: 'not-here' } : { outcome: 'method-unknown', method: scheme.toLowerCase() };
  }
  const known = didMethods.find((candidate) => candidate.id === method);
  if (known === undefined) return { outcome: 'method-unknown', method };
  return known.resolve(verificationMethod, answerFor);
}
