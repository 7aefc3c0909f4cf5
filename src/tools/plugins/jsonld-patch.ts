import type { Plugin } from 'vite';

/** Placeholder of the checked speed patch for jsonld; see STACK 6.2. */
export function jsonldPatch(): Plugin {
  return { name: 'mecum:jsonld-patch' };
}
