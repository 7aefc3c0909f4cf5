/** The curves of FIPS 186-5 / SP 800-186 that keys are on. */
export type NistCurve = 'P-256' | 'P-384' | 'P-521';

interface CurveNumbers {
  /** Bytes of a coordinate, and of each half of a signature. */
  readonly bytes: number;
  readonly prime: bigint;
  readonly order: bigint;
  readonly b: bigint;
}

/** SEC 2 2.4.2, 2.5.1, 2.6.1. Each prime is 3 modulo 4, and a is -3. */
const curves: Readonly<Record<NistCurve, CurveNumbers>> = {
  'P-256': {
    bytes: 32,
    prime: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
    order: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
  },
  'P-384': {
    bytes: 48,
    prime: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
    order: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
  },
  'P-521': {
    bytes: 66,
    prime: 2n ** 521n - 1n,
    order: 2n ** 521n - 0x5ae79787c40d069948033feb708f65a2fc44a36477663b851449048e16ec79bf7n,
    b: 0x51953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00n,
  },
};

/** A point: each coordinate big-endian, in as many bytes as the curve has. */
export interface CurvePoint {
  readonly x: Uint8Array<ArrayBuffer>;
  readonly y: Uint8Array<ArrayBuffer>;
}

/** Bytes of a coordinate of this curve. */
export function coordinateBytes(curve: NistCurve): number {
  return curves[curve].bytes;
}

function readNumber(bytes: Uint8Array): bigint {
  let number = 0n;
  for (const byte of bytes) number = (number << 8n) | BigInt(byte);
  return number;
}

function writeNumber(number: bigint, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let [at, rest] = [length - 1, number]; at >= 0; at -= 1, rest >>= 8n) bytes[at] = Number(rest & 255n);
  return bytes;
}

/** y^2 = x^3 - 3x + b (SEC 1 2.2.1). */
function squareOfY({ prime, b }: CurveNumbers, x: bigint): bigint {
  const right = (((x * x) % prime) * x - 3n * x + b) % prime;
  return (right + prime) % prime;
}

function power(base: bigint, exponent: bigint, prime: bigint): bigint {
  let [result, square] = [1n, base];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % prime;
    square = (square * square) % prime;
  }
  return result;
}

/**
 * Reads a SEC 1 point (2.3.4), compressed or not: undefined for any other form, a coordinate that is no field element, or
 * a point off the curve. Browsers differ on compressed points, so keys are always imported whole.
 */
export function readPoint(curve: NistCurve, encoded: Uint8Array): CurvePoint | undefined {
  const numbers = curves[curve];
  const { bytes, prime } = numbers;
  const form = encoded[0];
  const x = readNumber(encoded.subarray(1, 1 + bytes));
  if (x >= prime) return undefined;
  if (encoded.length === 1 + 2 * bytes && form === 4) {
    const y = readNumber(encoded.subarray(1 + bytes));
    if (y >= prime || (y * y) % prime !== squareOfY(numbers, x)) return undefined;
    return { x: writeNumber(x, bytes), y: writeNumber(y, bytes) };
  }
  if (encoded.length !== 1 + bytes || (form !== 2 && form !== 3)) return undefined;
  const square = squareOfY(numbers, x);
  // The prime is 3 modulo 4, so a root, where there is one, is this power.
  const root = power(square, (prime + 1n) / 4n, prime);
  if ((root * root) % prime !== square) return undefined;
  const isOdd = (root & 1n) === 1n;
  const y = isOdd === (form === 3) ? root : prime - root;
  return y < prime ? { x: writeNumber(x, bytes), y: writeNumber(y, bytes) } : undefined;
}

/** The form of SEC 1 2.3.3 without compression: 4, x, y. */
export function writePoint({ x, y }: CurvePoint): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(1 + x.length + y.length);
  bytes[0] = 4;
  bytes.set(x, 1);
  bytes.set(y, 1 + x.length);
  return bytes;
}

/** The compressed form (SEC 1 2.3.3). */
export function compressPoint({ x, y }: CurvePoint): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(1 + x.length);
  bytes[0] = ((y.at(-1) ?? 0) & 1) === 1 ? 3 : 2;
  bytes.set(x, 1);
  return bytes;
}

/** RFC 7518 3.4: r and s side by side, each as long as a coordinate; FIPS 186-5 6.4.2 step 1: both from 1 to n - 1 (CVE-2022-21449). */
export function isSoundEcdsaSignature(curve: NistCurve, signature: Uint8Array): boolean {
  const { bytes, order } = curves[curve];
  if (signature.length !== 2 * bytes) return false;
  return [signature.subarray(0, bytes), signature.subarray(bytes)].map(readNumber).every((half) => half > 0n && half < order);
}
