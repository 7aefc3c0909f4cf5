import { toDisplayText } from '../../../core/model/display-text.ts';
import type { ExaminedCredential } from '../../../core/model/examination.ts';
import { useText } from '../../languages/use-text.ts';
import { drawablePicture } from './drawable-picture.ts';
import { knownIssuer } from './leaf-head.tsx';

/**
 * The credential's own picture, if it is inside the file and small enough to draw. Nothing is ever loaded. Who it is from
 * is said only where a list knows the issuer.
 */
export function Picture({ examined }: { readonly examined: ExaminedCredential }) {
  const text = useText();
  const { image, achievements } = examined.credential;
  const source = [image, ...achievements.map((achievement) => achievement.image)]
    .flatMap((stated) => (stated === undefined ? [] : [drawablePicture(stated.value)]))
    .find((drawable) => drawable !== undefined);
  if (source === undefined) return null;
  const issuer = knownIssuer(examined);
  return <img className="picture" src={source} alt={issuer === undefined ? text('leaf.picture.unnamed') : text('leaf.picture', { issuer: toDisplayText(issuer, 300) })} />;
}
