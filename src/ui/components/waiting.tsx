import { useEffect, useState } from 'react';
import { announce } from '../app/announce.ts';
import type { MessageId } from '../languages/en.ts';
import { useText } from '../languages/use-text.ts';

const rowsAfterMs = 200;
const wordsAfterMs = 1_000;

interface WaitingProps {
  readonly words?: MessageId;
  /** Ends what is waited for and leaves everything as it was; offered with the words. */
  readonly stop?: () => void;
}

/** Waiting: nothing at first, grey rows after 0.2 s, words for the step after 1 s. No spinner. */
export function Waiting({ words = 'frame.loading', stop }: WaitingProps) {
  const text = useText();
  const [stage, setStage] = useState<'nothing' | 'rows' | 'words'>('nothing');
  useEffect(() => {
    const rows = setTimeout(() => setStage('rows'), rowsAfterMs);
    const said = setTimeout(() => setStage('words'), wordsAfterMs);
    return () => {
      clearTimeout(rows);
      clearTimeout(said);
    };
  }, []);
  const sentence = text(words);
  useEffect(() => {
    if (stage === 'words') announce(sentence);
  }, [stage, sentence]);
  if (stage === 'nothing') return null;
  return (
    <div className="wait">
      {stage === 'words' ? <p className="muted">{sentence}</p> : null}
      {stop === undefined || stage !== 'words' ? null : (
        <div>
          <button className="btn" data-kind="second" type="button" onClick={stop}>
            {text('frame.stop')}
          </button>
        </div>
      )}
      <i />
      <i />
      <i />
    </div>
  );
}
