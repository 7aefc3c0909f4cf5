import { useState } from 'react';
import type { MessageId } from '../../languages/en.ts';
import { useText } from '../../languages/use-text.ts';
import { FieldError } from '../settings/failure.tsx';
import { readExpectation, writeExpectation } from './expectation.ts';
import type { ExpectationForm } from './expectation.ts';
import type { CheckProblem } from './use-check.ts';

/** "I gave the sender a code": what the share must answer. Nothing is expected unless the person says so. */
export function ExpectationFields({ problems }: { readonly problems: readonly CheckProblem[] }) {
  const text = useText();
  const [form, setForm] = useState(readExpectation);
  const change = (part: Partial<ExpectationForm>): void => {
    const next = { ...form, ...part };
    writeExpectation(next);
    setForm(next);
  };
  return (
    <section className="stack" data-gap="s">
      <label className="choice">
        <input type="checkbox" checked={form.given} onChange={(event) => change({ given: event.target.checked })} />
        <span>
          <b>{text('check.expect')}</b>
          <span>{text('check.expect.help')}</span>
        </span>
      </label>
      {form.given ? (
        <div className="stack">
          <Field id="expect-code" label="check.expect.code" value={form.code} error={problems.includes('code') ? 'check.expect.code.empty' : undefined} onChange={(code) => change({ code })} />
          <Field id="expect-name" label="check.expect.name" value={form.name} error={problems.includes('name') ? 'check.expect.name.empty' : undefined} onChange={(name) => change({ name })} />
        </div>
      ) : null}
    </section>
  );
}

interface FieldProps {
  readonly id: string;
  readonly label: MessageId;
  readonly value: string;
  readonly error: MessageId | undefined;
  readonly onChange: (value: string) => void;
}

function Field({ id, label, value, error, onChange }: FieldProps) {
  const text = useText();
  return (
    <div className="field">
      <label htmlFor={id}>{text(label)}</label>
      {error === undefined ? null : <FieldError id={`${id}-error`} text={text(error)} />}
      <input
        id={id}
        className="input"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error !== undefined}
        {...(error === undefined ? {} : { 'aria-describedby': `${id}-error` })}
      />
    </div>
  );
}
