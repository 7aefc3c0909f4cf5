import { useEffect, useRef, useState } from 'react';
import type { Received } from '../../../core/model/received.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import { useWallet } from '../../app/wallet-context.ts';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';
import { Failure } from '../../components/failure.tsx';
import { PickButton } from '../scan/pick-button.tsx';
import { CopyAddress } from './copy-address.tsx';

export interface AskLinkProps {
  readonly address: string;
  readonly host: string;
  /** What stands behind the link, to be looked at like a file. */
  readonly take: (received: Received) => void;
}

/** A link is never followed by itself (B96): whose it is and the whole address are shown, and one press asks that page once. */
export function AskLink({ address, host, take }: AskLinkProps) {
  const text = useText();
  const wallet = useWallet();
  const [flow, setFlow] = useState<'idle' | 'asking' | WalletError>('idle');
  const isLeft = useRef(false);
  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
    };
  }, []);
  const ask = async (): Promise<void> => {
    if (flow === 'asking') return;
    setFlow('asking');
    const received = await wallet.fetchLink(address);
    // Who went elsewhere meanwhile is not led away from there.
    if (isLeft.current) return;
    if (!received.ok) return setFlow(received.error);
    setFlow('idle');
    take(received.value);
  };
  const pick = async (file: File): Promise<void> => {
    const received = await wallet.transports.readFile(file, 'file');
    if (received.ok) take(received.value);
    else setFlow(received.error);
  };
  /** Auto-lock waits while the system's picker is open. */
  const holdForPicker = (): void => addEventListener('focus', wallet.holdOpen(), { once: true });
  // An address that is never asked: trying again would say the same.
  const isRefused = typeof flow !== 'string' && flow.code === 'remote/refused-address';
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    // The button that had the focus is gone.
    if (isRefused) place.current?.focus();
  }, [isRefused]);
  return (
    <section className="stack" ref={place} tabIndex={-1}>
      <p>
        <Sentence id="ask.link" values={{ host: <bdi>{host}</bdi> }} />
      </p>
      <CopyAddress address={address} />
      {flow === 'idle' ? <p className="muted">{text('ask.link.intro')}</p> : null}
      {typeof flow === 'string' ? null : <Failure error={flow} />}
      <div className="row">
        {isRefused ? null : (
          <button className="btn" data-kind="main" type="button" aria-disabled={flow === 'asking'} onClick={() => void ask()}>
            {text(flow === 'asking' ? 'ask.asking' : flow === 'idle' ? 'ask.link.do' : 'ask.again')}
          </button>
        )}
        {typeof flow === 'string' ? null : <PickButton label={text('ask.file')} edge="start" onPick={pick} onOpen={holdForPicker} />}
      </div>
    </section>
  );
}
