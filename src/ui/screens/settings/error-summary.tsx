import { useCallback } from 'react';
import { useText } from '../../languages/use-text.ts';

export interface FormProblem {
  /** Id of the field it is about. */
  readonly field: string;
  readonly text: string;
}

/** What a form needs, above it: takes the focus when it appears and leads to each field. */
export function ErrorSummary({ problems }: { readonly problems: readonly FormProblem[] }) {
  const text = useText();
  const focus = useCallback((element: HTMLDivElement | null) => element?.focus(), []);
  if (problems.length === 0) return null;
  return (
    <div className="panel" role="alert" tabIndex={-1} ref={focus}>
      <h2>{text('share.problems', { count: problems.length })}</h2>
      <ul className="plain">
        {problems.map(({ field, text: sentence }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(field)?.focus();
              }}
            >
              {sentence}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
