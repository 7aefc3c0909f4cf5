/** A number read at a place in a text. */
export type NumberReading =
  | { readonly outcome: 'number'; readonly value: number; readonly end: number }
  | { readonly outcome: 'malformed'; readonly at: number }
  | { readonly outcome: 'unsafe' };

const pattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** A double tells 17 significant decimal digits apart. */
const maxSignificantDigits = 17;

/**
 * Reads an RFC 8259 number that a double holds without loss (RFC 7493 2.2). Unsafe: whole numbers beyond 2^53 - 1 either
 * way, overflow to infinity, underflow to zero, more digits than a double keeps, and -0, which canonical JSON loses.
 */
export function readNumber(text: string, at: number): NumberReading {
  pattern.lastIndex = at;
  const written = pattern.exec(text)?.[0];
  if (written === undefined) {
    const isCutShort = text[at] === '-' && at + 1 >= text.length;
    return { outcome: 'malformed', at: isCutShort ? text.length : at };
  }
  const end = at + written.length;
  // What follows a number can only be an end; a digit, a dot or an exponent here is a number badly written.
  if (/[0-9.eE+-]/.test(text[end] ?? '')) {
    const rest = text.slice(end);
    return { outcome: 'malformed', at: /^(?:\.|[eE][+-]?)$/.test(rest) ? text.length : end };
  }
  return isLossless(written) ? { outcome: 'number', value: Number(written), end } : { outcome: 'unsafe' };
}

function isLossless(written: string): boolean {
  const value = Number(written);
  if (Object.is(value, -0) || !Number.isFinite(value)) return false;
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return false;
  if (written.length <= maxSignificantDigits && !/[eE]/.test(written)) return true;
  const digits = countSignificantDigits(written.replace(/[eE].*$/, '').replace(/[-.]/g, ''));
  return value === 0 ? digits === 0 : digits <= maxSignificantDigits;
}

/** Digits without the zeros at both ends; counted, because a pattern looks for the last zeros from each zero anew. */
function countSignificantDigits(digits: string): number {
  let [start, end] = [0, digits.length];
  while (digits[start] === '0') start += 1;
  while (end > start && digits[end - 1] === '0') end -= 1;
  return end - start;
}
