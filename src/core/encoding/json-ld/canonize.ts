import jsonld from 'jsonld';
import type { DocumentLoader } from 'jsonld';
import type { JsonObject } from '../../model/json.ts';
import { maxCanonicalizationWorkFactor } from '../../model/limits.ts';
import { encodeHex } from '../hex.ts';
import { sha256Short } from '../sha256-short.ts';
import { encodeUtf8 } from '../utf8.ts';
import { bundledContexts } from './bundled-contexts.ts';
import type { ContextTrouble } from './check-contexts.ts';
import { checkContexts } from './check-contexts.ts';
import { checkRoot } from './check-root.ts';
import { isTooMuchWork } from './measure-work.ts';

/** What canonicalization came to. Only `ok` gives something to hash. */
export type Canonized =
  | { readonly outcome: 'ok'; readonly nquads: string }
  | ContextTrouble
  /** Safe mode found something that the contexts do not define and that would be lost; the term or value, if known. */
  | { readonly outcome: 'unknown-term'; readonly term: string }
  /** The document is too large, or its graph was made to be slow (RDF-CANON, dataset poisoning). */
  | { readonly outcome: 'too-complex' };

/** Says which context was asked for. Thrown into the library and found again in what it throws. */
class UnknownContext extends Error {
  readonly url: string;
  constructor(url: string) {
    super('context not bundled');
    this.url = url;
  }
}

/** Gives bundled contexts and nothing else; there is no network behind it. */
export const loadBundledContext: DocumentLoader = (url) => {
  const document = bundledContexts.get(url);
  if (document === undefined) return Promise.reject(new UnknownContext(url));
  return Promise.resolve({ contextUrl: null, documentUrl: url, document, tag: 'static' });
};

/**
 * RDFC-1.0 canonical N-Quads of a JSON-LD document, in safe mode: what cannot be said without loss is refused (VC-DI
 * "Securing Data Losslessly"). The context policy is applied first, and the whole is written in one place only: what the
 * triples say must stand where a reader of plain JSON looks for it. Never throws for bad input. Blank nodes are labelled
 * by SHA-256, or by the hash that the suite names (RDFC-1.0 4.3).
 */
export async function canonize(document: JsonObject, createDigest: CreateDigest = createLabelDigest): Promise<Canonized> {
  const contexts = checkContexts(document);
  if (contexts.outcome !== 'ok') return contexts;
  return checkRoot(document) ?? (isTooMuchWork(document) ? { outcome: 'too-complex' } : canonizeChecked(document, createDigest));
}

/** The digest that labels blank nodes; see `[Note: Two ways to SHA-256]`. */
export const createLabelDigest: CreateDigest = labelDigestOf(sha256Short);

/** A running hash of texts, as lower-case hexadecimal. */
type CreateDigest = () => { update(text: string): void; digest(): string };

export function labelDigestOf(hash: (bytes: Uint8Array) => Uint8Array): CreateDigest {
  return () => {
    let content = '';
    return {
      update: (text) => {
        content += text;
      },
      digest: () => encodeHex(hash(encodeUtf8(content))),
    };
  };
}

async function canonizeChecked(document: JsonObject, createDigest: CreateDigest): Promise<Canonized> {
  try {
    const nquads = await jsonld.canonize(document, {
      documentLoader: loadBundledContext,
      base: null,
      safe: true,
      canonizeOptions: { maxWorkFactor: maxCanonicalizationWorkFactor, rejectURDNA2015: true, createMessageDigest: createDigest },
    });
    return { outcome: 'ok', nquads };
  } catch (thrown) {
    return readTrouble(thrown);
  }
}

/** What the library tells about an error: `jsonld.…` names, and details of the safe-mode event. */
interface LibraryError {
  readonly name?: unknown;
  readonly details?: {
    readonly cause?: unknown;
    readonly event?: { readonly code?: unknown; readonly details?: Readonly<Record<string, unknown>> };
    readonly term?: unknown;
  };
}

function readTrouble(thrown: unknown): Canonized {
  const { name, details } = thrown as LibraryError;
  if (details?.cause instanceof UnknownContext) return { outcome: 'unknown-context', url: details.cause.url.slice(0, 500) };
  if (typeof name === 'string' && name.startsWith('jsonld.')) {
    const facts = details?.event?.details ?? {};
    const named = [facts['property'], facts['type'], facts['id'], facts['term'], details?.term, details?.event?.code];
    const term = named.find((candidate): candidate is string => typeof candidate === 'string') ?? '';
    return { outcome: 'unknown-term', term: term.slice(0, 200) };
  }
  // rdf-canonize throws plain errors, and only for a graph that takes more than its share of work.
  return { outcome: 'too-complex' };
}
