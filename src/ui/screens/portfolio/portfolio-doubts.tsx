import { useLingui } from '@lingui/react';
import { errorText } from '../../components/error-text.ts';
import { Chip } from '../../components/chip.tsx';
import { DocText } from '../../components/doc-text.tsx';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';
import type { ListedItem } from '../../../wallet/wallet.ts';
import { toDisplayText } from '../../../core/model/display-text.ts';
import { isPlain } from '../../../core/model/verdict.ts';
import type { Looked } from './use-examined.ts';
import type { PortfolioView } from './use-portfolio.ts';

/** What is not plainly good as others will see it, each with a box; then what goes along besides, and what cannot. */
export function PortfolioDoubts({ view: { examined, choices, change } }: { readonly view: PortfolioView }) {
  const text = useText();
  const { looked, lost } = examined;
  const doubtful = looked.filter(({ anew }) => !isPlain(anew.examined.headline));
  const others = looked.length - doubtful.length;
  const toggle = (id: string): void => change({ without: choices.without.includes(id) ? choices.without.filter((one) => one !== id) : [...choices.without, id] });
  return (
    <>
      {doubtful.length === 0 ? null : (
        <fieldset className="field">
          <legend>{text('statement.set.look')}</legend>
          <p className="hint">{text('portfolio.doubts.help')}</p>
          <div>
            {doubtful.map((one) => (
              <Doubt key={one.anew.examined.id} looked={one} checked={!choices.without.includes(one.anew.examined.id)} toggle={toggle} />
            ))}
          </div>
          {others === 0 ? null : <p className="small muted">{text('portfolio.plain', { count: others })}</p>}
        </fieldset>
      )}
      {lost.length === 0 ? null : (
        <section className="panel" aria-labelledby="portfolio-lost">
          <h2 id="portfolio-lost">{text('portfolio.lost')}</h2>
          <ul className="plain">
            {lost.map(({ listed, error }) => (
              <li key={listed.summary.id}>
                <Title listed={listed} /> {errorText(text, error)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Title({ listed: { summary } }: { readonly listed: ListedItem }) {
  const text = useText();
  const { i18n } = useLingui();
  return <b className="doc">{summary.title.length === 0 ? text('leaf.untitled') : <DocText text={summary.title} prefer={[i18n.locale, 'en']} name />}</b>;
}

function Doubt({ looked: { listed, anew }, checked, toggle }: { readonly looked: Looked; readonly checked: boolean; readonly toggle: (id: string) => void }) {
  const { id, headline } = anew.examined;
  const own = listed.issuerMatch?.basis === 'own-list' ? listed.issuerMatch.name : undefined;
  return (
    <label className="choice">
      <input type="checkbox" checked={checked} onChange={() => toggle(id)} />
      <span>
        <Title listed={listed} />
        <Chip headline={headline} />
        {own === undefined || headline !== 'unknown-issuer' ? null : (
          <span>
            <Sentence id="portfolio.own-list" values={{ name: <bdi>{toDisplayText(own, 300)}</bdi> }} />
          </span>
        )}
      </span>
    </label>
  );
}
