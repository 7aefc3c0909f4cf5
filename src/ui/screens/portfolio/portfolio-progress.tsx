import { useEffect, useRef } from 'react';
import { announce } from '../../app/announce.ts';
import { useText } from '../../languages/use-text.ts';

/** Said at each quarter, never for each credential. */
function useSaidProgress(sentence: string, done: number, total: number): void {
  const said = useRef(0);
  const quarter = total < 8 ? 0 : Math.floor((4 * done) / total);
  useEffect(() => {
    if (quarter > said.current) announce(sentence);
    said.current = quarter;
  }, [quarter, sentence]);
}

/** What others will see is looked at, one after the other. */
export function Checking({ done, total }: { readonly done: number; readonly total: number }) {
  const text = useText();
  const sentence = text('portfolio.checking', { place: Math.min(done + 1, total), count: total });
  useSaidProgress(sentence, done, total);
  return <p className="muted">{sentence}</p>;
}

/** The document is made, and can be stopped. */
export function Making({ flow: { done, count }, stop }: { readonly flow: { readonly done?: number; readonly count: number }; readonly stop: () => void }) {
  const text = useText();
  const isPacking = done === undefined || count === 0;
  const sentence = isPacking ? text('portfolio.packing') : text('portfolio.making', { place: done + 1, count });
  useSaidProgress(sentence, done ?? count, count);
  return (
    <div className="stack">
      <p className="muted">{sentence}</p>
      <div>
        <button className="btn" data-kind="second" type="button" onClick={stop}>
          {text('portfolio.stop')}
        </button>
      </div>
    </div>
  );
}
