import { decodeUtf8 } from '../encoding/utf8.ts';
import type { TrustListFile } from '../model/trust.ts';

/** As much of a list as tells its kind. */
const telling = 4_096;

/** The beginning of a list as text, for recognizers; bytes that are no UTF-8 give what can be read. */
export function beginningOf({ bytes }: TrustListFile): string {
  return new TextDecoder().decode(bytes.subarray(0, telling)).trimStart();
}

/** The whole list as text without surrounding white space; undefined where it is no UTF-8. */
export function textOf({ bytes }: TrustListFile): string | undefined {
  const text = decodeUtf8(bytes);
  return text.ok ? text.value.trim() : undefined;
}
