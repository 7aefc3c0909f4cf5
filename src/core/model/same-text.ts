import { maxTextCharacters } from '../model/limits.ts';
import type { LocalizedText } from '../model/credential.ts';

/** Texts that differ only in case, spaces and marks between words are alike; what is left empty is like nothing. */
function sameTextKey(text: string): string {
  return text.slice(0, maxTextCharacters).normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
}

/** The keys of a text in all its languages. */
export function sameTextKeys(text: LocalizedText | undefined): readonly string[] {
  return [...new Set((text ?? []).map((one) => sameTextKey(one.text)))].filter((key) => key !== '');
}

/** What stands where no id was filled in names nothing. */
const emptyUuid = /^urn:uuid:[0-]*$/i;

/** Ids that mean the same thing in every document; `urn:epass:…` and `#…` count only within their own. */
export function isGlobalId(id: string): boolean {
  return !emptyUuid.test(id) && /^(?:https?:\/\/|did:[a-z0-9]+:|urn:(?:uuid|oid|isbn):)./i.test(id);
}
