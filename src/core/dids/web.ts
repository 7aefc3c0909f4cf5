import { readSafeAddress } from '../encoding/safe-address.ts';
import type { Answer, AnswerFor, Want } from '../model/answers.ts';
import type { KeyResolution } from '../model/public-key.ts';
import { asAnswered, findInDocument, notHere, readDocument } from './controller-document.ts';

const maxIdentifierCharacters = 1_500;
/** Letters of a DID (DID Core 3.1) between colons; what stands for another letter stays as it is written. */
const segmentPattern = /^(?:[A-Za-z0-9._-]|%[0-9A-Fa-f]{2})+$/;
const hostPattern = /^([A-Za-z0-9.-]+)(?:%3[Aa](\d{1,5}))?$/;

/**
 * did:web (W3C CCG, "did:web Method Specification" 3.2): the document stands on a web site, so it is never asked for here.
 * Where it is among the answers it is read; where it is not, `want` names its address. An identifier that breaks the
 * method (an address by number, a user, steps upwards or slashes in disguise, B86) is malformed; one that leads to a
 * private host (B87) follows the method and is not asked for.
 */
export async function resolveDidWeb(verificationMethod: string, answerFor: AnswerFor): Promise<KeyResolution> {
  const [, identifier = '', rest = ''] = /^did:web:([^#/?]*)(.*)$/s.exec(verificationMethod) ?? [];
  const address = addressOf(identifier);
  if ('why' in address) return { outcome: 'malformed', why: address.why };
  const safe = readSafeAddress(address.url);
  if (!safe.ok) {
    const why = String(safe.error.facts['why']);
    // The parser knows every way to write an address by number; a did:web names a domain and nothing else.
    return why === 'private-host' || why === 'host' ? { outcome: 'not-here', why: 'private-host', host: address.host } : { outcome: 'malformed', why };
  }
  // Only a fragment names a method; a path or a query of a DID URL names something else.
  if (rest !== '' && !/^#.+$/s.test(rest)) return { outcome: 'not-here', why: 'no-method' };
  const want: Want = { url: safe.value.url, purpose: 'did-document' };
  const { host } = safe.value;
  const answer = answerFor(want.url) ?? answerFor(address.url);
  if (answer === undefined) return notHere('not-asked', { want, host });
  return readAnswer(answer, { controller: `did:web:${identifier}`, verificationMethod, want, host });
}

function readAnswer(answer: Answer, question: { readonly controller: string; readonly verificationMethod: string; readonly want: Want; readonly host: string }): KeyResolution {
  const whole = { ...question, from: { basis: answer.basis, at: answer.at } };
  const document = readDocument(answer);
  if (document === undefined) return notHere('no-document', whole);
  if (document === 'too-large') return asAnswered({ outcome: 'malformed', why: 'document-too-large' }, whole);
  return asAnswered(findInDocument(document, whole), whole);
}

/** Section 3.2, steps 1 to 5: colons are slashes, the first segment is the host, with its port behind `%3A`. */
function addressOf(identifier: string): { readonly url: string; readonly host: string } | { readonly why: string } {
  if (identifier === '' || identifier.length > maxIdentifierCharacters) return { why: 'length' };
  const [first = '', ...path] = identifier.split(':');
  const [, name, port] = hostPattern.exec(first) ?? [];
  if (name === undefined) return { why: 'host' };
  if (port !== undefined && (Number(port) < 1 || Number(port) > 65_535)) return { why: 'port' };
  if (!path.every((segment) => segmentPattern.test(segment))) return { why: 'path' };
  const host = port === undefined ? name : `${name}:${port}`;
  const place = path.length === 0 ? '.well-known' : path.join('/');
  return { url: `https://${host}/${place}/did.json`, host };
}
