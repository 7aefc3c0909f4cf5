import { isJsonObject } from '../model/json.ts';
import { toCanonicalJson } from './canonical-json.ts';
import { decodeBase58btc, encodeBase58btc } from './multibase.ts';
import { multicodecs, readMulticodec, writeMulticodec } from './multicodec.ts';
import type { NistCurve } from './nist-curves.ts';
import { coordinateBytes } from './nist-curves.ts';
import type { KeyReading } from './read-key.ts';
import { readEd25519Key, readJwk, readPointKey } from './read-key.ts';
import { readStrictJson } from './strict-json.ts';
import { decodeUtf8 } from './utf8.ts';

const curveOfCode: ReadonlyMap<number, NistCurve> = new Map([
  [multicodecs.p256Public, 'P-256'],
  [multicodecs.p384Public, 'P-384'],
  [multicodecs.p521Public, 'P-521'],
]);

/**
 * A key as a multikey writes it (Controlled Identifiers 1.0, 2.2.2; the same in did:key): multibase base58btc of a
 * multicodec, points compressed. Each key has one spelling; a codec of another kind of key is `unsupported`, by its number.
 */
export function readMultikey(text: string): KeyReading {
  // 1. Decode the multibase value, 2. take the codec off.
  const decoded = decodeBase58btc(text);
  if (!decoded.ok) return { outcome: 'malformed', why: 'multibase' };
  const coded = readMulticodec(decoded.value);
  if (!coded.ok) return { outcome: 'malformed', why: 'varint' };
  const { code, bytes } = coded.value;
  if (encodeBase58btc(writeMulticodec(code, bytes)) !== text) return { outcome: 'malformed', why: 'multibase' };
  // 3. The codec names the kind of key and so its length.
  if (code === multicodecs.ed25519Public) return readEd25519Key(bytes);
  const curve = curveOfCode.get(code);
  if (code === multicodecs.jwkJcsPublic) return readCanonicalJwk(bytes);
  if (curve === undefined) return { outcome: 'unsupported', kind: `0x${code.toString(16)}` };
  return bytes.length === 1 + coordinateBytes(curve) ? readPointKey(curve, bytes) : { outcome: 'malformed', why: 'length' };
}

/** The members that define the key, in canonical JSON (RFC 8785) and no others: one spelling, as its thumbprint has one. */
function readCanonicalJwk(bytes: Uint8Array<ArrayBuffer>): KeyReading {
  const json = readStrictJson(bytes);
  if (!json.ok || !isJsonObject(json.value.value)) return { outcome: 'malformed', why: 'json' };
  const reading = readJwk(json.value.value);
  if (reading.outcome !== 'key') return reading;
  const [canonical, text] = [toCanonicalJson({ ...reading.key.jwk }), decodeUtf8(bytes)];
  return canonical.ok && text.ok && canonical.value === text.value ? reading : { outcome: 'malformed', why: 'json' };
}
