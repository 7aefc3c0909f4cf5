import { decodeBase64 } from '../../encoding/base64.ts';
import { decodeBase64url } from '../../encoding/base64url.ts';
import { readStrictJson } from '../../encoding/strict-json.ts';
import { parseInstant, toInstant } from '../../model/instant.ts';
import type { Instant } from '../../model/instant.ts';
import { asList, isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { ProofFinding } from '../../model/proof.ts';
import { isForbiddenAlgorithm, isKnownAlgorithm } from '../jws/algorithms.ts';
import { failedFinding, unknownFinding } from '../outcome.ts';

/** What a seal may call critical: the payload as text, the claimed time, time-stamps over the content. Nothing else is understood. */
const critical = ['b64', 'sigT', 'adoTst'] as const;
/**
 * Parameters of the standard (5.2) that are not understood here, and so not judged where they are critical: policy,
 * commitments, places, attributes of who sealed, other certificates. With `sigD` what was sealed stands elsewhere.
 */
const beyondUs = ['sigD', 'sigPId', 'sigPl', 'srCms', 'srAts', 'sigX5ts', 'x5t#o'] as const;
const types: ReadonlySet<unknown> = new Set(['jose', 'jose+json', 'application/jose', 'application/jose+json']);
const maxCertificates = 20;
const maxUnsignedEntries = 40;

/** The rules of a JAdES header (ETSI TS 119 182-1, 5.1 and 5.2; RFC 7515 4.1.11; RFC 7797 6). */
export function findSealTrouble(header: JsonObject, signature: Uint8Array): ProofFinding | undefined {
  const wrong = (field: string): ProofFinding => failedFinding('malformed-proof', { field });
  if (isForbiddenAlgorithm(header['alg'])) return wrong('alg');
  if (signature.length === 0) return wrong('signature');
  const beyond = beyondUs.find((name) => name in header && (name === 'sigD' || (Array.isArray(header['crit']) && (header['crit'] as readonly JsonValue[]).includes(name))));
  if (beyond !== undefined) return unknownFinding('unknown-suite', { suite: `JAdES ${beyond}` });
  if (!isCriticalRight(header)) return wrong('crit');
  if (header['b64'] !== undefined && typeof header['b64'] !== 'boolean') return wrong('b64');
  if (header['enc'] !== undefined || header['zip'] !== undefined) return wrong(header['enc'] === undefined ? 'zip' : 'enc');
  if (header['typ'] !== undefined && !types.has(header['typ'])) return wrong('typ');
  if (readSealingTime(header) === 'malformed') return wrong(header['sigT'] === undefined ? 'iat' : 'sigT');
  if (!isKnownAlgorithm(header['alg'])) return unknownFinding('unknown-suite', { suite: typeof header['alg'] === 'string' ? header['alg'].slice(0, 40) : '' });
  return undefined;
}

/** Exactly those of the three that the header has, each once. */
function isCriticalRight(header: JsonObject): boolean {
  const { crit } = header;
  const present = critical.filter((name) => name in header);
  if (crit === undefined) return present.length === 0;
  if (!Array.isArray(crit) || crit.length !== present.length) return false;
  return crit.length > 0 && present.every((name) => (crit as readonly JsonValue[]).includes(name));
}

/** When the seal says it was made: `sigT`, or `iat` in newer seals (5.1.11, 5.2.1). Nobody but the sealer says so. */
export function readSealingTime(header: JsonObject): Instant | 'malformed' | undefined {
  const { sigT, iat } = header;
  if (sigT !== undefined) return (typeof sigT === 'string' ? parseInstant(sigT) : undefined) ?? 'malformed';
  if (iat === undefined) return undefined;
  return typeof iat === 'number' && Number.isSafeInteger(iat) && iat >= 0 && iat < 253_402_300_800 ? toInstant(iat * 1_000) : 'malformed';
}

/** The certificates of the header, the sealer's own first (RFC 7515 4.1.6); undefined where it is no list of such texts. */
export function headerCertificates({ x5c }: JsonObject): readonly Uint8Array[] | undefined {
  if (x5c === undefined) return [];
  if (!Array.isArray(x5c) || x5c.length === 0 || x5c.length > maxCertificates) return undefined;
  const decoded = (x5c as readonly JsonValue[]).map(decodeCertificate);
  return decoded.every((bytes) => bytes !== undefined) ? decoded : undefined;
}

function decodeCertificate(value: JsonValue | undefined): Uint8Array | undefined {
  const bytes = typeof value === 'string' ? decodeBase64(value) : undefined;
  return bytes?.ok === true ? bytes.value : undefined;
}

/** What stands in `etsiU` outside the signature (5.3): certificates to build a path with, and which evidence there is. */
export interface UnsignedParts {
  readonly certificates: readonly Uint8Array[];
  readonly hasTimeStamp: boolean;
  readonly hasRevocationData: boolean;
}

/** Reads `etsiU`; what cannot be read is as good as absent, because nobody signed it. */
export function readUnsignedParts(unprotected: JsonObject): UnsignedParts {
  const entries = asList(unprotected['etsiU']).slice(0, maxUnsignedEntries).flatMap(readEntry);
  const certificates = entries.flatMap((entry) => asList(entry['xVals'])).flatMap((value) => {
    const certificate = isJsonObject(value) ? value['x509Cert'] : undefined;
    return (isJsonObject(certificate) ? decodeCertificate(certificate['val']) : undefined) ?? [];
  });
  return {
    certificates: certificates.slice(0, maxCertificates),
    hasTimeStamp: entries.some((entry) => 'sigTst' in entry),
    hasRevocationData: entries.some((entry) => 'rVals' in entry),
  };
}

/** 5.3.1: each entry is an object, or the base64url text of one. */
function readEntry(entry: JsonValue): readonly JsonObject[] {
  if (isJsonObject(entry)) return [entry];
  const bytes = typeof entry === 'string' ? decodeBase64url(entry) : undefined;
  const json = bytes?.ok === true ? readStrictJson(bytes.value) : undefined;
  return json?.ok === true && isJsonObject(json.value.value) ? [json.value.value] : [];
}
