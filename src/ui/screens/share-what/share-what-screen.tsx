import { useLingui } from '@lingui/react';
import { Link } from 'wouter';
import type { ItemId } from '../../../core/model/ids.ts';
import { Page } from '../../app/page.tsx';
import { Chip } from '../../components/chip.tsx';
import { DocText } from '../../components/doc-text.tsx';
import { IssuerName } from '../../components/issuer-name.tsx';
import { StepForm } from '../../components/step-form.tsx';
import { useText } from '../../languages/use-text.ts';
import type { ListedItem } from '../../../wallet/wallet.ts';
import { ErrorSummary } from '../settings/error-summary.tsx';
import styles from './share-what.module.css';
import { useShareWhat } from './use-share-what.ts';

export function ShareWhatScreen() {
  const text = useText();
  const { list, ids, chosen, problem, toggle, proceed } = useShareWhat();
  if (list.length === 0) return <Nothing ids={ids} />;
  return (
    <StepForm
      title={text('share.what.title')}
      back={{ to: `/share/${ids}`, label: text('share.title') }}
      intro={text('share.what.intro')}
      submit={text('share.what.continue')}
      onSubmit={proceed}
    >
      <ErrorSummary problems={problem ? [{ field: 'share-what-0', text: text('share.what.problem') }] : []} />
      <fieldset className="field">
        <legend className="unseen">{text('share.what.legend')}</legend>
        <div>
          {list.map((item, index) => (
            <Choice key={item.summary.id} id={`share-what-${String(index)}`} item={item} chosen={chosen} toggle={toggle} />
          ))}
        </div>
      </fieldset>
      <p>{text('share.details.wholeMany')}</p>
    </StepForm>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly item: ListedItem;
  readonly chosen: readonly ItemId[];
  readonly toggle: (id: ItemId) => void;
}

function Choice({ id, item, chosen, toggle }: ChoiceProps) {
  const text = useText();
  const { i18n } = useLingui();
  const prefer = [i18n.locale, 'en'];
  const { summary, headline, issuerMatch } = item;
  return (
    <label className={`choice ${styles.choice}`} htmlFor={id}>
      <input id={id} type="checkbox" checked={chosen.includes(summary.id)} onChange={() => toggle(summary.id)} />
      <span>
        <b className="doc">{summary.title.length === 0 ? text('leaf.untitled') : <DocText text={summary.title} prefer={prefer} name />}</b>
        <span>
          <IssuerName known={issuerMatch?.name} claimed={summary.claimedIssuer} prefer={prefer} />
        </span>
      </span>
      <Chip headline={headline} />
    </label>
  );
}

function Nothing({ ids }: { readonly ids: string }) {
  const text = useText();
  return (
    <Page title={text('share.what.title')} back={{ to: `/share/${ids}`, label: text('share.title') }}>
      <div className="empty">
        <h1 tabIndex={-1}>{text('share.what.title')}</h1>
        <p className="intro">{text('share.what.empty')}</p>
        <Link className="btn" data-kind="main" href="/add">
          {text('share.what.add')}
        </Link>
      </div>
    </Page>
  );
}
