import { Link } from 'wouter';
import { Page } from '../../app/page.tsx';
import { CredentialView } from '../../components/credential-view.tsx';
import { Icon } from '../../components/icon.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useText } from '../../languages/use-text.ts';
import { useSample } from './use-sample.ts';

/** The sample: the page of a credential without set-up and without anything kept. */
export function SampleScreen() {
  const text = useText();
  const flow = useSample();
  return (
    <Page title={text('sample.title')} back={{ to: '/', label: text('home.title') }} ground="desk" flow>
      {flow.kind === 'opening' ? <Waiting words="sample.opening" /> : null}
      {flow.kind === 'failed' ? <h1 tabIndex={-1}>{text('sample.failed')}</h1> : null}
      {flow.kind === 'open' ? (
        <>
          <CredentialView examined={flow.examined} mode="own" />
          <p className="muted">{text('sample.text')}</p>
        </>
      ) : null}
      <div className="actions">
        <Link className="btn" data-kind="main" href="/add">
          <Icon name="plus" />
          {text('sample.add')}
        </Link>
      </div>
    </Page>
  );
}
