import { toDisplayText } from '../../../core/model/display-text.ts';
import type { Examination, Unreadable } from '../../../core/model/examination.ts';
import { Page } from '../../app/page.tsx';
import { Band } from '../../components/band.tsx';
import { unreadableWords } from '../../components/verdict-words.ts';
import { useText } from '../../languages/use-text.ts';

/** The first part that could not be read; a share or file without any credential counts as unreadable too. */
function unreadableOf(examination: Examination): Unreadable {
  if (examination.kind === 'unreadable') return examination;
  const parts = examination.kind === 'credential' ? [] : examination.parts;
  const inner = parts.find((part) => part.kind !== 'credential');
  if (inner !== undefined) return unreadableOf(inner);
  return { kind: 'unreadable', error: { code: 'receive/unrecognized', facts: {} }, looksLike: 'json', class: 'refused' };
}

/** We cannot read it: nothing can be saved, the file is unchanged. What it is gets named and shown, never opened. */
export function ReviewUnreadable({ examination, leave }: { readonly examination: Examination; readonly leave: () => void }) {
  const text = useText();
  const unreadable = unreadableOf(examination);
  return (
    <Page title={text('review.page')} back={{ to: '/add', label: text('frame.add') }} ground="desk" flow>
      <Band words={unreadableWords(unreadable)} prefer={[]} heading={1} />
      {unreadable.foreign === undefined ? null : (
        <div className="stack" data-gap="s">
          <p className="small muted">{text('review.foreign')}</p>
          <p className="raw" dir="ltr">
            {toDisplayText(unreadable.foreign.text, 500)}
          </p>
        </div>
      )}
      <div className="actions">
        <button className="btn" data-kind="main" type="button" onClick={leave}>
          {text('review.another')}
        </button>
      </div>
    </Page>
  );
}
