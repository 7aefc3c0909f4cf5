import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isoCountry, toCountryCode } from '../../../src/core/model/country-alpha3.ts';
import { placeValues } from '../../../src/core/model/eu-values.ts';

const list = 'http://publications.europa.eu/resource/authority/country/';

describe('codes of countries', () => {
  it.each([
    ['GR', 'GR'], ['EL', 'GR'], ['GRC', 'GR'], [`${list}GRC`, 'GR'], ['UK', 'GB'], ['XK', 'XK'], ['XKX', 'XK'], ['1A0', 'XK'], [`${list}1A0`, 'XK'], [`${list}FQ0`, 'TF'],
  ])('%s is %s', (written, code) => {
    expect(isoCountry(written)).toBe(code);
  });

  it.each(['Greece', 'el', 'XX', 'EUR', 'OP_DATPRO', '', 'toString', `${list}GRC/x`, `https://evil.example/country/GRC`])('%s is none', (written) => {
    expect(isoCountry(written)).toBeUndefined();
  });

  it('are read where an issuer writes them as EU texts do, and what was written stays', () => {
    const place = (value: string) => placeValues({ identifiers: [], parents: [], places: [{ country: { value, path: '/c', raw: value } }] });
    expect(place('EL')).toEqual([{ text: [{ text: 'EL' }], path: '/c', raw: 'EL', is: { kind: 'country', code: 'GR' } }]);
    expect(place('Hellas')).toMatchObject([{ raw: 'Hellas', is: { kind: 'text' } }]);
  });
});

const source = '../shared/data/eu-authority-codes.json';
describe.skipIf(!existsSync(source))("codes of countries beside the EU's list (runs where ../shared/data is)", () => {
  it('agree in each of its 252', () => {
    const { countries } = JSON.parse(readFileSync(source, 'utf8')) as { countries: Record<string, string> };
    expect(Object.keys(countries)).toHaveLength(252);
    for (const [code, two] of Object.entries(countries)) expect(toCountryCode(`${list}${code}`), code).toBe(two);
  });
});
