import { useState } from 'react';
import { useLingui } from '@lingui/react';
import { toDisplayText } from '../../../core/model/display-text.ts';
import type { MayOverlap } from '../../../core/model/stacking.ts';
import { ElementValueRow } from '../../components/credential/element-value.tsx';
import { nothingTold, toldOf } from '../../components/credential/told.ts';
import { DocText } from '../../components/doc-text.tsx';
import { ShowAll } from '../../components/show-all.tsx';
import { useText } from '../../languages/use-text.ts';
import type { TogetherProps } from './credit-sums.tsx';
import { ItemTitle } from './item-name.tsx';

/** Hints shown before "Show all"; on paper all of them stand. */
const firstHints = 5;

/** What several of them share. Nothing is taken off for it. */
export function Overlaps({ facts: { overlaps }, byId }: TogetherProps) {
  const text = useText();
  const [all, setAll] = useState(false);
  if (overlaps.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="together-overlaps">
      <h2 id="together-overlaps">{text('together.overlaps')}</h2>
      <p className="small muted">{text('together.overlaps.help')}</p>
      <dl className="elements">
        {overlaps.map((one, at) => (
          <div className={`element ${all || at < firstHints ? '' : 'paper'}`} key={`${one.by} ${one.shared} ${String(at)}`}>
            <dt>{text(`together.overlap.${one.by}`)}</dt>
            <Shared one={one} />
            <dd className="says">
              <ul>
                {one.items.map((item) => {
                  const named = byId.get(item);
                  return <li key={item}>{named === undefined ? text('leaf.untitled') : <ItemTitle item={named} name />}</li>;
                })}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
      <ShowAll as="div" first={firstHints} count={overlaps.length} all={all} onAll={setAll} />
    </section>
  );
}

/** The words that are alike; an address or an identifier as text. */
function Shared({ one: { by, shared, text: words } }: { readonly one: MayOverlap }) {
  const { i18n } = useLingui();
  return (
    <>
      {words.length === 0 ? null : (
        <dd>
          <DocText text={words} prefer={[i18n.locale, 'en']} />
        </dd>
      )}
      {by !== 'skill' && by !== 'id' ? null : (
        <dd className="raw">
          <bdi dir="ltr">{toDisplayText(shared, 2_000)}</bdi>
        </dd>
      )}
    </>
  );
}

/** The issuers' own words on stacking, of credentials whose signature fits. */
export function IssuersWords({ facts: { ofIssuers }, byId }: TogetherProps) {
  const text = useText();
  const { i18n } = useLingui();
  if (ofIssuers.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="together-words">
      <h2 id="together-words">{text('together.own-words')}</h2>
      <dl className="elements">
        {ofIssuers.map(({ item, values }) => {
          const named = byId.get(item);
          const told = named === undefined ? nothingTold : toldOf(named.credential, undefined);
          return (
            <div className="element" key={item}>
              <dt>{named === undefined ? text('leaf.untitled') : <ItemTitle item={named} name />}</dt>
              {values.map((value, at) => (
                <ElementValueRow key={`${value.path} ${String(at)}`} value={value} prefer={[i18n.locale, 'en']} told={told} />
              ))}
            </div>
          );
        })}
      </dl>
    </section>
  );
}
