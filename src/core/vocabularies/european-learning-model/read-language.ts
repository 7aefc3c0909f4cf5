import type { Stated } from '../../model/credential.ts';
import { at, readString, stated } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { shortLanguage } from '../read-codes.ts';
import { addressOf, readLabel } from './plumbing.ts';

/** The two letters of a concept of the EU's list of languages. */
export function languageOf(concept: ClaimNode | undefined): string | undefined {
  const code = /^https?:\/\/publications\.europa\.eu\/resource\/authority\/language\/([A-Z]{3})$/.exec(addressOf(concept))?.[1]?.toLowerCase();
  const short = code === undefined ? undefined : shortLanguage(code);
  return short === code ? undefined : short;
}

/** Two letters where the address is one of the list, else the issuer's words. */
export function readLanguage(concept: ClaimNode): Stated<string> | undefined {
  const code = languageOf(concept);
  const place = at(concept, 'prefLabel') ?? at(concept, 'id') ?? concept;
  if (code !== undefined) return stated(place, code);
  const label = readLabel(concept);
  const [first] = label?.value ?? [];
  if (label === undefined || first === undefined) return typeof concept.value === 'string' ? readString(concept) : undefined;
  return { ...label, value: first.text };
}
