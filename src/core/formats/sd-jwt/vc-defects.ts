import { isJsonObject } from '../../model/json.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Defect, Disclosures } from '../../model/opened.ts';

/** SD-JWT VC 3.2.2.2: claims of the token that must not be hidden, so that nobody can leave them out. */
const neverHidden: ReadonlySet<string> = new Set(['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'status']);

function defect(field: string, why?: string): Defect {
  return { reason: 'malformed-proof', facts: why === undefined ? { field } : { field, why } };
}

/**
 * The rules of SD-JWT VC about its own claims (3.2.2.2; RFC 9901 9.7, B71): a type that is a text; an issuer, unless a
 * certificate names it; nothing of what decides in a disclosure; a key and a status that are objects.
 */
export function vcDefects(header: JsonObject, payload: JsonObject, { disclosed, hidden }: Disclosures): readonly Defect[] {
  const { vct, iss, cnf, status } = payload;
  const selective = [...disclosed, ...hidden.map(({ path }) => path)].map(firstStep).find((name) => neverHidden.has(name));
  return [
    ...(typeof vct === 'string' && vct !== '' ? [] : [defect('vct')]),
    ...(iss === undefined && header['x5c'] === undefined ? [defect('iss', 'missing')] : []),
    ...(selective === undefined ? [] : [defect(selective, 'selective')]),
    ...(cnf === undefined || isJsonObject(cnf) ? [] : [defect('cnf')]),
    ...(status === undefined || isJsonObject(status) ? [] : [defect('status')]),
  ];
}

function firstStep(pointer: string): string {
  return (pointer.split('/')[1] ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
}

/**
 * Type metadata (SD-JWT VC 4) only names and draws claims; none is asked for, so that no chain of `extends` is walked and
 * nothing of it can change a verdict (B77). Metadata that comes along in the header (`vctm`) is no more than a list of
 * texts, and an integrity value must be one that could be checked.
 */
export function typeMetadataDefects(header: JsonObject, payload: JsonObject): readonly Defect[] {
  const { vctm } = header;
  const integrity = payload['vct#integrity'];
  const isList = vctm === undefined || (Array.isArray(vctm) && vctm.every((entry) => typeof entry === 'string'));
  const isIntegrity = integrity === undefined || (typeof integrity === 'string' && /^(?:sha256|sha384|sha512)-[A-Za-z0-9+/]{43,88}={0,2}$/.test(integrity));
  return [...(isList ? [] : [defect('vctm')]), ...(isIntegrity ? [] : [defect('vct#integrity')])];
}
