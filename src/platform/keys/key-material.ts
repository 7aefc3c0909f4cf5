import { encodeBase58btc } from '../../core/encoding/multibase.ts';
import { multicodecs, writeMulticodec } from '../../core/encoding/multicodec.ts';
import { parseDid } from '../../core/model/ids.ts';
import type { Did } from '../../core/model/ids.ts';
import type { HolderKey, Randomness } from '../../wallet/ports.ts';

export type KeyKind = HolderKey['type'];

/** Signs bytes with a key that stays where it is: Ed25519 64 bytes; P-256 r and s, 64 bytes. */
export type SignBytes = (input: Uint8Array) => Promise<Uint8Array>;

/** A key pair on its way into the vault; `privateKey` (PKCS#8) is zero-filled by whoever ends its way. */
export interface NewKeyPair {
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

const algorithms = {
  Ed25519: { make: { name: 'Ed25519' }, sign: { name: 'Ed25519' } },
  'P-256': { make: { name: 'ECDSA', namedCurve: 'P-256' }, sign: { name: 'ECDSA', hash: 'SHA-256' } },
} as const;

const codecs: Readonly<Record<KeyKind, number>> = { Ed25519: multicodecs.ed25519Public, 'P-256': multicodecs.p256Public };
const publicKeyBytes: Readonly<Record<KeyKind, number>> = { Ed25519: 32, 'P-256': 33 };

/** RFC 8410: everything of a PKCS#8 Ed25519 key before its 32 bytes of seed. */
const seedHeader = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20);

/** Bytes with a buffer of their own, as WebCrypto wants them. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

/** The did:key of a public key (did:key 0.9, 3.1) and its verification method. */
export function toDidKey(type: KeyKind, publicKey: Uint8Array): { readonly did: Did; readonly verificationMethod: string } {
  if (publicKey.length !== publicKeyBytes[type]) throw new Error('A public key of another length');
  const multikey = encodeBase58btc(writeMulticodec(codecs[type], publicKey));
  const did = parseDid(`did:key:${multikey}`);
  if (did === undefined) throw new Error('Base58 text that is no DID');
  return { did, verificationMethod: `${did}#${multikey}` };
}

/** True where this browser's WebCrypto has Ed25519; older ones use noble. */
async function hasNativeEd25519(): Promise<boolean> {
  try {
    await crypto.subtle.importKey('raw', new Uint8Array(32).fill(9), 'Ed25519', false, ['verify']);
    return true;
  } catch {
    return false;
  }
}

/** Makes a key pair. Extractable for this one moment: it has to be sealed, for it must survive a lost phone. */
export async function createKeyPair(type: KeyKind, randomness: Randomness): Promise<NewKeyPair> {
  if (type === 'Ed25519' && !(await hasNativeEd25519())) return createEd25519InScript(randomness);
  const pair = (await crypto.subtle.generateKey(algorithms[type].make, true, ['sign', 'verify'])) as CryptoKeyPair;
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const privateKey = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  return { publicKey: type === 'P-256' ? compressPoint(publicKey) : publicKey, privateKey };
}

async function createEd25519InScript(randomness: Randomness): Promise<NewKeyPair> {
  const { ed25519 } = await import('@noble/curves/ed25519.js');
  const seed = randomness.bytes(32);
  const pair = { publicKey: ed25519.getPublicKey(seed), privateKey: Uint8Array.of(...seedHeader, ...seed) };
  seed.fill(0);
  return pair;
}

/** SEC 1, 2.3.3: the parity of y is that of the last of its bytes. */
function compressPoint(uncompressed: Uint8Array): Uint8Array {
  const isOdd = (uncompressed[64] ?? 0) % 2 === 1;
  return Uint8Array.of(isOdd ? 3 : 2, ...uncompressed.subarray(1, 33));
}

/** A signer around a key that script cannot read again. The bytes given are left as they are: zero-fill them. */
export async function importSigner(type: KeyKind, privateKey: Uint8Array): Promise<SignBytes> {
  if (type === 'Ed25519' && !(await hasNativeEd25519())) return importEd25519InScript(privateKey);
  const copy = owned(privateKey);
  const key = await crypto.subtle.importKey('pkcs8', copy, algorithms[type].make, false, ['sign']);
  copy.fill(0);
  return async (input) => new Uint8Array(await crypto.subtle.sign(algorithms[type].sign, key, owned(input)));
}

async function importEd25519InScript(privateKey: Uint8Array): Promise<SignBytes> {
  const { ed25519 } = await import('@noble/curves/ed25519.js');
  const hasSeed = privateKey.length === 48 && seedHeader.every((byte, index) => privateKey[index] === byte);
  if (!hasSeed) throw new Error('A private key that is not RFC 8410');
  const seed = privateKey.slice(16);
  return async (input) => ed25519.sign(input, seed);
}

/** Whether a signature fits; asked of every signature of ours before it leaves. */
export async function fits(type: KeyKind, publicKey: Uint8Array, signature: Uint8Array, input: Uint8Array): Promise<boolean> {
  if (type === 'Ed25519' && !(await hasNativeEd25519())) {
    const { ed25519 } = await import('@noble/curves/ed25519.js');
    return ed25519.verify(signature, input, publicKey, { zip215: false });
  }
  const raw = type === 'P-256' ? await decompressPoint(publicKey) : publicKey;
  const key = await crypto.subtle.importKey('raw', owned(raw), algorithms[type].make, false, ['verify']);
  return crypto.subtle.verify(algorithms[type].sign, key, owned(signature), owned(input));
}

/** Not every browser takes a compressed point. */
async function decompressPoint(compressed: Uint8Array): Promise<Uint8Array> {
  const { p256 } = await import('@noble/curves/nist.js');
  return p256.Point.fromBytes(compressed).toBytes(false);
}
