const floorBytes = 256;

/**
 * The padded length for a length: Padmé (Nikitin et al., PURBs, PETS 2019, 4.3), which leaks at most
 * O(log log length) bits and costs at most 12 %, with a floor of 256 bytes.
 */
export function padmeLength(length: number): number {
  if (length <= floorBytes) return floorBytes;
  const exponent = Math.floor(Math.log2(length));
  const kept = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** Math.max(0, exponent - kept);
  return Math.ceil(length / step) * step;
}
