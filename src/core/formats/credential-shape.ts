import type { Attempt } from '../model/attempt.ts';
import { refuse, succeed } from '../model/attempt.ts';
import { asList, isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';

/**
 * Refuses shapes that two readers could take for two things (B09): every member that decides who says what about whom
 * must be written as the data model writes it (VCDM 2.0 section 4). One value and an array of one value mean the same;
 * an issuer is never an array. What is absent is no matter of shape. Error: `open/wrong-shape` with the member.
 */
export function requireCredentialShape(document: JsonObject): Attempt<JsonObject> {
  const wrong = wrongMember(document);
  return wrong === undefined ? succeed(document) : refuse('open/wrong-shape', { member: wrong });
}

function wrongMember(document: JsonObject): string | undefined {
  if (!isOptional(document['id'], isText)) return 'id';
  if (!isOptional(document['type'], isTextOrTexts)) return 'type';
  if (!isOptional(document['@context'], isContext)) return '@context';
  if (!isOptional(document['issuer'], isIssuer)) return 'issuer';
  if (!isOptional(document['credentialSubject'], isSubject)) return 'credentialSubject';
  return undefined;
}

function isOptional(value: JsonValue | undefined, isRight: (value: JsonValue) => boolean): boolean {
  return value === undefined || isRight(value);
}

function isText(value: JsonValue | undefined): boolean {
  return typeof value === 'string';
}

function isTextOrTexts(value: JsonValue): boolean {
  return isText(value) || (Array.isArray(value) && value.length > 0 && value.every(isText));
}

function isContext(value: JsonValue): boolean {
  const entries = Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
  return entries.length > 0 && entries.every((entry) => isText(entry) || isJsonObject(entry));
}

function isIssuer(value: JsonValue): boolean {
  return isText(value) || (isJsonObject(value) && isOptional(value['id'], isText));
}

function isSubject(value: JsonValue): boolean {
  const subjects = Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
  return subjects.length > 0 && subjects.every((subject) => isJsonObject(subject) && isOptional(subject['id'], isText));
}

/** The issuer's identifier: the text, or the `id` of the object. */
export function issuerIdOf(claims: JsonObject): string | undefined {
  const issuer = claims['issuer'];
  const id = isJsonObject(issuer) ? issuer['id'] : issuer;
  return typeof id === 'string' ? id : undefined;
}

/** The identifiers of all subjects that have one. */
export function subjectIdsOf(claims: JsonObject): readonly string[] {
  return asList(claims['credentialSubject']).flatMap((subject) => {
    const id = isJsonObject(subject) ? subject['id'] : undefined;
    return typeof id === 'string' ? [id] : [];
  });
}

/** An object without one member, with no prototype, in the order of the document. */
export function without(document: JsonObject, ...members: readonly string[]): JsonObject {
  const rest = Object.create(null) as Record<string, JsonValue>;
  for (const [key, value] of Object.entries(document)) if (!members.includes(key)) rest[key] = value;
  return rest;
}

/** An object with a member set, with no prototype. */
export function withMember(document: JsonObject, key: string, value: JsonValue): JsonObject {
  const copy = Object.create(null) as Record<string, JsonValue>;
  for (const [name, member] of Object.entries(document)) copy[name] = member;
  copy[key] = value;
  return copy;
}
