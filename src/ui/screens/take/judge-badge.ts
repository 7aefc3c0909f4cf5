import type { BakedBadge } from '../../../core/model/baked.ts';
import { judgeBytes } from '../../components/credential/judge-picture.ts';
import type { JudgedPicture } from '../../components/credential/judge-picture.ts';

/** Ends where it ends: within the JSON, the end of a section is written as two. */
const element = /<(openbadges|clr):(credential|assertion)[^]*?(?:\]\]>|">)<\/\1:\2>/;

/**
 * Whether the picture of a baked badge is drawn, by the same rules as on the page of the credential. A drawing is judged and
 * shown without the credential in it, which may hold any words.
 */
export function judgeBadge({ bytes, kind }: Pick<BakedBadge, 'bytes' | 'kind'>): JudgedPicture {
  return judgeBytes(kind === 'png' ? bytes : new TextEncoder().encode(new TextDecoder().decode(bytes).replace(element, '')));
}
