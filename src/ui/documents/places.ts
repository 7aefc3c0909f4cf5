import { toDisplayText } from '../../core/model/display-text.ts';
import type { ElementValue } from '../../core/model/eu-elements.ts';

/** Where values stand in the signed file. */
export interface Place {
  readonly path: string;
  /** As written there, where the page shows something else: a code, an address, an instant. */
  readonly raw?: string;
}

const maxRawCharacters = 2_000;

/**
 * The places of values in their order. Places that differ in one number, each one more than the one before, are one:
 * `/outcomes/0–5/title`.
 */
export function placesOf(values: readonly ElementValue[]): readonly Place[] {
  const places: Place[] = [];
  let run: Run | undefined;
  for (const value of values) {
    if (value.path === '') continue;
    const raw = rawOf(value);
    const joined = run === undefined || raw !== undefined ? undefined : join(run, value.path);
    if (joined !== undefined) {
      places[places.length - 1] = { path: written(joined) };
      run = joined;
    } else {
      places.push({ path: toDisplayText(value.path, maxRawCharacters), ...(raw === undefined ? {} : { raw }) });
      run = raw === undefined ? { parts: value.path.split('/') } : undefined;
    }
  }
  return [...new Map(places.map((place) => [`${place.path} ${place.raw ?? ''}`, place])).values()];
}

interface Run {
  readonly parts: readonly string[];
  /** Which part counts up, from what to what. */
  readonly at?: number;
  readonly from?: number;
  readonly to?: number;
}

function join(run: Run, path: string): Run | undefined {
  const parts = path.split('/');
  if (parts.length !== run.parts.length) return undefined;
  const other = parts.flatMap((part, index) => (part === run.parts[index] && index !== run.at ? [] : [index]));
  const [at] = other;
  if (other.length !== 1 || at === undefined || (run.at !== undefined && run.at !== at)) return undefined;
  const last = run.to ?? toCount(run.parts[at]);
  const next = toCount(parts[at]);
  if (last === undefined || next !== last + 1) return undefined;
  return { parts: run.parts, at, from: run.from ?? last, to: next };
}

function toCount(part: string | undefined): number | undefined {
  return part !== undefined && /^\d{1,6}$/.test(part) ? Number(part) : undefined;
}

function written({ parts, at, from, to }: Run): string {
  return toDisplayText(parts.map((part, index) => (index === at ? `${String(from)}–${String(to)}` : part)).join('/'), maxRawCharacters);
}

/** Kinds that the page words by itself: beside them stands what is written. */
const wordedHere: ReadonlySet<ElementValue['is']['kind']> = new Set(['country', 'language', 'term', 'level', 'workload', 'stackable', 'partial']);

/** What is written, where the words of the page are not the same. */
function rawOf({ text, raw, is }: ElementValue): string | undefined {
  if (raw === '' || /^[{[]/.test(raw)) return undefined; // a whole structure: the page says its words
  if (is.kind === 'workload' && raw === String(is.amount)) return undefined;
  if (is.kind === 'skill') return raw === is.uri || text.length === 0 || text.some((part) => part.text === raw) ? undefined : toDisplayText(raw, maxRawCharacters);
  if (wordedHere.has(is.kind)) return toDisplayText(raw, maxRawCharacters);
  const isSaid = is.kind === 'text' || is.kind === 'date' || is.kind === 'link' || is.kind === 'odd-duration' || text.some((part) => part.text === raw);
  return isSaid ? undefined : toDisplayText(raw, maxRawCharacters);
}
