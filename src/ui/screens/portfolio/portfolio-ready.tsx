import { useSize } from '../../components/use-size.ts';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';
import { Failure } from '../../components/failure.tsx';
import type { PortfolioFlow, PortfolioView } from './use-portfolio.ts';

/** The file is made: save it, or hand it to another app. Browsers allow both only within the tap that asks. */
export function PortfolioReady({ flow: { file, went, error }, view: { hand, again, canSend } }: { readonly flow: Extract<PortfolioFlow, { kind: 'ready' }>; readonly view: PortfolioView }) {
  const text = useText();
  const sizeOf = useSize();
  return (
    <>
      <section className="stack" data-gap="s">
        <h2 data-step="">{text('portfolio.ready')}</h2>
        <p>
          <Sentence id="portfolio.ready.size" values={{ name: <bdi>{file.name}</bdi>, size: sizeOf(file.bytes.length) }} />
        </p>
        <p>{text('portfolio.ready.help')}</p>
        {error === undefined ? null : <Failure error={error} />}
        {went === undefined ? null : <p>{text(`portfolio.${went}`)}</p>}
      </section>
      <div className="actions">
        <button className="btn" data-kind="main" type="button" onClick={() => void hand('saved')}>
          {text('portfolio.save')}
        </button>
        {canSend ? (
          <button className="btn" data-kind="second" type="button" onClick={() => void hand('sent')}>
            {text('portfolio.send')}
          </button>
        ) : null}
        <button className="btn" data-kind="quiet" type="button" onClick={again}>
          {text('portfolio.other')}
        </button>
      </div>
    </>
  );
}
