import type { ProofFinding } from '../model/proof.ts';
import type { KeyResolution, PublicKey } from '../model/public-key.ts';
import type { ErrorFacts } from '../model/wallet-error.ts';
import { failedFinding, unknownFinding } from './outcome.ts';

/** The key of a resolution, or what not having it means for the proof. */
export function keyOrFinding(resolution: KeyResolution, verificationMethod: string): PublicKey | ProofFinding {
  const facts = { verificationMethod: verificationMethod.slice(0, 300) };
  switch (resolution.outcome) {
    case 'key':
      return resolution.key;
    case 'method-unknown':
      return unknownFinding('key-method-unknown', { ...facts, method: resolution.method.slice(0, 80) });
    case 'not-here':
      return unknownFinding('key-not-here', { ...facts, ...whereFacts(resolution) });
    case 'malformed':
      return failedFinding('malformed-proof', { ...facts, field: 'verificationMethod', why: resolution.why });
  }
}

/** Who would be or was asked, what came of it, and from when the document is. */
function whereFacts({ why, host, from }: Extract<KeyResolution, { outcome: 'not-here' }>): ErrorFacts {
  return {
    ...(why === undefined ? {} : { why }),
    ...(host === undefined ? {} : { host: host.slice(0, 300) }),
    ...(from === undefined ? {} : { at: from.at, basis: from.basis }),
  };
}

export function isFinding(found: PublicKey | ProofFinding): found is ProofFinding {
  return 'state' in found;
}
