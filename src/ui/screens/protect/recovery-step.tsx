import { useState } from 'react';
import { Link } from 'wouter';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { RecoverySheet } from '../../../wallet/ports.ts';
import { Page } from '../../app/page.tsx';
import { errorText } from '../../components/error-text.ts';
import { Problem } from '../../components/field.tsx';
import { Icon } from '../../components/icon.tsx';
import { RecoveryCode } from '../../components/recovery-code.tsx';
import { useText } from '../../languages/use-text.ts';
import type { ProtectView } from './use-protect.ts';

interface RecoveryStepProps {
  readonly view: ProtectView;
  readonly sheet: RecoverySheet;
  /** Why what was reviewed is not saved yet: the review follows, where it can be tried again. */
  readonly unsaved?: WalletError;
}

/** The recovery code is shown to be written down or printed. "Later" leaves one calm line. */
export function RecoveryStep({ view, sheet, unsaved }: RecoveryStepProps) {
  const text = useText();
  const [warned, setWarned] = useState(false);
  return (
    <Page title={text('protect.code')} flow>
      <div className="stack" data-gap="s">
        <h1 tabIndex={-1}>{text('protect.code')}</h1>
        {unsaved === undefined ? (
          <p className="row">
            <Icon name="check" />
            {text('protect.done')}
          </p>
        ) : (
          <div role="alert">
            <Problem>{errorText(text, unsaved)}</Problem>
          </div>
        )}
        <p>{text('protect.code.text')}</p>
      </div>
      <RecoveryCode groups={sheet.groups} />
      <div className="row">
        <Link className="btn" data-kind="second" href="/settings/recovery">
          <Icon name="printer" />
          {text('protect.code.print')}
        </Link>
        <button className="btn" data-kind="quiet" type="button" aria-expanded={warned} onClick={() => setWarned(!warned)}>
          {text('protect.code.file')}
        </button>
      </div>
      {warned ? (
        <div className="panel">
          <p>{text('protect.code.file.warn')}</p>
          <div>
            <button className="btn" data-kind="second" type="button" onClick={() => view.saveSheet(sheet)}>
              <Icon name="download" />
              {text('protect.code.file.do')}
            </button>
          </div>
        </div>
      ) : null}
      <div className="actions">
        <button className="btn" data-kind="main" type="button" onClick={() => view.finish(true)}>
          {text('protect.code.written')}
        </button>
        <button className="btn" data-kind="second" type="button" onClick={() => view.finish(false)}>
          {text('protect.code.later')}
        </button>
      </div>
    </Page>
  );
}
