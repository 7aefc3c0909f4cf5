import { useSyncExternalStore } from 'react';
import { findLabel, wishedLabels } from '../../core/model/labels.ts';
import type { Label, Labels } from '../../core/model/labels.ts';
import { labelsAtHand, wantLabels } from './current-labels.ts';

/** Labels in the best language that has one; what is not loaded yet counts as not there, and comes by itself. */
export interface UsedLabels {
  /** The label of a code of a European list, else in English, else undefined. */
  readonly label: (list: string, code: string) => Label | undefined;
  /** The name of a country by its two letters; undefined for what is none. */
  readonly country: (code: string) => Label | undefined;
  /** The name of a language by its tag. */
  readonly language: (tag: string) => Label | undefined;
}

type Subscribe = (listener: () => void) => () => void;
const subscriptions = new Map<string, Subscribe>();

/** The same function for the same languages: React would else begin anew with every drawing. */
function subscriptionTo(languages: string): Subscribe {
  const known = subscriptions.get(languages) ?? ((listener) => wantLabels(languages.split(' '), listener));
  subscriptions.set(languages, known);
  return known;
}

/** Labels for a list of wished languages, best first; English is the last resort. */
export function useLabels(prefer: readonly string[]): UsedLabels {
  const wished = wishedLabels(prefer);
  const atHand = useSyncExternalStore(subscriptionTo(wished.join(' ')), labelsAtHand, labelsAtHand);
  return usedLabels(prefer, wished.flatMap((language) => atHand.get(language) ?? []));
}

function usedLabels(prefer: readonly string[], files: readonly Labels[]): UsedLabels {
  return {
    label: (list, code) => findLabel(files, list, code),
    country: (code) => nameOf('region', 'country', code, prefer, files),
    language: (tag) => nameOf('language', 'language', tag, prefer, files),
  };
}

/** By the browser where it knows the language, by our own tables for Irish and Maltese where it does not, language by language. */
function nameOf(type: 'region' | 'language', list: string, code: string, prefer: readonly string[], files: readonly Labels[]): Label | undefined {
  for (const language of [...prefer, 'en']) {
    const text = nameByBrowser(type, code, language);
    if (text !== undefined) return { text, language, official: false };
    const own = findLabel(files.filter((file) => file.language === language), list, code);
    if (own !== undefined) return own;
  }
  return undefined;
}

function nameByBrowser(type: 'region' | 'language', code: string, language: string): string | undefined {
  try {
    // A language that the browser lacks would be answered in its own. English is that of the European Union.
    if (Intl.DisplayNames.supportedLocalesOf(language).length === 0) return undefined;
    return new Intl.DisplayNames(language === 'en' ? 'en-GB' : language, { type, fallback: 'none' }).of(code);
  } catch {
    return undefined;
  }
}
