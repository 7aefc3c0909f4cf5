import { useMemo } from 'react';
import { useLingui } from '@lingui/react';
import { Link } from 'wouter';
import type { ExaminedCredential } from '../../../core/model/examination.ts';
import { statedCountries } from '../../../core/model/sealing.ts';
import { useWallet } from '../../app/wallet-context.ts';
import { Chip } from '../../components/chip.tsx';
import { missingWords } from '../../components/credential/element-words.ts';
import { toldOf } from '../../components/credential/told.ts';
import { meantDay } from '../../components/credential/written-date.tsx';
import { Day } from '../../components/day.tsx';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';
import { BriefValue } from './brief-value.tsx';
import { ItemIssuer, ItemTitle } from './item-name.tsx';
import { yearsSince } from './years-since.ts';

/** Each credential by itself: its state, its levels as stated, how long ago it was awarded, until when its issuer lets it count. */
export function EachItem({ items }: { readonly items: readonly ExaminedCredential[] }) {
  const text = useText();
  return (
    <div className="stack">
      <h2>{text('together.each')}</h2>
      {items.map((item) => (
        <section className="stack" data-gap="s" key={item.id}>
          <h3>
            <Link href={`/credential/${item.id}`}>
              <ItemTitle item={item} />
            </Link>
          </h3>
          <p className="small muted">
            <ItemIssuer item={item} />
          </p>
          <div>
            <Chip headline={item.headline} />
          </div>
          {item.headline === 'altered' ? <p className="small muted">{text('verdict.untrusted.text')}</p> : <Facts item={item} />}
        </section>
      ))}
    </div>
  );
}

function Facts({ item: { elements, credential } }: { readonly item: ExaminedCredential }) {
  const text = useText();
  const told = useMemo(() => toldOf(credential, undefined), [credential]);
  const { i18n } = useLingui();
  const level = elements.find(({ id }) => id === 'M8');
  const missing = level === undefined || level.values.length > 0 ? undefined : missingWords(level);
  const { validUntil } = credential;
  return (
    <dl className="elements">
      <div className="element" data-state={missing === undefined ? 'ours' : 'missing'}>
        <dt>{text('element.M8')}</dt>
        {missing === undefined ? null : <dd>{text(missing)}</dd>}
        {(level?.values ?? []).map((value) => (
          <BriefValue key={`${value.path} ${value.raw}`} value={value} prefer={[i18n.locale, 'en']} told={told} />
        ))}
      </div>
      <Award credential={credential} />
      {validUntil === undefined ? null : (
        <div className="element" data-state="ours">
          <dt>{text('together.until')}</dt>
          <dd>
            <Sentence id="together.until.date" values={{ date: <Day date={validUntil.value.text} /> }} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** The day is that of its own page: a midnight is one of the countries that it states. */
function Award({ credential }: Pick<ExaminedCredential, 'credential'>) {
  const text = useText();
  const { now } = useWallet();
  const { awarded, issued, validFrom } = credential;
  const written = (awarded ?? issued ?? validFrom)?.value.text;
  const date = written === undefined ? undefined : meantDay(written, statedCountries(credential));
  const years = date === undefined ? undefined : yearsSince(date, now());
  return (
    <div className="element" data-state={date === undefined ? 'missing' : 'ours'}>
      <dt>{text(awarded === undefined ? 'element.M5' : 'together.awarded')}</dt>
      <dd>{date === undefined ? text('element.M5.missing') : years === undefined ? <Day date={date} /> : <Sentence id="together.ago" values={{ date: <Day date={date} />, years }} />}</dd>
    </div>
  );
}
