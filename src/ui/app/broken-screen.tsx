import type { Wallet } from '../../wallet/wallet.ts';
import { useText } from '../languages/use-text.ts';
import { BareFrame } from './bare-frame.tsx';

interface BrokenScreenProps {
  readonly wallet: Wallet;
  readonly kind: string;
  readonly where: string;
  readonly again: () => void;
}

/** The report names our own parts and the version: never a message, an address or a value. */
function reportOf({ wallet, kind, where }: BrokenScreenProps): Uint8Array {
  const { version } = wallet.state.get().installation;
  const parts = where.replace(/https?:\/\/[^\s)]+\/([^/\s)]+)/g, '$1');
  return new TextEncoder().encode(`Mecum ${version}\n${kind}\n${parts}\n`);
}

/** Something of ours broke. Credentials are safe; try again, or save a report without any content. */
export function BrokenScreen(props: BrokenScreenProps) {
  const text = useText();
  const save = (): void => {
    void props.wallet.transports.saveFile({ bytes: reportOf(props), name: 'mecum-report.txt', mediaType: 'text/plain' });
  };
  return (
    <BareFrame>
      <div className="lockbox" role="alert">
        <h1>{text('error.boundary')}</h1>
        <div className="row">
          <button className="btn" data-kind="main" type="button" onClick={props.again}>
            {text('error.boundary.again')}
          </button>
          <button className="btn" data-kind="second" type="button" onClick={save}>
            {text('error.boundary.report')}
          </button>
        </div>
      </div>
    </BareFrame>
  );
}
