import type { Answer } from '../core/model/answers.ts';

/** A notice of a fault is short; of what is longer the examiner makes out what it is. */
const longestNoticeBytes = 65_536;

/** One of these stands in every document, key, list and part that can be asked for, and in what says that one is no more. */
const told = /"(?:@context|id|iss|issuer|kty|keys|jwks|jwks_uri|sub|vc|proof|verificationMethod|publicKey\w*|credentialSubject|status_list|url|badge|owner|revo\w+|deactivated|didDocument)"\s*:/;

/**
 * Whether an answer holds nothing of what is asked for: a notice of a fault in JSON or in words, an empty object. It must
 * not take the place of an answer that is kept, nor speak against anybody. What could be a document, a key, a list, or a
 * word against the credential says something, and so does whatever is no text.
 */
export function saysNothing({ bytes }: Pick<Answer, 'bytes'>): boolean {
  if (bytes.length > longestNoticeBytes) return false;
  const text = new TextDecoder().decode(bytes).trim();
  if (/^[[{]/.test(text)) return !told.test(text) && !text.includes('\\u');
  return text === '' || text === 'null' || (/^[A-Za-z][\x20-\x7e\s]*$/.test(text) && text.includes(' '));
}
