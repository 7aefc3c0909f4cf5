import { refuse, succeed } from '../../core/model/attempt.ts';
import type { Attempt } from '../../core/model/attempt.ts';
import type { Signature, SigningRequest } from '../../core/model/presentation.ts';
import type { HolderKey } from '../../wallet/ports.ts';
import type { HolderKeyRecord, HolderKeyStore, KeyRoom } from './key-room.ts';
import type { OpenVault } from './open-vault.ts';
import type { PlainRecord } from './sealed-record.ts';
import { decodeBase64url, encodeBase64url } from '../../core/encoding/base64url.ts';
import { notHere } from './vault-door.ts';
import type { VaultSession } from './vault-session.ts';
import { wholeEntries } from './vault-snapshot.ts';
import { putSettings, readEntry, toJson } from './vault-shelf.ts';

/** What is listed of a holder key; the private half is only in the record's bytes. */
type ListedKey = Omit<HolderKeyRecord, 'privateKey' | 'publicKey'> & { readonly publicKey: string };

function toRecord(key: HolderKeyRecord, now: number): PlainRecord {
  const { type, did, verificationMethod, publicKey, privateKey, createdAt } = key;
  const body: ListedKey = { type, did, verificationMethod, createdAt, publicKey: encodeBase64url(publicKey) };
  return { kind: 'holder-key', body: toJson(body), bytes: privateKey, created: now, updated: now };
}

/**
 * A damaged record that is a key of this type, or could be one. A new key is never made beside it (C15): the damaged one is
 * to be restored from a backup, or removed by the person.
 */
function damagedKey({ damaged }: OpenVault, type: HolderKey['type']): string | undefined {
  for (const { id, kind, summary } of damaged.values()) {
    const isKey = kind === 'holder-key' && (summary as unknown as ListedKey | null)?.type === type;
    if (isKey || (kind === undefined && !id.startsWith('chunk:'))) return id;
  }
  return undefined;
}

function createStore(session: VaultSession): HolderKeyStore {
  return {
    list: async () => {
      const vault = session.vault();
      if (vault === undefined) return notHere(session);
      const keys: HolderKeyRecord[] = [];
      for (const entry of wholeEntries(vault, 'holder-key')) {
        const record = await readEntry(session, entry);
        if (!record.ok && record.error.code === 'store/corrupt') continue;
        if (!record.ok) return record;
        const { bytes, body } = record.value;
        const listed = body as unknown as ListedKey;
        const publicKey = decodeBase64url(listed.publicKey);
        if (bytes === undefined || !publicKey.ok) return refuse('store/corrupt', { id: entry.id });
        keys.push({ ...listed, publicKey: publicKey.value, privateKey: bytes });
      }
      return succeed(keys.sort((one, other) => one.createdAt - other.createdAt));
    },
    keep: async (key) => {
      const vault = session.vault();
      if (vault === undefined) return notHere(session);
      const kept = wholeEntries(vault, 'holder-key').some(({ summary }) => (summary as unknown as ListedKey).did === key.did);
      if (kept) return succeed(undefined);
      const damaged = damagedKey(vault, key.type);
      if (damaged !== undefined) return refuse('store/corrupt', { id: damaged });
      const now = session.tools.clock.now();
      const settings = putSettings(vault, now, (before) => ({ ...before, changes: before.changes + 1 }));
      return session.commit({ put: [{ record: toRecord(key, now) }, settings] });
    },
  };
}

/** The key room of this session, opened when first needed. */
async function roomOf(session: VaultSession): Promise<KeyRoom> {
  const present = session.keyRoom.get();
  if (present !== undefined) return present;
  const { openKeyRoom, randomness, clock } = session.tools;
  const room = await openKeyRoom({ store: createStore(session), randomness, clock });
  session.keyRoom.set(room);
  return room;
}

export async function holderKey(session: VaultSession, type: HolderKey['type']): Promise<Attempt<HolderKey>> {
  if (session.vault() === undefined) return notHere(session);
  return (await roomOf(session)).holderKey(type);
}

/** The typed signing door, at most five times a minute without a fresh secret: then `vault/wait`. */
export async function sign(session: VaultSession, request: SigningRequest): Promise<Attempt<Signature>> {
  if (session.vault() === undefined) return notHere(session);
  const allowed = session.signingLimit.take();
  if (!allowed.ok) return allowed;
  return (await roomOf(session)).sign(request);
}
