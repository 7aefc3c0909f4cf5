import { useEffect, useRef } from 'react';
import { Link, useParams } from 'wouter';
import { maxCredentialsPerFile, maxFileBytes } from '../../../core/model/limits.ts';
import type { Collection } from '../../../core/model/own-records.ts';
import { announce } from '../../app/announce.ts';
import { Page } from '../../app/page.tsx';
import { useWalletState } from '../../app/wallet-context.ts';
import { ActionForm } from '../../components/action-form.tsx';
import { Problem } from '../../components/field.tsx';
import { ownText } from '../../components/own/own-text.tsx';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';
import { MissingCollection } from '../collections/missing-collection.tsx';
import { Failure } from '../settings/failure.tsx';
import { useStepFocus } from '../settings/use-step-focus.ts';
import { PortfolioChoices } from './portfolio-choices.tsx';
import { PortfolioDoubts } from './portfolio-doubts.tsx';
import { PortfolioPaper } from './portfolio-paper.tsx';
import { PortfolioReady } from './portfolio-ready.tsx';
import { usePortfolio } from './use-portfolio.ts';
import type { PortfolioView } from './use-portfolio.ts';

const megabyte = 1024 * 1024;

/** A collection on its way out: what to look at first, what goes along, and as what. */
export function PortfolioScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const { own } = useWalletState().vault;
  const collection = own.collections.find((one) => one.id === id);
  return collection === undefined ? <MissingCollection /> : <Exporting collection={collection} />;
}

function Exporting({ collection }: { readonly collection: Collection }) {
  const text = useText();
  const view = usePortfolio(collection);
  const { flow } = view;
  useStepFocus(flow.kind);
  return (
    <Page title={flow.kind === 'paper' ? text('portfolio.file', { name: ownText(collection.name) }) : text('portfolio.title')} back={{ to: `/collections/${collection.id}`, label: text('collection.title') }} flow>
      <div className="stack no-print" data-gap="s">
        <h1 tabIndex={-1}>{text('portfolio.title')}</h1>
        {flow.kind === 'paper' ? null : (
          <p className="intro">
            <Sentence id="portfolio.intro" values={{ name: <bdi dir="auto">{ownText(collection.name)}</bdi> }} />
          </p>
        )}
      </div>
      {view.total + view.prior.length === 0 ? <Nothing id={collection.id} /> : <Step view={view} />}
    </Page>
  );
}

function Step({ view }: { readonly view: PortfolioView }) {
  const { flow, examined } = view;
  if (flow.kind === 'paper') {
    const print = (): void => {
      window.print();
      void flow.noteDown();
    };
    return <PortfolioPaper drawn={flow.drawn} print={print} again={view.again} />;
  }
  if (flow.kind === 'ready') return <PortfolioReady flow={flow} view={view} />;
  if (flow.kind === 'making') return <Making flow={flow} stop={view.stop} />;
  return examined.whole ? <Choosing view={view} problem={flow} /> : <Checking done={examined.done} total={view.total} />;
}

/** Said at each quarter, never for each credential. */
function useSaidProgress(sentence: string, done: number, total: number): void {
  const said = useRef(0);
  const quarter = total < 8 ? 0 : Math.floor((4 * done) / total);
  useEffect(() => {
    if (quarter > said.current) announce(sentence);
    said.current = quarter;
  }, [quarter, sentence]);
}

function Checking({ done, total }: { readonly done: number; readonly total: number }) {
  const text = useText();
  const sentence = text('portfolio.checking', { place: Math.min(done + 1, total), count: total });
  useSaidProgress(sentence, done, total);
  return <p className="muted">{sentence}</p>;
}

function Making({ flow: { done, count }, stop }: { readonly flow: { readonly done?: number; readonly count: number }; readonly stop: () => void }) {
  const text = useText();
  const isPacking = done === undefined || count === 0;
  const sentence = isPacking ? text('portfolio.packing') : text('portfolio.making', { place: done + 1, count });
  useSaidProgress(sentence, done ?? count, count);
  return (
    <div className="stack">
      <p className="muted">{sentence}</p>
      <div>
        <button className="btn" data-kind="second" type="button" onClick={stop}>
          {text('portfolio.stop')}
        </button>
      </div>
    </div>
  );
}

/** Nothing was chosen for this collection, or all of it was deleted since. */
function Nothing({ id }: { readonly id: string }) {
  const text = useText();
  return (
    <div className="empty">
      <p className="intro">{text('portfolio.nothing')}</p>
      <Link className="btn" data-kind="main" href={`/collections/${id}/what`}>
        {text('collection.choose')}
      </Link>
    </div>
  );
}

function Choosing({ view, problem: { problem, error } }: { readonly view: PortfolioView; readonly problem: Extract<PortfolioView['flow'], { kind: 'choosing' }> }) {
  const text = useText();
  const { beyond } = view.examined;
  if (beyond !== undefined) {
    return <Problem>{beyond === 'count' ? text('portfolio.too-many', { max: maxCredentialsPerFile }) : text('portfolio.too-large', { max: maxFileBytes / megabyte })}</Problem>;
  }
  return (
    <ActionForm submit={text('portfolio.go')} onSubmit={view.make}>
      {error === undefined ? null : <Failure error={error} />}
      <div role="alert">{problem === 'nothing' || problem === 'too-large' ? <Problem>{problem === 'nothing' ? text('portfolio.nothing') : text('portfolio.too-large', { max: maxFileBytes / megabyte })}</Problem> : null}</div>
      {problem === 'stopped' ? <p className="muted">{text('portfolio.stopped')}</p> : null}
      <PortfolioDoubts view={view} />
      <PortfolioChoices view={view} />
    </ActionForm>
  );
}
