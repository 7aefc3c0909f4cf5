import { Day } from '../../components/day.tsx';
import { Page } from '../../app/page.tsx';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';
import { Failure } from '../../components/failure.tsx';
import { useKnownIssuers } from './use-known-issuers.ts';

export function KnownIssuersScreen() {
  const text = useText();
  const { flow, issuers, remove, undo } = useKnownIssuers();
  const { leaving, undone, error } = flow;
  return (
    <Page title={text('issuers.title')} back={{ to: '/settings', label: text('settings.title') }}>
      <div className="stack" data-gap="s">
        <h1 tabIndex={-1}>{text('issuers.title')}</h1>
        <p className="intro">{text(issuers.length === 0 && leaving === undefined ? 'issuers.empty' : 'issuers.intro')}</p>
      </div>
      <div className="row" role="status">
        {leaving === undefined ? null : (
          <>
            <span>
              <Sentence id="issuers.removed" values={{ name: <bdi>{leaving.name}</bdi> }} />
            </span>
            <button className="btn" data-kind="second" type="button" onClick={() => void undo()}>
              {text('issuers.undo')}
            </button>
          </>
        )}
        {undone === undefined ? null : (
          <span>
            <Sentence id="issuers.undone" values={{ name: <bdi>{undone.name}</bdi> }} />
          </span>
        )}
      </div>
      {error === undefined ? null : <Failure error={error} />}
      {issuers.length === 0 ? null : (
        <ul className="cards" role="list">
          {issuers.map((entry) => (
            <li className="card" data-undated="" key={entry.id}>
              <h2 className="card-title">
                <bdi>{entry.name}</bdi>
              </h2>
              <p className="card-by">
                <Sentence id="issuers.since" values={{ date: <Day date={entry.since} /> }} /> {text('issuers.key')}
                <br />
                <bdi className="raw">{entry.issuerId}</bdi>
              </p>
              <button className="btn" data-kind="quiet" data-edge="end" type="button" onClick={() => void remove(entry)}>
                {text('issuers.remove')}
                <span className="unseen">: {entry.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
