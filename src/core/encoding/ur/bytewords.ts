import { crc32, toCrcBytes } from './crc32.ts';

/** First and last letter of each of the 256 words of BCR-2020-012, in order: the "minimal" style. */
const letters =
  'aeadaoaxaaahamatayasbkbdbnbtbabsbebybgbwbbbzcmchcscfcycwcecackct' +
  'cxclcpcndkdadsdidedtdrdndwdpdmdldyeheyeoeeecenemetesftfrfnfsfmfh' +
  'fzfpfwfxfyfefgflfdgagegrgsgtglgwgdgygmgughgohfhghdhkhthphhhlhyhe' +
  'hnhsidiaieihiyioisinimjejzjnjtjljojsjpjkjykpkoktkskkknkgkekikblb' +
  'lalylflslrlplnltloldlelulklgmnmymhmemomumwmdmtmsmknlnyndnsntnnne' +
  'nboyoeotoxonolospdptpkpypspmplpepfpaprqdqzrerprlrorhrdrkrfryrnrs' +
  'rtsesasrssskswstspsosgsbsfsntotktitttdtetytltbtstptatnuyuoutueur' +
  'vtvyvovlvevwvavdvswlwdwmwpwewywswtwnwzwfwkykynylyaytzszoztzczezm';

const pairs: readonly string[] = Array.from({ length: 256 }, (_, byte) => letters.slice(byte * 2, byte * 2 + 2));
const values: ReadonlyMap<string, number> = new Map(pairs.map((pair, byte) => [pair, byte]));

/** Minimal bytewords with the CRC-32 of the bytes at the end (BCR-2020-012), lower case. */
export function encodeBytewords(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += pairs[byte];
  for (const byte of toCrcBytes(crc32(bytes))) text += pairs[byte];
  return text;
}

/** Reads minimal bytewords, lower case. Undefined: not bytewords, or the checksum does not fit. */
export function decodeBytewords(text: string): Uint8Array | undefined {
  if (text.length < 10 || text.length % 2 !== 0) return undefined;
  const all = new Uint8Array(text.length / 2);
  for (let index = 0; index < all.length; index += 1) {
    const value = values.get(text.slice(index * 2, index * 2 + 2));
    if (value === undefined) return undefined;
    all[index] = value;
  }
  const body = all.slice(0, -4);
  const sum = toCrcBytes(crc32(body));
  return sum.every((byte, index) => byte === all[body.length + index]) ? body : undefined;
}
