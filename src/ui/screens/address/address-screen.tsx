import { Icon } from '../../components/icon.tsx';
import { Page } from '../../app/page.tsx';
import { useText } from '../../languages/use-text.ts';
import { DrawnCode } from '../settings/drawn-code.tsx';
import { Failure } from '../../components/failure.tsx';
import { useAddress } from './use-address.ts';
import type { AddressFlow } from './use-address.ts';

export function AddressScreen() {
  const text = useText();
  const { flow, again, copy, draw } = useAddress();
  return (
    <Page title={text('address.title')} back={{ to: '/settings', label: text('settings.title') }}>
      <div className="stack" data-gap="s">
        <h1 tabIndex={-1}>{text('address.title')}</h1>
        <p className="intro">{text('address.intro')}</p>
      </div>
      {flow.kind === 'making' ? (
        <p className="muted" role="status">
          {text('address.making')}
        </p>
      ) : null}
      {flow.kind === 'failed' ? (
        <section className="stack">
          <Failure error={flow.error} />
          <div>
            <button className="btn" data-kind="main" type="button" onClick={() => void again()}>
              {text('address.again')}
            </button>
          </div>
        </section>
      ) : null}
      {flow.kind === 'shown' ? <Address flow={flow} copy={copy} draw={draw} /> : null}
    </Page>
  );
}

interface AddressProps {
  readonly flow: Extract<AddressFlow, { kind: 'shown' }>;
  readonly copy: ReturnType<typeof useAddress>['copy'];
  readonly draw: ReturnType<typeof useAddress>['draw'];
}

function Address({ flow, copy, draw }: AddressProps) {
  const text = useText();
  const { key, copied } = flow;
  return (
    <>
      <section className="stack" aria-labelledby="address-text">
        <h2 id="address-text">{text('address.text')}</h2>
        <p className="raw">{key.did}</p>
        <div className="row">
          <button className="btn" data-kind="main" type="button" onClick={() => void copy(key)}>
            <Icon name="files" />
            {text('address.copy')}
          </button>
          <p className="muted" role="status">
            {copied === undefined ? '' : text(copied === 'yes' ? 'address.copied' : 'address.notCopied')}
          </p>
        </div>
      </section>
      <DrawnCode draw={draw} text={key.did} label={text('address.code')} />
      <section className="stack" data-gap="s">
        <p>{text('address.proof')}</p>
        <p className="muted">{text('address.privacy')}</p>
      </section>
    </>
  );
}
