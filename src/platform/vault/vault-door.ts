import { encodeBase64url } from '../../core/encoding/base64url.ts';
import { refuse, succeed } from '../../core/model/attempt.ts';
import type { Attempt } from '../../core/model/attempt.ts';
import { parseRecoveryCode, recoveryBytes } from '../../core/encoding/recovery-code.ts';
import type { NewSlot, RecoverySheet, Secret } from '../../wallet/ports.ts';
import type { Kdf } from './argon-ladder.ts';
import { countRight, countWrong, mayTry } from './attempts.ts';
import { openBook } from './open-vault.ts';
import { unjudgedEntries } from './own-entries.ts';
import { raiseCost } from './raise-cost.ts';
import type { OpenedRoot } from './raise-cost.ts';
import { makeSheet } from './recovery-sheet.ts';
import type { Settings } from './record-kinds.ts';
import { makeSlot, openSlot, parseSlotAbout } from './slot.ts';
import type { Slot, SlotSecret } from './slot.ts';
import { authenticHeader, headerVersion } from './vault-header.ts';
import type { VaultHeader } from './vault-header.ts';
import { deriveVaultKeys } from './vault-keys.ts';
import type { VaultSession } from './vault-session.ts';
import { findVault, lockedStatus, readableHeaders } from './vault-status.ts';

const fewestSlots = 2;
const mostSlots = 8;

/**
 * Tries a secret on every slot of its type, newest header first; identical slots of the other copy are not tried twice. A slot
 * that cannot be tried does not keep the others from opening; it is reported where neither copy of it could be tried.
 */
async function openRoot(session: VaultSession, secret: Secret): Promise<Attempt<OpenedRoot | undefined>> {
  let elapsedMs: number | undefined;
  const kdf: Kdf = {
    derive: async (...given) => {
      const derived = await session.tools.kdf.derive(...given);
      if (derived.ok) ({ elapsedMs } = derived.value);
      return derived;
    },
  };
  const tried = new Set<string>();
  const refused = new Map<string, Attempt<undefined>>();
  const answered = new Set<string>();
  for (const { vaultId, slots } of readableHeaders(session)) {
    for (const slot of slots) {
      const identity = `${slot.about} ${slot.iv} ${slot.wrapped}`;
      if (tried.has(identity)) continue;
      tried.add(identity);
      const about = parseSlotAbout(slot);
      if (about?.type !== secret.type) continue;
      const root = await openSlot(slot, vaultId, secret, kdf);
      if (root.ok && root.value !== undefined) return succeed({ root: root.value, slot, ...(elapsedMs !== undefined && { elapsedMs }) });
      if (root.ok) answered.add(about.id);
      else refused.set(about.id, root);
    }
  }
  const [unanswered] = [...refused].filter(([id]) => !answered.has(id));
  return unanswered?.[1] ?? succeed(undefined);
}

/** The root key for a secret, with waiting times: `vault/wait`, `vault/wrong-secret`, `vault/mistyped-code`. */
async function proveSecret(session: VaultSession, secret: Secret): Promise<Attempt<OpenedRoot>> {
  const free = await mayTry(session.tools);
  if (!free.ok) return free;
  const root = await openRoot(session, secret);
  if (!root.ok) return root;
  if (root.value !== undefined) {
    await countRight(session.tools);
    return succeed(root.value);
  }
  const counted = await countWrong(session.tools);
  if (!counted.ok) return counted;
  return refuse('vault/wrong-secret', counted.value === undefined ? {} : { waitUntil: counted.value });
}

/** Why there is no open vault to work on. */
export function notHere(session: VaultSession): Attempt<never> {
  const { status } = session.snapshot.get();
  if (status.kind === 'absent') return refuse('vault/absent');
  if (status.kind === 'elsewhere') return refuse('vault/elsewhere');
  if (status.kind === 'newer-schema') return refuse('vault/newer-schema');
  if (status.kind === 'unavailable') return refuse('store/unavailable', { code: status.code });
  return refuse('vault/locked');
}

/** Opens the vault as it lies on the disk now: another tab may have written since. What does not match its manifest is reported in the snapshot; the rest works. */
export async function unlock(session: VaultSession, secret: Secret): Promise<Attempt<void>> {
  const { status } = session.snapshot.get();
  if (status.kind === 'open') return confirm(session, secret);
  if (status.kind !== 'locked') return notHere(session);
  const rows = await session.tools.storage.readHeaders();
  if (!rows.ok) return rows;
  session.setHeaders(rows.value);
  if (rows.value.length === 0) {
    session.close(await findVault(session));
    return notHere(session);
  }
  const proven = await proveSecret(session, secret);
  if (!proven.ok) {
    session.close(await lockedStatus(session));
    return proven;
  }
  const { root } = proven.value;
  try {
    const authentic = await authenticHeader(session.headers(), root);
    if (authentic === undefined) return refuse('store/corrupt', { what: 'header' });
    const opened = await openBook(authentic.header, authentic.keys, session.tools.storage);
    if (!opened.ok) return opened;
    const carries = unjudgedEntries(opened.value).length > 0;
    session.show(carries ? await (await import('./adopt-own.ts')).adoptOwn(opened.value, session.tools.storage) : opened.value);
    session.proveFresh(root);
    // What goes wrong there changes nothing: the vault is open, and the slot that opened it stays.
    void raiseCost(session, secret, proven.value).catch(() => undefined);
    return succeed(undefined);
  } finally {
    root.fill(0);
  }
}

/** Drops every key and everything opened. */
export async function lock(session: VaultSession): Promise<void> {
  if (session.vault() !== undefined) session.close(await lockedStatus(session));
}

export async function confirm(session: VaultSession, secret: Secret): Promise<Attempt<void>> {
  if (session.vault() === undefined) return notHere(session);
  const proven = await proveSecret(session, secret);
  if (!proven.ok) return proven;
  const { root } = proven.value;
  session.proveFresh(root);
  root.fill(0);
  return succeed(undefined);
}

interface NewVault {
  readonly header: VaultHeader;
  readonly root: Uint8Array;
}

async function makeVault(session: VaultSession, secrets: readonly SlotSecret[], now: number): Promise<Attempt<NewVault>> {
  const { randomness, schema } = session.tools;
  const root = randomness.bytes(32);
  const vaultId = encodeBase64url(randomness.bytes(16));
  const slots: Slot[] = [];
  for (const secret of secrets) {
    const slot = await makeSlot(secret, root, vaultId, now, session.tools);
    if (!slot.ok) {
      root.fill(0);
      return slot;
    }
    slots.push(slot.value);
  }
  const fixed = { format: 'mecum-vault', v: headerVersion, minReader: headerVersion, epoch: 1, counter: 0 } as const;
  return succeed({ root, header: { ...fixed, vaultId, schema, createdAt: now, slots, chunks: [] } });
}

/** Makes a vault with two slots; it is open afterwards. `vault/exists` where there is one. */
export async function create(session: VaultSession, slot: NewSlot, recoveryCode?: string): Promise<Attempt<RecoverySheet>> {
  const { status } = session.snapshot.get();
  if (status.kind === 'locked' || status.kind === 'open') return refuse('vault/exists');
  if (status.kind !== 'absent') return notHere(session);
  const code = recoveryCode === undefined ? succeed(session.tools.randomness.bytes(recoveryBytes)) : parseRecoveryCode(recoveryCode);
  if (!code.ok) return code;
  const bytes = code.value;
  const now = session.tools.clock.now();
  const made = await makeVault(session, [slot, { type: 'recovery', bytes }], now);
  if (!made.ok) return made;
  const { header, root } = made.value;
  const keys = await deriveVaultKeys(root, header.vaultId, header.epoch);
  const sheet = await makeSheet(bytes, now);
  const settings: Settings = { sheetSeen: recoveryCode !== undefined, changes: 0, lastSeenAt: now };
  const stamp = { created: now, updated: now };
  const put = [
    { record: { kind: 'recovery-code', body: null, bytes, ...stamp } },
    { record: { kind: 'settings', body: { ...settings }, ...stamp } },
  ];
  const written = await session.commit({ put }, { header, keys, book: [], damaged: new Map(), rebuilt: new Set() });
  if (written.ok) session.proveFresh(root);
  root.fill(0);
  bytes.fill(0);
  return written.ok ? succeed(sheet) : written;
}

/** Adds a way to open. Needs a fresh confirmation, for the root key is wrapped anew. */
export async function addSlot(session: VaultSession, secret: NewSlot): Promise<Attempt<void>> {
  const vault = session.vault();
  if (vault === undefined) return notHere(session);
  const root = session.freshRoot();
  if (root === undefined) return refuse('vault/fresh-unlock-needed');
  if (vault.header.slots.length >= mostSlots) return refuse('vault/exists', { slots: mostSlots });
  const copy = Uint8Array.from(root);
  const slot = await makeSlot(secret, copy, vault.header.vaultId, session.tools.clock.now(), session.tools);
  copy.fill(0);
  return slot.ok ? session.commit({ slots: [...vault.header.slots, slot.value] }) : slot;
}

/** Removes a way to open, from both headers at once. The recovery code and one other always stay. */
export async function removeSlot(session: VaultSession, id: string): Promise<Attempt<void>> {
  const vault = session.vault();
  if (vault === undefined) return notHere(session);
  if (session.freshRoot() === undefined) return refuse('vault/fresh-unlock-needed');
  const { slots } = vault.header;
  const gone = slots.find((slot) => parseSlotAbout(slot)?.id === id);
  if (gone === undefined) return refuse('vault/not-found');
  if (parseSlotAbout(gone)?.type === 'recovery' || slots.length <= fewestSlots) {
    return refuse('vault/weak-secret', { reason: 'too-few-slots' });
  }
  return session.commit({ slots: slots.filter((slot) => slot !== gone) });
}
