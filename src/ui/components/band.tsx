import { createElement } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../languages/use-text.ts';
import type { MessageId } from '../languages/en.ts';
import { Icon } from './icon.tsx';
import { Said } from './said.tsx';
import type { VerdictWords } from './verdict-words.ts';

interface BandProps {
  readonly words: VerdictWords;
  readonly prefer: readonly string[];
  /** "The credential" or "The share", where two bands follow each other. */
  readonly of?: MessageId;
  /** Level of the heading; absent: the headline is no heading, for the page has its own. */
  readonly heading?: 1 | 2 | 3 | 4;
  /** For paper: day and time, never "today". */
  readonly full?: true;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** Our verdict: a band of our paper around their sheet, which no document can draw. */
export function Band({ words, prefer, of, heading, full, children }: BandProps) {
  const text = useText();
  return (
    <div className="band" data-tone={words.tone}>
      <Icon name={words.icon} />
      <div>
        {of === undefined ? null : <p className="band-of">{text(of)}</p>}
        {createElement(heading === undefined ? 'p' : `h${String(heading)}`, { className: 'band-word', ...(heading === 1 ? { tabIndex: -1 } : {}) }, text(words.word))}
      </div>
      <p>
        <Said say={words.text} prefer={prefer} {...(full === true ? { full } : {})} />
      </p>
      {words.more.length === 0 ? null : (
        <ul className="band-more" role="list">
          {words.more.map((more) => (
            <li key={more.id}>
              <Icon name={more.icon} />
              <span>
                <Said say={more} prefer={prefer} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  );
}
