import type { ReactNode } from 'react';
import type { MessageId } from '../../languages/en.ts';
import { useText } from '../../languages/use-text.ts';
import type { PortfolioView } from './use-portfolio.ts';

const ways = ['print', 'page', 'zip'] as const;
const holders = { name: 'portfolio.holder.name', 'name-and-birth-date': 'statement.holder.birth', none: 'portfolio.holder.none' } as const;

/** As what it leaves, what it says of the owner, and what goes along besides. */
export function PortfolioChoices({ view }: { readonly view: PortfolioView }) {
  const text = useText();
  const { choices, change, notes, prior, examined } = view;
  const evidence = prior.reduce((sum, one) => sum + one.evidence.length, 0);
  return (
    <>
      <Group legend="portfolio.way">
        {ways.map((form) => (
          <label className="choice" key={form}>
            <input type="radio" name="form" checked={choices.form === form} onChange={() => change({ form })} />
            <span>
              <b>{text(`portfolio.way.${form}`)}</b>
              <span>{text(`portfolio.way.${form}.hint`)}</span>
            </span>
          </label>
        ))}
      </Group>
      {examined.looked.length === 0 ? null : (
        <Group legend="statement.holder" hint="portfolio.holder.hint">
          {Object.entries(holders).map(([holder, label]) => (
            <label className="choice" key={holder}>
              <input type="radio" name="holder" checked={choices.holder === holder} onChange={() => change({ holder: holder as keyof typeof holders })} />
              <span>{text(label)}</span>
            </label>
          ))}
        </Group>
      )}
      {notes.size === 0 && (evidence === 0 || choices.form === 'print') ? null : (
        <Group legend="portfolio.with">
          {notes.size === 0 ? null : <Box checked={choices.notes} toggle={() => change({ notes: !choices.notes })} label={text('portfolio.with.notes', { count: notes.size })} />}
          {evidence === 0 || choices.form === 'print' ? null : (
            <Box checked={choices.evidence} toggle={() => change({ evidence: !choices.evidence })} label={text('portfolio.with.evidence', { count: evidence })} />
          )}
        </Group>
      )}
    </>
  );
}

function Group({ legend, hint, children }: { readonly legend: MessageId; readonly hint?: MessageId; readonly children: ReactNode }) {
  const text = useText();
  return (
    <fieldset className="field">
      <legend>{text(legend)}</legend>
      {hint === undefined ? null : <p className="hint">{text(hint)}</p>}
      <div>{children}</div>
    </fieldset>
  );
}

function Box({ checked, toggle, label }: { readonly checked: boolean; readonly toggle: () => void; readonly label: string }) {
  return (
    <label className="choice">
      <input type="checkbox" checked={checked} onChange={toggle} />
      <span>{label}</span>
    </label>
  );
}
