import { lazy, Suspense, useState } from 'react';
import type { ExaminedCredential, ExaminedShare } from '../../../core/model/examination.ts';
import { useText } from '../../languages/use-text.ts';
import { Icon } from '../icon.tsx';

const TechnicalInside = lazy(() => import('./technical-inside.tsx').then((module) => ({ default: module.TechnicalInside })));

/** Layer 3: everything a specialist asks for, closed until wanted. */
export function Technical({ examined, share }: { readonly examined: ExaminedCredential; readonly share?: ExaminedShare }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <details className="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {text('technical.title')}
        <Icon name="chevron-right" turned />
      </summary>
      {open ? (
        <Suspense fallback={null}>
          <TechnicalInside examined={examined} {...(share === undefined ? {} : { share })} />
        </Suspense>
      ) : null}
    </details>
  );
}
