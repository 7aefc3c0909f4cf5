import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { WalletError } from '../../core/model/wallet-error.ts';
import { Page } from '../app/page.tsx';
import type { PageProps } from '../app/page.tsx';
import { useText } from '../languages/use-text.ts';
import { Failure } from './failure.tsx';
import { ActionForm } from './action-form.tsx';

interface StepFormProps {
  readonly title: string;
  readonly back: NonNullable<PageProps['back']>;
  readonly intro?: string;
  /** What the one button of the action bar says. */
  readonly submit: string;
  /** Not called again while it runs: pressed twice is pressed once. */
  readonly onSubmit: () => void | Promise<void>;
  /** Why it could not be saved: a new value with each try. */
  readonly error?: WalletError | undefined;
  /** Fields that say themselves what is wrong with them; anything else is said above them. */
  readonly fields?: readonly string[];
  /** What is in the form was typed on an earlier visit and not saved. */
  readonly found?: boolean;
  readonly onDiscard?: () => void;
  readonly children: ReactNode;
}

/**
 * A step that is a form: heading, what went wrong, fields, action bar. After each try that failed the focus goes to the
 * first field that is wrong.
 */
export function StepForm({ title, back, intro, submit, onSubmit, error, fields = [], found, onDiscard, children }: StepFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error === undefined) return;
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid]');
    if (wrong) wrong.focus();
    else form.current?.querySelector('[role="alert"]')?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  return (
    <Page title={title} back={back} flow>
      <ActionForm form={form} submit={submit} onSubmit={onSubmit}>
        <div className="stack" data-gap="s">
          <h1 tabIndex={-1}>{title}</h1>
          {intro === undefined ? null : <p className="intro">{intro}</p>}
          {found === true ? <Found onDiscard={onDiscard} /> : null}
        </div>
        {error === undefined || fields.includes(String(error.facts['field'])) ? null : <Failure error={error} />}
        {children}
      </ActionForm>
    </Page>
  );
}

function Found({ onDiscard }: { readonly onDiscard: (() => void) | undefined }) {
  const text = useText();
  const discard = (): void => {
    onDiscard?.();
    document.querySelector<HTMLElement>('main h1')?.focus();
  };
  return (
    <p className="row small muted">
      {text('own.unsaved')}
      <button className="btn" data-kind="quiet" data-edge="start" type="button" onClick={discard}>
        {text('own.unsaved.discard')}
      </button>
    </p>
  );
}
