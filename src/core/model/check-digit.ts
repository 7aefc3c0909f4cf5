/** Damm's totally anti-symmetric quasigroup of order 10 (H. M. Damm, 2004): finds every single wrong digit and every swap of neighbours. */
const quasigroup = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const;

/** Damm check digit of a text of ASCII digits; over a text that ends with its own check digit it is 0. */
export function dammDigit(digits: string): number {
  return [...digits].reduce((interim, digit) => Number(quasigroup[interim]?.[Number(digit)] ?? Number.NaN), 0);
}

/** Value of a decimal digit of any script: Unicode lays out `Nd` in runs of ten, zero first. */
export function digitValue(character: string): number | undefined {
  if (!/^\p{Nd}$/u.test(character)) return undefined;
  const point = character.codePointAt(0) ?? 0;
  let start = point;
  while (start > 0 && /^\p{Nd}$/u.test(String.fromCodePoint(start - 1))) start--;
  return (point - start) % 10;
}
