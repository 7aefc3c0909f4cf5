import type { ExaminedCredential } from './examination.ts';

export type BadgeImageKind = 'png' | 'svg';

/**
 * Why a badge is not drawn on the picture that its credential names. `none`: it names none. `elsewhere`: the picture is not
 * in the credential, and is never fetched. `other-kind`: only PNG and SVG can hold a badge. `broken`: it is no whole picture.
 * `unsafe`: a drawing with scripts, or one that would load something.
 */
export type PictureProblem = 'none' | 'elsewhere' | 'other-kind' | 'broken' | 'unsafe';

/** `kind` absent: that of the credential's own picture, else PNG. */
export interface BakeOrder {
  readonly credential: ExaminedCredential;
  readonly kind?: BadgeImageKind;
}

/**
 * An Open Badge or learner record within an image (Open Badges 2.0 and 3.0, "baking"): the very bytes that were received, or
 * the compact token. Drawn on the credential's own picture, or on a plain one of ours where `instead` says why.
 */
export interface BakedBadge {
  readonly bytes: Uint8Array;
  readonly kind: BadgeImageKind;
  readonly mediaType: 'image/png' | 'image/svg+xml';
  /** Absent: the credential's own picture. */
  readonly instead?: PictureProblem;
}
