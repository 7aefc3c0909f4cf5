import type { MessageId } from '../../languages/en.ts';
import { Sentence } from '../../languages/sentence.tsx';
import type { CvEntry } from '../../../wallet/cv-entry.ts';
import { profileAddress } from '../../../wallet/cv-entry.ts';
import { dateWords } from './cv-words.ts';
import type { Writing } from './cv-words.ts';

/** What the address carries, in words. */
function carried({ title, organisation, date, until, address, identifier }: CvEntry, writing: Writing): readonly (readonly [MessageId, string])[] {
  const monthOf = (day: string): string => (day === '' ? '' : dateWords(day.slice(0, 7), writing));
  const all = [
    ['take.network.name', title],
    ['take.network.organisation', organisation],
    ['take.network.issued', monthOf(date)],
    ['take.network.expires', monthOf(until)],
    ['take.network.link', address],
    ['take.network.id', identifier],
  ] as const;
  return all.filter(([, value]) => value !== '');
}

/** A filled-in entry for the one large network that takes one: where the link leads and all that it carries, before it is pressed. */
export function TakeNetwork({ entry, writing }: { readonly entry: CvEntry; readonly writing: Writing }) {
  const { text } = writing;
  const address = profileAddress(entry);
  return (
    <section className="stack" aria-labelledby="take-network">
      <h2 id="take-network">{text('take.network')}</h2>
      <p>
        <Sentence id="take.network.help" values={{ host: <bdi dir="ltr">{new URL(address).host}</bdi> }} />
      </p>
      <dl className="elements">
        {carried(entry, writing).map(([label, value]) => (
          <div className="element" key={label}>
            <dt>{text(label)}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <div>
        <a className="btn" data-kind="second" href={address} target="_blank" rel="noopener noreferrer">
          {text('take.network.open')}
        </a>
      </div>
    </section>
  );
}
