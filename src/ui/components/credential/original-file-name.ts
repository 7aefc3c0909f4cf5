import type { ExaminedCredential } from '../../../core/model/examination.ts';

/** A harmless name for the saved original: the name it came with, else one made from its digest. */
export function originalFileName(examined: Pick<ExaminedCredential, 'id' | 'fileName' | 'mediaType'>): string {
  const given = examined.fileName?.replace(/[^\p{L}\p{N}._ -]/gu, '_').replace(/^\.+/, '').slice(0, 120);
  if (given !== undefined && given !== '') return given;
  return `credential-${examined.id.slice(0, 8)}.${/jwt/.test(examined.mediaType) ? 'jwt' : 'json'}`;
}
