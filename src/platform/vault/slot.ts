import { decodeBase64url, encodeBase64url } from '../../core/encoding/base64url.ts';
import * as v from 'valibot';
import { refuse, succeed } from '../../core/model/attempt.ts';
import type { Attempt } from '../../core/model/attempt.ts';
import { parseRecoveryCode } from '../../core/encoding/recovery-code.ts';
import { toInstant } from '../../core/model/instant.ts';
import type { NewSlot, Randomness, Secret, SlotSummary } from '../../wallet/ports.ts';
import { deriveForNewSlot, isAcceptableCost } from './argon-ladder.ts';
import type { ArgonCost, Kdf } from './argon-ladder.ts';
import { joinParts, toBytes } from './join-parts.ts';
import type { Bytes } from './join-parts.ts';
import { isLongEnough, toPassphraseBytes } from './passphrase-text.ts';
import { hkdf } from './vault-keys.ts';

/**
 * One way to open the vault: the root key wrapped under a key that a secret gives. `about` is the exact JSON text that
 * the wrapping binds; changing any parameter in it breaks the unwrapping.
 */
export interface Slot {
  readonly about: string;
  readonly iv: string;
  readonly wrapped: string;
}

/** Base64url text, as bytes. */
const bytesShape = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const bytes = decodeBase64url(dataset.value);
    if (bytes.ok) return bytes.value;
    addIssue({ message: bytes.error.code });
    return NEVER;
  }),
);

const aboutShape = v.object({
  id: v.string(),
  type: v.picklist(['passphrase', 'prf', 'recovery']),
  createdAt: v.number(),
  kdf: v.variant('alg', [
    v.object({ alg: v.literal('argon2id'), v: v.literal(19), m: v.number(), t: v.number(), p: v.number(), salt: bytesShape }),
    v.object({ alg: v.literal('hkdf-sha-256'), salt: bytesShape }),
  ]),
  prf: v.optional(v.object({ credentialId: bytesShape, salt: bytesShape, transports: v.array(v.string()) })),
});
export type SlotAbout = v.InferOutput<typeof aboutShape>;
type WrittenAbout = v.InferInput<typeof aboutShape>;

/** A secret for making a slot: the port's, or the 16 bytes of a recovery code. */
export type SlotSecret = NewSlot | { readonly type: 'recovery'; readonly bytes: Uint8Array };

/** Parses what a slot says of itself; undefined where this build does not know it. It is then carried along unused. */
export function parseSlotAbout(slot: Slot): SlotAbout | undefined {
  try {
    const parsed = v.safeParse(aboutShape, JSON.parse(slot.about));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** What the lock screen may know. */
export function summarizeSlot(about: SlotAbout): SlotSummary {
  const { id, type, createdAt, prf } = about;
  if (prf === undefined) return { id, type, createdAt: toInstant(createdAt) };
  return { id, type, createdAt: toInstant(createdAt), prf };
}

function binding(vaultId: string, about: string): Bytes {
  return joinParts('mecum/1/slot', vaultId, about);
}

/** HKDF info for the secrets that are random already. */
function slotInfo(type: 'prf' | 'recovery', vaultId: string, slotId: string): Bytes {
  return type === 'prf' ? joinParts('mecum/1/prf', vaultId, slotId) : joinParts('mecum/1/recovery', vaultId);
}

async function toWrappingKey(bytes: Uint8Array, usage: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey('raw', toBytes(bytes), 'AES-GCM', false, [usage]);
  bytes.fill(0);
  return key;
}

interface Derived {
  readonly key: Uint8Array;
  readonly kdf: WrittenAbout['kdf'];
}

async function deriveNew(secret: SlotSecret, tools: SlotTools, vaultId: string, slotId: string): Promise<Attempt<Derived>> {
  const salt = tools.randomness.bytes(secret.type === 'prf' ? 32 : 16);
  const saltText = encodeBase64url(salt);
  if (secret.type !== 'passphrase') {
    const bytes = secret.type === 'prf' ? secret.output : secret.bytes;
    if (bytes.length < 16) return refuse('vault/weak-secret', { reason: 'short' });
    const key = await hkdf(bytes, salt, slotInfo(secret.type, vaultId, slotId));
    return succeed({ key, kdf: { alg: 'hkdf-sha-256', salt: saltText } });
  }
  const passphrase = toPassphraseBytes(secret.passphrase);
  if (passphrase === undefined) return refuse('vault/weak-secret', { reason: 'characters' });
  if (!isLongEnough(secret.passphrase.normalize('NFC'))) return refuse('vault/weak-secret', { reason: 'short' });
  const derived = await deriveForNewSlot(tools.kdf, passphrase, salt);
  passphrase.fill(0);
  if (!derived.ok) return derived;
  const { key, cost } = derived.value;
  return succeed({ key, kdf: { alg: 'argon2id', v: 19, ...cost, salt: saltText } });
}

export interface SlotTools {
  readonly kdf: Kdf;
  readonly randomness: Randomness;
}

/** Wraps the root key for a new secret. `vault/weak-secret` where the secret cannot be one. */
export async function makeSlot(
  secret: SlotSecret,
  root: Uint8Array,
  vaultId: string,
  createdAt: number,
  tools: SlotTools,
): Promise<Attempt<Slot>> {
  const id = encodeBase64url(tools.randomness.bytes(8));
  const derived = await deriveNew(secret, tools, vaultId, id);
  if (!derived.ok) return derived;
  const prf =
    secret.type === 'prf'
      ? {
          credentialId: encodeBase64url(secret.credentialId),
          salt: encodeBase64url(secret.salt),
          transports: [...secret.transports],
        }
      : undefined;
  const about = { id, type: secret.type, createdAt, kdf: derived.value.kdf, prf };
  return succeed(await wrapRoot(about, derived.value.key, root, vaultId, tools.randomness));
}

async function wrapRoot(written: WrittenAbout, bytes: Uint8Array, root: Uint8Array, vaultId: string, randomness: Randomness): Promise<Slot> {
  const about = JSON.stringify(written);
  const key = await toWrappingKey(bytes, 'encrypt');
  const iv = toBytes(randomness.bytes(12));
  const parameters = { name: 'AES-GCM', iv, additionalData: binding(vaultId, about) };
  const wrapped = await crypto.subtle.encrypt(parameters, key, toBytes(root));
  return { about, iv: encodeBase64url(iv), wrapped: encodeBase64url(new Uint8Array(wrapped)) };
}

/**
 * The same way to open at another cost: same id and passphrase, new salt. `rootNow` is asked once the derivation is done.
 * Errors: those of the derivation; `vault/locked` where there is no root key any more.
 */
export async function remakeSlot(
  { id, createdAt }: SlotAbout,
  secret: Extract<Secret, { type: 'passphrase' }>,
  rootNow: () => Uint8Array | undefined,
  vaultId: string,
  cost: ArgonCost,
  tools: SlotTools,
): Promise<Attempt<Slot>> {
  const passphrase = toPassphraseBytes(secret.passphrase);
  if (passphrase === undefined) return refuse('vault/weak-secret', { reason: 'characters' });
  const salt = tools.randomness.bytes(16);
  const derived = await tools.kdf.derive(passphrase, salt, cost);
  passphrase.fill(0);
  if (!derived.ok) return derived;
  const root = rootNow();
  if (root === undefined) return refuse('vault/locked');
  const kdf = { alg: 'argon2id', v: 19, ...cost, salt: encodeBase64url(salt) } as const;
  return succeed(await wrapRoot({ id, type: 'passphrase', createdAt, kdf }, derived.value.key, root, vaultId, tools.randomness));
}

async function deriveKnown(secret: Secret, about: SlotAbout, vaultId: string, kdf: Kdf): Promise<Attempt<Uint8Array | undefined>> {
  const { salt } = about.kdf;
  if (secret.type === 'passphrase') {
    if (about.kdf.alg !== 'argon2id') return succeed(undefined);
    const { m, t, p } = about.kdf;
    if (!isAcceptableCost({ m, t, p })) return refuse('store/corrupt', { what: 'slot' });
    const passphrase = toPassphraseBytes(secret.passphrase);
    if (passphrase === undefined) return succeed(undefined);
    const derived = await kdf.derive(passphrase, salt, { m, t, p });
    passphrase.fill(0);
    return derived.ok ? succeed(derived.value.key) : derived;
  }
  if (about.kdf.alg !== 'hkdf-sha-256') return succeed(undefined);
  if (secret.type === 'prf') return succeed(await hkdf(secret.output, salt, slotInfo('prf', vaultId, about.id)));
  const code = parseRecoveryCode(secret.code);
  if (!code.ok) return code;
  const key = await hkdf(code.value, salt, slotInfo('recovery', vaultId, about.id));
  code.value.fill(0);
  return succeed(key);
}

/**
 * Tries a secret on a slot: the 32 bytes of the root key, or undefined where it does not open. Errors:
 * `vault/mistyped-code`, `store/corrupt` (cost outside what we derive with), `device/worker-failed`.
 */
export async function openSlot(slot: Slot, vaultId: string, secret: Secret, kdf: Kdf): Promise<Attempt<Bytes | undefined>> {
  const about = parseSlotAbout(slot);
  if (about === undefined || about.type !== secret.type) return succeed(undefined);
  if (secret.type === 'prf' && secret.slotId !== about.id) return succeed(undefined);
  const derived = await deriveKnown(secret, about, vaultId, kdf);
  if (!derived.ok) return derived;
  if (derived.value === undefined) return succeed(undefined);
  const key = await toWrappingKey(derived.value, 'decrypt');
  const [iv, wrapped] = [decodeBase64url(slot.iv), decodeBase64url(slot.wrapped)];
  if (!iv.ok || !wrapped.ok) return succeed(undefined);
  const parameters = { name: 'AES-GCM', iv: iv.value, additionalData: binding(vaultId, slot.about) };
  try {
    return succeed(new Uint8Array(await crypto.subtle.decrypt(parameters, key, wrapped.value)));
  } catch {
    return succeed(undefined);
  }
}
