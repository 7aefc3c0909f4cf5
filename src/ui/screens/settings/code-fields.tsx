import { useRef } from 'react';
import { Field } from '../../components/field.tsx';
import { useText } from '../../languages/use-text.ts';
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
    <fieldset className="field" aria-describedby={`${id}-hint`}>
      <legend>{text('restore.groups')}</legend>
      <p className="hint" id={`${id}-hint`}>
        {text('restore.groups.hint')}
      </p>
      <div className={styles.groups} ref={list}>
        {groups.map((group, index) => {
          const number = index + 1;
          const problem = wrong.includes(number) ? 'restore.group.wrong' : short.includes(number) ? 'restore.group.short' : undefined;
          return (
            <div className={styles.group} key={number} data-wrong={problem !== undefined}>
              <Field
                id={`${id}-${String(number)}`}
                label={text('restore.group', { group: number })}
                problem={problem === undefined ? undefined : text(problem, { group: number })}
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
