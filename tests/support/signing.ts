import canonicalize from 'canonicalize';
import { encodeBase58btc } from '../../src/core/encoding/multibase.ts';
import { sha256 } from '../../src/core/encoding/sha256.ts';
import { badgeClaims, fullBadgeClaims, plainClaims } from '../../src/tools/sampling/sample-claims.ts';
import { createEdwardsKey, createP256Key, edwardsTokenKey, fixtureSeeds } from '../../src/tools/sampling/sample-keys.ts';
import type { EdwardsKey, TokenKey } from '../../src/tools/sampling/sample-keys.ts';
import { signCredential, signShare, signToken } from '../../src/tools/sampling/sign-samples.ts';

export type Document = Record<string, unknown>;

const created = '2026-06-14T12:00:00Z';

/** The cast of the tests; keys that are always the same and protect nothing. */
export async function cast(): Promise<{ issuer: EdwardsKey; other: EdwardsKey; holder: EdwardsKey; token: TokenKey; curve: TokenKey }> {
  const [issuer, other, holder] = await Promise.all(['issuer', 'other issuer', 'holder'].map((label) => createEdwardsKey(fixtureSeeds(label))));
  if (issuer === undefined || other === undefined || holder === undefined) throw new Error('three keys were asked for');
  return { issuer, other, holder, token: edwardsTokenKey(issuer), curve: await createP256Key(fixtureSeeds('issuer p-256'), 'key') };
}

/** A badge by an issuer, with the members a test wants otherwise; `undefined` takes a member away. */
export function badge(issuer: string, changes: Document = {}, subject?: string): Document {
  const claims = badgeClaims({ issuer, id: 'https://brightwater.example/credentials/test', validFrom: created, ...(subject === undefined ? {} : { subject }) });
  return changed(claims, changes);
}

export function fullBadge(issuer: string, changes: Document = {}, subject?: string): Document {
  const claims = fullBadgeClaims({ issuer, id: 'https://brightwater.example/credentials/test', validFrom: created, ...(subject === undefined ? {} : { subject }) });
  return changed(claims, changes);
}

export function plain(issuer: string, changes: Document = {}): Document {
  return changed(plainClaims({ issuer, id: 'https://brightwater.example/credentials/plain', validFrom: created }), changes);
}

export function changed(document: Document, changes: Document): Document {
  return Object.fromEntries(Object.entries({ ...document, ...changes }).filter(([, value]) => value !== undefined));
}

/** Signed by an independent library. */
export async function signRdfc(document: Document, key: EdwardsKey): Promise<Document> {
  return signCredential(document, 'eddsa-rdfc-2022', key, created);
}

/**
 * Signed with `eddsa-jcs-2022` by the test itself, with any proof options: the way to a signature that fits around
 * something that must be refused for another reason.
 */
export async function signJcs(document: Document, key: EdwardsKey, options: Document = {}): Promise<Document> {
  const proof = changed(
    {
      '@context': document['@context'],
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-jcs-2022',
      created,
      verificationMethod: key.verificationMethod,
      proofPurpose: 'assertionMethod',
    },
    options,
  );
  const hashes = await Promise.all([sha256(canonicalize(proof) ?? ''), sha256(canonicalize(document) ?? '')]);
  const signature = await crypto.subtle.sign('Ed25519', key.privateKey, Buffer.concat(hashes));
  return { ...document, proof: { ...proof, proofValue: encodeBase58btc(new Uint8Array(signature)) } };
}

export function presentation(holder: string | undefined, credentials: unknown, changes: Document = {}): Document {
  const document = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiablePresentation'], ...(holder === undefined ? {} : { holder }) };
  return changed({ ...document, verifiableCredential: credentials }, changes);
}

export async function signPresentation(document: Document, key: EdwardsKey, challenge: string, domain: string): Promise<Document> {
  return signShare(document, key, created, challenge, domain);
}

/** A compact token with any header, signed with Ed25519; the header is taken as it is. */
export async function signRaw(header: Document, payload: unknown, key: EdwardsKey): Promise<string> {
  const part = (value: unknown): string => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
  const input = `${part(header)}.${part(payload)}`;
  const signature = await crypto.subtle.sign('Ed25519', key.privateKey, Buffer.from(input));
  return `${input}.${Buffer.from(signature).toString('base64url')}`;
}

export { signToken };
