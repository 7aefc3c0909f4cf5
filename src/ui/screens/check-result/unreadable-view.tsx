import { toDisplayText } from '../../../core/model/display-text.ts';
import type { Unreadable } from '../../../core/model/examination.ts';
import { Band } from '../../components/band.tsx';
import { unreadableWords } from '../../components/verdict-words.ts';
import { useText } from '../../languages/use-text.ts';

/** Longest foreign text that is shown. */
const maxShown = 2_000;

/** Bytes that could not be opened: one sentence. A web address is shown as text and never opened. */
export function UnreadableView({ unreadable, level }: { readonly unreadable: Unreadable; readonly level: 1 | 2 | 3 }) {
  const text = useText();
  const { foreign } = unreadable;
  return (
    <section className="stack">
      <Band words={unreadableWords(unreadable)} prefer={[]} heading={level} />
      {foreign === undefined ? null : (
        <div className="stack" data-gap="s">
          <p className="small muted">{text('check.foreign.shown')}</p>
          <p className="raw" dir="ltr">
            {toDisplayText(foreign.text, maxShown)}
          </p>
        </div>
      )}
    </section>
  );
}
