import { useState } from 'react';
import { useLingui } from '@lingui/react';
import { Link, useParams } from 'wouter';
import type { Collection } from '../../../core/model/own-records.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import { collectedItems, doubtful } from '../../../wallet/collected.ts';
import type { ListedItem } from '../../../wallet/wallet.ts';
import { announce } from '../../app/announce.ts';
import { Page } from '../../app/page.tsx';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';
import { Chip } from '../../components/chip.tsx';
import { DocText, plainText } from '../../components/doc-text.tsx';
import { Icon } from '../../components/icon.tsx';
import { OwnMark, OwnText, ownText } from '../../components/own/own-text.tsx';
import styles from '../../components/own/own.module.css';
import { useText } from '../../languages/use-text.ts';
import { Failure } from '../../components/failure.tsx';
import { CollectedCard } from './collected-card.tsx';
import { CollectionUses } from './collection-uses.tsx';
import { MissingCollection } from './missing-collection.tsx';

/** One collection: its intro, its credentials in order with their states, and what to look at before it is handed over. */
export function CollectionScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const { own } = useWalletState().vault;
  const collection = own.collections.find((one) => one.id === id);
  return collection === undefined ? <MissingCollection /> : <Opened collection={collection} />;
}

function Opened({ collection }: { readonly collection: Collection }) {
  const text = useText();
  const { list } = useWalletState();
  const items = collectedItems(collection, list);
  const isEmpty = items.length + collection.priorLearning.length === 0;
  return (
    <Page title={ownText(collection.name)} back={{ to: '/collections', label: text('collections.title') }} action={<EditLink id={collection.id} />} flow>
      <div className="stack" data-gap="s">
        <h1 tabIndex={-1}>
          <bdi dir="auto">{ownText(collection.name)}</bdi>
        </h1>
        {collection.intro === '' ? null : <OwnText text={collection.intro} />}
        <div>
          <OwnMark />
        </div>
      </div>
      <Doubts items={doubtful(items)} />
      <Credentials collection={collection} items={items} />
      <Described ids={collection.priorLearning} />
      <CollectionUses items={items} />
      <div className="actions">
        {isEmpty ? null : (
          <Link className="btn" data-kind="main" href={`/collections/${collection.id}/export`}>
            {text('portfolio.title')}
          </Link>
        )}
        <Link className="btn" data-kind={isEmpty ? 'main' : 'second'} href={`/collections/${collection.id}/what`}>
          {text('choose.title')}
        </Link>
      </div>
    </Page>
  );
}

function EditLink({ id }: { readonly id: string }) {
  const text = useText();
  return (
    <Link className="btn" data-kind="quiet" data-edge="end" href={`/collections/${id}/edit`}>
      <Icon name="pencil" />
      {text('collection.edit')}
    </Link>
  );
}

/** What is expired, cancelled or not confirmed, by name. */
function Doubts({ items }: { readonly items: readonly ListedItem[] }) {
  const text = useText();
  const { i18n } = useLingui();
  if (items.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="collection-doubts">
      <h2 id="collection-doubts">{text('statement.set.look')}</h2>
      <p>{text('collection.doubts.help')}</p>
      <ul className="plain">
        {items.map(({ summary, headline }) => (
          <li key={summary.id}>
            {summary.title.length === 0 ? text('leaf.untitled') : <DocText text={summary.title} prefer={[i18n.locale, 'en']} name />} <Chip headline={headline} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Credentials({ collection, items }: { readonly collection: Collection; readonly items: readonly ListedItem[] }) {
  const text = useText();
  const wallet = useWallet();
  const { i18n } = useLingui();
  const [error, setError] = useState<WalletError>();
  if (items.length === 0) return <p>{text('collection.none')}</p>;
  const kept = items.map(({ summary, older }) => collection.items.find((id) => id === summary.id || older.some((copy) => copy.id === id)) ?? summary.id);
  const move = async (item: ListedItem, at: number, by: -1 | 1): Promise<void> => {
    const id = kept[at];
    if (id === undefined) return;
    const moved = await (await wallet.own()).moveInCollection(collection.id, id, by);
    setError(moved.ok ? undefined : moved.error);
    const name = plainText(item.summary.title, [i18n.locale, 'en']) || text('leaf.untitled');
    if (moved.ok) announce(text('collection.moved', { name, place: at + by + 1 }));
  };
  return (
    <section className="stack">
      <h2>{text('home.title')}</h2>
      <p className="small muted">{text('collection.states')}</p>
      {error === undefined ? null : <Failure error={error} />}
      <ol className="cards" role="list">
        {items.map((item, at) => (
          <CollectedCard key={item.summary.id} item={item} first={at === 0} last={at === items.length - 1} move={(by) => void move(item, at, by)} />
        ))}
      </ol>
    </section>
  );
}

/** Prior learning that goes with the credentials: always apart from them, and marked. */
function Described({ ids }: { readonly ids: readonly string[] }) {
  const text = useText();
  const { priorLearning } = useWalletState().vault.own;
  const shown = ids.flatMap((id) => priorLearning.find((one) => one.id === id) ?? []);
  if (shown.length === 0) return null;
  return (
    <section className="stack">
      <h2>{text('prior.title')}</h2>
      <p className="small muted">{text('portfolio.own.help')}</p>
      <ul className="cards" role="list">
        {shown.map((one) => (
          <li className="card" data-undated="" key={one.id}>
            <h3 className={`card-title ${styles.title}`}>
              <Link href={`/prior-learning/${one.id}`}>
                <bdi>{ownText(one.title)}</bdi>
              </Link>
            </h3>
            <p className="card-by">
              <bdi>{ownText(one.when)}</bdi>
            </p>
            <OwnMark />
          </li>
        ))}
      </ul>
    </section>
  );
}
