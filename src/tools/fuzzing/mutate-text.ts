import { mutateBytes } from './mutate-bytes.ts';
import { mutateJson } from './mutate-json.ts';
import type { Random } from './random.ts';

const strange = ['\u200b', '\u202e', '\u0301', ' ', '\u00a0', '\n', '\0', '\ud800', 'а', 'ı', 'ﬁ', '%2e', '#', '?', '/', '.'] as const;

/** Changes a text by what it is: JSON, a token, markup, or words. `other` is a text of the same family to take from. */
export function mutateText(text: string, random: Random, other = text): string {
  if (/^\s*[[{"]/.test(text) && isJson(text)) return mutateJson(text, random, mutateText, other);
  if (/^ey[\w-]+\.[\w-]*\.[\w-]*/.test(text)) return mutateToken(text, random, other);
  if (text.startsWith('<')) return mutateMarkup(text, random, other);
  if (/^data:[^,]{0,100},/.test(text)) return mutateAddress(text, random);
  return mutateWords(text, random);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function mutateWords(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  switch (random.below(8)) {
    case 0:
      return text.slice(0, at) + random.pick(strange) + text.slice(at);
    case 1:
      return text.slice(0, at) + text.slice(at + 1);
    case 2:
      return text.slice(0, at) + String.fromCodePoint(0x20 + random.below(0x5f)) + text.slice(at + 1);
    case 3:
      return text.toUpperCase() === text ? text.toLowerCase() : text.toUpperCase();
    case 4:
      return text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));
    case 5:
      return text.slice(0, at);
    case 6:
      return text + text;
    default:
      return [...text].toReversed().join('');
  }
}

/** A token with disclosures behind it or not: its parts are changed as what they are and written again. */
function mutateToken(text: string, random: Random, other: string): string {
  const pieces = text.split(/([.~])/);
  const others = other.split(/[.~]/);
  const at = 2 * random.below(Math.ceil(pieces.length / 2));
  const piece = pieces[at] ?? '';
  switch (random.below(6)) {
    case 0:
      pieces[at] = random.pick(others);
      break;
    case 1:
      pieces[at] = Buffer.from(mutateBytes(Buffer.from(piece, 'base64url'), random, Buffer.from(random.pick(others), 'base64url'))).toString('base64url');
      break;
    case 2:
      pieces[at] = mutateWords(piece, random);
      break;
    case 3:
      pieces.splice(at, 2);
      break;
    default:
      pieces[at] = mutatePart(piece, random);
  }
  return pieces.join('');
}

function mutatePart(piece: string, random: Random): string {
  const text = Buffer.from(piece, 'base64url').toString('utf8');
  return isJson(text) ? Buffer.from(mutateText(text, random)).toString('base64url') : mutateWords(piece, random);
}

const insertions = ['<!DOCTYPE svg>', '<!ENTITY a "b">', '&amp;', '&a;', '<![CDATA[x]]>', ']]>', '<!--', '-->', '<g>', '</g>', '<a b="c">', ' verify="https://example.org/"', ' xmlns:openbadges="http://openbadges.org"', '<?x ?>'] as const;

function mutateMarkup(text: string, random: Random, other: string): string {
  const section = /<!\[CDATA\[([\s\S]*?)\]\]>/.exec(text);
  if (section?.[1] !== undefined && random.chance(0.5)) return text.replace(section[1], () => mutateText(section[1]?.trim() ?? '', random, /\{[\s\S]*\}/.exec(other)?.[0] ?? ''));
  const verify = / verify="([^"]*)"/.exec(text)?.[1];
  if (verify !== undefined && random.chance(0.4)) return text.replace(verify, () => mutateText(verify, random));
  const tags = [...text.matchAll(/[<>"]/g)];
  const at = tags.length === 0 ? 0 : random.pick(tags).index + random.below(2);
  return random.chance(0.6) ? text.slice(0, at) + random.pick(insertions) + text.slice(at) : text.slice(0, at) + text.slice(at + 1 + random.below(30));
}

function mutateAddress(text: string, random: Random): string {
  const comma = text.indexOf(',') + 1;
  return random.chance(0.3) ? mutateWords(text, random) : text.slice(0, comma) + mutateText(text.slice(comma), random);
}
