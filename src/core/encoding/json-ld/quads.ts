import jsonld from 'jsonld';
import type { JsonObject } from '../../model/json.ts';
import { maxCanonicalizationWorkFactor } from '../../model/limits.ts';
import { createLabelDigest, loadBundledContext } from './canonize.ts';

/** Canonical N-Quads with the label that each blank node of the input got (both without `_:`). */
export interface LabelledQuads {
  readonly nquads: string;
  readonly labels: ReadonlyMap<string, string>;
}

/** N-Quads of a document that went through `canonize` before, its nodes as they are named; undefined if it has none without loss. */
export async function toQuads(document: JsonObject): Promise<string | undefined> {
  try {
    return await jsonld.toRDF(document, { documentLoader: loadBundledContext, base: null, safe: true, format: 'application/n-quads' });
  } catch {
    return undefined;
  }
}

/** RDFC-1.0 of N-Quads; undefined for a graph that takes more than its share of work, or for other text. */
export async function canonizeQuads(nquads: string): Promise<LabelledQuads | undefined> {
  const issued = new Map<string, string>();
  try {
    const canonical = await jsonld.canonize(nquads, {
      documentLoader: loadBundledContext,
      inputFormat: 'application/n-quads',
      canonizeOptions: {
        canonicalIdMap: issued,
        maxWorkFactor: maxCanonicalizationWorkFactor,
        rejectURDNA2015: true,
        createMessageDigest: createLabelDigest,
      },
    });
    const bare = (label: string): string => (label.startsWith('_:') ? label.slice(2) : label);
    return { nquads: canonical, labels: new Map([...issued].map(([name, label]) => [bare(name), bare(label)])) };
  } catch {
    return undefined;
  }
}
