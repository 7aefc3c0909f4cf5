const fieldPrime = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const curveB = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

/** A point of P-256: each coordinate 32 bytes, big-endian. */
export interface P256Point {
  readonly x: Uint8Array<ArrayBuffer>;
  readonly y: Uint8Array<ArrayBuffer>;
}

function readNumber(bytes: Uint8Array): bigint {
  let number = 0n;
  for (const byte of bytes) number = (number << 8n) | BigInt(byte);
  return number;
}

function writeNumber(number: bigint): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(32);
  for (let [at, rest] = [31, number]; at >= 0; at -= 1, rest >>= 8n) bytes[at] = Number(rest & 255n);
  return bytes;
}

/** y^2 = x^3 - 3x + b (SEC 2, secp256r1). */
function squareOfY(x: bigint): bigint {
  const right = (((x * x) % fieldPrime) * x - 3n * x + curveB) % fieldPrime;
  return (right + fieldPrime) % fieldPrime;
}

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, base];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % fieldPrime;
    square = (square * square) % fieldPrime;
  }
  return result;
}

/**
 * Reads a SEC 1 point (2.3.4), compressed (33 bytes) or not (65): undefined for any other form, a coordinate that is no
 * field element, or a point off the curve. Browsers differ on compressed points, so keys are always imported whole.
 */
export function readP256Point(bytes: Uint8Array): P256Point | undefined {
  const form = bytes[0];
  const x = readNumber(bytes.subarray(1, 33));
  if (x >= fieldPrime) return undefined;
  if (bytes.length === 65 && form === 4) {
    const y = readNumber(bytes.subarray(33));
    if (y >= fieldPrime || (y * y) % fieldPrime !== squareOfY(x)) return undefined;
    return { x: writeNumber(x), y: writeNumber(y) };
  }
  if (bytes.length !== 33 || (form !== 2 && form !== 3)) return undefined;
  const square = squareOfY(x);
  // The prime is 3 modulo 4, so a root, where there is one, is this power.
  const root = power(square, (fieldPrime + 1n) / 4n);
  if ((root * root) % fieldPrime !== square) return undefined;
  const isOdd = (root & 1n) === 1n;
  const y = isOdd === (form === 3) ? root : fieldPrime - root;
  return { x: writeNumber(x), y: writeNumber(y) };
}

/** The compressed form (SEC 1 2.3.3): 33 bytes. */
export function compressP256Point({ x, y }: P256Point): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(33);
  bytes[0] = ((y[31] ?? 0) & 1) === 1 ? 3 : 2;
  bytes.set(x, 1);
  return bytes;
}
