import { isJsonObject } from '../../model/json.ts';
import type { JsonValue } from '../../model/json.ts';

/** A wallet written out (Universal Wallet 2020): an object whose `contents` are a list of all sorts of things. */
export function isWalletExport(value: JsonValue, isItem: (value: JsonValue) => boolean): boolean {
  return isJsonObject(value) && Array.isArray(value['contents']) && (value['contents'] as readonly JsonValue[]).some(isItem);
}
