import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import type { EcdsaKeyPair } from '@digitalbazaar/ecdsa-multikey';
import { generate as generateCurve } from '@digitalbazaar/ecdsa-multikey';
import { cryptosuite as ecdsaRdfc2019 } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import type { KeyPair } from '@digitalbazaar/ed25519-multikey';
import { generate } from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { bundledContexts } from '../../src/core/encoding/json-ld/bundled-contexts.ts';

/** A did:key of the second implementation, with its one method as id. */
export async function generatePeerKey(): Promise<KeyPair> {
  const key = await generate();
  key.controller = `did:key:${key.publicKeyMultibase}`;
  key.id = `${key.controller}#${key.publicKeyMultibase}`;
  return key;
}

/** The same on a NIST curve. */
export async function generatePeerCurveKey(curve: 'P-256' | 'P-384'): Promise<EcdsaKeyPair> {
  const key = await generateCurve({ curve });
  key.controller = `did:key:${key.publicKeyMultibase}`;
  key.id = `${key.controller}#${key.publicKeyMultibase}`;
  return key;
}

export type PeerKey = KeyPair | EcdsaKeyPair;

/** Gives the second implementation our bundled contexts and the keys named, and nothing from any network. */
export function createPeerLoader(keys: readonly PeerKey[]): (url: string) => Promise<object> {
  return async (url) => {
    const context = bundledContexts.get(url);
    if (context !== undefined) return { contextUrl: null, documentUrl: url, document: context, tag: 'static' };
    const key = keys.find((candidate) => candidate.id === url || candidate.controller === url);
    if (key === undefined) throw new Error(`peer asked for ${url}`);
    const method = await key.export({ publicKey: true, includeContext: true });
    const controllerDocument = { '@context': ['https://www.w3.org/ns/did/v1'], id: key.controller, assertionMethod: [method], authentication: [method] };
    return { contextUrl: null, documentUrl: url, document: url === key.id ? method : controllerDocument };
  };
}

const suites = { 'eddsa-rdfc-2022': cryptosuite, 'ecdsa-rdfc-2019': ecdsaRdfc2019 } as const;
type PeerSuite = keyof typeof suites;

/** A credential signed by the second implementation. */
export async function issueByPeer(credential: object, key: PeerKey, date = '2025-06-01T00:00:00Z', name: PeerSuite = 'eddsa-rdfc-2022'): Promise<Record<string, unknown>> {
  const suite = new DataIntegrityProof({ signer: key.signer(), cryptosuite: suites[name], date });
  return vc.issue({ credential, suite, documentLoader: createPeerLoader([key]) });
}

/** Whether the second implementation finds a credential well signed. */
export async function isVerifiedByPeer(credential: object, key: PeerKey, name: PeerSuite = 'eddsa-rdfc-2022'): Promise<boolean> {
  const suite = new DataIntegrityProof({ cryptosuite: suites[name] });
  return (await vc.verifyCredential({ credential, suite, documentLoader: createPeerLoader([key]) })).verified;
}
