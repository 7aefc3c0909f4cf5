import { useRef } from 'react';
import type { ReactNode, Ref } from 'react';

interface ActionFormProps {
  /** What its main button says. */
  readonly submit: string;
  /** Not called again while it runs: pressed twice is pressed once. */
  readonly onSubmit: () => void | Promise<void>;
  /** In the action bar, before the main button. */
  readonly status?: ReactNode;
  /** In the action bar, after it. */
  readonly ways?: ReactNode;
  readonly form?: Ref<HTMLFormElement>;
  readonly children: ReactNode;
}

/** The form of a step, with its action bar. What is wrong is said in our words, not by the browser. */
export function ActionForm({ submit, onSubmit, status, ways, form, children }: ActionFormProps) {
  const running = useRef(false);
  const run = async (): Promise<void> => {
    if (running.current) return;
    running.current = true;
    try {
      await onSubmit();
    } finally {
      running.current = false;
    }
  };
  return (
    <form
      ref={form}
      className="stack"
      data-gap="l"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      {children}
      <div className="actions">
        {status}
        <button className="btn" data-kind="main" type="submit">
          {submit}
        </button>
        {ways}
      </div>
    </form>
  );
}
