import type { ReactNode } from 'react';
import { toDisplayText } from '../../../core/model/display-text.ts';
import { announce } from '../../app/announce.ts';
import { useWallet } from '../../app/wallet-context.ts';
import { linkHost } from '../../components/link-host.ts';
import { useText } from '../../languages/use-text.ts';

/** Longest address that is drawn; longer ones are never asked. */
const maxShown = 2_000;

/** A whole address as text, never as a link, with a way to copy it and what else can be done with it. */
export function CopyAddress({ address, children }: { readonly address: string; readonly children?: ReactNode }) {
  const text = useText();
  const { transports } = useWallet();
  const copy = async (): Promise<void> => {
    if ((await transports.copyText(address)).ok) announce(text('ask.copied'));
  };
  return (
    <div className="row">
      <bdi className="raw" dir="ltr">
        {toDisplayText(address, maxShown)}
      </bdi>
      <button className="btn" data-kind="quiet" data-edge="start" type="button" onClick={() => void copy()}>
        {text('ask.copy')}
        <span className="unseen">
          : <bdi dir="ltr">{linkHost(address)}</bdi>
        </span>
      </button>
      {children}
    </div>
  );
}
