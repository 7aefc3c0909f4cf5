import { useState } from 'react';
import { Problem } from '../../components/field.tsx';
import { useText } from '../../languages/use-text.ts';

/** Text or a link, pasted. */
export function PasteField({ missing, onCheck }: { readonly missing: boolean; readonly onCheck: (text: string) => Promise<void> }) {
  const text = useText();
  const [pasted, setPasted] = useState('');
  return (
    <form
      className="field"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void onCheck(pasted);
      }}
    >
      <h2>
        <label htmlFor="check-text">{text('check.text')}</label>
      </h2>
      {missing ? <Problem id="check-text-error">{text('check.text.empty')}</Problem> : null}
      <textarea
        className="input"
        id="check-text"
        rows={3}
        spellCheck={false}
        dir="ltr"
        value={pasted}
        onChange={(event) => setPasted(event.target.value)}
        aria-invalid={missing}
        {...(missing ? { 'aria-describedby': 'check-text-error' } : {})}
      />
      <div>
        <button className="btn" data-kind="second" type="submit">
          {text('check.text.do')}
        </button>
      </div>
    </form>
  );
}
