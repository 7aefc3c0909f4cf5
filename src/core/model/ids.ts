/** A DID, e.g. `did:key:z6Mk…`. Made only by `parseDid`. */
export type Did = string & { readonly __brand: 'Did' };
/** Identity of a stored item: lower-case hex SHA-256 of the original bytes. */
export type ItemId = string & { readonly __brand: 'ItemId' };
/** Registered names of how a credential is packed, what its claims mean, and how it is secured. */
export type FormatId = string & { readonly __brand: 'FormatId' };
export type VocabularyId = string & { readonly __brand: 'VocabularyId' };
export type SuiteId = string & { readonly __brand: 'SuiteId' };

export function toItemId(hex: string): ItemId {
  return hex as ItemId;
}
export function toFormatId(id: string): FormatId {
  return id as FormatId;
}
export function toVocabularyId(id: string): VocabularyId {
  return id as VocabularyId;
}
export function toSuiteId(id: string): SuiteId {
  return id as SuiteId;
}

/** DID Core 3.1: `did:` method-name `:` method-specific-id, without path, query or fragment. */
export function parseDid(text: string): Did | undefined {
  return /^did:[a-z0-9]+:[A-Za-z0-9._:%-]*[A-Za-z0-9._-]$/.test(text) ? (text as Did) : undefined;
}
