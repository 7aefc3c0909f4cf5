import { useCallback } from 'react';
import { useWallet } from '../../app/wallet-context.ts';
import { useText } from '../../languages/use-text.ts';
import css from './hand-over.module.css';

/** First step: the receiver opens the check page, by a small still code or a short address. */
export function CheckPageCode() {
  const text = useText();
  const { transports } = useWallet();
  const page = transports.checkPage();
  const address = page.replace(/^https?:\/\//, '');
  const [host = '', ...rest] = address.split('/');
  const label = text('handOver.open.code', { address });
  const place = useCallback(
    (element: HTMLDivElement | null) => {
      if (element !== null) void transports.drawText(element, page, label);
    },
    [transports, page, label],
  );
  return (
    <section className="code-row" aria-labelledby="open-check">
      <div className={`code ${css.small}`} ref={place} />
      <div className="stack" data-gap="s">
        <h2 id="open-check">{text('handOver.open')}</h2>
        <p className="address">
          <bdi dir="ltr">
            {host}/<wbr />
            {rest.join('/')}
          </bdi>
        </p>
      </div>
      <p className="small muted wide">{text('handOver.open.own')}</p>
    </section>
  );
}
