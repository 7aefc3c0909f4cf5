import type { ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import { maxCredentialsPerFile, maxFileBytes } from '../../../core/model/limits.ts';
import type { Collection } from '../../../core/model/own-records.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import { Page } from '../../app/page.tsx';
import { useWalletState } from '../../app/wallet-context.ts';
import { ActionForm } from '../../components/action-form.tsx';
import { Problem } from '../../components/field.tsx';
import { ownText } from '../../components/own/own-text.tsx';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';
import { MissingCollection } from '../collections/missing-collection.tsx';
import { Failure } from '../../components/failure.tsx';
import { useStepFocus } from '../settings/use-step-focus.ts';
import { PortfolioChoices } from './portfolio-choices.tsx';
import { PortfolioDoubts } from './portfolio-doubts.tsx';
import { PortfolioPaper } from './portfolio-paper.tsx';
import { Checking, Making } from './portfolio-progress.tsx';
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
            <Sentence id="portfolio.intro" values={{ step: flow.kind, name: <bdi dir="auto">{ownText(collection.name)}</bdi> }} />
          </p>
        )}
      </div>
      {view.total + view.prior.length === 0 ? (
        <ToList id={collection.id}>
          <p className="intro">{text('portfolio.nothing')}</p>
        </ToList>
      ) : (
        <Step view={view} id={collection.id} />
      )}
    </Page>
  );
}

function Step({ view, id }: { readonly view: PortfolioView; readonly id: string }) {
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
  if (examined.error !== undefined) return <NotLoaded error={examined.error} again={examined.again} />;
  return examined.whole ? <Choosing view={view} id={id} problem={flow} /> : <Checking done={examined.done} total={view.total} />;
}

/** What examines was not there: nothing is lost, and it can be tried again. */
function NotLoaded({ error, again }: { readonly error: WalletError; readonly again: () => void }) {
  const text = useText();
  return (
    <div className="empty">
      <Failure error={error} />
      <button className="btn" data-kind="main" type="button" onClick={again}>
        {text('share.again')}
      </button>
    </div>
  );
}

/** In place of a collection with nothing in it, or with more than fits: the way to the list of what is in it. */
function ToList({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const text = useText();
  return (
    <div className="empty">
      {children}
      <Link className="btn" data-kind="main" href={`/collections/${id}/what`}>
        {text('choose.title')}
      </Link>
    </div>
  );
}

function Choosing({ view, id, problem: { problem, error } }: { readonly view: PortfolioView; readonly id: string; readonly problem: Extract<PortfolioView['flow'], { kind: 'choosing' }> }) {
  const text = useText();
  const { beyond } = view.examined;
  const tooLarge = text('portfolio.too-large', { max: maxFileBytes / megabyte });
  if (beyond !== undefined) {
    return (
      <ToList id={id}>
        <Problem>{beyond === 'count' ? text('portfolio.too-many', { max: maxCredentialsPerFile }) : tooLarge}</Problem>
      </ToList>
    );
  }
  return (
    <ActionForm submit={text('portfolio.go')} onSubmit={view.make}>
      <p className="paper">{text('portfolio.print.form')}</p>
      <div className="stack no-print" data-gap="l">
        {error === undefined ? null : <Failure error={error} />}
        <div role="alert">{problem === 'nothing' || problem === 'too-large' ? <Problem>{problem === 'nothing' ? text('portfolio.nothing') : tooLarge}</Problem> : null}</div>
        {problem === 'too-large' ? (
          <div>
            <Link className="btn" data-kind="second" href={`/collections/${id}/what`}>
              {text('choose.title')}
            </Link>
          </div>
        ) : null}
        {problem === 'stopped' ? <p className="muted">{text('portfolio.stopped')}</p> : null}
        <PortfolioDoubts view={view} />
        <PortfolioChoices view={view} />
      </div>
    </ActionForm>
  );
}
