import { createElement } from 'react';
import { toDisplayText } from '../../../core/model/display-text.ts';
import type { ForeignContent, Unreadable } from '../../../core/model/examination.ts';
import { Band } from '../../components/band.tsx';
import { errorText } from '../../components/error-text.ts';
import { unreadableWords } from '../../components/verdict-words.ts';
import type { MessageId } from '../../languages/en.ts';
import { useText } from '../../languages/use-text.ts';

/** Longest foreign text that is shown. */
const maxShown = 2_000;

const foreignWords: Readonly<Record<ForeignContent['kind'], MessageId>> = {
  'web-address': 'check.foreign.address',
  request: 'check.foreign.request',
  text: 'check.foreign.text',
};

/** Bytes that could not be opened: one sentence. A web address is shown as text and never opened. */
export function UnreadableView({ unreadable, level }: { readonly unreadable: Unreadable; readonly level: 1 | 2 | 3 }) {
  const text = useText();
  const { foreign, error } = unreadable;
  return (
    <section className="stack">
      {level === 1 ? createElement('h1', { tabIndex: -1, className: 'unseen' }, text('check.result.title')) : null}
      <Band words={unreadableWords(unreadable)} prefer={[]} heading={level === 1 ? 2 : 3} />
      {foreign === undefined ? (
        <p>{errorText(text, error)}</p>
      ) : (
        <>
          <p>{text(foreignWords[foreign.kind])}</p>
          <div className="stack" data-gap="s">
            <p className="small muted">{text('check.foreign.shown')}</p>
            <p className="raw" dir="ltr">
              {toDisplayText(foreign.text, maxShown)}
            </p>
          </div>
        </>
      )}
    </section>
  );
}
