import { useState } from 'react';
import { Field } from '../../components/field.tsx';
import { useText } from '../../languages/use-text.ts';
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
          <Field
            id="expect-code"
            label={text('check.expect.code')}
            problem={problems.includes('code') ? text('check.expect.code.empty') : undefined}
            dir="auto"
            autoComplete="off"
            spellCheck={false}
            value={form.code}
            onChange={(event) => change({ code: event.target.value })}
          />
          <Field
            id="expect-name"
            label={text('check.expect.name')}
            problem={problems.includes('name') ? text('check.expect.name.empty') : undefined}
            dir="auto"
            autoComplete="off"
            spellCheck={false}
            value={form.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        </div>
      ) : null}
    </section>
  );
}
