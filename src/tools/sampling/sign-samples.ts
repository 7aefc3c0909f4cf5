import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue, signPresentation } from '@digitalbazaar/vc';
import canonicalize from 'canonicalize';
import { SignJWT } from 'jose';
import type { JWTPayload } from 'jose';
import { bundledContexts } from '../../core/encoding/json-ld/bundled-contexts.ts';
import { encodeBase58btc } from '../../core/encoding/multibase.ts';
import { sha256 } from '../../core/encoding/sha256.ts';
import type { EdwardsKey, TokenKey } from './sample-keys.ts';

/** Suites of the samples. The first two are signed by an independent library, the third has none on npm. */
export type SampleSuite = 'eddsa-rdfc-2022' | 'Ed25519Signature2020' | 'eddsa-jcs-2022';
type Document = Record<string, unknown>;

async function documentLoader(url: string): Promise<object> {
  const document = bundledContexts.get(url);
  if (document === undefined) throw new Error(`Not bundled: ${url}`);
  return { contextUrl: null, documentUrl: url, document: structuredClone(document), tag: 'static' };
}

function peerSuite(suite: Exclude<SampleSuite, 'eddsa-jcs-2022'>, key: EdwardsKey, created: string): object {
  return suite === 'eddsa-rdfc-2022'
    ? new DataIntegrityProof({ signer: key.multikey.signer(), cryptosuite: eddsaRdfc2022, date: created })
    : new Ed25519Signature2020({ key: key.key2020, date: created });
}

/** A credential with one Data Integrity proof. `issuing` is before `created` where a past credential is made. */
export async function signCredential(credential: Document, suite: SampleSuite, key: EdwardsKey, created: string): Promise<Document> {
  if (suite === 'eddsa-jcs-2022') return signJcs(credential, key, created);
  const now = new Date(created);
  return issue({ credential: structuredClone(credential), suite: peerSuite(suite, key, created), documentLoader, now });
}

export async function signShare(presentation: Document, key: EdwardsKey, created: string, challenge: string, domain: string): Promise<Document> {
  const suite = peerSuite('eddsa-rdfc-2022', key, created);
  return signPresentation({ presentation: structuredClone(presentation), suite, challenge, domain, documentLoader });
}

/** VC-DI-EDDSA 3.3: SHA-256 of the canonical proof options, then of the canonical document, signed as one. */
async function signJcs(credential: Document, key: EdwardsKey, created: string): Promise<Document> {
  const options = {
    '@context': credential['@context'],
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    created,
    verificationMethod: key.verificationMethod,
    proofPurpose: 'assertionMethod',
  };
  const [optionsHash, documentHash] = await Promise.all([sha256(canonicalize(options) ?? ''), sha256(canonicalize(credential) ?? '')]);
  const signature = await crypto.subtle.sign('Ed25519', key.privateKey, Buffer.concat([optionsHash, documentHash]));
  return { ...credential, proof: { ...options, proofValue: encodeBase58btc(new Uint8Array(signature)) } };
}

/** A compact JWS over a payload; `typ`, `kid` and `jwk` as the profile wants them. */
export async function signToken(payload: Document, key: TokenKey, typ: string | undefined): Promise<string> {
  const header = {
    alg: key.alg,
    ...(typ === undefined ? {} : { typ }),
    ...(key.kid === undefined ? {} : { kid: key.kid }),
    ...(key.jwk === undefined ? {} : { jwk: key.jwk }),
  };
  return new SignJWT(payload as JWTPayload).setProtectedHeader(header).sign(key.privateKey);
}
