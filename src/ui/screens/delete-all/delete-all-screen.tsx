import { Link } from 'wouter';
import { useState } from 'react';
import { Page } from '../../app/page.tsx';
import { VaultGate } from '../../app/vault-gate.tsx';
import { ActionForm } from '../../components/action-form.tsx';
import { Field } from '../../components/field.tsx';
import { useText } from '../../languages/use-text.ts';
import { ConfirmStep } from '../settings/confirm-step.tsx';
import { Failure } from '../../components/failure.tsx';
import { useStepFocus } from '../settings/use-step-focus.ts';
import { useDeleteAll } from './use-delete-all.ts';

export function DeleteAllScreen() {
  const text = useText();
  const { flow, remove, destroy, vault } = useDeleteAll();
  useStepFocus(flow.kind);
  if (flow.kind === 'done') return <Done />;
  if (vault.status.kind === 'elsewhere') return <VaultGate absent={null}>{null}</VaultGate>;
  return (
    <Page title={text('delete.title')} back={{ to: '/settings', label: text('settings.title') }} flow>
      <h1 tabIndex={-1}>{text('delete.title')}</h1>
      {flow.kind === 'confirm' ? <ConfirmStep intro="confirm.intro.delete" onConfirmed={() => void destroy()} /> : null}
      {flow.kind === 'deleting' ? <p role="status">{text('delete.working')}</p> : null}
      {flow.kind === 'asking' ? <Asking flow={flow} remove={remove} vault={vault} /> : null}
    </Page>
  );
}

function Done() {
  const text = useText();
  return (
    <Page title={text('delete.title')}>
      <div className="empty">
        <h1 tabIndex={-1}>{text('delete.done')}</h1>
        <p>{text('delete.done.help')}</p>
        <Link className="btn" data-kind="main" href="/">
          {text('delete.done.start')}
        </Link>
      </div>
    </Page>
  );
}

type DeleteAll = ReturnType<typeof useDeleteAll>;

interface AskingProps {
  readonly flow: Extract<DeleteAll['flow'], { kind: 'asking' }>;
  readonly remove: DeleteAll['remove'];
  readonly vault: DeleteAll['vault'];
}

function Asking({ flow, remove, vault }: AskingProps) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const word = text('delete.word');
  const noBackup = vault.status.kind === 'open' && vault.items.length > 0 && vault.backup.changesSince > 0;
  return (
    <ActionForm
      submit={text('delete.do')}
      onSubmit={() => remove(typed, word)}
      ways={
        <Link className="btn" data-kind="second" href="/settings">
          {text('delete.no')}
        </Link>
      }
    >
      <div className="stack">
        <p>{text('delete.intro')}</p>
        {vault.status.kind === 'open' ? <p>{text('delete.count', { count: vault.items.length })}</p> : null}
        {vault.status.kind === 'locked' ? <p>{text('delete.locked')}</p> : null}
        <p>{text('delete.final')}</p>
      </div>
      {noBackup ? (
        <div className="panel">
          <p>{text('delete.noBackup')}</p>
          <div>
            <Link className="btn" data-kind="second" href="/settings/backup">
              {text('delete.backup')}
            </Link>
          </div>
        </div>
      ) : null}
      {flow.error === undefined ? null : <Failure error={flow.error} />}
      <Field
        label={text('delete.type', { word })}
        problem={flow.wrongWord === true ? text('delete.wrong', { word }) : undefined}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </ActionForm>
  );
}
