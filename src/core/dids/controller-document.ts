import { toCanonicalJson } from '../encoding/canonical-json.ts';
import { readStrictJson } from '../encoding/strict-json.ts';
import type { Answer, Freshness, Want } from '../model/answers.ts';
import { asList, isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { maxControllerDocumentBytes } from '../model/limits.ts';
import type { KeyResolution, VerificationRelationship } from '../model/public-key.ts';
import { readMethodKey } from './read-method.ts';

const relationships: readonly VerificationRelationship[] = ['assertionMethod', 'authentication', 'capabilityInvocation', 'capabilityDelegation'];

/** What looking into a document needs to know besides the document. */
export interface DocumentQuestion {
  /** The identifier whose document it must be. */
  readonly controller: string;
  /** The absolute URL of the method; without fragment the only one that the document has. */
  readonly verificationMethod: string;
  readonly want: Want;
  readonly host: string;
  readonly from: Freshness;
}

/**
 * The JSON object in an answer. What is no JSON object (an error page, a notice that somebody moved) is no answer and
 * says nothing about anybody: undefined.
 */
export function readDocument({ bytes }: Answer): JsonObject | 'too-large' | undefined {
  if (bytes.length > maxControllerDocumentBytes) return looksLikeObject(bytes) ? 'too-large' : undefined;
  const json = readStrictJson(bytes);
  return json.ok && isJsonObject(json.value.value) ? json.value.value : undefined;
}

function looksLikeObject(bytes: Uint8Array): boolean {
  return bytes.find((byte) => byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) === 0x7b;
}

/** The key cannot be had here and now, and why: with what would have to be asked, where asking could help. */
export function notHere(why: string, { want, host, from }: Pick<DocumentQuestion, 'want' | 'host'> & { readonly from?: Freshness }): KeyResolution {
  return { outcome: 'not-here', why, host, want, ...(from === undefined ? {} : { from }) };
}

/** A key from a document that is not of today: what its site says now may be another thing. */
export function withWant(resolution: KeyResolution, want: Want): KeyResolution {
  return resolution.outcome === 'key' && resolution.key.from?.basis !== 'live' ? { ...resolution, want } : resolution;
}

/** A document that breaks the rules accuses the site that answered with it; one that a person added as a file, nobody. */
export function asAnswered(resolution: KeyResolution, question: Pick<DocumentQuestion, 'want' | 'host' | 'from'>): KeyResolution {
  if (resolution.outcome === 'malformed' && question.from.basis === 'file') return notHere(resolution.why, question);
  return withWant(resolution, question.want);
}

/**
 * A verification method out of the document of its controller (DID Core 5.2 and 5.3, Controlled Identifiers 1.0 3.3; B88):
 * the document must be of exactly this identifier, the method in it once, and what it may be used for is what the
 * document says. Whose key it is stands in the key's `controller`, as written: whoever binds compares.
 */
export function findInDocument(document: JsonObject, question: DocumentQuestion): KeyResolution {
  const { controller, verificationMethod, from } = question;
  if (document['id'] !== controller) return { outcome: 'malformed', why: 'document-id' };
  const methods = methodsIn(document, controller);
  const wanted = verificationMethod === controller ? onlyMethod(methods, controller) : verificationMethod;
  const found = methods.filter((method) => idOf(method, controller) === wanted);
  const [method] = found;
  if (wanted === undefined || method === undefined) {
    // A document of today that has no such key: asking once more tells nothing new.
    const missing: KeyResolution = { outcome: 'not-here', why: wanted === undefined ? 'several-keys' : 'not-in-document', host: question.host, from };
    return from.basis === 'live' ? missing : { ...missing, want: question.want };
  }
  if (found.some((other) => textOf(other) !== textOf(method))) return { outcome: 'malformed', why: 'duplicate-method' };
  return readMethod(method, wanted, usesOf(document, wanted, controller), question);
}

function readMethod(method: JsonObject, id: string, uses: readonly VerificationRelationship[], question: DocumentQuestion): KeyResolution {
  const reading = readMethodKey(method);
  if (reading.outcome === 'unsupported') return { outcome: 'method-unknown', method: `key:${reading.kind}` };
  if (reading.outcome === 'malformed') return notHere(`method-${reading.why}`, question);
  const owner = method['controller'];
  if (typeof owner !== 'string') return notHere('method-controller', question);
  return {
    outcome: 'key',
    key: {
      ...reading.key,
      id,
      controller: owner,
      relationships: uses,
      from: question.from,
      ...endOf('revoked', method['revoked']),
      ...endOf('expires', method['expires']),
    },
  };
}

/** A date that is no text is kept as a text that is no date: such a key counts as over. */
function endOf<Member extends 'revoked' | 'expires'>(member: Member, value: JsonValue | undefined): { readonly [key in Member]?: string } {
  if (value === undefined || value === null) return {};
  return { [member]: typeof value === 'string' ? value : '' } as { readonly [key in Member]: string };
}

/** All methods, those that stand within a relationship too (DID Core 5.3). */
function methodsIn(document: JsonObject, controller: string): readonly JsonObject[] {
  const embedded = relationships.flatMap((relationship) => asList(document[relationship]));
  return [...asList(document['verificationMethod']), ...embedded].filter(isJsonObject).filter((method) => idOf(method, controller) !== undefined);
}

function onlyMethod(methods: readonly JsonObject[], controller: string): string | undefined {
  const [only, ...more] = new Set(methods.map((method) => idOf(method, controller)));
  return more.length === 0 ? only : undefined;
}

function idOf(method: JsonObject, controller: string): string | undefined {
  return toAbsolute(method['id'], controller);
}

/** DID Core 3.2.2: a relative URL stands for itself behind the identifier of its document. */
function toAbsolute(id: JsonValue | undefined, controller: string): string | undefined {
  if (typeof id !== 'string') return undefined;
  return id.startsWith('#') ? `${controller}${id}` : id;
}

function usesOf(document: JsonObject, id: string, controller: string): readonly VerificationRelationship[] {
  return relationships.filter((relationship) =>
    asList(document[relationship]).some((entry) => toAbsolute(isJsonObject(entry) ? entry['id'] : entry, controller) === id),
  );
}

function textOf(method: JsonObject): string | undefined {
  const text = toCanonicalJson(method);
  return text.ok ? text.value : undefined;
}
