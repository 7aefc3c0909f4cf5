import type { ExaminedCredential } from '../../../core/model/examination.ts';
import { useText } from '../../languages/use-text.ts';
import { plainText } from '../doc-text.tsx';
import { claimedIssuer } from '../verdict-words.ts';
import { drawablePicture } from './drawable-picture.ts';

/** The credential's own picture, if it is inside the file and small enough to draw. Nothing is ever loaded. */
export function Picture({ examined, prefer }: { readonly examined: ExaminedCredential; readonly prefer: readonly string[] }) {
  const text = useText();
  const { image, achievements } = examined.credential;
  const source = [image, ...achievements.map((achievement) => achievement.image)]
    .flatMap((stated) => (stated === undefined ? [] : [drawablePicture(stated.value)]))
    .find((drawable) => drawable !== undefined);
  if (source === undefined) return null;
  const claimed = claimedIssuer(examined);
  const issuer = claimed === undefined ? undefined : plainText(claimed, prefer);
  return <img className="picture" src={source} alt={issuer === undefined ? text('leaf.picture.unnamed') : text('leaf.picture', { issuer })} />;
}
