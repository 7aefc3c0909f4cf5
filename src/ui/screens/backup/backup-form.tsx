import { useState } from 'react';
import { Icon } from '../../components/icon.tsx';
import { useText } from '../../languages/use-text.ts';
import { Failure, FieldError } from '../settings/failure.tsx';
import type { BackupProtection } from './use-backup.ts';
import { useWordsForFile } from './use-words-for-file.ts';

/** What opens the file, and the button that makes it. */
export function BackupForm({ make }: { readonly make: (protection: BackupProtection) => Promise<void> }) {
  const text = useText();
  const [byWords, setByWords] = useState(false);
  const words = useWordsForFile();
  const submit = async (): Promise<void> => {
    if (!byWords) await make('recovery-code');
    else if (await words.judge()) await make({ passphrase: words.words });
  };
  return (
    <form
      className="stack"
      data-gap="l"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <fieldset className="field">
        <legend>{text('backup.way')}</legend>
        <div className="choices">
          {([false, true] as const).map((way) => (
            <label className="choice" key={String(way)}>
              <input type="radio" name="backup-way" checked={byWords === way} onChange={() => setByWords(way)} />
              <span>
                <b>{text(way ? 'backup.way.words' : 'backup.way.sheet')}</b>
                <span>{text(way ? 'backup.way.words.help' : 'backup.way.sheet.help')}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {byWords ? <WordFields {...words} /> : null}
      <div className="stack" data-gap="s">
        <div>
          <button className="btn" data-kind="main" type="submit">
            <Icon name="download" />
            {text('backup.make')}
          </button>
        </div>
        <p className="hint">{text('backup.keep')}</p>
      </div>
    </form>
  );
}

function WordFields({ words, again, shown, problem, setWords, setAgain, setShown, suggest }: ReturnType<typeof useWordsForFile>) {
  const text = useText();
  const type = shown ? 'text' : 'password';
  const invalid = problem !== undefined;
  return (
    <div className="stack">
      <div className="field">
        <label htmlFor="file-words">{text('backup.words')}</label>
        <p className="hint" id="file-words-hint">
          {text('backup.words.hint')}
        </p>
        {problem?.kind === 'empty' ? <FieldError id="file-words-error" text={text('backup.words.empty')} /> : null}
        {problem?.kind === 'weak' ? (
          <Failure id="file-words-error" error={problem.error} />
        ) : null}
        <input
          id="file-words"
          className="input"
          type={type}
          dir="auto"
          autoComplete="new-password"
          spellCheck={false}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          aria-invalid={invalid && problem.kind !== 'differ'}
          aria-describedby={invalid && problem.kind !== 'differ' ? 'file-words-hint file-words-error' : 'file-words-hint'}
        />
      </div>
      <div className="field">
        <label htmlFor="file-words-again">{text('backup.words.again')}</label>
        {problem?.kind === 'differ' ? <FieldError id="file-words-again-error" text={text('backup.words.differ')} /> : null}
        <input
          id="file-words-again"
          className="input"
          type={type}
          dir="auto"
          autoComplete="new-password"
          spellCheck={false}
          value={again}
          onChange={(event) => setAgain(event.target.value)}
          aria-invalid={problem?.kind === 'differ'}
          {...(problem?.kind === 'differ' ? { 'aria-describedby': 'file-words-again-error' } : {})}
        />
      </div>
      <label className="choice">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        <span>{text('backup.words.show')}</span>
      </label>
      <div>
        <button className="btn" data-kind="second" type="button" onClick={() => void suggest()}>
          {text('backup.words.suggest')}
        </button>
      </div>
    </div>
  );
}
