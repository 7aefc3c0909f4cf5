import { minPassphraseCharacters } from '../../core/model/limits.ts';
import { utf8 } from './join-parts.ts';
import type { Bytes } from './join-parts.ts';

/** UTF-8 bytes of a passphrase after normalisation; more is refused, never cut. */
const maxPassphraseBytes = 4_096;

/**
 * RFC 8265 section 4.2, OpaqueString: non-ASCII spaces become U+0020, then NFC; nothing else is changed (no trimming, no
 * case folding). Empty, control characters and lone surrogates give undefined.
 */
export function toOpaqueText(passphrase: string): string | undefined {
  const text = passphrase.replace(/\p{Zs}/gu, ' ').normalize('NFC');
  return text === '' || /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u.test(text) ? undefined : text;
}

/** The same as UTF-8; undefined also where it is too long. Wipe the bytes after use. */
export function toPassphraseBytes(passphrase: string): Bytes | undefined {
  const text = toOpaqueText(passphrase);
  if (text === undefined) return undefined;
  const bytes = utf8(text);
  return bytes.length > maxPassphraseBytes ? undefined : bytes;
}

/** Whether a normalised passphrase may lock anything. The wallet judges more than that; this much holds whoever asks. */
export function isLongEnough(text: string): boolean {
  return [...text.trim()].length >= minPassphraseCharacters;
}
