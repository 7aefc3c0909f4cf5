import { lazy, Suspense } from 'react';
import type { ExaminedCredential } from '../../../core/model/examination.ts';
import { useText } from '../../languages/use-text.ts';
import { Closed } from '../closed.tsx';
import { hasPictures } from './has-pictures.ts';

const DrawnPictures = lazy(() => import('./drawn-pictures.tsx').then((module) => ({ default: module.DrawnPictures })));

interface PicturesProps {
  readonly examined: ExaminedCredential;
  readonly prefer: readonly string[];
  /** The language that the credential is shown in, where it has several. */
  readonly shown: string | undefined;
}

/** The pictures of a credential, closed until wanted: never instead of what it says. */
export function Pictures({ examined, prefer, shown }: PicturesProps) {
  const text = useText();
  if (!hasPictures(examined)) return null;
  return (
    <Closed name={text('drawn.title')}>
      {() => (
        <Suspense fallback={<p className="muted">{text('drawn.opening')}</p>}>
          <DrawnPictures examined={examined} prefer={prefer} shown={shown} />
        </Suspense>
      )}
    </Closed>
  );
}
