import { createElement } from 'react';
import type { ReactNode } from 'react';

/** A heading of a document: its level is for whoever places the document to say. */
export function Heading({ level, id, children }: { readonly level: 1 | 2 | 3 | 4 | 5; readonly id?: string; readonly children: ReactNode }) {
  return createElement(`h${String(level)}`, id === undefined ? {} : { id }, children);
}
