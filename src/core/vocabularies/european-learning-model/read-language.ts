import type { Stated } from '../../model/credential.ts';
import { at, readString, stated } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { addressOf, readLabel } from './plumbing.ts';

const languageCodes: Readonly<Record<string, string>> = Object.fromEntries(
  ('ARA ar BOS bs BUL bg CAT ca CES cs DAN da DEU de ELL el ENG en EST et EUS eu FIN fi FRA fr GLE ga HRV hr HUN hu ISL is ITA it LAV lv LIT lt ' +
    'MKD mk MLT mt NLD nl NNO nn NOB nb NOR no POL pl POR pt RON ro RUS ru SLK sk SLV sl SPA es SQI sq SRP sr SWE sv TUR tr UKR uk')
    .split(/ (?=[A-Z])/)
    .map((pair) => pair.split(' ')),
);

/** The two letters of a concept of the EU's list of languages. */
export function languageOf(concept: ClaimNode | undefined): string | undefined {
  return languageCodes[/^https?:\/\/publications\.europa\.eu\/resource\/authority\/language\/([A-Z]{3})$/.exec(addressOf(concept))?.[1] ?? ''];
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
