import { deflateSync, gzipSync } from 'node:zlib';
import type { Answer } from '../../src/core/model/answers.ts';
import type { EdwardsKey } from '../../src/tools/sampling/sample-keys.ts';
import { testNow } from './examining.ts';
import { plain, signJcs, signRaw } from './signing.ts';
import type { Document } from './signing.ts';

/** Where the lists of the tests are. */
export const listAddress = 'https://brightwater.example/status/3';
const listContexts = ['https://www.w3.org/ns/credentials/v2'];

/** Bits with the most significant first, some of them set, gzip and base64url as Bitstring Status List 2.2 says. */
export function encodeBitstring(set: readonly number[], entries = 131_072): string {
  const bytes = new Uint8Array(Math.ceil(entries / 8));
  for (const index of set) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (128 >> (index & 7));
  return `u${gzipSync(bytes).toString('base64url')}`;
}

export function bitstringClaims(issuer: string, set: readonly number[], changes: Document = {}, subject: Document = {}): Document {
  const list = { '@context': listContexts, id: listAddress, type: ['VerifiableCredential', 'BitstringStatusListCredential'], issuer, validFrom: '2026-11-01T00:00:00Z' };
  const credentialSubject = { id: `${listAddress}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: encodeBitstring(set), ...subject };
  return { ...list, credentialSubject, ...changes };
}

export async function bitstringList(key: EdwardsKey, set: readonly number[], changes: Document = {}, subject: Document = {}): Promise<Document> {
  return signJcs(bitstringClaims(key.did, set, changes, subject), key);
}

/** An entry at index 5 for revocation. */
export function bitstringEntry(changes: Document = {}): Document {
  return { type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '5', statusListCredential: listAddress, ...changes };
}

/** A signed credential with these status entries. */
export async function withStatus(key: EdwardsKey, credentialStatus: unknown, changes: Document = {}): Promise<Document> {
  return signJcs({ ...plain(key.did), credentialStatus, ...changes }, key);
}

export function answered(content: unknown, changes: Partial<Answer> = {}): Answer {
  const bytes = content instanceof Uint8Array ? content : new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
  return { url: listAddress, bytes, basis: 'live', at: testNow, ...changes };
}

/** A Status List Token over raw bytes. */
export async function statusToken(key: EdwardsKey, bytes: Uint8Array, bits: number, changes: Document = {}, header: Document = {}): Promise<string> {
  const payload = { sub: listAddress, iat: Math.floor(testNow / 1_000) - 60, ttl: 43_200, status_list: { bits, lst: deflateSync(bytes, { level: 9 }).toString('base64url') }, ...changes };
  return signRaw({ alg: 'EdDSA', typ: 'statuslist+jwt', kid: key.verificationMethod, ...header }, payload, key);
}
