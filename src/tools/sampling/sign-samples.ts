import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite as ecdsaRdfc2019 } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import { createDiscloseCryptosuite, createSignCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { derive, issue, signPresentation } from '@digitalbazaar/vc';
import canonicalize from 'canonicalize';
import { SignJWT } from 'jose';
import type { JWTPayload } from 'jose';
import { bundledContexts } from '../../core/encoding/json-ld/bundled-contexts.ts';
import { canonize } from '../../core/encoding/json-ld/canonize.ts';
import { encodeBase58btc } from '../../core/encoding/multibase.ts';
import { hashWith } from '../../core/encoding/hash.ts';
import type { JsonObject } from '../../core/model/json.ts';
import type { CurveKey } from './curve-keys.ts';
import type { EdwardsKey, TokenKey } from './sample-keys.ts';

/** Suites that an independent library signs. */
const peerSuites = ['eddsa-rdfc-2022', 'Ed25519Signature2020', 'ecdsa-rdfc-2019'] as const;
type PeerSuite = (typeof peerSuites)[number];
/** The rest has no library on npm. */
export type SampleSuite = PeerSuite | 'ecdsa-sd-2023' | 'eddsa-jcs-2022' | 'ecdsa-jcs-2019' | 'Ed25519Signature2018';
/** What signs a document. */
export type DocumentKey = EdwardsKey | CurveKey;
type Document = Record<string, unknown>;

async function documentLoader(url: string): Promise<object> {
  const document = bundledContexts.get(url);
  if (document === undefined) throw new Error(`Not bundled: ${url}`);
  return { contextUrl: null, documentUrl: url, document: structuredClone(document), tag: 'static' };
}

function peerSuite(suite: PeerSuite, key: DocumentKey, created: string): object {
  if (suite === 'Ed25519Signature2020') return new Ed25519Signature2020({ ...('key2020' in key && { key: key.key2020 }), date: created });
  const cryptosuite = suite === 'eddsa-rdfc-2022' ? eddsaRdfc2022 : ecdsaRdfc2019;
  return new DataIntegrityProof({ signer: key.multikey.signer(), cryptosuite, date: created });
}

function isPeerSuite(suite: SampleSuite): suite is PeerSuite {
  return peerSuites.some((peer) => peer === suite);
}

/** A credential with one Data Integrity proof. `issuing` is before `created` where a past credential is made. */
export async function signCredential(credential: Document, suite: SampleSuite, key: DocumentKey, created: string): Promise<Document> {
  if (suite === 'ecdsa-sd-2023') return deriveForShowing(await signSelective(credential, key, created));
  if (!isPeerSuite(suite)) return suite === 'Ed25519Signature2018' ? sign2018(credential, key, created) : signJcs(credential, suite, key, created);
  const now = new Date(created);
  return issue({ credential: structuredClone(credential), suite: peerSuite(suite, key, created), documentLoader, now });
}

export async function signShare(presentation: Document, key: EdwardsKey, created: string, challenge: string, domain: string): Promise<Document> {
  const suite = peerSuite('eddsa-rdfc-2022', key, created);
  return signPresentation({ presentation: structuredClone(presentation), suite, challenge, domain, documentLoader });
}

/** A base proof: what an issuer of this suite gives the holder. Issuer and dates cannot be left out. */
export async function signSelective(credential: Document, key: DocumentKey, created: string): Promise<Document> {
  const mandatoryPointers = ['/issuer', '/validFrom', '/validUntil'].filter((pointer) => credential[pointer.slice(1)] !== undefined);
  const suite = new DataIntegrityProof({ signer: key.multikey.signer(), cryptosuite: createSignCryptosuite({ mandatoryPointers }), date: created });
  return issue({ credential: structuredClone(credential), suite, documentLoader, now: new Date(created) });
}

/** What a holder shows of it: everything but the date of the award. */
async function deriveForShowing(verifiableCredential: Document): Promise<Document> {
  const cryptosuite = createDiscloseCryptosuite({ selectivePointers: ['/id', '/name', '/credentialSubject'] });
  return derive({ verifiableCredential, suite: new DataIntegrityProof({ cryptosuite }), documentLoader });
}

/** VC-DI-EDDSA 3.3, VC-DI-ECDSA 3.3: the hash of the canonical proof options, then of the canonical document, signed as one. */
async function signJcs(credential: Document, cryptosuite: string, key: DocumentKey, created: string): Promise<Document> {
  const options = {
    '@context': credential['@context'],
    type: 'DataIntegrityProof',
    cryptosuite,
    created,
    verificationMethod: key.verificationMethod,
    proofPurpose: 'assertionMethod',
  };
  const signature = await signHashes([canonicalize(options) ?? '', canonicalize(credential) ?? ''], key);
  return { ...credential, proof: { ...options, proofValue: encodeBase58btc(signature) } };
}

/** The suite of 2018: a JWS header with `b64` false, a dot, and the hashes of the canonical graphs. */
async function sign2018(credential: Document, key: DocumentKey, created: string): Promise<Document> {
  const options = { type: 'Ed25519Signature2018', created, verificationMethod: key.verificationMethod, proofPurpose: 'assertionMethod' };
  const header = Buffer.from(JSON.stringify({ alg: 'EdDSA', b64: false, crit: ['b64'] })).toString('base64url');
  const texts = [await quadsOf({ '@context': credential['@context'], ...options }), await quadsOf(credential)];
  const signature = await signHashes(texts, key, `${header}.`);
  return { ...credential, proof: { ...options, jws: `${header}..${Buffer.from(signature).toString('base64url')}` } };
}

async function quadsOf(document: Document): Promise<string> {
  const canonized = await canonize(document as JsonObject);
  if (canonized.outcome !== 'ok') throw new Error(`Not to be signed: ${canonized.outcome}`);
  return canonized.nquads;
}

async function signHashes(texts: readonly string[], key: DocumentKey, front = ''): Promise<Uint8Array> {
  const hash = 'kind' in key && key.kind === 'P-384' ? 'SHA-384' : 'SHA-256';
  const hashes = await Promise.all(texts.map((text) => hashWith(hash, text)));
  const algorithm = 'kind' in key ? { name: 'ECDSA', hash } : 'Ed25519';
  return new Uint8Array(await crypto.subtle.sign(algorithm, key.privateKey, Buffer.concat([Buffer.from(front), ...hashes])));
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
