import { useLingui } from '@lingui/react';
import { Link } from 'wouter';
import type { HolderShown } from '../../../core/model/recognition-statement.ts';
import { Page } from '../../app/page.tsx';
import { useWalletState } from '../../app/wallet-context.ts';
import { plainText } from '../../components/doc-text.tsx';
import { Field } from '../../components/field.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useText } from '../../languages/use-text.ts';
import { Failure } from '../../components/failure.tsx';
import { StatementDoubts } from './statement-doubts.tsx';
import { StatementPaper } from './statement-paper.tsx';
import { StatementWays } from './statement-ways.tsx';
import { idsOf, useStatement } from './use-statement.ts';
import type { StatementView } from './use-statement.ts';

const maxPurposeCharacters = 1_000;
const holders: Readonly<Record<HolderShown, 'statement.holder.none' | 'statement.holder.name' | 'statement.holder.birth'>> = {
  name: 'statement.holder.name',
  'name-and-birth-date': 'statement.holder.birth',
  none: 'statement.holder.none',
};

/** What a credential says, prepared for an office that decides on recognition: as it will be printed, and the ways out. */
export function StatementScreen() {
  const text = useText();
  const view = useStatement();
  const { flow } = view;
  return (
    <Page title={text('statement.title')} back={useBack(view.ids)} flow>
      <div className="stack" data-gap="s">
        <h1 tabIndex={-1}>{text('statement.title')}</h1>
        <p className="intro no-print">{text('statement.intro')}</p>
      </div>
      {flow.kind === 'reading' ? <Waiting words="statement.reading" /> : null}
      {flow.kind === 'failed' ? <Failed view={view} error={flow.error} /> : null}
      {flow.kind === 'ready' ? (
        <>
          <StatementDoubts statement={flow.made.statement} />
          <Choices view={view} stillNamed={flow.made.stillNamed === true} />
          <StatementPaper statement={flow.made.statement} items={flow.items} />
          <StatementWays view={view} outcome={flow.outcome} />
        </>
      ) : null}
    </Page>
  );
}

function useBack(ids: string): { readonly to: string; readonly label: string } {
  const text = useText();
  const { i18n } = useLingui();
  const { items } = useWalletState().vault;
  const [only, ...others] = idsOf(ids);
  const kept = others.length > 0 ? undefined : items.find(({ id }) => id === only);
  if (kept === undefined) return { to: '/', label: text('frame.credentials') };
  return { to: `/credential/${kept.id}`, label: plainText(kept.title, [i18n.locale, 'en'], 60) || text('share.back') };
}

function Failed({ view, error }: { readonly view: StatementView; readonly error: Parameters<typeof Failure>[0]['error'] }) {
  const text = useText();
  const gone = error.code === 'vault/not-found';
  return (
    <section className="stack">
      <Failure error={error} />
      <div className="row">
        {gone ? (
          <Link className="btn" data-kind="main" href="/">
            {text('share.toList')}
          </Link>
        ) : (
          <button className="btn" data-kind="main" type="button" onClick={view.again}>
            {text('share.again')}
          </button>
        )}
      </div>
    </section>
  );
}

/** What is shown of the holder, and her own words on what it is for. */
function Choices({ view: { wishes, change }, stillNamed }: { readonly view: StatementView; readonly stillNamed: boolean }) {
  const text = useText();
  return (
    <form className="stack no-print" data-gap="l" onSubmit={(event) => event.preventDefault()}>
      <fieldset className="field">
        <legend>{text('statement.holder')}</legend>
        <p className="hint">{text('statement.holder.hint')}</p>
        <div>
          {(Object.keys(holders) as HolderShown[]).map((holder) => (
            <label className="choice" key={holder}>
              <input type="radio" name="holder" checked={wishes.holder === holder} onChange={() => change({ holder })} />
              <span>{text(holders[holder])}</span>
            </label>
          ))}
        </div>
        <div role="status">{stillNamed ? <p>{text('statement.holder.still')}</p> : null}</div>
      </fieldset>
      <Field
        label={text('statement.purpose')}
        hint={text('statement.purpose.hint')}
        dir="auto"
        autoComplete="off"
        maxLength={maxPurposeCharacters}
        value={wishes.purpose}
        onChange={(event) => change({ purpose: event.target.value })}
      />
    </form>
  );
}
