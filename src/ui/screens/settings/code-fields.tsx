import { useRef } from 'react';
import { Field, Problem } from '../../components/field.tsx';
import type { MessageId } from '../../languages/en.ts';
import { useText } from '../../languages/use-text.ts';
import { groupDigits, isEmptyCode, writeGroup } from './code-groups.ts';
import styles from './code-fields.module.css';

interface CodeFieldsProps {
  readonly id: string;
  readonly groups: readonly string[];
  readonly onChange: (groups: readonly string[]) => void;
  /** Groups (from 1) with too few digits, and groups that the check digit proves wrong. */
  readonly short: readonly number[];
  readonly wrong: readonly number[];
}

/** What is wrong with a group (from 1): nothing typed at all, too few digits, or a check digit that does not fit. */
export function groupProblem(groups: readonly string[], number: number, short: readonly number[], wrong: readonly number[]): MessageId | undefined {
  if (wrong.includes(number)) return 'restore.group.wrong';
  if (!short.includes(number) || [...(groups[number - 1] ?? '')].length === groupDigits) return undefined;
  return isEmptyCode(groups) ? 'backup.test.empty' : 'restore.group.short';
}

/** Eight fields for a recovery code, what is wrong with them above: no group leaves its place. All 48 digits can be pasted into any of them, or typed without a pause. */
export function CodeFields({ id, groups, onChange, short, wrong }: CodeFieldsProps) {
  const text = useText();
  const problems = groups.map((_group, index) => groupProblem(groups, index + 1, short, wrong));
  const list = useRef<HTMLDivElement>(null);
  const write = (index: number, value: string): void => {
    const { groups: next, at } = writeGroup(groups, index, value);
    onChange(next);
    if (at !== index) list.current?.querySelectorAll('input')[at]?.focus();
  };
  return (
    <fieldset className="field" aria-describedby={`${id}-hint`}>
      <legend>{text('protect.code')}</legend>
      <p className="hint" id={`${id}-hint`}>
        {text('restore.groups.hint')}
      </p>
      {problems.map((problem, index) =>
        problem === undefined ? null : (
          <Problem key={index} id={`${id}-${String(index + 1)}-problem`}>
            {text(problem, { group: index + 1 })}
          </Problem>
        ),
      )}
      <div className={styles.groups} ref={list}>
        {groups.map((group, index) => {
          const number = index + 1;
          const problem = problems[index];
          return (
            <div className={styles.group} key={number}>
              <Field
                id={`${id}-${String(number)}`}
                label={text('restore.group', { group: number })}
                problem={problem === undefined ? undefined : text(problem, { group: number })}
                problemAt={`${id}-${String(number)}-problem`}
                dir="ltr"
                inputMode="numeric"
                autoComplete="off"
                spellCheck={false}
                value={group}
                onChange={(event) => write(index, event.target.value)}
              />
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
