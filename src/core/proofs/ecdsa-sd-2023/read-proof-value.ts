import { decodeBase64url, encodeBase64url } from '../../encoding/base64url.ts';
import { decodeCbor } from '../../encoding/cbor.ts';
import type { CborValue } from '../../encoding/cbor.ts';
import { multicodecs, readMulticodec } from '../../encoding/multicodec.ts';
import { readPointKey } from '../../encoding/read-key.ts';
import type { KeyMaterial } from '../../model/public-key.ts';

interface Common {
  /** By the issuer's key, over proof options, the key below and the mandatory statements. */
  readonly baseSignature: Uint8Array;
  /** The key made for this one proof, as written (multicodec and point) and read. */
  readonly proofKeyBytes: Uint8Array;
  readonly proofKey: KeyMaterial;
  /** By that key: one for each statement that is not mandatory. */
  readonly signatures: readonly Uint8Array[];
}

/** What the issuer gave the holder. */
export interface BaseValue extends Common {
  readonly mode: 'base';
  readonly hmacKey: Uint8Array;
  readonly mandatoryPointers: readonly string[];
}

/** What a holder made from it. */
export interface DerivedValue extends Common {
  readonly mode: 'derived';
  /** Labels of blank nodes by the number of their canonical label. */
  readonly labels: ReadonlyMap<number, string>;
  readonly mandatoryIndexes: ReadonlySet<number>;
}

const signatureBytes = 64;
const hmacBytes = 32;

/** Multibase base64url of three bytes that name the form, and CBOR (VC-DI-ECDSA 3.5.2 to 3.5.8); undefined for any other. */
export function readProofValue(text: string): BaseValue | DerivedValue | undefined {
  if (!text.startsWith('u')) return undefined;
  const bytes = decodeBase64url(text.slice(1));
  if (!bytes.ok || bytes.value[0] !== 0xd9 || bytes.value[1] !== 0x5d) return undefined;
  const decoded = decodeCbor(bytes.value.subarray(3));
  if (!decoded.ok || !isList(decoded.value) || decoded.value.length !== 5) return undefined;
  const [first, second, ...rest] = decoded.value;
  if (!isBytes(first, signatureBytes) || !(second instanceof Uint8Array)) return undefined;
  const proofKey = readProofKey(second);
  if (proofKey === undefined) return undefined;
  const common = { baseSignature: first, proofKeyBytes: second, proofKey };
  if (bytes.value[2] === 0) return readBase(common, rest);
  return bytes.value[2] === 1 ? readDerived(common, rest) : undefined;
}

type Start = Omit<Common, 'signatures'>;

function readBase(common: Start, [hmacKey, signatures, pointers]: readonly CborValue[]): BaseValue | undefined {
  if (!isBytes(hmacKey, hmacBytes) || !areSignatures(signatures)) return undefined;
  if (pointers === undefined || !isList(pointers) || !pointers.every((pointer) => typeof pointer === 'string')) return undefined;
  return { ...common, mode: 'base', hmacKey, signatures, mandatoryPointers: pointers };
}

/** 3.5.6: each label once. Two blank nodes under one label would let signed statements be spread over other things. */
function readDerived(common: Start, [signatures, labelMap, indexes]: readonly CborValue[]): DerivedValue | undefined {
  if (!areSignatures(signatures) || !(labelMap instanceof Map) || indexes === undefined || !isList(indexes)) return undefined;
  const labels = new Map<number, string>();
  for (const [number, label] of labelMap as ReadonlyMap<CborValue, CborValue>) {
    if (typeof number !== 'number' || !isBytes(label, hmacBytes)) return undefined;
    labels.set(number, labelOf(label));
  }
  if (new Set(labels.values()).size !== labels.size) return undefined;
  const numbers = indexes.filter((index) => typeof index === 'number');
  const mandatoryIndexes = new Set(numbers);
  if (mandatoryIndexes.size !== indexes.length) return undefined;
  return { ...common, mode: 'derived', signatures, labels, mandatoryIndexes };
}

/** The label of a blank node from its keyed hash: syntax of N-Quads wants a letter in front. */
export function labelOf(hash: Uint8Array): string {
  return `u${encodeBase64url(hash)}`;
}

function readProofKey(bytes: Uint8Array): KeyMaterial | undefined {
  const coded = readMulticodec(bytes.slice());
  if (!coded.ok || coded.value.code !== multicodecs.p256Public || coded.value.bytes.length !== 33) return undefined;
  const reading = readPointKey('P-256', coded.value.bytes);
  return reading.outcome === 'key' ? reading.key : undefined;
}

function isList(value: CborValue): value is readonly CborValue[] {
  return Array.isArray(value);
}

function isBytes(value: CborValue | undefined, length: number): value is Uint8Array {
  return value instanceof Uint8Array && value.length === length;
}

function areSignatures(value: CborValue | undefined): value is readonly Uint8Array[] {
  return value !== undefined && isList(value) && value.every((each) => isBytes(each, signatureBytes));
}
