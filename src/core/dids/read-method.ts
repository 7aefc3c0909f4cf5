import { decodeBase58btc } from '../encoding/multibase.ts';
import { readEd25519Key, readJwk } from '../encoding/read-key.ts';
import type { KeyReading } from '../encoding/read-key.ts';
import { readMultikey } from '../encoding/read-multikey.ts';
import { isJsonObject } from '../model/json.ts';
import type { JsonObject } from '../model/json.ts';

/** The kinds of verification method that are read, and the one kind of key where the name fixes it. */
const methodTypes: ReadonlyMap<string, 'any' | 'Ed25519' | 'EC'> = new Map([
  ['Multikey', 'any'],
  ['JsonWebKey', 'any'],
  ['JsonWebKey2020', 'any'],
  ['JwsVerificationKey2020', 'any'],
  ['Ed25519VerificationKey2018', 'Ed25519'],
  ['Ed25519VerificationKey2020', 'Ed25519'],
  ['EcdsaSecp256r1VerificationKey2019', 'EC'],
]);

/**
 * The key of one verification method (DID Core 5.2.1, Controlled Identifiers 1.0 2.2): Multikey, JsonWebKey and the
 * older kinds of Ed25519 and P-256. A key that is written twice must be the same key both times.
 */
export function readMethodKey(method: JsonObject): KeyReading {
  const { type } = method;
  const expected = typeof type === 'string' ? methodTypes.get(type) : undefined;
  if (expected === undefined) return { outcome: 'unsupported', kind: typeof type === 'string' ? type.slice(0, 80) : 'unnamed' };
  const readings = keysIn(method);
  const [first] = readings;
  if (first === undefined) return { outcome: 'malformed', why: 'no-key' };
  const trouble = readings.find((reading) => reading.outcome !== 'key');
  if (trouble !== undefined) return trouble;
  if (first.outcome !== 'key') return first;
  const isSame = readings.every((reading) => reading.outcome === 'key' && reading.key.thumbprint === first.key.thumbprint);
  if (!isSame) return { outcome: 'malformed', why: 'two-keys' };
  const isExpected = expected === 'any' || (expected === 'EC' ? first.key.type.startsWith('P-') : first.key.type === expected);
  return isExpected ? first : { outcome: 'malformed', why: 'other-type' };
}

function keysIn(method: JsonObject): readonly KeyReading[] {
  const { publicKeyJwk, publicKeyMultibase, publicKeyBase58 } = method;
  return [
    ...(publicKeyJwk === undefined ? [] : [isJsonObject(publicKeyJwk) ? readJwk(publicKeyJwk) : wrong('publicKeyJwk')]),
    ...(publicKeyMultibase === undefined ? [] : [typeof publicKeyMultibase === 'string' ? readMultikey(publicKeyMultibase) : wrong('publicKeyMultibase')]),
    ...(publicKeyBase58 === undefined ? [] : [typeof publicKeyBase58 === 'string' ? readBase58Key(publicKeyBase58) : wrong('publicKeyBase58')]),
  ];
}

function wrong(member: string): KeyReading {
  return { outcome: 'malformed', why: member };
}

/** `Ed25519VerificationKey2018`: the 32 bytes in base58btc, without a sign of which key they are. */
function readBase58Key(text: string): KeyReading {
  const bytes = decodeBase58btc(`z${text}`);
  return bytes.ok ? readEd25519Key(bytes.value) : wrong('publicKeyBase58');
}
