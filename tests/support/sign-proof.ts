import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { ed25519 } from '@noble/curves/ed25519.js';
import { base58 } from '@scure/base';
import canonicalize from 'canonicalize';
import { bundledContexts } from '../../src/core/encoding/json-ld/bundled-contexts.ts';
import type { JsonObject, JsonValue } from '../../src/core/model/json.ts';

const stock = createRequire(import.meta.url)('jsonld') as { canonize(document: object, options: object): Promise<string> };

/** An Ed25519 key made on the spot, as did:key. */
export interface TestKey {
  readonly secret: Uint8Array;
  readonly did: string;
  readonly method: string;
}

export function createTestKey(secret: Uint8Array = ed25519.utils.randomSecretKey()): TestKey {
  const text = `z${base58.encode(new Uint8Array([0xed, 0x01, ...ed25519.getPublicKey(secret)]))}`;
  return { secret, did: `did:key:${text}`, method: `did:key:${text}#${text}` };
}

export interface SigningChoices {
  readonly suite?: 'eddsa-rdfc-2022' | 'eddsa-jcs-2022' | 'Ed25519Signature2020';
  /** Members of the proof that differ from the usual ones, or `undefined` to leave one out. */
  readonly proof?: Readonly<Record<string, JsonValue | undefined>>;
  /** Contexts that the signer, unlike us, is willing to load. */
  readonly foreignContexts?: Readonly<Record<string, object>>;
  /** Signs without safe mode, as a careless signer would. */
  readonly careless?: boolean;
}

/** The proof options that a signer of this suite would write. */
function proofOptionsOf(key: TestKey, { suite = 'eddsa-rdfc-2022', proof = {} }: SigningChoices): JsonObject {
  const kind = suite === 'Ed25519Signature2020' ? { type: suite } : { type: 'DataIntegrityProof', cryptosuite: suite };
  const all: Readonly<Record<string, JsonValue | undefined>> = { ...kind, created: '2025-06-01T00:00:00Z', verificationMethod: key.method, proofPurpose: 'assertionMethod', ...proof };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined));
}

/** Signs a document with the published JSON-LD library or JCS, and noble: nothing of ours but the contexts. */
export async function signDocument(document: JsonObject, key: TestKey, choices: SigningChoices = {}): Promise<JsonObject> {
  const options = proofOptionsOf(key, choices);
  const isJcs = options['cryptosuite'] === 'eddsa-jcs-2022' || choices.suite === 'eddsa-jcs-2022';
  const toText = async (value: JsonObject): Promise<string> => {
    if (isJcs) return canonicalize(value) ?? '';
    const documentLoader = async (url: string): Promise<object> => ({ contextUrl: null, documentUrl: url, document: choices.foreignContexts?.[url] ?? bundledContexts.get(url) });
    return stock.canonize(value, { documentLoader, base: null, safe: choices.careless !== true });
  };
  const withContext = isJcs ? options : { '@context': document['@context'] ?? null, ...options };
  const digests = [await toText(withContext), await toText(document)].map((text) => createHash('sha256').update(text).digest());
  const signature = ed25519.sign(new Uint8Array(Buffer.concat(digests)), key.secret);
  return { ...document, proof: { ...options, proofValue: `z${base58.encode(signature)}` } };
}
