import type { ExaminedCredential } from '../../../core/model/examination.ts';

const endings: readonly (readonly [RegExp, string])[] = [
  [/jwt/, 'jwt'],
  [/json/, 'json'],
  [/png/, 'png'],
  [/svg/, 'svg'],
  [/pdf/, 'pdf'],
  [/xml/, 'xml'],
  [/^text\//, 'txt'],
];

/** Endings under which a system shows a file as text, as a document or as a picture, or does not know what to do. */
const harmless = /\.(?:json|jsonld|jwt|jws|txt|vc|sd-?jwt|png|svg|pdf|xml)$/i;

/**
 * A harmless name for the saved original: the name it came with, else one made from its digest. Whoever wrote a
 * credential could have called it a page or a program, and others press it: such a name gets the ending of what it is.
 */
export function originalFileName(examined: Pick<ExaminedCredential, 'id' | 'fileName' | 'mediaType'>): string {
  const given = examined.fileName?.replace(/[^\p{L}\p{N}._ -]/gu, '_').replace(/^\.+/, '').slice(0, 120);
  if (given !== undefined && given !== '') return harmless.test(given) ? given : `${given}.${endingOf(examined.mediaType)}`;
  return `credential-${examined.id.slice(0, 8)}.${endingOf(examined.mediaType)}`;
}

function endingOf(mediaType: string): string {
  const [, ending] = endings.find(([type]) => type.test(mediaType)) ?? [];
  return ending ?? 'bin';
}
