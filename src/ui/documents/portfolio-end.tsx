import { ownText } from '../components/own/own-text.tsx';
import { Sentence } from '../languages/sentence.tsx';
import { useText } from '../languages/use-text.ts';
import type { Portfolio, PortfolioPrior } from './portfolio.ts';
import { entryId } from './portfolio.ts';
import { OwnWords, TitleText, usePrefer } from './portfolio-cover.tsx';
import { FileLine } from './portfolio-file-line.tsx';

/** What the owner says of prior learning: apart from the credentials, and marked. */
export function PortfolioPriorLearning({ prior }: Pick<Portfolio, 'prior'>) {
  const text = useText();
  if (prior.length === 0) return null;
  return (
    <section className="document-item" id="prior" aria-labelledby="prior-title">
      <p className="document-kind">{text('verdict.self-made')}</p>
      <h2 id="prior-title">{text('prior.title')}</h2>
      <p>{text('portfolio.own.help')}</p>
      {prior.map((one) => (
        <Described key={one.record.id} one={one} />
      ))}
    </section>
  );
}

function Described({ one: { record, files } }: { readonly one: PortfolioPrior }) {
  const text = useText();
  return (
    <>
      <h3>
        <bdi dir="auto">{ownText(record.title)}</bdi>
      </h3>
      <dl className="document-rows">
        {record.when === '' ? null : (
          <div>
            <dt>{text('portfolio.prior.when')}</dt>
            <dd>
              <bdi dir="auto">{ownText(record.when)}</bdi>
            </dd>
          </div>
        )}
        {record.what === '' ? null : (
          <div>
            <dt>{text('portfolio.prior.what')}</dt>
            <dd className="document-lines">
              <bdi dir="auto">{ownText(record.what)}</bdi>
            </dd>
          </div>
        )}
        {files.length === 0 ? null : (
          <div>
            <dt>{text('portfolio.prior.evidence')}</dt>
            {files.map((file) => (
              <dd key={file.path}>
                <FileLine file={file} />
                {file.href === undefined ? <p className="document-small">{text('portfolio.prior.not-enclosed')}</p> : null}
              </dd>
            ))}
          </div>
        )}
      </dl>
      <OwnWords>{''}</OwnWords>
    </>
  );
}

/** How whoever has this finds out for himself, and the originals once more in one place; nothing where there are none. */
export function PortfolioOriginals({ portfolio: { form, entries, version } }: { readonly portfolio: Portfolio }) {
  const text = useText();
  if (entries.length === 0) return null;
  return (
    <section className="document-item" id="originals" aria-labelledby="originals-title">
      <h2 id="originals-title">{text('portfolio.originals')}</h2>
      <p>{text('portfolio.originals.why')}</p>
      <ol className="document-steps">
        <li>{text(`portfolio.originals.${form}`)}</li>
        <li>{text('portfolio.originals.open')}</li>
        <li>{text('portfolio.originals.hash')}</li>
        <li>{text('portfolio.originals.ask')}</li>
      </ol>
      <dl className="document-rows">
        {entries.map((entry, at) => (
          <Original key={entry.original.path} entry={entry} at={at} />
        ))}
      </dl>
      <p className="document-small">
        <Sentence id="portfolio.made-with" values={{ version: <bdi>{version}</bdi> }} />
      </p>
    </section>
  );
}

function Original({ entry: { examined, original }, at }: { readonly entry: Portfolio['entries'][number]; readonly at: number }) {
  const text = useText();
  const prefer = usePrefer(examined);
  return (
    <div>
      <dt>
        <a href={`#${entryId(at)}`}>{text('portfolio.originals.of', { place: at + 1 })}</a>
      </dt>
      <dd>
        <TitleText examined={examined} prefer={prefer} />
        <FileLine file={original} bare />
      </dd>
    </div>
  );
}
