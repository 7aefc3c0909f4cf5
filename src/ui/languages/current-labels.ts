import type { Labels } from '../../core/model/labels.ts';

type LoadLabels = (language: string) => Promise<Labels | undefined>;
export type LabelsAtHand = ReadonlyMap<string, Labels>;

let load: LoadLabels = async () => undefined;
let atHand: LabelsAtHand = new Map();
const asked = new Set<string>();
const listeners = new Set<() => void>();

/** Says where labels come from. What is at hand of another place is forgotten. */
export function provideLabels(from: LoadLabels): void {
  load = from;
  atHand = new Map();
  asked.clear();
}

/** The labels that are here, by language; another map after each change. */
export function labelsAtHand(): LabelsAtHand {
  return atHand;
}

async function bring(language: string): Promise<void> {
  if (asked.has(language)) return;
  asked.add(language);
  const from = load;
  const labels = await from(language).catch(() => undefined);
  if (load !== from) return;
  // What cannot be had now is asked for again by the next page that wants it.
  if (labels === undefined) asked.delete(language);
  else atHand = new Map([...atHand, [language, labels]]);
  if (labels !== undefined) for (const listener of listeners) listener();
}

/** Tells of each change, and begins to load what of these languages is not here. Returns the way to stop being told. */
export function wantLabels(languages: readonly string[], listener: () => void): () => void {
  listeners.add(listener);
  for (const language of languages) void bring(language);
  return () => listeners.delete(listener);
}
