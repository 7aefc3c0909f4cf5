import { readMultikey } from '../encoding/read-multikey.ts';
import type { KeyResolution, PublicKey, VerificationRelationship } from '../model/public-key.ts';

const signingRelationships: readonly VerificationRelationship[] = [
  'assertionMethod',
  'authentication',
  'capabilityInvocation',
  'capabilityDelegation',
];

/** Sound keys lately read, by identifier: pure arithmetic, a tenth of verifying a badge, and issuers repeat. */
const soundKeys = new Map<string, PublicKey>();
const maxSoundKeys = 64;

/**
 * did:key (W3C CCG, "The did:key Method"): the identifier is the key, multibase base58btc of a multicodec. Ed25519,
 * compressed points of P-256, P-384 and P-521, and the canonical JWK of EBSI; every other codec is `method-unknown`. A document has exactly one
 * signing method, whose fragment repeats the identifier; another fragment, a path or a query names nothing in it.
 */
export async function resolveDidKey(verificationMethod: string): Promise<KeyResolution> {
  const [, multibase = '', rest = ''] = /^did:key:([^#/?]*)(.*)$/s.exec(verificationMethod) ?? [];
  const resolution = readIdentifier(multibase);
  if (resolution.outcome !== 'key') return resolution;
  return rest === '' || rest === `#${multibase}` ? resolution : { outcome: 'not-here' };
}

function readIdentifier(multibase: string): KeyResolution {
  const known = soundKeys.get(multibase);
  if (known !== undefined) return { outcome: 'key', key: known };
  if (multibase.includes(':')) return { outcome: 'method-unknown', method: 'key' };
  const reading = readMultikey(multibase);
  if (reading.outcome === 'malformed') return reading;
  if (reading.outcome === 'unsupported') return { outcome: 'method-unknown', method: `key:${reading.kind}` };
  const controller = `did:key:${multibase}`;
  const key = { ...reading.key, id: `${controller}#${multibase}`, controller, relationships: signingRelationships };
  if (soundKeys.size >= maxSoundKeys) soundKeys.clear();
  soundKeys.set(multibase, key);
  return { outcome: 'key', key };
}
