import { asList, isJsonObject } from '../../model/json.ts';
import type { JsonObject } from '../../model/json.ts';

/**
 * The name of a kind of document that is no credential we judge: those that need a ledger or DNS, and those long gone.
 * Told by what only they have; undefined for everything else. The names are proper names, the same in every language.
 */
export function nameOfOtherJson(document: JsonObject): string | undefined {
  const contexts = asList(document['@context']);
  const { signature, data } = document;
  const signatureTypes = isJsonObject(signature) ? asList(signature['type']) : [];
  const isBlockcerts = contexts.some((context) => typeof context === 'string' && /blockcerts/i.test(context)) || signatureTypes.some((type) => type === 'MerkleProof2017' || type === 'MerkleProof2019');
  if (isBlockcerts || ('document' in document && 'receipt' in document)) return 'Blockcerts';
  if (isJsonObject(data) && signatureTypes.includes('SHA3MerkleProof')) return 'OpenCerts';
  return nameOfBadge(document, contexts);
}

/** An Open Badge that is not an assertion of version 2.0: older ones, and the parts that an assertion points at. */
function nameOfBadge(document: JsonObject, contexts: readonly unknown[]): string | undefined {
  const isAssertion = 'badge' in document && 'recipient' in document;
  if (isAssertion && !contexts.includes('https://w3id.org/openbadges/v2')) return 'verification' in document ? undefined : 'Open Badges 1.x';
  if (isAssertion) return undefined;
  if (contexts.includes('https://w3id.org/openbadges/v1')) return 'Open Badges 1.x';
  const isPart = contexts.includes('https://w3id.org/openbadges/v2') && asList(document['type']).length > 0;
  return isPart ? 'Open Badges 2.0' : undefined;
}

/** The same for text: encrypted tokens, and the XML of older European documents. */
export function nameOfOtherText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (isEncryptedToken(text)) return 'JWE';
  if (!text.startsWith('<')) return undefined;
  const beginning = text.slice(0, 4_000);
  if (beginning.includes('http://data.europa.eu/europass/model/credentials') || beginning.includes('http://data.europa.eu/snb/model')) return 'European Digital Credential (XML)';
  return /http:\/\/(?:europass\.cedefop\.europa\.eu|www\.europass\.eu)\//.test(beginning) ? 'Europass (XML)' : undefined;
}

/** JWE in its compact form: five parts (RFC 7516 7.1). Part by part: one pattern over a long text runs out of stack. */
function isEncryptedToken(text: string): boolean {
  if (!text.startsWith('ey')) return false;
  const parts = text.split('.', 6);
  const [header = '', , , content = ''] = parts;
  return parts.length === 5 && header.length >= 10 && content !== '' && parts.every((part) => /^[\w-]*$/.test(part));
}

/** COSE_Sign1, COSE_Sign and COSE_Encrypt0 with their CBOR tags (RFC 9052 2), a byte string first. */
export function nameOfOtherBytes(bytes: Uint8Array): string | undefined {
  const at = bytes[0] === 0xd2 || bytes[0] === 0xd0 ? 1 : bytes[0] === 0xd8 && bytes[1] === 0x62 ? 2 : 0;
  const [array = 0, first = 0] = bytes.subarray(at);
  return at > 0 && (array === 0x83 || array === 0x84) && first >> 5 === 2 ? 'COSE' : undefined;
}
