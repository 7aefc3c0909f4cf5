import { errorText } from '../../components/error-text.ts';
import { Problem } from '../../components/field.tsx';
import { useText } from '../../languages/use-text.ts';
import type { Saved } from './use-take.ts';

/** What came of saving, beside the button that was pressed. */
export function SavedLine({ what, saved }: { readonly what: Saved['what']; readonly saved: Saved | undefined }) {
  const text = useText();
  const mine = saved?.what === what ? saved : undefined;
  return (
    <div className="muted" role="status">
      {mine === undefined ? null : mine.error === undefined ? text('take.saved') : <Problem>{errorText(text, mine.error)}</Problem>}
    </div>
  );
}
