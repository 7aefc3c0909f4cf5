import { useState } from 'react';
import { Page } from '../../app/page.tsx';
import { VaultGate } from '../../app/vault-gate.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { LockScreen } from '../../components/lock/lock-screen.tsx';
import { useText } from '../../languages/use-text.ts';
import { useStepFocus } from '../settings/use-step-focus.ts';
import { ChooseBackup } from './choose-backup.tsx';
import { RestoreDone } from './restore-done.tsx';
import { RestorePreviewStep } from './restore-preview-step.tsx';
import { RestoreProtect } from './restore-protect.tsx';
import { useRestore } from './use-restore.ts';

export type Restore = ReturnType<typeof useRestore>;

export function RestoreScreen() {
  const text = useText();
  const restore = useRestore();
  const { flow, status } = restore;
  const [opening, setOpening] = useState(false);
  const done = flow.kind === 'done';
  useStepFocus(flow.kind);
  if (status.kind === 'elsewhere') return <VaultGate absent={null}>{null}</VaultGate>;
  if (status.kind === 'locked' && opening) return <LockScreen />;
  return (
    <Page title={text('restore.title')} back={status.kind === 'open' ? { to: '/settings', label: text('settings.title') } : { to: '/', label: text('frame.credentials') }} flow>
      {done ? null : (
        <div className="stack" data-gap="s">
          <h1 tabIndex={-1}>{text(flow.kind === 'protect' ? 'protect.title' : 'restore.title')}</h1>
          <p className="intro">{text(flow.kind === 'protect' ? 'protect.intro' : 'restore.intro')}</p>
        </div>
      )}
      {status.kind === 'locked' ? <Locked open={() => setOpening(true)} /> : <Step {...restore} />}
    </Page>
  );
}

function Step(restore: Restore) {
  const { flow } = restore;
  switch (flow.kind) {
    case 'choose':
      return <ChooseBackup restore={restore} flow={flow} />;
    case 'looking':
      return <Waiting words="restore.looking" />;
    case 'preview':
      return <RestorePreviewStep restore={restore} flow={flow} />;
    case 'protect':
      return <RestoreProtect restore={restore} flow={flow} />;
    case 'restoring':
      return <Waiting words="restore.working" />;
    case 'done':
      return <RestoreDone flow={flow} />;
  }
}

/** There is a vault here and it is locked: what comes back goes into it, so it is opened first, and the file chosen stays. */
function Locked({ open }: { readonly open: () => void }) {
  const text = useText();
  return (
    <section className="stack">
      <p>{text('restore.locked')}</p>
      <div>
        <button className="btn" data-kind="main" type="button" onClick={open}>
          {text('restore.locked.open')}
        </button>
      </div>
    </section>
  );
}
