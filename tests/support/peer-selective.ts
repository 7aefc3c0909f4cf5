import { createHmac, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as primitives from '@digitalbazaar/di-sd-primitives';
import type { EcdsaKeyPair } from '@digitalbazaar/ecdsa-multikey';
import { createDiscloseCryptosuite, createSignCryptosuite, createVerifyCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { p256 } from '@noble/curves/nist.js';
import { encode } from 'cborg';
import type { JsonObject } from '../../src/core/model/json.ts';
import { createPeerLoader } from './peer.ts';
import type { TestKey } from './sign-proof.ts';

const created = '2025-06-01T00:00:00Z';

/** A base proof by the second implementation. It cannot sign ordered lists (`allowedValue`). */
export async function issueSelective(credential: object, key: EcdsaKeyPair, mandatoryPointers: readonly string[]): Promise<JsonObject> {
  const suite = new DataIntegrityProof({ signer: key.signer(), cryptosuite: createSignCryptosuite({ mandatoryPointers }), date: created });
  return (await vc.issue({ credential: structuredClone(credential), suite, documentLoader: createPeerLoader([key]) })) as JsonObject;
}

/** What its holder would show. */
export async function deriveByPeer(base: JsonObject, key: EcdsaKeyPair, selectivePointers: readonly string[]): Promise<JsonObject> {
  const suite = new DataIntegrityProof({ cryptosuite: createDiscloseCryptosuite({ selectivePointers }) });
  return (await vc.derive({ verifiableCredential: structuredClone(base), suite, documentLoader: createPeerLoader([key]) })) as JsonObject;
}

export async function isDerivedVerifiedByPeer(credential: JsonObject, key: EcdsaKeyPair): Promise<boolean> {
  const suite = new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() });
  return (await vc.verifyCredential({ credential, suite, documentLoader: createPeerLoader([key]) })).verified;
}

type Graph = Readonly<Record<string, unknown>>;
const stock = createRequire(import.meta.url)('jsonld') as {
  expand(document: object, options: object): Promise<readonly Graph[]>;
  compact(document: object, context: unknown, options: object): Promise<object>;
};

/** Names of nodes in an expanded document; the second implementation's own breaks on ordered lists. */
function nameExpanded(values: readonly unknown[], next: () => string): readonly unknown[] {
  return values.map((value) => {
    if (typeof value !== 'object' || value === null || '@value' in value) return value;
    const node = value as Graph;
    if (Array.isArray(node['@list'])) return { '@list': nameExpanded(node['@list'], next) };
    const members = Object.entries(node).map(([key, member]) => [key, Array.isArray(member) ? nameExpanded(member, next) : member]);
    return { ...Object.fromEntries(members), '@id': node['@id'] ?? `urn:bnid:_${next()}` };
  });
}

/** A base proof over any document, by the steps of VC-DI-ECDSA 3.4 and the second implementation's primitives. */
export async function signSelective(document: JsonObject, key: TestKey, mandatoryPointers: readonly string[]): Promise<JsonObject> {
  const options = { documentLoader: createPeerLoader([]) };
  const strict = { ...options, safe: true };
  let count = 0;
  const named = nameExpanded(await stock.expand(document, strict), () => String((count += 1)));
  const hmacKey = new Uint8Array(randomBytes(32));
  const hmac = { sign: async (data: Uint8Array): Promise<Uint8Array> => new Uint8Array(createHmac('sha256', hmacKey).update(data).digest()) };
  const whole = await primitives.toDeskolemizedNQuads({ document: named as object, options });
  const { nquads, labelMap } = await primitives.labelReplacementCanonicalizeNQuads({ nquads: whole, labelMapFactoryFunction: primitives.createHmacIdLabelMapFunction({ hmac }), options });
  const compact = await stock.compact(named, document['@context'], strict);
  const selected = new Set((await primitives.selectCanonicalNQuads({ document: compact, pointers: mandatoryPointers, labelMap, options })).nquads);
  const proof = { type: 'DataIntegrityProof', cryptosuite: 'ecdsa-sd-2023', created, verificationMethod: key.method, proofPurpose: 'assertionMethod' };
  const proofSecret = p256.utils.randomSecretKey();
  const proofKey = new Uint8Array([0x80, 0x24, ...p256.getPublicKey(proofSecret, true)]);
  const { mandatoryHash } = await primitives.hashMandatory({ mandatory: nquads.filter((line) => selected.has(line)) });
  const proofHash = await primitives.hashCanonizedProof({ document, proof, options });
  const sign = (bytes: Uint8Array, secret: Uint8Array): Uint8Array => p256.sign(bytes, secret, { lowS: false });
  const signatures = nquads.filter((line) => !selected.has(line)).map((line) => sign(new TextEncoder().encode(line), proofSecret));
  const baseSignature = sign(new Uint8Array([...proofHash, ...proofKey, ...mandatoryHash]), key.secret);
  const value = encode([baseSignature, proofKey, hmacKey, signatures, [...mandatoryPointers]]);
  return { ...document, proof: { ...proof, proofValue: `u${Buffer.from([0xd9, 0x5d, 0, ...value]).toString('base64url')}` } };
}
