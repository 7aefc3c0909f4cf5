import { errorText } from '../../components/error-text.ts';
import { Problem } from '../../components/field.tsx';
import { useText } from '../../languages/use-text.ts';
import type { ReviewFlow } from './use-review.ts';

/** Why nothing was saved, read out at once. */
export function SaveProblem({ flow }: { readonly flow: ReviewFlow }) {
  const text = useText();
  return (
    <div role="alert">
      {flow.kind === 'failed' ? <Problem>{errorText(text, flow.error)}</Problem> : null}
      {flow.kind === 'nothing-chosen' ? <Problem>{text('review.save.none')}</Problem> : null}
    </div>
  );
}
