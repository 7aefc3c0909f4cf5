import { readJwk } from '../encoding/read-key.ts';
import { readSafeAddress } from '../encoding/safe-address.ts';
import type { AnswerFor, Want } from '../model/answers.ts';
import type { JsonObject } from '../model/json.ts';
import type { KeyResolution } from '../model/public-key.ts';
import type { DocumentQuestion } from './controller-document.ts';
import { asAnswered, findInDocument, notHere, readDocument } from './controller-document.ts';
import { readMethodKey } from './read-method.ts';

/**
 * A verification method that is an https address (Open Badges 3.0, 8.2 and 8.3; Controlled Identifiers 1.0 3.3). Three
 * things may stand there: the document of the controller with the method in it, the method alone, or the key alone as a
 * JWK. A key that names no owner is its address's own (`controller` is then the address): what makes it the issuer's is
 * only that it stands under the issuer's own address, which whoever binds compares. It asserts and nothing else.
 */
export async function resolveHttpsMethod(verificationMethod: string, answerFor: AnswerFor): Promise<KeyResolution> {
  const safe = readSafeAddress(verificationMethod);
  if (!safe.ok) return { outcome: 'not-here', why: String(safe.error.facts['why']) };
  const { url, host } = safe.value;
  const place = verificationMethod.split('#', 1)[0] ?? '';
  const want: Want = { url, purpose: 'key' };
  const answer = answerFor(url) ?? answerFor(place);
  if (answer === undefined) return notHere('not-asked', { want, host });
  const from = { basis: answer.basis, at: answer.at };
  const document = readDocument(answer);
  if (document === undefined || document === 'too-large') return notHere('no-document', { want, host, from });
  const question: DocumentQuestion = { controller: place, verificationMethod, want, host, from };
  return asAnswered(findKey(document, question), question);
}

function findKey(document: JsonObject, question: DocumentQuestion): KeyResolution {
  if (typeof document['kty'] === 'string') return readLoneKey(document, question);
  const isMethod = ['publicKeyMultibase', 'publicKeyJwk', 'publicKeyBase58'].some((member) => document[member] !== undefined);
  return isMethod ? readLoneMethod(document, question) : findInDocument(document, question);
}

function readLoneKey(jwk: JsonObject, question: DocumentQuestion): KeyResolution {
  const { verificationMethod, from } = question;
  const reading = readJwk(jwk);
  if (reading.outcome === 'unsupported') return { outcome: 'method-unknown', method: `key:${reading.kind}` };
  if (reading.outcome === 'malformed') return notHere(`method-${reading.why}`, question);
  if (jwk['use'] === 'enc') return { outcome: 'key', key: { ...reading.key, id: verificationMethod, controller: verificationMethod, relationships: [], from } };
  return { outcome: 'key', key: { ...reading.key, id: verificationMethod, controller: verificationMethod, relationships: ['assertionMethod'], from } };
}

/** A method that stands alone: read as the only one of a document of the owner that it names. */
function readLoneMethod(method: JsonObject, question: DocumentQuestion): KeyResolution {
  const { verificationMethod, from } = question;
  if (method['id'] !== verificationMethod) return { outcome: 'malformed', why: 'document-id' };
  const reading = readMethodKey(method);
  if (reading.outcome === 'unsupported') return { outcome: 'method-unknown', method: `key:${reading.kind}` };
  if (reading.outcome === 'malformed') return notHere(`method-${reading.why}`, question);
  const owner = method['controller'];
  if (typeof owner !== 'string') return notHere('method-controller', question);
  const ends = { revoked: method['revoked'], expires: method['expires'] };
  const dates = Object.fromEntries(Object.entries(ends).flatMap(([name, value]) => (value === undefined || value === null ? [] : [[name, typeof value === 'string' ? value : '']])));
  return { outcome: 'key', key: { ...reading.key, id: verificationMethod, controller: owner, relationships: ['assertionMethod'], from, ...dates } };
}
