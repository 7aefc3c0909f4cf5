import { KeyDIDProvider } from '@veramo/did-provider-key';
import type { IAgentContext, IIdentifier, IKeyManager, IResolver } from '@veramo/core-types';
import { decodeHex } from '../../core/encoding/hex.ts';
import { toDidKey } from './key-material.ts';
import { keySystemName } from './key-system.ts';

type CreateOptions = { readonly kms?: string; readonly options?: { readonly keyType?: string } };
type NewIdentifier = Omit<IIdentifier, 'provider'>;

/** The forms in which Veramo shall resolve: no JWK, no derived encryption key. */
const resolution = { publicKeyFormat: 'Multikey', enableEncryptionKeyDerivation: false };

/**
 * did:key for Ed25519 as Veramo makes it, and for P-256, which it resolves but does not make. A new DID must resolve
 * back to the key it was made from, or nobody could ever check its signatures; until it does, nothing is kept.
 */
export class HolderDidProvider extends KeyDIDProvider {
  constructor() {
    super({ defaultKms: keySystemName });
  }

  override async createIdentifier(args: CreateOptions, context: IAgentContext<IKeyManager & IResolver>): Promise<NewIdentifier> {
    const made =
      args.options?.keyType === 'Secp256r1'
        ? await this.#createP256(context)
        : await super.createIdentifier({ ...args, options: { keyType: 'Ed25519' } }, context);
    const { didDocument } = await context.agent.resolveDid({ didUrl: made.did, options: resolution });
    const method = didDocument?.verificationMethod?.[0];
    const multikey = made.did.slice('did:key:'.length);
    if (method?.id !== `${made.did}#${multikey}` || method.controller !== made.did || method.publicKeyMultibase !== multikey) {
      throw new Error('A DID that does not resolve back to its key');
    }
    return made;
  }

  async #createP256(context: IAgentContext<IKeyManager>): Promise<NewIdentifier> {
    const key = await context.agent.keyManagerCreate({ kms: keySystemName, type: 'Secp256r1' });
    const publicKey = decodeHex(key.publicKeyHex);
    if (!publicKey.ok) throw new Error('A public key that is not hex');
    return { did: toDidKey('P-256', publicKey.value).did, controllerKeyId: key.kid, keys: [key], services: [] };
  }
}
