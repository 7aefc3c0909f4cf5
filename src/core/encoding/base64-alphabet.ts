/** One of the two alphabets of RFC 4648, ready for both directions. */
export interface Base64Alphabet {
  readonly letters: string;
  readonly codes: Uint8Array;
}

function createAlphabet(lastTwo: string): Base64Alphabet {
  const letters = `ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789${lastTwo}`;
  const codes = new Uint8Array(128).fill(255);
  for (let index = 0; index < 64; index += 1) codes[letters.charCodeAt(index)] = index;
  return { letters, codes };
}

export const standardAlphabet = createAlphabet('+/');
export const urlAlphabet = createAlphabet('-_');

/** Text without padding. */
export function encodeBase64Alphabet(bytes: Uint8Array, { letters }: Base64Alphabet): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += letters.charAt(group >> 18) + letters.charAt((group >> 12) & 63);
    if (left > 1) text += letters.charAt((group >> 6) & 63);
    if (left > 2) text += letters.charAt(group & 63);
  }
  return text;
}

/** Bytes of text without padding; undefined for a foreign character, a leftover of one, or unused bits that are not zero. */
export function decodeBase64Alphabet(text: string, { codes }: Base64Alphabet): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [bits, held, to] = [0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = codes[text.charCodeAt(at)] ?? 255;
    if (code === 255) return undefined;
    bits = ((bits << 6) | code) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[to] = (bits >> held) & 0xff;
      to += 1;
    }
  }
  return (bits & ((1 << held) - 1)) === 0 ? bytes : undefined;
}
