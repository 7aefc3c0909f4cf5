import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
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

/** Gives the second implementation our bundled contexts and the keys named, and nothing from any network. */
export function createPeerLoader(keys: readonly KeyPair[]): (url: string) => Promise<object> {
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

/** A credential signed by the second implementation with `eddsa-rdfc-2022`. */
export async function issueByPeer(credential: object, key: KeyPair, date = '2025-06-01T00:00:00Z'): Promise<Record<string, unknown>> {
  const suite = new DataIntegrityProof({ signer: key.signer(), cryptosuite, date });
  return vc.issue({ credential, suite, documentLoader: createPeerLoader([key]) });
}

/** Whether the second implementation finds a credential well signed. */
export async function isVerifiedByPeer(credential: object, key: KeyPair): Promise<boolean> {
  const suite = new DataIntegrityProof({ cryptosuite });
  return (await vc.verifyCredential({ credential, suite, documentLoader: createPeerLoader([key]) })).verified;
}
