import { refuse, succeed } from '../../model/attempt.ts';
import type { Attempt } from '../../model/attempt.ts';
import type { JsonValue } from '../../model/json.ts';
import { maxNodesPerCredential, minSaltCharacters } from '../../model/limits.ts';
import { decodeBase64url } from '../../encoding/base64url.ts';
import { readStrictJson } from '../../encoding/strict-json.ts';
import type { DigestText } from './digest.ts';

/** One disclosure (RFC 9901 4.2): of a claim with its name, or of an element of a list. */
export interface Disclosure {
  readonly digest: string;
  readonly name?: string;
  readonly value: JsonValue;
  readonly isWeak: boolean;
}

/** All disclosures of an SD-JWT, or the rule that one of them breaks. */
export type ReadDisclosures = { readonly all: readonly Disclosure[] } | { readonly broken: string };

/** As the strict reader has them: names that change what an object is. */
const forbiddenNames: ReadonlySet<JsonValue> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Takes disclosures apart. Text that is no strict base64url of strict JSON is a refusal, as everywhere; an array of
 * another shape than RFC 9901 4.2.1 and 4.2.2 say is `broken` (B69).
 */
export function readDisclosures(texts: readonly string[], digest: DigestText): Attempt<ReadDisclosures> {
  if (texts.length > maxNodesPerCredential) return refuse('open/too-many-nodes', { limit: maxNodesPerCredential, disclosures: texts.length });
  const all: Disclosure[] = [];
  for (const text of texts) {
    const bytes = decodeBase64url(text);
    if (!bytes.ok) return refuse('open/malformed', { ...bytes.error.facts, part: 'disclosure' });
    const json = readStrictJson(bytes.value);
    if (!json.ok) return refuse(json.error.code, { ...json.error.facts, part: 'disclosure' });
    const parts: readonly JsonValue[] = Array.isArray(json.value.value) ? (json.value.value as readonly JsonValue[]) : [];
    const [salt, second, third] = parts;
    if (typeof salt !== 'string' || second === undefined || parts.length > 3) return succeed({ broken: 'disclosure-shape' });
    const common = { digest: digest(text), isWeak: salt.length < minSaltCharacters };
    if (third === undefined) {
      all.push({ ...common, value: second });
      continue;
    }
    if (typeof second !== 'string') return succeed({ broken: 'disclosure-shape' });
    if (forbiddenNames.has(second)) return refuse('open/forbidden-key', { part: 'disclosure' });
    all.push({ ...common, name: second, value: third });
  }
  return succeed({ all });
}
