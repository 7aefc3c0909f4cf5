import type { IIdentifier, IKey, ManagedKeyInfo } from '@veramo/core-types';
import { AbstractDIDStore } from '@veramo/did-manager';
import { AbstractKeyStore } from '@veramo/key-manager';
import { toManagedKey } from './key-system.ts';
import type { HeldKey, Keyring } from './keyring.ts';

/** The name by which the holder DID of a type is found. */
export function aliasOf(type: HeldKey['type']): string {
  return `holder ${type}`;
}

/** Veramo's key store on the keyring. A key is written with its DID, in one record, so nothing is written here. */
export class KeyringKeyStore extends AbstractKeyStore {
  readonly #keyring: Keyring;

  constructor(keyring: Keyring) {
    super();
    this.#keyring = keyring;
  }

  override async importKey(args: Partial<IKey>): Promise<boolean> {
    return args.kid !== undefined && (await this.#keyring.find(args.kid)) !== undefined;
  }

  override async getKey({ kid }: { kid: string }): Promise<IKey> {
    const key = await this.#keyring.find(kid);
    if (key === undefined) throw new Error('key_not_found');
    return toManagedKey(key);
  }

  override async listKeys(): Promise<ManagedKeyInfo[]> {
    return (await this.#keyring.all()).map(toManagedKey);
  }

  override async deleteKey(): Promise<boolean> {
    throw new Error('not_supported: keys are deleted with the vault');
  }
}

/** Veramo's DID store on the keyring: every kept key is one did:key, the oldest of its type has the alias. */
export class KeyringDidStore extends AbstractDIDStore {
  readonly #keyring: Keyring;

  constructor(keyring: Keyring) {
    super();
    this.#keyring = keyring;
  }

  override async importDID(identifier: IIdentifier): Promise<boolean> {
    for (const { kid } of identifier.keys) await this.#keyring.keep(kid);
    return true;
  }

  override async getDID(args: { did?: string; alias?: string }): Promise<IIdentifier> {
    const found = (await this.listDIDs({})).find(({ did, alias }) => (args.did === undefined ? alias === args.alias : did === args.did));
    if (found === undefined) throw new Error('identifier_not_found');
    return found;
  }

  override async listDIDs(args: { alias?: string; provider?: string }): Promise<IIdentifier[]> {
    const keys = await this.#keyring.all();
    const identifiers = keys.map((key, index) => {
      const isOldest = keys.findIndex(({ type }) => type === key.type) === index;
      return {
        did: key.did,
        provider: 'did:key',
        controllerKeyId: key.kid,
        keys: [toManagedKey(key)],
        services: [],
        ...(isOldest ? { alias: aliasOf(key.type) } : {}),
      };
    });
    return identifiers.filter(({ alias, provider }) => (args.alias ?? alias) === alias && (args.provider ?? provider) === provider);
  }

  override async deleteDID(): Promise<boolean> {
    throw new Error('not_supported: keys are deleted with the vault');
  }
}
