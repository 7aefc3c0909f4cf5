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

/** A harmless name for the saved original: the name it came with, else one made from its digest. */
export function originalFileName(examined: Pick<ExaminedCredential, 'id' | 'fileName' | 'mediaType'>): string {
  const given = examined.fileName?.replace(/[^\p{L}\p{N}._ -]/gu, '_').replace(/^\.+/, '').slice(0, 120);
  if (given !== undefined && given !== '') return given;
  return `credential-${examined.id.slice(0, 8)}.${endingOf(examined.mediaType)}`;
}

function endingOf(mediaType: string): string {
  const [, ending] = endings.find(([type]) => type.test(mediaType)) ?? [];
  return ending ?? 'bin';
}
