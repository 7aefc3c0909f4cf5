import { asList, isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { Glimpse } from './glimpse.ts';

/** What a JSON document is, told by its own members; `undefined` where it is none of ours. */
export type JsonKind = 'credential' | 'presentation' | 'array' | 'enveloped' | 'signed-json' | 'badge-2';

/** The kind of a received JSON document; reads the JSON once for all recognizers. Never throws. */
export function jsonKindOf(glimpse: Glimpse): JsonKind | undefined {
  if (!glimpse.looksLikeJson) return undefined;
  const json = glimpse.json();
  return json.ok ? kindOf(json.value.value) : undefined;
}

function kindOf(value: JsonValue): JsonKind | undefined {
  if (Array.isArray(value)) return value.some(isItem) ? 'array' : undefined;
  return isJsonObject(value) ? kindOfObject(value) : undefined;
}

/** An array counts as a file of credentials when something in it is one, or looks like a token. */
function isItem(value: JsonValue): boolean {
  if (typeof value === 'string') return value.startsWith('eyJ') || value.startsWith('ey');
  return isJsonObject(value) && kindOfObject(value) !== undefined;
}

function kindOfObject(document: JsonObject): JsonKind | undefined {
  const types = asList(document['type']);
  if (types.includes('EnvelopedVerifiableCredential') || types.includes('EnvelopedVerifiablePresentation')) return 'enveloped';
  if (types.includes('VerifiablePresentation')) return 'presentation';
  if ('verifiableCredential' in document && !('credentialSubject' in document)) return 'presentation';
  if (types.includes('VerifiableCredential') || 'credentialSubject' in document) return 'credential';
  if (typeof document['payload'] === 'string' && ('signatures' in document || 'signature' in document)) return 'signed-json';
  return isBadge2(document, types) ? 'badge-2' : undefined;
}

/** Open Badges 2.0 and 1.x: an assertion names its badge and its recipient, or says its type beside the 2.0 context. */
function isBadge2(document: JsonObject, types: readonly JsonValue[]): boolean {
  if ('badge' in document && 'recipient' in document) return true;
  const contexts = asList(document['@context']);
  const isOpenBadges = contexts.some((context) => context === 'https://w3id.org/openbadges/v2' || context === 'https://w3id.org/openbadges/v1');
  return isOpenBadges && types.length > 0;
}
