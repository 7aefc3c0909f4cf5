/**
 * Offsets from UTC, in hours, at which midnight in a country is 20:00 to 23:00 UTC of the evening before: 1 to 4 hours east.
 * Taken from the time zones that the IANA database gives to each country (`Intl.Locale.getTimeZones`, 2026); a test
 * compares the two for every month since 2003. Countries that are not here have no such zone.
 */
export interface CountryOffsets {
  /** The rest of the year; absent where it is none of these hours. */
  readonly standard: readonly number[];
  /** While it is summer time by the rule of the European Union (Directive 2000/84/EC). */
  readonly summer: readonly number[];
}

/** Summer time by the European rule. `standard/summer: countries`; 0 is no such hour. */
const seasonal: readonly (readonly [standard: number, summer: number, countries: string])[] = [
  [0, 1, 'ES FO GB GG IE IM JE PT'],
  [1, 2, 'AD AL AT BA BE CH CZ DE DK ES FR GI HR HU IT LI LU MC ME MK MT NL NO PL RS SE SI SJ SK SM VA XK'],
  [2, 3, 'AX BG CY EE FI GR LT LV MD RO UA'],
];

/** All year, or in seasons of their own: any of these. */
const others: readonly (readonly [hours: readonly number[], countries: string])[] = [
  [[1], 'AO BJ CD CF CG CM DZ EH GA GQ MA NE NG TD TN'],
  [[2], 'BI BW CD LS LY MW MZ NA RU RW SD SS SZ ZA ZM ZW'],
  [[2, 3], 'BY EG IL LB PS TR'],
  [[3], 'BH DJ ER ET IQ JO KE KM KW MG QA RU SA SO SY TZ UG YE YT'],
  [[4], 'AE AM AZ GE MU OM RE RU SC'],
];

function isIn(countries: string, code: string): boolean {
  return countries.split(' ').includes(code);
}

/** The offsets of a country by its two letters; both empty where midnight there is at no such hour. */
export function offsetsOf(code: string): CountryOffsets {
  const always = others.flatMap(([hours, countries]) => (isIn(countries, code) ? hours : []));
  const rows = seasonal.filter(([, , countries]) => isIn(countries, code));
  return {
    standard: [...always, ...rows.flatMap(([standard]) => (standard === 0 ? [] : [standard]))],
    summer: [...always, ...rows.map(([, summer]) => summer)],
  };
}
