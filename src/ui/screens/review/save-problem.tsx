import { useEffect, useRef } from 'react';
import { errorText } from '../../components/error-text.ts';
import { Problem } from '../../components/field.tsx';
import { useText } from '../../languages/use-text.ts';
import type { ReviewFlow } from './use-review.ts';

/** Why nothing was saved, read out at once. It takes the focus, for the list above it may be long. */
export function SaveProblem({ flow }: { readonly flow: ReviewFlow }) {
  const text = useText();
  const place = useRef<HTMLDivElement>(null);
  const wrong = flow.kind === 'failed' || flow.kind === 'nothing-chosen';
  useEffect(() => {
    if (wrong) place.current?.focus();
  }, [wrong, flow]);
  return (
    <div role="alert" tabIndex={-1} ref={place}>
      {flow.kind === 'failed' ? <Problem>{errorText(text, flow.error)}</Problem> : null}
      {flow.kind === 'nothing-chosen' ? <Problem>{text('review.save.none')}</Problem> : null}
    </div>
  );
}
