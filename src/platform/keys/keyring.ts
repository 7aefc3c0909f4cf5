import { encodeHex } from '../../core/encoding/hex.ts';
import type { WalletError } from '../../core/model/wallet-error.ts';
import type { Attempt } from '../../core/model/attempt.ts';
import type { HolderKey } from '../../wallet/ports.ts';
import type { HolderKeyRecord, KeyRoomTools } from '../vault/key-room.ts';
import { createKeyPair, importSigner, toDidKey } from './key-material.ts';
import type { KeyKind, SignBytes } from './key-material.ts';

/** A holder key while the vault is open: what is public of it, and a way to sign. */
export interface HeldKey extends HolderKey {
  /** Veramo's name of the key: its public key in hex. */
  readonly kid: string;
  readonly publicKey: Uint8Array;
  readonly sign: SignBytes;
}

/** Carries a refusal of the vault through Veramo, which knows thrown errors only. */
export class Refused extends Error {
  readonly error: WalletError;
  constructor(error: WalletError) {
    super(error.code);
    this.error = error;
  }
}

/** The keys of this vault, imported once. */
export interface Keyring {
  /** All kept keys, oldest first. Throws `Refused` where one record cannot be read: it must never look like no key. */
  readonly all: () => Promise<readonly HeldKey[]>;
  /** Makes a key that is not kept yet. */
  readonly make: (type: KeyKind) => Promise<HeldKey>;
  /** Keeps a key that was made: its one record is written here, whole, or nothing is. */
  readonly keep: (kid: string) => Promise<void>;
  /** A kept key, or one just made. */
  readonly find: (kid: string) => Promise<HeldKey | undefined>;
  readonly forget: () => void;
}

function valueOf<T>(attempt: Attempt<T>): T {
  if (!attempt.ok) throw new Refused(attempt.error);
  return attempt.value;
}

async function importRecord(record: HolderKeyRecord): Promise<HeldKey> {
  const { type, publicKey, privateKey } = record;
  try {
    const { did, verificationMethod } = toDidKey(type, publicKey);
    if (did !== record.did || verificationMethod !== record.verificationMethod) throw new Error('A record of another DID');
    return { kid: encodeHex(publicKey), type, did, verificationMethod, publicKey, sign: await importSigner(type, privateKey) };
  } catch {
    throw new Refused({ code: 'store/corrupt', facts: { kind: 'holder-key' } });
  } finally {
    privateKey.fill(0);
  }
}

export function createKeyring({ store, randomness, clock }: KeyRoomTools): Keyring {
  let kept: HeldKey[] | undefined;
  const made = new Map<string, { readonly held: HeldKey; readonly record: HolderKeyRecord }>();

  const all = async (): Promise<readonly HeldKey[]> => {
    if (kept === undefined) {
      const records = valueOf(await store.list());
      kept = await Promise.all(records.map(importRecord));
    }
    return kept;
  };
  const forget = (): void => {
    for (const { record } of made.values()) record.privateKey.fill(0);
    made.clear();
    kept = undefined;
  };
  return {
    all,
    forget,
    make: async (type) => {
      const { publicKey, privateKey } = await createKeyPair(type, randomness);
      const record = { type, publicKey, privateKey, ...toDidKey(type, publicKey), createdAt: clock.now() };
      const held = await importRecord({ ...record, privateKey: privateKey.slice() });
      made.set(held.kid, { held, record });
      return held;
    },
    keep: async (kid) => {
      const before = await all();
      const found = made.get(kid);
      if (found === undefined) throw new Error('A key that was not made here');
      try {
        valueOf(await store.keep(found.record));
        kept = [...before, found.held];
      } finally {
        made.delete(kid);
        found.record.privateKey.fill(0);
      }
    },
    find: async (kid) => made.get(kid)?.held ?? (await all()).find((key) => key.kid === kid),
  };
}
