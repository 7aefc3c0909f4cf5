import { formatInstant } from '../model/instant.ts';
import type { JsonObject } from '../model/json.ts';
import type { SigningRequest } from '../model/presentation.ts';
import { toCanonicalJson } from './canonical-json.ts';

/** What a Data Integrity proof of ours is made from. */
export type ProofRequest = Extract<SigningRequest, { kind: 'di' }>;

/** The one context of every presentation we sign. [Note: One context for our own presentations] */
export const presentationContext: readonly string[] = ['https://www.w3.org/ns/credentials/v2'];

/**
 * The proof as it will stand in the document, without `proofValue` (VC Data Integrity 1.0, 2.1). Both sides of the
 * signing door build it here, so that what is signed is what is handed on.
 */
export function proofOptionsOf(request: ProofRequest): JsonObject {
  return {
    ...(request.cryptosuite === 'eddsa-jcs-2022' ? { '@context': presentationContext } : {}),
    type: 'DataIntegrityProof',
    cryptosuite: request.cryptosuite,
    created: formatInstant(request.created),
    ...(request.expires === undefined ? {} : { expires: formatInstant(request.expires) }),
    verificationMethod: request.verificationMethod,
    proofPurpose: 'authentication',
    domain: request.domain,
    challenge: request.challenge,
  };
}

/**
 * The canonical text of the proof options whose SHA-256 is the first half of what is signed: canonical N-Quads
 * (VC-DI-EDDSA 3.2.5) or canonical JSON (3.3.5). The texts in it are well-formed: the door refuses others.
 */
export function canonicalProofOptions(request: ProofRequest): string {
  if (request.cryptosuite === 'eddsa-rdfc-2022') return canonicalQuads(request);
  const canonical = toCanonicalJson(proofOptionsOf(request));
  if (!canonical.ok) throw new Error('Proof options that are not well-formed text');
  return canonical.value;
}

/**
 * [Note: Canonical proof options by template] The proof options are one blank node with properties we choose, so
 * RDFC-1.0 always names it `c14n0` and its canonical form is these lines in code point order. The vault can therefore
 * sign without a JSON-LD processor. A test compares every line with the processor's own answer.
 */
function canonicalQuads(request: ProofRequest): string {
  const security = 'https://w3id.org/security#';
  const date = 'http://www.w3.org/2001/XMLSchema#dateTime';
  const lines = [
    quad('http://purl.org/dc/terms/created', typed(formatInstant(request.created), date)),
    quad('http://www.w3.org/1999/02/22-rdf-syntax-ns#type', iri(`${security}DataIntegrityProof`)),
    quad(`${security}challenge`, literal(request.challenge)),
    quad(`${security}cryptosuite`, typed(request.cryptosuite, `${security}cryptosuiteString`)),
    quad(`${security}domain`, literal(request.domain)),
    ...(request.expires === undefined ? [] : [quad(`${security}expiration`, typed(formatInstant(request.expires), date))]),
    quad(`${security}proofPurpose`, iri(`${security}authenticationMethod`)),
    quad(`${security}verificationMethod`, iri(request.verificationMethod)),
  ];
  return lines.join('');
}

function quad(predicate: string, object: string): string {
  return `_:c14n0 <${predicate}> ${object} .\n`;
}

function iri(value: string): string {
  // eslint-disable-next-line no-control-regex -- the characters that canonical N-Quads escape in an IRI
  return `<${value.replace(/[\u0000-\u0020<>"{}|^`\\]/g, escapeByNumber)}>`;
}

function typed(value: string, datatype: string): string {
  return `${literal(value)}^^<${datatype}>`;
}

const namedEscapes: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/** Canonical N-Quads literal (RDF 1.2 N-Quads, "A Canonical form of N-Quads"). */
function literal(value: string): string {
  // eslint-disable-next-line no-control-regex -- the characters that canonical N-Quads escape in a literal
  return `"${value.replace(/[\u0000-\u001f\u007f"\\]/g, (character) => namedEscapes[character] ?? escapeByNumber(character))}"`;
}

function escapeByNumber(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
