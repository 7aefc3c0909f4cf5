import { Link } from 'wouter';
import { collectedItems } from '../../../wallet/collected.ts';
import { Page } from '../../app/page.tsx';
import { useWalletState } from '../../app/wallet-context.ts';
import { OwnMark, ownText } from '../../components/own/own-text.tsx';
import styles from '../../components/own/own.module.css';
import { useRemoval } from '../../components/own/removal-flow.ts';
import { RemovalLine } from '../../components/own/removal-line.tsx';
import { useText } from '../../languages/use-text.ts';
import { WayRow } from '../settings/way-row.tsx';

/** Credentials put together for a purpose, each collection with a page of its own. */
export function CollectionsScreen() {
  const text = useText();
  const { vault, list } = useWalletState();
  const { flow, remove, undo } = useRemoval();
  const { collections } = vault.own;
  return (
    <Page title={text('collections.title')} back={{ to: '/', label: text('home.title') }}>
      <div className="stack" data-gap="s">
        <h1 tabIndex={-1}>{text('collections.title')}</h1>
        <p className="intro">{text('collections.empty')}</p>
      </div>
      <RemovalLine flow={flow} undo={undo} />
      {collections.length === 0 ? null : (
        <ul className="cards" role="list">
          {collections.map((collection) => (
            <li className="card" data-undated="" key={collection.id}>
              <h2 className={`card-title ${styles.title}`}>
                <Link href={`/collections/${collection.id}`}>
                  <bdi>{ownText(collection.name)}</bdi>
                </Link>
              </h2>
              <p className="card-by">{text('collections.count', { count: collectedItems(collection, list).length })}</p>
              <OwnMark />
              <button className="btn" data-kind="quiet" data-edge="end" type="button" onClick={() => void remove(collection.id)}>
                {text('own.delete')}
                <span className="unseen">
                  : <bdi>{ownText(collection.name)}</bdi>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Link className="btn" data-kind="main" href="/collections/new">
          {text('collections.new')}
        </Link>
      </div>
      <ul className="ways" role="list">
        <WayRow icon="files" to="/choose" name={text('choose.way')} says={text('choose.way.help')} />
        <WayRow icon="pencil" to="/prior-learning" name={text('prior.title')} says={text('prior.intro')} />
      </ul>
    </Page>
  );
}
