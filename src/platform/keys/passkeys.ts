import { encodeBase64url } from '../../core/encoding/base64url.ts';
import { refuse, succeed } from '../../core/model/attempt.ts';
import type { Attempt } from '../../core/model/attempt.ts';
import type { NewSlot, Passkeys, Randomness, Secret, SlotSummary } from '../../wallet/ports.ts';

type PrfSlot = Extract<NewSlot, { type: 'prf' }>;
type PrfSecret = Extract<Secret, { type: 'prf' }>;

/** What the system shows in its list of passkeys; the same words for everybody, for they tell others nothing. */
const shownName = 'Mecum';
const timeoutMs = 120_000;
const prfBytes = 32;

/** The PRF output in an answer, if there is one of the right length. */
function prfOutput(credential: PublicKeyCredential): Uint8Array<ArrayBuffer> | undefined {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (first === undefined) return undefined;
  const output = ArrayBuffer.isView(first) ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength) : new Uint8Array(first);
  return output.length === prfBytes ? new Uint8Array(output) : undefined;
}

/**
 * Tells a person's "no" from a device that cannot. Browsers give `NotAllowedError` for a dialog that was closed or ran
 * out of time, and on purpose do not say more.
 */
function refusalOf(thrown: unknown): ReturnType<typeof refuse> {
  const name = thrown instanceof DOMException ? thrown.name : '';
  return refuse(name === 'NotAllowedError' || name === 'AbortError' ? 'device/cancelled' : 'device/not-supported');
}

async function asCredential(asked: Promise<Credential | null>): Promise<Attempt<PublicKeyCredential>> {
  try {
    const credential = await asked;
    return credential instanceof PublicKeyCredential ? succeed(credential) : refuse('device/cancelled');
  } catch (thrown) {
    return refusalOf(thrown);
  }
}

function hasPasskeys(): boolean {
  return globalThis.isSecureContext && typeof PublicKeyCredential === 'function' && 'credentials' in navigator;
}

/**
 * True where the browser says that this device has a screen lock for passkeys and does not deny the PRF extension.
 * Browsers that cannot tell of PRF beforehand may still refuse at `create` with `device/passkey-without-prf`.
 */
async function available(): Promise<boolean> {
  if (!hasPasskeys()) return false;
  try {
    const ask = PublicKeyCredential as { getClientCapabilities?: () => Promise<Record<string, boolean>> };
    const capabilities = (await ask.getClientCapabilities?.()) ?? {};
    if (capabilities['extension:prf'] === false) return false;
    return await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();
  } catch {
    return false;
  }
}

async function get(
  allowed: readonly { readonly id: Uint8Array; readonly salt: Uint8Array; readonly transports: readonly string[] }[],
  challenge: Uint8Array<ArrayBuffer>,
): Promise<Attempt<PublicKeyCredential>> {
  const evalByCredential: Record<string, AuthenticationExtensionsPRFValues> = {};
  for (const { id, salt } of allowed) evalByCredential[encodeBase64url(id)] = { first: new Uint8Array(salt) };
  return asCredential(
    navigator.credentials.get({
      publicKey: {
        challenge,
        timeout: timeoutMs,
        userVerification: 'required',
        allowCredentials: allowed.map(({ id, transports }) => ({
          type: 'public-key',
          id: new Uint8Array(id),
          transports: [...transports] as AuthenticatorTransport[],
        })),
        extensions: { prf: { evalByCredential } },
      },
    }),
  );
}

function creationOptions(randomness: Randomness, salt: Uint8Array): PublicKeyCredentialCreationOptions {
  const random = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(randomness.bytes(length));
  return {
    rp: { name: shownName },
    // A name of its own for each vault, or a second passkey would overwrite the first one in the device's list.
    user: { id: random(16), name: shownName, displayName: shownName },
    challenge: random(32),
    // ES256, EdDSA, RS256: the key itself is never used, only the PRF beside it.
    pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })),
    authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
    attestation: 'none',
    timeout: timeoutMs,
    extensions: { prf: { eval: { first: new Uint8Array(salt) } } },
  };
}

/** Makes a passkey and reads its PRF; asks a second time where the device gives PRF only when it signs in. */
async function create(randomness: Randomness): Promise<Attempt<PrfSlot>> {
  if (!hasPasskeys()) return refuse('device/not-supported');
  const salt = new Uint8Array(randomness.bytes(prfBytes));
  const made = await asCredential(navigator.credentials.create({ publicKey: creationOptions(randomness, salt) }));
  if (!made.ok) return made;
  const credential = made.value;
  const credentialId = new Uint8Array(credential.rawId);
  const response = credential.response as AuthenticatorAttestationResponse;
  const transports = typeof response.getTransports === 'function' ? response.getTransports() : [];
  const slot = { type: 'prf', credentialId, salt, transports } as const;
  const output = prfOutput(credential);
  if (output !== undefined) return succeed({ ...slot, output });
  if (credential.getClientExtensionResults().prf?.enabled !== true) return refuse('device/passkey-without-prf');
  const asked = await get([{ id: credentialId, salt, transports }], new Uint8Array(randomness.bytes(32)));
  if (!asked.ok) return asked;
  const later = prfOutput(asked.value);
  return later === undefined ? refuse('device/passkey-without-prf') : succeed({ ...slot, output: later });
}

/** Asks for one of the passkeys that open the vault. */
async function ask(slots: readonly SlotSummary[]): Promise<Attempt<PrfSecret>> {
  const allowed = slots.flatMap(({ id: slotId, prf }) => (prf === undefined ? [] : [{ ...prf, slotId, id: prf.credentialId }]));
  if (!hasPasskeys() || allowed.length === 0) return refuse('device/not-supported');
  const asked = await get(allowed, crypto.getRandomValues(new Uint8Array(32)));
  if (!asked.ok) return asked;
  const credentialId = encodeBase64url(new Uint8Array(asked.value.rawId));
  const slot = allowed.find(({ id }) => encodeBase64url(id) === credentialId);
  const output = prfOutput(asked.value);
  if (slot === undefined || output === undefined) return refuse('device/passkey-without-prf');
  return succeed({ type: 'prf', slotId: slot.slotId, output });
}

/**
 * Passkeys with the PRF extension (WebAuthn Level 3, 10.1.4), on the page, for workers cannot ask. Nothing is ever
 * deleted. Told apart: `device/cancelled` (the person said no, or time ran out), `device/passkey-without-prf` (a passkey,
 * but no secret to be had from it), `device/not-supported` (no passkeys here at all).
 */
export function createPasskeys(): Passkeys {
  return { available, create, ask };
}
