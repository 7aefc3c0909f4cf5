const maxCharacters = 100;
/** Control characters, bidirectional overrides and the characters that file systems keep for themselves. */
const forbidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}<>:"/\\|?*]/gu;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** A file name that no system reads as anything but a name; `mecum` where nothing is left of it. */
export function safeFileName(name: string): string {
  const plain = name.normalize('NFC').replace(forbidden, '').replace(/^[.\s=+@-]+|[.\s]+$/g, '');
  if (plain === '' || reserved.test(plain)) return `mecum${/\.\w{1,8}$/.exec(plain)?.[0] ?? ''}`;
  if (plain.length <= maxCharacters) return plain;
  const extension = /\.[\w-]{1,10}$/.exec(plain)?.[0] ?? '';
  return `${[...plain].slice(0, maxCharacters - extension.length).join('')}${extension}`;
}
