import { joinParts, toBytes, utf8 } from './join-parts.ts';
import type { Bytes } from './join-parts.ts';

/** Keys of an open vault, all non-extractable. [Note: Key hierarchy] root -> purpose keys -> one key per record. */
export interface VaultKeys {
  readonly vaultId: string;
  readonly epoch: number;
  /** HKDF key from which each record's own key comes. */
  readonly records: CryptoKey;
  /** HMAC-SHA-256 over the header text. */
  readonly header: CryptoKey;
}

async function hkdfBits(secret: CryptoKey, salt: Uint8Array, info: Uint8Array): Promise<Bytes> {
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: toBytes(salt), info: toBytes(info) };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, secret, 256));
}

async function toHkdfKey(bytes: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', toBytes(bytes), 'HKDF', false, ['deriveBits', 'deriveKey']);
}

/** HKDF-SHA-256 (RFC 5869), 32 bytes out. */
export async function hkdf(secret: Uint8Array, salt: Uint8Array, info: Uint8Array): Promise<Bytes> {
  return hkdfBits(await toHkdfKey(secret), salt, info);
}

/** Purpose keys from the 32 bytes of the root key. The caller zero-fills `root`. */
export async function deriveVaultKeys(root: Uint8Array, vaultId: string, epoch: number): Promise<VaultKeys> {
  const rootKey = await toHkdfKey(root);
  const salt = utf8(vaultId);
  const recordBits = await hkdfBits(rootKey, salt, joinParts('mecum/1/rec/', epoch));
  const macBits = await hkdfBits(rootKey, salt, joinParts('mecum/1/mac/header', epoch));
  const records = await toHkdfKey(recordBits);
  const header = await crypto.subtle.importKey('raw', macBits, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
  recordBits.fill(0);
  macBits.fill(0);
  return { vaultId, epoch, records, header };
}

/** The key of one record in one store: no two records share a key, so random IVs never run out. */
export async function deriveRecordKey(keys: VaultKeys, store: string, id: string): Promise<CryptoKey> {
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: utf8(id), info: joinParts('mecum/1/one/', store) };
  return crypto.subtle.deriveKey(parameters, keys.records, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
