import { useEffect, useId, useRef } from 'react';
import type { InputHTMLAttributes, ReactNode } from 'react';
import { useText } from '../languages/use-text.ts';
import { Icon } from './icon.tsx';

/** An error in words, with an icon and the word "Error". */
export function Problem({ id, children }: { readonly id?: string; readonly children: string }) {
  const text = useText();
  return (
    <p className="error" {...(id === undefined ? {} : { id })}>
      <Icon name="octagon-alert" />
      <span>{text('error.label', { text: children })}</span>
    </p>
  );
}

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'className'> {
  readonly label: ReactNode;
  readonly hint?: string;
  readonly problem?: string | undefined;
  /** Id of where the problem is written, if not here. */
  readonly problemAt?: string;
  /** The problem is read out at once, for the focus may be in the field already. */
  readonly urgent?: true;
}

/** Moves to a field when its problem appears; a summary of problems, or the first of several fields, comes before it. */
export function useProblemFocus<T extends HTMLElement>(problem: string | undefined) {
  const input = useRef<T>(null);
  const wrong = problem !== undefined;
  useEffect(() => {
    if (wrong && document.activeElement?.closest('[role="alert"], [aria-invalid]') === null) input.current?.focus();
  }, [wrong]);
  return input;
}

/** A labelled input: label, hint and error above it, where no keyboard covers them, all read out with it. Pasting always works. */
export function Field({ label, hint, problem, problemAt, urgent, id: given, ...input }: FieldProps) {
  const made = useId();
  const id = given ?? made;
  const focused = useProblemFocus<HTMLInputElement>(problem);
  const described = [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : problemAt ?? `${id}-problem`].join(' ').trim();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem === undefined || problemAt !== undefined ? null : (
        <div {...(urgent === true ? { role: 'alert' } : {})}>
          <Problem id={`${id}-problem`}>{problem}</Problem>
        </div>
      )}
      <input
        {...input}
        ref={focused}
        className="input"
        id={id}
        {...(described === '' ? {} : { 'aria-describedby': described })}
        {...(problem === undefined ? {} : { 'aria-invalid': true })}
      />
    </div>
  );
}
