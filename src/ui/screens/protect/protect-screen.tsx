import { Link, Redirect } from 'wouter';
import { Page } from '../../app/page.tsx';
import { VaultGate } from '../../app/vault-gate.tsx';
import { useWalletState } from '../../app/wallet-context.ts';
import { Waiting } from '../../components/waiting.tsx';
import { useText } from '../../languages/use-text.ts';
import { ChooseLock } from './choose-lock.tsx';
import { RecoveryStep } from './recovery-step.tsx';
import { useProtect } from './use-protect.ts';

/** The first save: how to open the credentials, then the recovery code. What was reviewed is kept all the while. */
export function ProtectScreen() {
  const text = useText();
  const view = useProtect();
  const { pending } = useWalletState();
  const { flow } = view;
  if (flow.kind === 'done') return <RecoveryStep view={view} {...flow} />;
  if (flow.kind === 'working') {
    return (
      <Page title={text('protect.title')} back={{ to: '/review', label: text('frame.review') }} flow>
        <Waiting words="protect.working" />
      </Page>
    );
  }
  // There is a vault already: it is opened, and then there is nothing to protect.
  const opened = <Redirect to={pending === undefined ? '/' : '/review'} replace />;
  return <VaultGate absent={pending === undefined ? <NothingToSave /> : <ChooseLock view={view} />}>{opened}</VaultGate>;
}

function NothingToSave() {
  const text = useText();
  return (
    <Page title={text('protect.title')} back={{ to: '/add', label: text('frame.add') }}>
      <div className="empty">
        <h1 tabIndex={-1}>{text('protect.nothing')}</h1>
        <p className="intro">{text('protect.nothing.text')}</p>
        <Link className="btn" data-kind="main" href="/add">
          {text('first.add')}
        </Link>
      </div>
    </Page>
  );
}
