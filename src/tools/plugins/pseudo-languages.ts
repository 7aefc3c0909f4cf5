/** Compiled messages, as Lingui reads them: text, or a list of text and placeholders. */
type CompiledPart = string | readonly [name: string, kind?: string, format?: unknown];
export type CompiledMessage = string | readonly CompiledPart[];

export type PseudoTag = 'en-XA' | 'ar-XB';

const accents: Readonly<Record<string, string>> = {
  a: 'á', b: 'ƀ', c: 'ç', d: 'đ', e: 'é', f: 'ƒ', g: 'ĝ', h: 'ĥ', i: 'î', j: 'ĵ', k: 'ķ', l: 'ļ', m: 'ɱ', n: 'ñ', o: 'ô', p: 'þ',
  q: 'ǫ', r: 'ŕ', s: 'š', t: 'ţ', u: 'û', v: 'ṽ', w: 'ŵ', x: 'ẋ', y: 'ý', z: 'ž',
  A: 'Á', B: 'Ɓ', C: 'Ç', D: 'Đ', E: 'É', F: 'Ƒ', G: 'Ĝ', H: 'Ĥ', I: 'Î', J: 'Ĵ', K: 'Ķ', L: 'Ļ', M: 'Ɱ', N: 'Ñ', O: 'Ô', P: 'Þ',
  Q: 'Ǫ', R: 'Ŕ', S: 'Š', T: 'Ţ', U: 'Û', V: 'Ṽ', W: 'Ŵ', X: 'Ẋ', Y: 'Ý', Z: 'Ž',
};
const padding = 'ôñé ţŵô ţĥŕéé ƒôûŕ ƒîṽé šîẋ šéṽéñ éîĝĥţ ñîñé ţéñ';
const isolated = { open: '\u200f\u202e', close: '\u202c\u200f' };

function accented(text: string): string {
  return text.replace(/[A-Za-z]/g, (letter) => accents[letter] ?? letter);
}

/** Every word turned round, as a right-to-left script would run. */
function mirrored(text: string): string {
  return text.replace(/\S+/g, (word) => `${isolated.open}${word}${isolated.close}`);
}

function changePart(part: CompiledPart, change: (text: string) => string): CompiledPart {
  if (typeof part === 'string') return part === '#' ? part : change(part);
  const [name, kind, format] = part;
  if (kind === undefined || typeof format !== 'object' || format === null) return part;
  const branches = Object.entries(format).map(([key, value]) => [key, Array.isArray(value) ? changeAll(value, change) : value]);
  return [name, kind, Object.fromEntries(branches)];
}

function changeAll(parts: readonly CompiledPart[], change: (text: string) => string): readonly CompiledPart[] {
  return parts.map((part) => changePart(part, change));
}

/** Characters of the longest form of a message; a placeholder counts as six. */
function lengthOf(parts: readonly CompiledPart[]): number {
  return parts.reduce((sum, part) => sum + lengthOfPart(part), 0);
}

function lengthOfPart(part: CompiledPart): number {
  if (typeof part === 'string') return part.length;
  const [, kind, format] = part;
  if (kind === undefined || typeof format !== 'object' || format === null) return 6;
  return Math.max(0, ...Object.values(format).map((branch) => (Array.isArray(branch) ? lengthOf(branch) : 0)));
}

/**
 * A made-up language for tests. `en-XA`: accents, 40 % longer, in brackets, so that raw English, cut text and glued
 * sentences show. `ar-XB`: every word runs right to left. Placeholders and plural branches stay as they are.
 */
export function pseudoMessage(tag: PseudoTag, message: CompiledMessage): CompiledMessage {
  const parts = typeof message === 'string' ? [message] : message;
  if (tag === 'ar-XB') return changeAll(parts, mirrored);
  const longer = padding.repeat(8).slice(0, Math.ceil(lengthOf(parts) * 0.4));
  return ['⟦', ...changeAll(parts, accented), ` ${longer}⟧`];
}
