import { createHash } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite as ecdsaRdfc2019 } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import { createDiscloseCryptosuite, createVerifyCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { checkStatus as askStatusPeer } from '@digitalbazaar/vc-bitstring-status-list';
import { p256, p384 } from '@noble/curves/nist.js';
import { base58 } from '@scure/base';
import { SDJwtInstance } from '@sd-jwt/core';
import { compactVerify, generalVerify, importJWK, importX509 } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { bundledContexts } from '../../src/core/encoding/json-ld/bundled-contexts.ts';

/** What a second implementation says of a signature and of whose it is; `no-peer` where none knows this way of signing. */
export type Opinion = 'fits' | 'refused' | 'no-peer';
type Document = Record<string, unknown>;

const isObject = (value: unknown): value is Document => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const issuerOf = ({ issuer }: Document): string => textOf(isObject(issuer) ? issuer['id'] : issuer);

/** The key of a did:key or did:jwk, by the multicodec table and noble: nothing of ours. */
function jwkOf(did: string): JWK | undefined {
  if (did.startsWith('did:jwk:')) return JSON.parse(Buffer.from(did.slice('did:jwk:'.length), 'base64url').toString()) as JWK;
  if (!did.startsWith('did:key:z')) return undefined;
  const coded = base58.decode(did.slice('did:key:z'.length));
  const [code, key] = [Buffer.from(coded.slice(0, 2)).toString('hex'), coded.slice(2)];
  const part = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
  if (code === 'ed01') return { kty: 'OKP', crv: 'Ed25519', x: part(key) };
  const curve = code === '8024' ? ({ crv: 'P-256', noble: p256 } as const) : code === '8124' ? ({ crv: 'P-384', noble: p384 } as const) : undefined;
  const point = curve?.noble.Point.fromBytes(key).toBytes(false);
  if (curve === undefined || point === undefined) return undefined;
  const half = (point.length - 1) / 2;
  return { kty: 'EC', crv: curve.crv, x: part(point.slice(1, 1 + half)), y: part(point.slice(1 + half)) };
}

/** Contexts as the project has them, did:key documents in the shape that the suite asks for, and nothing else. */
function loaderFor(is2020: boolean): (url: string) => Promise<object> {
  return async (url) => {
    const context = bundledContexts.get(url);
    if (context !== undefined) return { contextUrl: null, documentUrl: url, document: context, tag: 'static' };
    const [did = ''] = url.split('#');
    if (!did.startsWith('did:key:')) throw new Error(`peer asked for ${url}`);
    const multibase = did.slice('did:key:'.length);
    const [type, ownContext] = is2020 ? ['Ed25519VerificationKey2020', 'https://w3id.org/security/suites/ed25519-2020/v1'] : ['Multikey', 'https://w3id.org/security/multikey/v1'];
    const method = { '@context': ownContext, id: `${did}#${multibase}`, type, controller: did, publicKeyMultibase: multibase };
    const document = { '@context': ['https://www.w3.org/ns/did/v1', ownContext], id: did, verificationMethod: [method], assertionMethod: [method], authentication: [method] };
    return { contextUrl: null, documentUrl: url, document: url === did ? document : method };
  };
}

function suiteOf(proof: Document): object | undefined {
  if (proof['type'] === 'Ed25519Signature2020') return new Ed25519Signature2020();
  const known: Readonly<Record<string, () => object>> = { 'eddsa-rdfc-2022': () => eddsaRdfc2022, 'ecdsa-rdfc-2019': () => ecdsaRdfc2019, 'ecdsa-sd-2023': createVerifyCryptosuite };
  const cryptosuite = proof['type'] === 'DataIntegrityProof' ? known[textOf(proof['cryptosuite'])]?.() : undefined;
  return cryptosuite === undefined ? undefined : new DataIntegrityProof({ cryptosuite });
}

/** The day on which the document says that it begins: dates are not what is asked here. */
function dayOf(document: Document): Date {
  return new Date(textOf(document['validFrom'] ?? document['issuanceDate']) || '2026-06-14T12:00:00Z');
}

async function opinionOfDocument(document: Document): Promise<Opinion> {
  const proofs = (Array.isArray(document['proof']) ? document['proof'] : [document['proof']]).filter(isObject);
  const suites = proofs.map(suiteOf).filter((suite) => suite !== undefined);
  if (proofs.length === 0 || suites.length !== proofs.length) return 'no-peer';
  const documentLoader = loaderFor(proofs[0]?.['type'] === 'Ed25519Signature2020');
  const [proof] = proofs;
  const suite = suites as unknown as object;
  if (document['verifiableCredential'] !== undefined) {
    // What is inside is judged on its own.
    const { verifiableCredential: inside, ...rest } = document;
    const share = { presentation: { ...rest, verifiableCredential: inside }, suite, documentLoader, challenge: textOf(proof?.['challenge']), domain: textOf(proof?.['domain']) };
    const seen = (await vc.verify({ ...share, now: new Date('2026-11-21T12:00:00Z') })) as { presentationResult?: { verified: boolean } };
    return seen.presentationResult?.verified === true && textOf(document['holder']) === textOf(proof?.['verificationMethod']).split('#')[0] ? 'fits' : 'refused';
  }
  const credential = isCopy(proof) ? await deriveAll(document, documentLoader) : document;
  const { verified } = await vc.verifyCredential({ credential, suite, documentLoader, now: dayOf(document), checkStatus: async () => ({ verified: true }) });
  return verified ? 'fits' : 'refused';
}

/** VC-DI-ECDSA 3.4.7: the holder's own copy begins with these bytes; it is judged by what can be shown of it. */
function isCopy(proof: Document | undefined): boolean {
  return proof?.['cryptosuite'] === 'ecdsa-sd-2023' && Buffer.from(textOf(proof['proofValue']).slice(1), 'base64url').subarray(0, 3).toString('hex') === 'd95d00';
}

async function deriveAll(document: Document, documentLoader: (url: string) => Promise<object>): Promise<object> {
  const selectivePointers = Object.keys(document).filter((member) => !['@context', 'type', 'proof'].includes(member)).map((member) => `/${member}`);
  const suite = new DataIntegrityProof({ cryptosuite: createDiscloseCryptosuite({ selectivePointers }) });
  return vc.derive({ verifiableCredential: document, suite, documentLoader });
}

/** What the peer for Bitstring Status List says of a credential's entries, with what addresses answer. */
export async function secondStatus(credential: Document, answers: Readonly<Record<string, string>>): Promise<'in-force' | 'cancelled' | 'no-answer'> {
  const known = loaderFor(false);
  const documentLoader = async (url: string): Promise<object> => {
    const answer = answers[url];
    return answer === undefined ? known(url) : { contextUrl: null, documentUrl: url, document: JSON.parse(answer) as object };
  };
  const suite = new DataIntegrityProof({ cryptosuite: eddsaRdfc2022 });
  try {
    const { verified, results } = await askStatusPeer({ credential, suite, documentLoader, verifyBitstringStatusListCredential: true });
    if (results === undefined || results.length === 0 || results.some(({ status }) => status === undefined)) return 'no-answer';
    return results.some(({ status }) => status === true) ? 'cancelled' : verified ? 'in-force' : 'no-answer';
  } catch {
    return 'no-answer';
  }
}

/** RFC 7515 by jose; the key is that of `kid`, which must be of the issuer's DID, else that of the issuer. */
async function keyOfToken(header: Document, payload: Document): Promise<CryptoKey | undefined> {
  const issuer = textOf(payload['iss']) || issuerOf(isObject(payload['vc']) ? payload['vc'] : payload) || textOf(payload['holder']);
  const kid = textOf(header['kid']);
  const did = kid.startsWith('did:') ? (kid.split('#')[0] ?? '') : issuer;
  if (issuer.startsWith('did:') && did !== issuer) return undefined;
  const jwk = !issuer.startsWith('did:') && isObject(header['jwk']) ? (header['jwk'] as JWK) : jwkOf(did);
  return jwk === undefined ? undefined : ((await importJWK(jwk, textOf(header['alg']))) as CryptoKey);
}

function partOf(text: string | undefined): Document {
  return JSON.parse(Buffer.from(text ?? '', 'base64url').toString()) as Document;
}

async function opinionOfToken(token: string): Promise<Opinion> {
  const [header, payload] = token.split('.', 2).map(partOf);
  const key = await keyOfToken(header ?? {}, payload ?? {});
  if (key === undefined) return 'refused';
  await compactVerify(token, key);
  return 'fits';
}

async function opinionOfSelective(text: string): Promise<Opinion> {
  const [header, payload] = (text.split('~')[0] ?? '').split('.', 2).map(partOf);
  const key = await keyOfToken(header ?? {}, payload ?? {});
  if (key === undefined) return 'refused';
  const [binding = ''] = text.split('~').slice(-1);
  const stated = binding === '' ? {} : partOf(binding.split('.')[1]);
  const verified = async (token: string, using: CryptoKey): Promise<boolean> => compactVerify(token, using).then(() => true, () => false);
  const peer = new SDJwtInstance({
    hasher: (data, alg) => new Uint8Array(createHash(alg.replace('-', '')).update(typeof data === 'string' ? data : new Uint8Array(data)).digest()),
    verifier: async (data: string, signature: string) => verified(`${data}.${signature}`, key),
    kbVerifier: async (data: string, signature: string, body: unknown) => {
      const { cnf } = body as { cnf?: { jwk?: JWK } };
      const head = partOf(data.split('.')[0]);
      return cnf?.jwk !== undefined && verified(`${data}.${signature}`, (await importJWK(cnf.jwk, textOf(head['alg']))) as CryptoKey);
    },
  });
  const options = binding === '' ? {} : { keyBindingNonce: textOf(stated['nonce']) };
  await peer.verify(text, { ...options, currentDate: Number(payload?.['iat'] ?? 0) + 1 });
  return 'fits';
}

/** RFC 7515 7.2 by jose; a seal with the certificate that it brings along, its dates and its issuer left aside. */
async function opinionOfSeparateParts(document: Document): Promise<Opinion> {
  const signatures = (Array.isArray(document['signatures']) ? document['signatures'] : [document]) as readonly Document[];
  const header = partOf(textOf(signatures[0]?.['protected']));
  const certificates = Array.isArray(header['x5c']) ? (header['x5c'] as readonly string[]) : [];
  const payload = textOf(document['payload']);
  const pem = `-----BEGIN CERTIFICATE-----\n${certificates[0] ?? ''}\n-----END CERTIFICATE-----`;
  const key = certificates.length > 0 ? await importX509(pem, textOf(header['alg'])) : await keyOfToken(header, partOf(payload));
  if (key === undefined) return 'refused';
  const entries = signatures.map((entry) => ({ protected: textOf(entry['protected']), signature: textOf(entry['signature']) }));
  await generalVerify({ payload, signatures: entries }, key, { crit: { sigT: true, adoTst: true } });
  return 'fits';
}

/** What the second implementations say of one secured document or token. A refusal by an error is a refusal. */
export async function secondOpinion(text: string): Promise<Opinion> {
  try {
    const trimmed = text.trim();
    if (trimmed.startsWith('ey')) return await (trimmed.includes('~') ? opinionOfSelective(trimmed) : opinionOfToken(trimmed));
    if (!trimmed.startsWith('{')) return 'no-peer';
    const document = JSON.parse(trimmed) as Document;
    if (typeof document['payload'] === 'string') return await opinionOfSeparateParts(document);
    return await opinionOfDocument(document);
  } catch {
    return 'refused';
  }
}
