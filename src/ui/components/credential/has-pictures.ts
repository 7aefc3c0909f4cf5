import type { ExaminedCredential } from '../../../core/model/examination.ts';

/** True where the file itself is a picture with the credential in it. */
export function cameInPicture({ packing: [outermost] = [] }: Pick<ExaminedCredential, 'packing'>): boolean {
  return String(outermost) === 'baked-png' || String(outermost) === 'baked-svg';
}

/** True where there is something to open; no picture is looked at for it. A mark of a body says nothing, and is not shown. */
export function hasPictures(examined: Pick<ExaminedCredential, 'credential' | 'packing'>): boolean {
  const { pictures = [], image, achievements } = examined.credential;
  return pictures.some(({ of }) => of !== 'logo') || image !== undefined || achievements.some((achievement) => achievement.image !== undefined) || cameInPicture(examined);
}
