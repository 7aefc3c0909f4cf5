import type { Attempt } from '../model/attempt.ts';
import { asList, isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { maxCredentialsPerFile } from '../model/limits.ts';
import type { OpenedCredential } from '../model/opened.ts';
import type { Received } from '../model/received.ts';
import type { ParsedJson } from '../encoding/strict-json.ts';
import { innerItem } from './inner-items.ts';

type Place = readonly (string | number)[];

/**
 * Credentials that a credential encloses in its subject (CLR 2.0, `verifiableCredential`), each as bytes of its own. `place`
 * is where the credential itself stands in the JSON. None: no member at all.
 */
export function enclosedCredentials(credential: JsonObject, json: ParsedJson, place: Place, outer: Received): Pick<OpenedCredential, 'inner'> {
  const subject = credential['credentialSubject'];
  const inner = Array.isArray(subject)
    ? (subject as readonly JsonValue[]).flatMap((one, index) => itemsIn(one, json, [...place, 'credentialSubject', index], outer))
    : itemsIn(subject, json, [...place, 'credentialSubject'], outer);
  return inner.length === 0 ? {} : { inner: inner.slice(0, maxCredentialsPerFile) };
}

function itemsIn(subject: JsonValue | undefined, json: ParsedJson, place: Place, outer: Received): readonly Attempt<Received>[] {
  const value = isJsonObject(subject) ? subject['verifiableCredential'] : undefined;
  const isArray = Array.isArray(value);
  return asList(value).map((item, index) => innerItem(item, json, [...place, 'verifiableCredential', ...(isArray ? [index] : [])], outer));
}
