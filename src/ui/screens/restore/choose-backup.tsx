import { useState } from 'react';
import { ActionForm } from '../../components/action-form.tsx';
import { Field, Problem } from '../../components/field.tsx';
import { Icon } from '../../components/icon.tsx';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';
import { CodeFields, groupProblem } from '../settings/code-fields.tsx';
import { wrongGroups } from '../settings/code-groups.ts';
import { ErrorSummary } from '../settings/error-summary.tsx';
import type { FormProblem } from '../settings/error-summary.tsx';
import { Failure } from '../../components/failure.tsx';
import { PickFile } from '../settings/pick-file.tsx';
import type { Restore } from './restore-screen.tsx';
import { ScanCode } from './scan-code.tsx';
import type { RestoreFlow } from './use-restore.ts';

type ChooseFlow = Extract<RestoreFlow, { kind: 'choose' }>;

function useProblems({ problems, error }: ChooseFlow, groups: readonly string[]): readonly FormProblem[] {
  const text = useText();
  if (problems === undefined) {
    return wrongGroups(error).map((group) => ({ field: `code-${String(group)}`, text: text('restore.group.wrong', { group }) }));
  }
  return [
    ...(problems.file ? [{ field: 'backup-file', text: text('restore.file.missing') }] : []),
    ...problems.groups.flatMap((group) => {
      const problem = groupProblem(groups, group, problems.groups, []);
      return problem === undefined ? [] : [{ field: `code-${String(group)}`, text: text(problem, { group }) }];
    }),
    ...(problems.words ? [{ field: 'file-words', text: text('restore.words.empty') }] : []),
  ];
}

/** The backup file, and what opens it. */
export function ChooseBackup({ restore, flow }: { readonly restore: Restore; readonly flow: ChooseFlow }) {
  const text = useText();
  const { type, groups, words } = restore.typed;
  const setGroups = (next: readonly string[]): void => restore.type({ groups: next });
  const wrong = wrongGroups(flow.error);
  return (
    <ActionForm submit={text('restore.look')} onSubmit={() => restore.look(type === 'recovery' ? { type, groups } : { type, words })}>
      <ErrorSummary problems={useProblems(flow, groups)} />
      {flow.error === undefined || wrong.length > 0 ? null : <Failure error={flow.error} />}
      <FilePart restore={restore} flow={flow} />
      <fieldset className="field">
        <legend>{text('restore.secret')}</legend>
        <div className="choices">
          {(['recovery', 'passphrase'] as const).map((kind) => (
            <label className="choice" key={kind}>
              <input type="radio" name="secret" checked={type === kind} onChange={() => restore.type({ type: kind })} />
              <span>
                <b>{text(kind === 'recovery' ? 'restore.secret.code' : 'restore.secret.words')}</b>
                <span>{text(kind === 'recovery' ? 'restore.secret.code.help' : 'restore.secret.words.help')}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {type === 'recovery' ? (
        <>
          <CodeFields id="code" groups={groups} onChange={setGroups} short={flow.problems?.groups ?? []} wrong={wrong} />
          <ScanCode onCode={setGroups} />
        </>
      ) : (
        <WordsPart words={words} setWords={(next) => restore.type({ words: next })} missing={flow.problems?.words === true} />
      )}
    </ActionForm>
  );
}

function FilePart({ restore, flow }: { readonly restore: Restore; readonly flow: ChooseFlow }) {
  const text = useText();
  const missing = flow.problems?.file === true;
  return (
    <section className="field">
      <h2>{text('restore.file')}</h2>
      {missing ? <Problem id="backup-file-error">{text('restore.file.missing')}</Problem> : null}
      {flow.file === undefined ? null : (
        <p className="note" role="status">
          <Icon name="file-text" />
          <span>
            <Sentence id="restore.file.chosen" values={{ name: <bdi className="raw">{flow.file.name}</bdi> }} />
          </span>
        </p>
      )}
      <PickFile
        id="backup-file"
        label={flow.file === undefined ? 'restore.file.do' : 'review.another'}
        hint="check.file.drop"
        {...(missing ? { describedBy: 'backup-file-error' } : {})}
        onPick={(files, transport) => {
          const [chosen] = files;
          if (chosen !== undefined) void restore.choose(chosen, transport);
        }}
      />
    </section>
  );
}

interface WordsPartProps {
  readonly words: string;
  readonly setWords: (words: string) => void;
  readonly missing: boolean;
}

function WordsPart({ words, setWords, missing }: WordsPartProps) {
  const text = useText();
  const [shown, setShown] = useState(false);
  return (
    <div className="stack">
      <Field
        id="file-words"
        label={text('restore.words')}
        problem={missing ? text('restore.words.empty') : undefined}
        type={shown ? 'text' : 'password'}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <label className="row">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        {text('restore.words.show')}
      </label>
    </div>
  );
}
