import { refuse, succeed } from '../core/model/attempt.ts';
import type { Attempt } from '../core/model/attempt.ts';
import { maxOwnTextCharacters, maxOwnTitleCharacters } from '../core/model/limits.ts';

/** Half a surrogate pair is no text: no file could carry it. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\u{fffd}').normalize('NFC');
}

function within(text: string, field: string, max: number): Attempt<string> {
  return [...text].length > max ? refuse('own/too-long', { field, max }) : succeed(text);
}

/** Text of one line, as it is kept; `own/too-long`. */
export function tidyLine(given: string, field: string): Attempt<string> {
  return within(wellFormed(given).replace(/\p{Cc}/gu, ' ').trim(), field, maxOwnTitleCharacters);
}

/** A name that must be there: `own/missing`, `own/too-long`. */
export function tidyName(given: string, field: string): Attempt<string> {
  const line = tidyLine(given, field);
  return line.ok && line.value === '' ? refuse('own/missing', { field }) : line;
}

/** Text of several lines; `own/too-long`. */
export function tidyText(given: string, field: string): Attempt<string> {
  const text = wellFormed(given).replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '').trim();
  return within(text, field, maxOwnTextCharacters);
}

/** A file's own name without its folders, never empty; cut where it is endless. */
export function tidyFileName(given: string): string {
  const name = wellFormed(given).replace(/\p{Cc}/gu, ' ').split(/[\\/]/).at(-1)?.trim() ?? '';
  return name === '' ? 'file' : [...name].slice(-maxOwnTitleCharacters).join('');
}

/** A media type of its plain form, else that of unknown bytes. */
export function tidyMediaType(given: string): string {
  return given.length <= maxOwnTitleCharacters && /^[\w.+-]+\/[\w.+-]+$/.test(given) ? given.toLowerCase() : 'application/octet-stream';
}
