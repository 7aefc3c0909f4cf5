const fieldPrime = 2n ** 255n - 19n;
const groupOrder = 2n ** 252n + 27742317777372353535851937790883648493n;
/** d of RFC 8032 5.1: -121665/121666. */
const curveD = 37095705934669439343138083508754565189542113879843219016388785533085940283555n;

/** The y coordinates of the eight points of small order (order 1, 2, 4, 8). */
const smallOrderY: ReadonlySet<bigint> = new Set([
  0n,
  1n,
  fieldPrime - 1n,
  2707385501144840649318225287225658788936804267575313519463743609750303402022n,
  55188659117513257062467267217118295137698188065244968500265048394206261417927n,
]);

/** Bytes as a number, the least significant first (RFC 8032 5.1.2). */
export function readLittleEndian(bytes: Uint8Array): bigint {
  let number = 0n;
  for (let at = bytes.length - 1; at >= 0; at -= 1) number = (number << 8n) | BigInt(bytes[at] ?? 0);
  return number;
}

/** The y coordinate of an encoded point; undefined unless it is in its one canonical form and not of small order. */
function readSoundY(bytes: Uint8Array): bigint | undefined {
  if (bytes.length !== 32) return undefined;
  const y = readLittleEndian(bytes) & ((1n << 255n) - 1n);
  return y < fieldPrime && !smallOrderY.has(y) ? y : undefined;
}

/** value^(2^count): the squarings of a chain. */
function squareTimes(value: bigint, count: number): bigint {
  let result = value;
  for (let done = 0; done < count; done += 1) result = (result * result) % fieldPrime;
  return result;
}

/** value^((p - 1) / 2), which is 1 exactly for the squares other than 0: (p - 1) / 2 = (2^250 - 1) 2^4 + 6. */
function legendre(value: bigint): bigint {
  const times = (a: bigint, b: bigint): bigint => (a * b) % fieldPrime;
  const two = times(value, value);
  const ones2 = times(two, value);
  const ones4 = times(squareTimes(ones2, 2), ones2);
  const ones5 = times(squareTimes(ones4, 1), value);
  const ones10 = times(squareTimes(ones5, 5), ones5);
  const ones20 = times(squareTimes(ones10, 10), ones10);
  const ones40 = times(squareTimes(ones20, 20), ones20);
  const ones50 = times(squareTimes(ones40, 10), ones10);
  const ones100 = times(squareTimes(ones50, 50), ones50);
  const ones200 = times(squareTimes(ones100, 100), ones100);
  const ones250 = times(squareTimes(ones200, 50), ones50);
  return times(squareTimes(ones250, 4), times(times(two, two), two));
}

/**
 * True for an Ed25519 public key that can be trusted to identify a signer: canonical, on the curve (RFC 8032 5.1.3),
 * and not of small order, with which one signature fits every message.
 */
export function isSoundEd25519Key(bytes: Uint8Array): boolean {
  const y = readSoundY(bytes);
  if (y === undefined) return false;
  // x^2 = (y^2 - 1) / (d y^2 + 1) must be a square; so is then the product of both, by which no division is needed.
  const square = (y * y) % fieldPrime;
  const product = ((square - 1n + fieldPrime) * ((curveD * square + 1n) % fieldPrime)) % fieldPrime;
  return legendre(product) === 1n;
}

/**
 * True for 64 bytes that an honest signer could have made: R canonical and not of small order, S below the group order
 * (RFC 8032 5.1.7 step 1), so that a signature cannot be rewritten into another one.
 */
export function isSoundEd25519Signature(signature: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  return readSoundY(signature.subarray(0, 32)) !== undefined && readLittleEndian(signature.subarray(32)) < groupOrder;
}
