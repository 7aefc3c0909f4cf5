import { asList, isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { Glimpse } from './glimpse.ts';
import { nameOfOtherJson } from './other-kinds/other-name.ts';
import { isSelectiveJson } from './sd-jwt/selective-text.ts';
import { isWalletExport } from './wallet-backup/wallet-export.ts';
import { wrappedPlaces } from './wrapped/wrapped-json.ts';

/** What a JSON document is, told by its own members; `undefined` where it is none of ours. */
export type JsonKind = 'credential' | 'presentation' | 'array' | 'enveloped' | 'signed-json' | 'selective-json' | 'badge-2' | 'other' | 'wallet-backup' | 'wrapped';

const kinds = new WeakMap<Glimpse, { readonly kind: JsonKind | undefined }>();

/** The kind of a received JSON document; reads and judges the JSON once for all recognizers. Never throws. */
export function jsonKindOf(glimpse: Glimpse): JsonKind | undefined {
  if (!glimpse.looksLikeJson) return undefined;
  const known = kinds.get(glimpse);
  if (known !== undefined) return known.kind;
  const json = glimpse.json();
  const kind = json.ok ? kindOf(json.value.value) : undefined;
  kinds.set(glimpse, { kind });
  return kind;
}

function kindOf(value: JsonValue): JsonKind | undefined {
  if (!Array.isArray(value)) return isJsonObject(value) ? kindOfWhole(value) : undefined;
  const items = value as readonly JsonValue[];
  if (items.some((item) => isWalletExport(item, isItem))) return 'wallet-backup';
  return items.some((item) => isItem(item) || isCarrier(item)) ? 'array' : undefined;
}

/** A credential of any kind, or an object that only carries some. */
function kindOfWhole(document: JsonObject): JsonKind | undefined {
  const kind = kindOfObject(document);
  if (kind !== undefined) return kind;
  if (isWalletExport(document, isItem)) return 'wallet-backup';
  return wrappedPlaces(document, isItem).length > 0 ? 'wrapped' : undefined;
}

/** Something in a list that has to be unwrapped before it is a credential: an object around one, or JSON as a text. */
function isCarrier(value: JsonValue): boolean {
  return typeof value === 'string' ? /^\s*[{[]\s*["{]/.test(value) : isJsonObject(value) && wrappedPlaces(value, isItem).length > 0;
}

/** An array counts as a file of credentials when something in it is one, or looks like a token. */
export function isItem(value: JsonValue): boolean {
  if (typeof value === 'string') return value.startsWith('eyJ') || value.startsWith('ey');
  return isJsonObject(value) && kindOfObject(value) !== undefined;
}

function kindOfObject(document: JsonObject): JsonKind | undefined {
  const types = asList(document['type']);
  if (types.includes('EnvelopedVerifiableCredential') || types.includes('EnvelopedVerifiablePresentation')) return 'enveloped';
  if (types.includes('VerifiablePresentation')) return 'presentation';
  if ('verifiableCredential' in document && !('credentialSubject' in document)) return 'presentation';
  if (types.includes('VerifiableCredential') || 'credentialSubject' in document) return 'credential';
  if (isSelectiveJson(document)) return 'selective-json';
  if (typeof document['payload'] === 'string' && ('signatures' in document || 'signature' in document)) return 'signed-json';
  if (nameOfOtherJson(document) !== undefined) return 'other';
  return 'badge' in document && 'recipient' in document ? 'badge-2' : undefined;
}
