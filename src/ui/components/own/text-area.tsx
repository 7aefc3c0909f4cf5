import { useId } from 'react';
import { Problem, useProblemFocus } from '../field.tsx';
import styles from './own.module.css';

interface TextAreaProps {
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly value: string;
  readonly rows: number;
  readonly onChange: (value: string) => void;
}

/** A labelled field for some sentences. */
export function TextArea({ label, hint, problem, value, rows, onChange }: TextAreaProps) {
  const id = useId();
  const focused = useProblemFocus<HTMLTextAreaElement>(problem);
  const described = [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-problem`].join(' ').trim();
  return (
    <div className={`field ${styles.prose ?? ''}`}>
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem === undefined ? null : (
        <div role="alert">
          <Problem id={`${id}-problem`}>{problem}</Problem>
        </div>
      )}
      <textarea
        ref={focused}
        className="input"
        id={id}
        rows={rows}
        dir="auto"
        value={value}
        // Browsers bring only the line with the cursor into view, and the rest may stand behind a bar.
        onFocus={(event) => event.currentTarget.scrollIntoView({ block: 'nearest' })}
        onChange={(event) => onChange(event.target.value)}
        {...(described === '' ? {} : { 'aria-describedby': described })}
        {...(problem === undefined ? {} : { 'aria-invalid': true })}
      />
    </div>
  );
}
