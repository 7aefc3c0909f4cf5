import { useRef } from 'react';
import { useText } from '../../languages/use-text.ts';
import { FieldError } from './failure.tsx';
import { writeGroup } from './code-groups.ts';
import styles from './code-fields.module.css';

interface CodeFieldsProps {
  readonly id: string;
  readonly groups: readonly string[];
  readonly onChange: (groups: readonly string[]) => void;
  /** Groups (from 1) with too few digits, and groups that the check digit proves wrong. */
  readonly short: readonly number[];
  readonly wrong: readonly number[];
}

/** Eight fields for a recovery code. All 48 digits can be pasted into any of them, or typed without a pause. */
export function CodeFields({ id, groups, onChange, short, wrong }: CodeFieldsProps) {
  const text = useText();
  const list = useRef<HTMLDivElement>(null);
  const write = (index: number, value: string): void => {
    const { groups: next, at } = writeGroup(groups, index, value);
    onChange(next);
    if (at !== index) list.current?.querySelectorAll('input')[at]?.focus();
  };
  return (
    <fieldset className="field">
      <legend>{text('restore.groups')}</legend>
      <p className="hint" id={`${id}-hint`}>
        {text('restore.groups.hint')}
      </p>
      <div className={styles.groups} ref={list}>
        {groups.map((group, index) => {
          const number = index + 1;
          const problem = wrong.includes(number) ? 'restore.group.wrong' : short.includes(number) ? 'restore.group.short' : undefined;
          const field = `${id}-${String(number)}`;
          return (
            <div className={styles.group} key={number} data-wrong={problem !== undefined}>
              <label htmlFor={field}>{text('restore.group', { group: number })}</label>
              <input
                id={field}
                className="input code-input"
                dir="ltr"
                inputMode="numeric"
                autoComplete="off"
                spellCheck={false}
                value={group}
                onChange={(event) => write(index, event.target.value)}
                aria-invalid={problem !== undefined}
                aria-describedby={problem === undefined ? `${id}-hint` : `${field}-error`}
              />
              {problem === undefined ? null : <FieldError id={`${field}-error`} text={text(problem, { group: number })} />}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
