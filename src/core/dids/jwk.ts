import { decodeBase64url } from '../encoding/base64url.ts';
import { readJwk } from '../encoding/read-key.ts';
import { readStrictJson } from '../encoding/strict-json.ts';
import { isJsonObject } from '../model/json.ts';
import type { KeyResolution, VerificationRelationship } from '../model/public-key.ts';

const maxIdentifierCharacters = 4_096;
const signingRelationships: readonly VerificationRelationship[] = [
  'assertionMethod',
  'authentication',
  'capabilityInvocation',
  'capabilityDelegation',
];

/**
 * did:jwk (did:jwk Method Specification): the identifier is the base64url of a public JWK, its one method is `#0`. A key
 * meant for encryption (`use: enc`) signs nothing and so has no relationship of ours.
 */
export async function resolveDidJwk(verificationMethod: string): Promise<KeyResolution> {
  const [, encoded = '', rest = ''] = /^did:jwk:([^#/?]*)(.*)$/s.exec(verificationMethod) ?? [];
  if (encoded.length > maxIdentifierCharacters) return { outcome: 'malformed', why: 'length' };
  const bytes = decodeBase64url(encoded);
  if (!bytes.ok) return { outcome: 'malformed', why: 'base64url' };
  const json = readStrictJson(bytes.value);
  if (!json.ok || !isJsonObject(json.value.value)) return { outcome: 'malformed', why: 'json' };
  const jwk = json.value.value;
  const reading = readJwk(jwk);
  if (reading.outcome === 'malformed') return reading;
  if (reading.outcome === 'unsupported') return { outcome: 'method-unknown', method: `jwk:${reading.kind}` };
  if (rest !== '' && rest !== '#0') return { outcome: 'not-here' };
  const controller = `did:jwk:${encoded}`;
  const relationships = jwk['use'] === 'enc' ? [] : signingRelationships;
  return { outcome: 'key', key: { ...reading.key, id: `${controller}#0`, controller, relationships } };
}
