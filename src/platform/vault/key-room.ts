import type { Attempt } from '../../core/model/attempt.ts';
import type { Did } from '../../core/model/ids.ts';
import type { Instant } from '../../core/model/instant.ts';
import type { Signature, SigningRequest } from '../../core/model/presentation.ts';
import type { Clock, HolderKey, Randomness } from '../../wallet/ports.ts';

/**
 * A holder key as a sealed vault record. It must survive a lost phone, so the private key is a record like any
 * other; it leaves the vault only towards the key room, which imports it non-extractable.
 */
export interface HolderKeyRecord {
  readonly type: HolderKey['type'];
  readonly did: Did;
  readonly verificationMethod: string;
  /** Ed25519: 32 bytes. P-256: 33 bytes, compressed point. */
  readonly publicKey: Uint8Array;
  /** PKCS#8. The receiver of this record zero-fills it when the key is imported. */
  readonly privateKey: Uint8Array;
  readonly createdAt: Instant;
}

/** What the vault lets the key room keep. Every call opens or seals records; nothing is cached in the clear. */
export interface HolderKeyStore {
  /** All holder keys that can be opened, oldest first. A damaged one is named in the snapshot; the others sign on. */
  readonly list: () => Promise<Attempt<readonly HolderKeyRecord[]>>;
  /** One strict transaction. A key with the same DID is kept once. `store/corrupt` beside a damaged key of this type. */
  readonly keep: (record: HolderKeyRecord) => Promise<Attempt<void>>;
}

export interface KeyRoomTools {
  readonly store: HolderKeyStore;
  readonly randomness: Randomness;
  readonly clock: Clock;
}

/** The room where holder keys live while the vault is open. */
export interface KeyRoom {
  /** The oldest kept key of this type; made and kept on first call. */
  readonly holderKey: (type: HolderKey['type']) => Promise<Attempt<HolderKey>>;
  /** The typed signing door. `vault/signing-refused`, or `present/key-missing` for a method that is not ours. */
  readonly sign: (request: SigningRequest) => Promise<Attempt<Signature>>;
  /** Drops every imported key. Called on lock and after a restore; the room is opened anew when next needed. */
  readonly forget: () => void;
}

/** How the vault opens the room: loaded with `import()` when a key is first needed. */
export type OpenKeyRoom = (tools: KeyRoomTools) => Promise<KeyRoom>;
