import { useMemo, useState } from 'react';
import { toDisplayText } from '../../../core/model/display-text.ts';
import type { ExaminedCredential } from '../../../core/model/examination.ts';
import { useFormats } from '../../languages/use-formats.ts';
import { useText } from '../../languages/use-text.ts';
import { credentialPictures } from './credential-pictures.ts';
import type { CredentialPicture } from './credential-pictures.ts';
import { knownIssuer } from './leaf-head.tsx';

interface DrawnPicturesProps {
  readonly examined: ExaminedCredential;
  readonly prefer: readonly string[];
  readonly shown: string | undefined;
}

/** What the issuer drew, in the language that is read where there is one: pictures and nothing else, each from its own bytes. */
export function DrawnPictures({ examined, prefer, shown }: DrawnPicturesProps) {
  const text = useText();
  const wishes = prefer.join(' ');
  const { pictures, more } = useMemo(() => credentialPictures(examined, wishes.split(' ')), [examined, wishes]);
  const pages = pictures.filter(({ of }) => of === 'page');
  return (
    <div className="stack">
      <p className="muted">{text('drawn.help')}</p>
      {pictures.map((picture, index) => (
        <Drawn key={index} picture={picture} issuer={knownIssuer(examined)} page={pages.indexOf(picture) + 1} pages={pages.length} shown={shown} />
      ))}
      {more === 0 ? null : <p className="muted">{text('drawn.more', { count: more })}</p>}
    </div>
  );
}

interface DrawnProps {
  readonly picture: CredentialPicture;
  readonly issuer: string | undefined;
  readonly page: number;
  readonly pages: number;
  readonly shown: string | undefined;
}

function Drawn(props: DrawnProps) {
  const { picture } = props;
  const [broken, setBroken] = useState(false);
  const alternative = useAlternative(props);
  const caption = useCaption(props);
  if (!picture.judged.drawn || broken) return <NotDrawn because={picture.judged.drawn ? 'damaged' : picture.judged.because} address={picture.address} />;
  return (
    <figure className="stack" data-gap="s">
      <img className="picture" data-of={picture.of} src={picture.judged.source} alt={alternative} loading="lazy" decoding="async" onError={() => setBroken(true)} />
      {caption === '' ? null : <figcaption className="small muted">{caption}</figcaption>}
    </figure>
  );
}

/** The issuer's own description; else what it is a picture of. Who it is from is said only where a list knows the issuer. */
function useAlternative({ picture, issuer, page, pages }: DrawnProps): string {
  const text = useText();
  if (picture.of === 'file') return text('drawn.file');
  if (picture.of === 'page') return pages > 1 ? text('drawn.page', { page, count: pages }) : text('drawn.page.only');
  if (picture.description !== undefined) return toDisplayText(picture.description, 300);
  return issuer === undefined ? text('leaf.picture.unnamed') : text('leaf.picture', { issuer: toDisplayText(issuer, 300) });
}

function useCaption({ picture, page, pages, shown }: DrawnProps): string {
  const text = useText();
  const formats = useFormats();
  const { of, language } = picture;
  const isOther = language !== undefined && shown !== undefined && language.split('-')[0] !== shown;
  const says = [
    of === 'file' ? text('drawn.file.help') : undefined,
    of === 'page' && pages > 1 ? text('drawn.page.of', { page, count: pages }) : undefined,
    isOther ? text('drawn.language', { language: formats.language(language) }) : undefined,
  ];
  return says.filter((say) => say !== undefined).join(' · ');
}

function NotDrawn({ because, address }: { readonly because: Extract<CredentialPicture['judged'], { drawn: false }>['because']; readonly address: string | undefined }) {
  const text = useText();
  return (
    <div>
      <p className="muted">{text(`drawn.not.${because}`)}</p>
      {address === undefined ? null : (
        <p className="raw">
          <bdi dir="ltr">{toDisplayText(address, 2_000)}</bdi>
        </p>
      )}
    </div>
  );
}
