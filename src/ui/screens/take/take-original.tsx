import type { ExaminedCredential } from '../../../core/model/examination.ts';
import { toDisplayText } from '../../../core/model/display-text.ts';
import { originalFileName } from '../../components/credential/original-file-name.ts';
import { Icon } from '../../components/icon.tsx';
import { useText } from '../../languages/use-text.ts';
import { SavedLine } from './saved-line.tsx';
import type { Saved, TakeActions } from './use-take.ts';

interface TakeOriginalProps {
  readonly examined: ExaminedCredential;
  /** The original is an image with the badge in it. */
  readonly isImage: boolean;
  readonly saved: Saved | undefined;
  readonly save: TakeActions['save'];
}

/** The exact bytes that were received, by name and digest. */
export function TakeOriginal({ examined, isImage, saved, save }: TakeOriginalProps) {
  const text = useText();
  const { id, raw, mediaType, axes: { unchanged } } = examined;
  const name = originalFileName(examined);
  return (
    <section className="stack" aria-labelledby="take-original">
      <h2 id="take-original">{text('take.original')}</h2>
      <p>{text('take.original.help', { fits: unchanged === 'no' || unchanged === 'unsigned' ? 'no' : 'yes' })}</p>
      {isImage ? <p>{text('take.original.image')}</p> : null}
      <dl className="elements">
        <div className="element" data-state="ours">
          <dt>{text('take.original.name')}</dt>
          <dd>
            <bdi>{toDisplayText(name, 200)}</bdi>
          </dd>
        </div>
        <div className="element">
          <dt>{text('take.original.digest')}</dt>
          <dd className="raw">
            <bdi dir="ltr">{id}</bdi>
          </dd>
        </div>
      </dl>
      <div className="row">
        <button className="btn" data-kind="second" type="button" onClick={() => void save('original', { bytes: raw, name, mediaType })}>
          <Icon name="download" />
          {text('take.original.save')}
        </button>
        <SavedLine what="original" saved={saved} />
      </div>
    </section>
  );
}
