import { lazy, Suspense } from 'react';
import type { ExaminedCredential, ExaminedShare } from '../../../core/model/examination.ts';
import { useText } from '../../languages/use-text.ts';
import { Closed } from '../closed.tsx';

const TechnicalInside = lazy(() => import('./technical-inside.tsx').then((module) => ({ default: module.TechnicalInside })));

/** Layer 3: everything a specialist asks for, closed until wanted. */
export function Technical({ examined, share }: { readonly examined: ExaminedCredential; readonly share?: ExaminedShare }) {
  const text = useText();
  return (
    <Closed name={text('technical.title')}>
      {() => (
        <Suspense fallback={null}>
          <TechnicalInside examined={examined} {...(share === undefined ? {} : { share })} />
        </Suspense>
      )}
    </Closed>
  );
}
