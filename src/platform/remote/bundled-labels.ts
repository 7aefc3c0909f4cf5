import { labelLanguages, labelsEdition, parseLabels } from '../../core/model/label-file.ts';
import type { Labels } from '../../core/model/labels.ts';

const loaded = new Map<string, Promise<Labels>>();

async function load(language: string): Promise<Labels> {
  const response = await fetch(`/labels/${language}-${labelsEdition}.json`);
  // A host may answer with its page where it has no such file.
  const isJson = response.ok && (response.headers.get('content-type') ?? '').includes('json');
  const labels = isJson ? parseLabels(await response.json()) : undefined;
  if (labels?.language !== language) throw new Error(`no labels in ${language}`);
  return labels;
}

/** The labels of a language, fetched once; undefined where they cannot be had now: asked for again the next time. */
export async function bundledLabels(language: string): Promise<Labels | undefined> {
  if (!labelLanguages.includes(language)) return undefined;
  const known = loaded.get(language) ?? load(language);
  loaded.set(language, known);
  return known.catch(() => {
    loaded.delete(language);
    return undefined;
  });
}
