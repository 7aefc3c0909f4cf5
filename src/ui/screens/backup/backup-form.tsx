import { Field } from '../../components/field.tsx';
import { errorText } from '../../components/error-text.ts';
import { Closed } from '../../components/closed.tsx';
import { Icon } from '../../components/icon.tsx';
import { useText } from '../../languages/use-text.ts';
import type { BackupProtection } from './use-backup.ts';
import { useWordsForFile } from './use-words-for-file.ts';

/** Makes the file that the recovery code opens; words of its own are the second way. */
export function BackupForm({ make }: { readonly make: (protection: BackupProtection) => Promise<void> }) {
  const text = useText();
  return (
    <>
      <div>
        <button className="btn" data-kind="main" type="button" onClick={() => void make('recovery-code')}>
          <Icon name="download" />
          {text('backup.make')}
        </button>
      </div>
      <p className="hint">
        {text('backup.way.sheet')} {text('backup.keep')}
      </p>
      <Closed name={text('backup.way.words')} arrow={20}>
        <WordsForm make={make} />
      </Closed>
    </>
  );
}

function WordsForm({ make }: { readonly make: (protection: BackupProtection) => Promise<void> }) {
  const text = useText();
  const words = useWordsForFile();
  const { problem } = words;
  const type = words.shown ? 'text' : 'password';
  const refused = problem?.kind === 'refused' ? errorText(text, problem.error) : undefined;
  const submit = async (): Promise<void> => {
    if (await words.judge()) await make({ passphrase: words.words });
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field
        label={text('backup.words')}
        hint={text('backup.words.hint')}
        problem={problem?.kind === 'empty' ? text('backup.words.empty') : refused}
        type={type}
        dir="auto"
        autoComplete="new-password"
        spellCheck={false}
        value={words.words}
        onChange={(event) => words.setWords(event.target.value)}
      />
      <Field
        label={text('backup.words.again')}
        problem={problem?.kind === 'differ' ? text('backup.words.differ') : undefined}
        type={type}
        dir="auto"
        autoComplete="new-password"
        spellCheck={false}
        value={words.again}
        onChange={(event) => words.setAgain(event.target.value)}
      />
      <label className="row">
        <input type="checkbox" checked={words.shown} onChange={(event) => words.setShown(event.target.checked)} />
        {text('backup.words.show')}
      </label>
      <div className="row">
        <button className="btn" data-kind="second" type="submit">
          <Icon name="download" />
          {text('backup.make')}
        </button>
        <button className="btn" data-kind="quiet" data-edge="start" type="button" onClick={() => void words.suggest()}>
          {text('backup.words.suggest')}
        </button>
      </div>
    </form>
  );
}
