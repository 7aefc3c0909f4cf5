import { refuse, succeed } from '../../model/attempt.ts';
import type { Attempt } from '../../model/attempt.ts';
import type { JsonObject } from '../../model/json.ts';
import { maxCredentialBytes } from '../../model/limits.ts';
import type { Defect, Disclosures } from '../../model/opened.ts';
import { readCompactToken } from '../compact-token.ts';
import type { CompactToken } from '../compact-token.ts';
import { without } from '../credential-shape.ts';
import { digestFor } from './digest.ts';
import type { DigestText } from './digest.ts';
import { placeDisclosures } from './place-disclosures.ts';
import { readDisclosures } from './read-disclosures.ts';

/** An SD-JWT taken apart and put together; nothing is verified. */
export interface SelectiveToken {
  /** What the issuer signed. */
  readonly token: CompactToken;
  /** What it says with the disclosures in their places; without any where a rule is broken. */
  readonly payload: JsonObject;
  readonly disclosures: Disclosures;
  /** The rules of RFC 9901 that it breaks; no signature makes them good. */
  readonly defects: readonly Defect[];
  /** The SD-JWT without what follows its last tilde: what `sd_hash` is over. */
  readonly bare: string;
  /** What follows the last tilde: a Key Binding JWT (RFC 9901 4.3). */
  readonly keyBinding?: string;
  /** Absent where `_sd_alg` names a hash that is strong and not built in. */
  readonly digest?: DigestText;
}

const nothing: Disclosures = { disclosed: [], hidden: [], weakSalts: 0 };

/** Reads `<token>~<disclosure>~...~[<key binding>]` (RFC 9901 4 and 7.1). */
export function readSdJwt(text: string): Attempt<SelectiveToken> {
  if (text.length > maxCredentialBytes) return refuse('receive/too-large', { limit: maxCredentialBytes, bytes: text.length });
  const parts = text.split('~');
  const [first = '', ...rest] = parts;
  const last = rest.at(-1) ?? '';
  const token = readCompactToken(first);
  if (!token.ok) return token;
  const { payload } = token.value;
  const common = { token: token.value, bare: text.slice(0, text.length - last.length), ...(last === '' ? {} : { keyBinding: last }) };
  const broken = (why: string): Attempt<SelectiveToken> =>
    succeed({ ...common, payload: without(payload, '_sd', '_sd_alg'), disclosures: nothing, defects: [{ reason: 'malformed-proof', facts: { field: '_sd', why } }] });
  const digest = digestFor(payload['_sd_alg']);
  if (digest === 'refused') return broken('algorithm');
  if (digest === 'not-here') return succeed({ ...common, payload: without(payload, '_sd', '_sd_alg'), disclosures: nothing, defects: [] });
  const read = readDisclosures(rest.slice(0, -1), digest);
  if (!read.ok) return read;
  if ('broken' in read.value) return broken(read.value.broken);
  const placed = placeDisclosures(payload, read.value.all);
  if (!placed.ok) return placed;
  if ('broken' in placed.value) return broken(placed.value.broken);
  return succeed({ ...common, payload: placed.value.claims, disclosures: placed.value.disclosures, defects: [], digest });
}
