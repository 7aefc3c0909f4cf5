import { Link } from 'wouter';
import type { PriorLearning } from '../../../core/model/own-records.ts';
import { Page } from '../../app/page.tsx';
import { useWalletState } from '../../app/wallet-context.ts';
import { OwnMark, OwnText, ownText } from '../../components/own/own-text.tsx';
import { useRemoval } from '../../components/own/removal-flow.ts';
import { RemovalLine } from '../../components/own/removal-line.tsx';
import { useText } from '../../languages/use-text.ts';

/** Learning that the owner describes herself: kept apart from every credential, and marked. */
export function PriorLearningScreen() {
  const text = useText();
  const { priorLearning } = useWalletState().vault.own;
  const { flow, remove, undo } = useRemoval();
  return (
    <Page title={text('prior.title')} back={{ to: '/collections', label: text('collections.title') }}>
      <div className="stack" data-gap="s">
        <h1 tabIndex={-1}>{text('prior.title')}</h1>
        <p className="intro">{text('prior.intro')}</p>
      </div>
      <RemovalLine flow={flow} undo={undo} />
      {priorLearning.map((one) => (
        <Description key={one.id} one={one} remove={remove} />
      ))}
      <div>
        <Link className="btn" data-kind="main" href="/prior-learning/new">
          {text('prior.new')}
        </Link>
      </div>
    </Page>
  );
}

function Description({ one, remove }: { readonly one: PriorLearning; readonly remove: (id: string) => Promise<void> }) {
  const text = useText();
  const title = ownText(one.title);
  const which = (
    <span className="unseen">
      : <bdi>{title}</bdi>
    </span>
  );
  return (
    <section className="stack" data-gap="s">
      <h2>
        <bdi>{title}</bdi>
      </h2>
      {one.when === '' ? null : (
        <p className="muted">
          <bdi>{ownText(one.when)}</bdi>
        </p>
      )}
      {one.what === '' ? null : <OwnText text={one.what} />}
      {one.evidence.length === 0 ? null : (
        <ul className="plain">
          {one.evidence.map((file) => (
            <li key={file.id}>
              <bdi>{ownText(file.name)}</bdi>
            </li>
          ))}
        </ul>
      )}
      <div>
        <OwnMark />
      </div>
      <div className="row">
        <Link className="btn" data-kind="second" href={`/prior-learning/${one.id}`}>
          {text('prior.change')}
          {which}
        </Link>
        <button className="btn" data-kind="quiet" type="button" onClick={() => void remove(one.id)}>
          {text('own.delete')}
          {which}
        </button>
      </div>
    </section>
  );
}
