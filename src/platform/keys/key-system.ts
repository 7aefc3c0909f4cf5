import { AbstractKeyManagementSystem } from '@veramo/key-manager';
import { encodeBase64url } from '../../core/encoding/base64url.ts';
import { encodeHex } from '../../core/encoding/hex.ts';
import type { IKey, ManagedKeyInfo, TKeyType } from '@veramo/core-types';
import type { HeldKey, Keyring } from './keyring.ts';

/** The name under which Veramo finds this key management system. */
export const keySystemName = 'vault';

const veramoTypes = { Ed25519: 'Ed25519', 'P-256': 'Secp256r1' } as const satisfies Record<HeldKey['type'], TKeyType>;

/** A key as Veramo describes it; there is no private part to describe. */
export function toManagedKey(key: HeldKey): ManagedKeyInfo {
  const algorithms = key.type === 'Ed25519' ? ['EdDSA', 'Ed25519'] : ['ES256'];
  return { kid: key.kid, kms: keySystemName, type: veramoTypes[key.type], publicKeyHex: encodeHex(key.publicKey), meta: { algorithms } };
}

/**
 * Veramo's key management on WebCrypto and the vault: keys are sealed records and non-extractable CryptoKeys, never hex.
 * What a holder key has no business with (import from outside, shared secrets) is refused.
 */
export class VaultKeySystem extends AbstractKeyManagementSystem {
  readonly #keyring: Keyring;

  constructor(keyring: Keyring) {
    super();
    this.#keyring = keyring;
  }

  override async listKeys(): Promise<ManagedKeyInfo[]> {
    return (await this.#keyring.all()).map(toManagedKey);
  }

  override async createKey({ type }: { type: TKeyType }): Promise<ManagedKeyInfo> {
    if (type !== 'Ed25519' && type !== 'Secp256r1') throw new Error('not_supported: key type');
    return toManagedKey(await this.#keyring.make(type === 'Ed25519' ? 'Ed25519' : 'P-256'));
  }

  /** Returns the signature as base64url, as Veramo's callers expect. */
  override async sign({ keyRef, data }: { keyRef: Pick<IKey, 'kid'>; data: Uint8Array }): Promise<string> {
    const key = await this.#keyring.find(keyRef.kid);
    if (key === undefined) throw new Error('key_not_found');
    return encodeBase64url(await key.sign(data));
  }

  override async importKey(): Promise<ManagedKeyInfo> {
    throw new Error('not_supported: keys are restored by the vault');
  }

  override async deleteKey(): Promise<boolean> {
    throw new Error('not_supported: keys are deleted with the vault');
  }

  override async sharedSecret(): Promise<string> {
    throw new Error('not_supported: holder keys only sign');
  }
}
