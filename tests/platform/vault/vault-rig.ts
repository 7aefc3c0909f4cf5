import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { succeed } from '../../../src/core/model/attempt.ts';
import type { Attempt } from '../../../src/core/model/attempt.ts';
import { toFormatId, toItemId, toVocabularyId } from '../../../src/core/model/ids.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import type { NewItem, ShareRecord } from '../../../src/core/model/stored.ts';
import { createDexieVaultStorage } from '../../../src/platform/storage/dexie-vault-storage.ts';
import { currentSchema } from '../../../src/platform/storage/migrations/migrations.ts';
import type { VaultStorage } from '../../../src/platform/storage/vault-storage.ts';
import type { Kdf } from '../../../src/platform/vault/argon-ladder.ts';
import { createKeyPair, toDidKey } from '../../../src/platform/keys/key-material.ts';
import { createVault } from '../../../src/platform/vault/create-vault.ts';
import { joinParts, toBytes } from '../../../src/platform/vault/join-parts.ts';
import type { KeyRoom, OpenKeyRoom } from '../../../src/platform/vault/key-room.ts';
import { unguardedWriter } from '../../../src/platform/vault/single-writer.ts';
import type { VaultTools } from '../../../src/platform/vault/vault-session.ts';
import type { Vault } from '../../../src/wallet/ports.ts';

/** The value of an attempt that must have succeeded. */
export function valueOf<T>(attempt: Attempt<T>): T {
  if (!attempt.ok) throw new Error(`refused: ${attempt.error.code} ${JSON.stringify(attempt.error.facts)}`);
  return attempt.value;
}

/** The code of an attempt that must have been refused. */
export function codeOf(attempt: Attempt<unknown>): string {
  return attempt.ok ? 'succeeded' : attempt.error.code;
}

/** A derivation that costs nothing: same inputs, same key. What Argon2id itself gives is tested where it is. */
export const quickKdf: Kdf = {
  derive: async (passphrase, salt, cost) => {
    const digest = await crypto.subtle.digest('SHA-256', joinParts(toBytes(passphrase), salt, [cost.m, cost.t, cost.p].join()));
    return succeed({ key: new Uint8Array(digest), elapsedMs: 1 });
  },
};

/** A key room that keeps what it is told to: the real one is tested in its own house. */
const plainKeyRoom: OpenKeyRoom = async ({ store, randomness, clock }): Promise<KeyRoom> => ({
  holderKey: async (type) => {
    const listed = await store.list();
    if (!listed.ok) return listed;
    const present = listed.value.find((key) => key.type === type);
    if (present !== undefined) return succeed({ did: present.did, verificationMethod: present.verificationMethod, type });
    const pair = await createKeyPair(type, randomness);
    const { did, verificationMethod } = toDidKey(type, pair.publicKey);
    const kept = await store.keep({ type, did, verificationMethod, ...pair, createdAt: clock.now() });
    return kept.ok ? succeed({ did, verificationMethod, type }) : kept;
  },
  sign: async () => succeed({ kind: 'vp-jwt', token: 'token' }),
  forget: () => undefined,
});

export interface Rig {
  readonly vault: Vault;
  readonly storage: VaultStorage;
  readonly factory: IDBFactory;
  readonly time: { now: number };
  /** Another vault over the same database, as after a restart. */
  readonly again: (changes?: Partial<VaultTools>) => Promise<Vault>;
}

export function storageOver(factory: IDBFactory): VaultStorage {
  return createDexieVaultStorage({ name: 'mecum', indexedDB: factory, IDBKeyRange, delaysMs: [1, 1, 1, 1, 1] });
}

export const passphrase = { type: 'passphrase', passphrase: 'correct horse battery staple' } as const;

/** A vault over a database in memory, started. */
export async function createRig(changes: Partial<VaultTools> = {}, factory = new IDBFactory()): Promise<Rig> {
  const time = { now: Date.UTC(2026, 10, 22, 12) };
  const build = (storage: VaultStorage, more: Partial<VaultTools>): Vault =>
    createVault({
      storage,
      schema: currentSchema,
      kdf: quickKdf,
      randomness: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
      clock: { now: () => toInstant(time.now) },
      writer: unguardedWriter,
      openKeyRoom: plainKeyRoom,
      ...more,
    });
  const storage = changes.storage ?? storageOver(factory);
  const vault = build(storage, changes);
  await vault.start();
  return {
    vault,
    storage,
    factory,
    time,
    again: async (more = {}) => {
      const next = build(more.storage ?? storageOver(factory), { ...changes, ...more });
      await next.start();
      return next;
    },
  };
}

/** A vault made with the passphrase, open. */
export async function createOpenRig(changes: Partial<VaultTools> = {}): Promise<Rig> {
  const rig = await createRig(changes);
  valueOf(await rig.vault.create(passphrase));
  return rig;
}

/** An item whose bytes are this text. */
export async function itemOf(text: string, more: Partial<NewItem['summary']> = {}): Promise<NewItem> {
  const raw = new TextEncoder().encode(text);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', raw));
  const id = toItemId(Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''));
  return {
    raw,
    mediaType: 'application/vc+ld+json',
    transport: 'file',
    summary: {
      id,
      sameness: `same:${text}`,
      claimsDigest: id,
      savedAt: toInstant(Date.UTC(2026, 10, 22)),
      format: toFormatId('vc-di'),
      vocabulary: toVocabularyId('open-badges-3'),
      title: [{ text: `Title of ${text}`, language: 'en' }],
      claimedIssuer: [{ text: `Issuer of ${text}` }],
      axes: { unchanged: 'yes', issuer: 'unknown', status: 'no-list', time: 'within' },
      origin: 'received',
      types: ['VerifiableCredential', 'OpenBadgeCredential'],
      ...more,
    },
  };
}

export function shareOf(id: string): ShareRecord {
  const at = toInstant(Date.UTC(2026, 10, 22));
  return { id, at, receiver: 'Anna', purpose: 'job', items: [], way: 'code', result: 'prepared', proof: 'signed' };
}
