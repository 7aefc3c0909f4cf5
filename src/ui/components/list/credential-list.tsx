import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { ItemId } from '../../../core/model/ids.ts';
import { toDisplayText } from '../../../core/model/display-text.ts';
import type { ListedItem } from '../../../wallet/wallet.ts';
import { announce } from '../../app/announce.ts';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';
import { Chip } from '../chip.tsx';
import { Icon } from '../icon.tsx';
import styles from '../own/own.module.css';
import type { ListGroup } from './arrange-list.ts';
import { CredentialCard } from './credential-card.tsx';
import { DamagedCards } from './damaged-cards.tsx';
import { useGrowing } from './use-growing.ts';
import { useList } from './use-list.ts';
import type { ListView } from './use-list.ts';
import { useTyping } from './use-typing.ts';
import type { TypingField } from './use-typing.ts';

const FilterDialog = lazy(() => import('./filter-dialog.tsx').then((module) => ({ default: module.FilterDialog })));
const ItemActions = lazy(() => import('./item-actions.tsx').then((module) => ({ default: module.ItemActions })));

interface CredentialListProps {
  /** The one that is open beside the list. */
  readonly current?: ItemId;
  readonly onRemoved: () => void;
}

/** Search, filter and the cards, in groups. */
export function CredentialList({ current, onRemoved }: CredentialListProps) {
  const view = useList();
  const [more, setMore] = useState<ListedItem>();
  const [filtering, setFiltering] = useState(false);
  const onMore = useCallback((item: ListedItem) => setMore(item), []);
  const [typing, field] = useTyping();
  const groups = firstOf(view.groups, useGrowing(view.cards, typing));
  return (
    <>
      <SearchRow view={view} field={field} onFilter={() => setFiltering(true)} />
      {view.groups.length === 0 && view.wished ? <NothingFound view={view} /> : null}
      {groups.map((group) => (
        <section key={group.collection ?? group.name ?? ''}>
          <GroupName group={group} isRest={view.wish.group === 'collection' && view.hasCollections} />
          <ul className="cards" role="list">
            {group.items.map((item) => (
              <CredentialCard key={item.summary.id} item={item} current={item.summary.id === current} onMore={onMore} />
            ))}
          </ul>
        </section>
      ))}
      <DamagedCards damaged={view.damaged} />
      <Suspense fallback={null}>
        {more === undefined ? null : <ItemActions summary={more.summary} onClose={() => setMore(undefined)} onRemoved={onRemoved} />}
        {filtering ? <FilterDialog view={view} onClose={() => setFiltering(false)} /> : null}
      </Suspense>
    </>
  );
}

/** The groups as far as `limit` cards reach. */
function firstOf(groups: readonly ListGroup[], limit: number): readonly ListGroup[] {
  const shown: ListGroup[] = [];
  let left = limit;
  for (const group of groups) {
    if (left <= 0) break;
    shown.push({ ...group, items: group.items.slice(0, left) });
    left -= group.items.length;
  }
  return shown;
}

function GroupName({ group: { name, collection }, isRest }: { readonly group: ListGroup; readonly isRest: boolean }) {
  const text = useText();
  if (name === undefined) return <h2 className="group">{text(isRest ? 'home.uncollected' : 'home.undated')}</h2>;
  const shown = <bdi>{toDisplayText(name, 120)}</bdi>;
  if (collection === undefined) return <h2 className="group">{shown}</h2>;
  return (
    <div className={`row ${styles.grouped ?? ''}`}>
      <h2 className="group">
        <Link href={`/collections/${collection}`}>{shown}</Link>
      </h2>
      <Chip headline="self-made" />
    </div>
  );
}

interface SearchRowProps {
  readonly view: ListView;
  readonly field: TypingField;
  readonly onFilter: () => void;
}

function SearchRow({ view, field, onFilter }: SearchRowProps) {
  const text = useText();
  const { wished, found } = view;
  const result = wished ? text('home.found', { count: found }) : undefined;
  useEffect(() => {
    if (result !== undefined) announce(result);
  }, [result]);
  return (
    <div className="row">
      <div className="search" role="search">
        <Icon name="search" />
        <input
          className="input"
          type="search"
          {...field}
          aria-label={text('home.search.label')}
          placeholder={text('home.search')}
          value={view.wish.text}
          onChange={(event) => view.setWish({ text: event.target.value })}
        />
      </div>
      <button className="btn" data-kind="second" type="button" onClick={onFilter}>
        <Icon name="sliders-horizontal" />
        {view.chosen === 0 ? text('home.filter') : text('home.filter.on', { count: view.chosen })}
      </button>
    </div>
  );
}

function NothingFound({ view }: { readonly view: ListView }) {
  const text = useText();
  const typed = view.wish.text.trim();
  return (
    <div className="stack">
      <p>
        {typed === '' ? text('home.nothing-filtered') : <Sentence id="home.nothing-found" values={{ text: <bdi>{toDisplayText(typed, 200)}</bdi> }} />}
      </p>
      <div>
        <button className="btn" data-kind="second" type="button" onClick={view.clear}>
          {text('home.clear')}
        </button>
      </div>
    </div>
  );
}
