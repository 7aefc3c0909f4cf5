import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256, p384 } from '@noble/curves/nist.js';
import { base58 } from '@scure/base';
import canonicalize from 'canonicalize';
import { bundledContexts } from '../../src/core/encoding/json-ld/bundled-contexts.ts';
import type { JsonObject, JsonValue } from '../../src/core/model/json.ts';

const stock = createRequire(import.meta.url)('jsonld') as { canonize(document: object, options: object): Promise<string> };

/** A key made on the spot, as did:key; Ed25519 unless it says otherwise. */
export interface TestKey {
  readonly kind?: 'P-256' | 'P-384';
  readonly secret: Uint8Array;
  readonly did: string;
  readonly method: string;
}

export function createTestKey(secret: Uint8Array = ed25519.utils.randomSecretKey()): TestKey {
  const text = `z${base58.encode(new Uint8Array([0xed, 0x01, ...ed25519.getPublicKey(secret)]))}`;
  return { secret, did: `did:key:${text}`, method: `did:key:${text}#${text}` };
}

const curves = { 'P-256': { noble: p256, code: [0x80, 0x24] }, 'P-384': { noble: p384, code: [0x81, 0x24] } } as const;

export function createCurveKey(kind: 'P-256' | 'P-384'): TestKey {
  const { noble, code } = curves[kind];
  const secret = noble.utils.randomSecretKey();
  const text = `z${base58.encode(new Uint8Array([...code, ...noble.getPublicKey(secret, true)]))}`;
  return { kind, secret, did: `did:key:${text}`, method: `did:key:${text}#${text}` };
}

const olderSuites = ['Ed25519Signature2020', 'Ed25519Signature2018'] as const;

export interface SigningChoices {
  readonly suite?: 'eddsa-rdfc-2022' | 'eddsa-jcs-2022' | 'ecdsa-rdfc-2019' | 'ecdsa-jcs-2019' | (typeof olderSuites)[number];
  /** Members of the proof that differ from the usual ones, or `undefined` to leave one out. */
  readonly proof?: Readonly<Record<string, JsonValue | undefined>>;
  /** Contexts that the signer, unlike us, is willing to load. */
  readonly foreignContexts?: Readonly<Record<string, object>>;
  /** Another hash than that of the key. */
  readonly hash?: 'sha256';
  /** Another header than that of `Ed25519Signature2018`. */
  readonly jwsHeader?: object;
  /** The proofs before, which a chained proof signs as well. */
  readonly previous?: readonly JsonObject[];
  /** Signs without safe mode, as a careless signer would. */
  readonly careless?: boolean;
}

/** The proof options that a signer of this suite would write. */
function proofOptionsOf(key: TestKey, { suite = 'eddsa-rdfc-2022', proof = {} }: SigningChoices): JsonObject {
  const kind = olderSuites.some((older) => older === suite) ? { type: suite } : { type: 'DataIntegrityProof', cryptosuite: suite };
  const all: Readonly<Record<string, JsonValue | undefined>> = { ...kind, created: '2025-06-01T00:00:00Z', verificationMethod: key.method, proofPurpose: 'assertionMethod', ...proof };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined));
}

/** The canonical graph of a document, by the published JSON-LD library. */
export async function graphOf(document: JsonObject): Promise<string> {
  const documentLoader = async (url: string): Promise<object> => ({ contextUrl: null, documentUrl: url, document: bundledContexts.get(url) });
  return stock.canonize(document, { documentLoader, base: null, safe: true });
}

/** Signs a document with the published JSON-LD library or JCS, and noble: nothing of ours but the contexts. */
export async function signDocument(document: JsonObject, key: TestKey, choices: SigningChoices = {}): Promise<JsonObject> {
  const options = proofOptionsOf(key, choices);
  const isJcs = [options['cryptosuite'], choices.suite].some((name) => typeof name === 'string' && name.includes('-jcs-'));
  const hash = choices.hash ?? (key.kind === 'P-384' ? 'sha384' : 'sha256');
  const toText = async (value: JsonObject): Promise<string> => {
    if (isJcs) return canonicalize(value) ?? '';
    const documentLoader = async (url: string): Promise<object> => ({ contextUrl: null, documentUrl: url, document: choices.foreignContexts?.[url] ?? bundledContexts.get(url) });
    return stock.canonize(value, { documentLoader, base: null, safe: choices.careless !== true, canonizeOptions: { messageDigestAlgorithm: hash } });
  };
  const withContext = isJcs ? options : { '@context': document['@context'] ?? null, ...options };
  const digests = [await toText(withContext), await toText(choices.previous === undefined ? document : { ...document, proof: choices.previous })].map((text) => createHash(hash).update(text).digest());
  const signed = new Uint8Array(Buffer.concat(digests));
  if (choices.suite === 'Ed25519Signature2018') return { ...document, proof: { ...options, jws: detachedJws(signed, key, choices.jwsHeader) } };
  const signature = key.kind === undefined ? ed25519.sign(signed, key.secret) : curves[key.kind].noble.sign(signed, key.secret, { lowS: false });
  return { ...document, proof: { ...options, proofValue: `z${base58.encode(signature)}` } };
}

/** A JWS over bytes that are not in it (RFC 7797); any header. */
function detachedJws(signed: Uint8Array, key: TestKey, header: object = { alg: 'EdDSA', b64: false, crit: ['b64'] }): string {
  const front = Buffer.from(JSON.stringify(header)).toString('base64url');
  const signature = ed25519.sign(new Uint8Array(Buffer.concat([Buffer.from(`${front}.`), signed])), key.secret);
  return `${front}..${Buffer.from(signature).toString('base64url')}`;
}
