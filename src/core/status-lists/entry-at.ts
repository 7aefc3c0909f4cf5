/** Which bits of a byte come first: Bitstring Status List counts from the most significant, Token Status List from the least. */
type BitOrder = 'most-significant-first' | 'least-significant-first';

/**
 * The entry of `size` bits at an index, or undefined where the list ends before it. Entries are read bit by bit, so that
 * a size that does not divide a byte crosses bytes (Bitstring Status List 3.2); with the least significant bit first a
 * size of 1, 2, 4 or 8 stays within one (Token Status List 4.1).
 */
export function entryAt(bytes: Uint8Array, index: number, size: number, order: BitOrder): number | undefined {
  const first = index * size;
  if (!Number.isSafeInteger(first) || index < 0 || first + size > bytes.length * 8) return undefined;
  let value = 0;
  for (let step = 0; step < size; step += 1) {
    const at = order === 'most-significant-first' ? first + step : first + size - 1 - step;
    const byte = bytes[Math.floor(at / 8)] ?? 0;
    const bit = order === 'most-significant-first' ? 7 - (at % 8) : at % 8;
    value = value * 2 + ((byte >> bit) & 1);
  }
  return value;
}
