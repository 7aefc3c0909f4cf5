import { decodeBase64url } from '../../core/encoding/base64url.ts';
import { encodeHex } from '../../core/encoding/hex.ts';
import { createAgent } from '@veramo/core';
import type { IDIDManager, IKeyManager, IResolver, TAgent } from '@veramo/core-types';
import { DIDManager } from '@veramo/did-manager';
import { getDidKeyResolver } from '@veramo/did-provider-key';
import { DIDResolverPlugin } from '@veramo/did-resolver';
import { KeyManager } from '@veramo/key-manager';
import { Resolver } from 'did-resolver';
import { aliasOf, KeyringDidStore, KeyringKeyStore } from './agent-stores.ts';
import { HolderDidProvider } from './did-key-provider.ts';
import { keySystemName, VaultKeySystem } from './key-system.ts';
import type { KeyKind } from './key-material.ts';
import type { Keyring } from './keyring.ts';

/** What the key room asks of the Veramo agent. Its functions throw; the room turns that into attempts. */
export interface KeyAgent {
  /** Veramo's name of the holder key of this type; made and kept where there is none. */
  readonly holderKid: (type: KeyKind) => Promise<string>;
  readonly sign: (kid: string, input: Uint8Array) => Promise<Uint8Array>;
}

/** Sets up Veramo on a keyring: did:key only, nothing that could reach a network. */
export function createKeyAgent(keyring: Keyring): KeyAgent {
  const agent: TAgent<IKeyManager & IDIDManager & IResolver> = createAgent<IKeyManager & IDIDManager & IResolver>({
    plugins: [
      new KeyManager({ store: new KeyringKeyStore(keyring), kms: { [keySystemName]: new VaultKeySystem(keyring) } }),
      new DIDManager({
        store: new KeyringDidStore(keyring),
        defaultProvider: 'did:key',
        providers: { 'did:key': new HolderDidProvider() },
      }),
      new DIDResolverPlugin({ resolver: new Resolver({ ...getDidKeyResolver() }) }),
    ],
  });
  return {
    holderKid: async (type) => {
      // `didManagerGetOrCreate` takes a failed read for "none": a key would be made over one that is there.
      const [found] = await agent.didManagerFind({ alias: aliasOf(type) });
      const keyType = type === 'P-256' ? 'Secp256r1' : 'Ed25519';
      const holder =
        found ?? (await agent.didManagerCreate({ provider: 'did:key', alias: aliasOf(type), kms: keySystemName, options: { keyType } }));
      if (holder.controllerKeyId === undefined) throw new Error('A DID without a key');
      return holder.controllerKeyId;
    },
    sign: async (kid, input) => {
      const signature = decodeBase64url(await agent.keyManagerSign({ keyRef: kid, data: encodeHex(input), encoding: 'hex' }));
      if (!signature.ok) throw new Error('A signature that is not base64url');
      return signature.value;
    },
  };
}
