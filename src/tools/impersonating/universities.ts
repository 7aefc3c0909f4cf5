import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ownDomains } from '../../core/trust/charter-universities/own-domains.ts';

/** A real university, as the charter list that the app brings along names it, with the domain that is its own. */
export interface University {
  readonly name: string;
  readonly domain: string;
  readonly erasmusCode: string;
  readonly pic: string;
}

interface CharterList {
  readonly rows: readonly (readonly string[])[];
}

/** The lists that the app brings along, as files. */
export function bundledLists(folder: string): readonly Uint8Array[] {
  return readdirSync(folder).sort().map((name) => new Uint8Array(readFileSync(join(folder, name))));
}

/** Some universities that own a domain alone: always the same of the same seed. */
export function chooseUniversities(folder: string, count: number, seed: string): readonly University[] {
  const name = readdirSync(folder).find((each) => each.startsWith('charter-universities-')) ?? '';
  const { rows } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as CharterList;
  const named = rows.map(([erasmusCode = '', pic = '', title = '', , country = '', website = '', end = '']) => ({ erasmusCode, pic, name: title, country, website, end }));
  const placeOf = (code: string): string => createHash('sha256').update(`${seed} ${code}`).digest('hex');
  const owned = [...ownDomains(named)].flatMap(([domain, { row, isExact }]) => (isExact || row.name.length < 8 || domain.startsWith('xn--') ? [] : [{ domain, row }]));
  const details = new Map(named.map((row) => [row.name, row]));
  return owned
    .map(({ domain, row }) => ({ name: row.name, domain, erasmusCode: details.get(row.name)?.erasmusCode ?? '', pic: details.get(row.name)?.pic ?? '' }))
    .sort((one, other) => (placeOf(one.erasmusCode) < placeOf(other.erasmusCode) ? -1 : 1))
    .slice(0, count);
}
