import { useEffect } from 'react';
import { useLingui } from '@lingui/react';
import { Link } from 'wouter';
import { toDisplayText } from '../../../core/model/display-text.ts';
import type { ListedItem } from '../../../wallet/wallet.ts';
import { announce } from '../../app/announce.ts';
import { Page } from '../../app/page.tsx';
import { ActionForm } from '../../components/action-form.tsx';
import { Chip } from '../../components/chip.tsx';
import { Day } from '../../components/day.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { DocText } from '../../components/doc-text.tsx';
import { Icon } from '../../components/icon.tsx';
import { IssuerName } from '../../components/issuer-name.tsx';
import { WayButton } from '../../components/way-button.tsx';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';
import { ErrorSummary } from '../settings/error-summary.tsx';
import { chosenOf, useChoose } from './use-choose.ts';

type Choosing = ReturnType<typeof useChoose>;

/** Boxes over what is kept; then: compare, put together, a recognition statement, share. */
export function ChooseScreen() {
  const text = useText();
  const view = useChoose();
  if (view.list.length === 0) return <Nothing />;
  return (
    <Page title={text('choose.title')} back={{ to: '/', label: text('home.title') }} flow>
      <ActionForm
        submit={text('choose.continue')}
        onSubmit={view.proceed}
        status={
          <p className="muted" role="status">
            {text('choose.count', { count: view.chosen.length })}
            {view.hidden > 0 ? ` ${text('choose.hidden', { count: view.hidden })}` : null}
          </p>
        }
      >
        <div className="stack" data-gap="s">
          <h1 tabIndex={-1}>{text('choose.title')}</h1>
          <p className="intro">{text('choose.intro')}</p>
        </div>
        <ErrorSummary problems={view.problem ? [{ field: 'choose-search', text: text('review.save.none') }] : []} />
        <Search view={view} />
        <fieldset className="field">
          <legend className="unseen">{text('home.list')}</legend>
          <div>
            {view.shown.map((item) => (
              <Choice key={item.summary.id} item={item} view={view} />
            ))}
          </div>
        </fieldset>
      </ActionForm>
      {view.asking ? <Ways view={view} /> : null}
    </Page>
  );
}

function Search({ view }: { readonly view: Choosing }) {
  const text = useText();
  const { search, found } = view;
  const typed = search.trim();
  const result = typed === '' ? undefined : text('home.found', { count: found });
  useEffect(() => {
    if (result !== undefined) announce(result);
  }, [result]);
  return (
    <div className="stack">
      <div className="row">
        <div className="search" role="search">
          <Icon name="search" />
          <input
            className="input"
            id="choose-search"
            type="search"
            {...view.field}
            aria-label={text('home.search.label')}
            placeholder={text('home.search')}
            value={search}
            onChange={(event) => view.setSearch(event.target.value)}
          />
        </div>
      </div>
      {found > 0 ? null : (
        <p>
          <Sentence id="home.nothing-found" values={{ text: <bdi>{toDisplayText(typed, 200)}</bdi> }} />
        </p>
      )}
    </div>
  );
}

function Choice({ item, view }: { readonly item: ListedItem; readonly view: Choosing }) {
  const text = useText();
  const prefer = [useLingui().i18n.locale, 'en'];
  const { summary, headline, issuerMatch } = item;
  return (
    <label className="choice">
      <input type="checkbox" checked={chosenOf(item, view.chosen) !== undefined} onChange={() => view.toggle(item)} />
      <span>
        <b className="doc">{summary.title.length === 0 ? text('leaf.untitled') : <DocText text={summary.title} prefer={prefer} name />}</b>
        <span>
          <IssuerName known={issuerMatch?.name} claimed={summary.claimedIssuer} prefer={prefer} />
        </span>
        <span className="small muted">{summary.issued === undefined ? null : <Day date={summary.issuedOn ?? summary.issued} />}</span>
        <Chip headline={headline} />
      </span>
    </label>
  );
}

/** What can be done with what is ticked. */
function Ways({ view }: { readonly view: Choosing }) {
  const text = useText();
  const { chosen, go, stay } = view;
  const fits = chosen.length > 1 && chosen.length < 5;
  return (
    <Dialog title={text('choose.what')} onClose={stay}>
      <ul className="ways" role="list">
        <WayButton icon="columns-2" label={text('compare.title')} help={text(fits ? 'choose.compare.help' : 'choose.compare.count')} go={() => go('compare')} />
        <WayButton icon="plus" label={text('together.title')} help={text('choose.together.help')} go={() => go('together')} />
        <WayButton icon="file-text" label={text('statement.title')} help={text('statement.menu.help')} go={() => go('statement')} />
        <WayButton icon="share-2" label={text('share.title')} help={text('choose.share.help')} go={() => go('share')} />
      </ul>
    </Dialog>
  );
}

function Nothing() {
  const text = useText();
  return (
    <Page title={text('choose.title')} back={{ to: '/', label: text('home.title') }}>
      <div className="empty">
        <h1 tabIndex={-1}>{text('choose.title')}</h1>
        <p className="intro">{text('choose.none')}</p>
        <Link className="btn" data-kind="main" href="/add">
          {text('first.add')}
        </Link>
      </div>
    </Page>
  );
}
