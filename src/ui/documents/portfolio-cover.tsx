import { useLingui } from '@lingui/react';
import type { LocalizedText } from '../../core/model/credential.ts';
import { DocText, plainText } from '../components/doc-text.tsx';
import { IssuerName } from '../components/issuer-name.tsx';
import { ownText } from '../components/own/own-text.tsx';
import { credentialLook } from '../components/verdict-looks.ts';
import { claimedIssuer } from '../components/verdict-words.ts';
import { Sentence } from '../languages/sentence.tsx';
import { useLabels } from '../languages/use-labels.ts';
import { useText } from '../languages/use-text.ts';
import { contentLanguages, preferredContent } from '../components/credential/content-languages.ts';
import { titleOf } from '../../core/model/credential-title.ts';
import { knownIssuer } from '../components/credential/leaf-head.tsx';
import { learnerNames } from './learner-names.ts';
import { Moment } from './form-parts.tsx';
import { entryId } from './portfolio.ts';
import type { Portfolio, PortfolioEntry } from './portfolio.ts';
import { ToldValue } from './told-value.tsx';

/** Words of the owner with their lines, and the mark that they are hers. */
export function OwnWords({ children }: { readonly children: string }) {
  return (
    <div className="document-own">
      {children === '' ? null : (
        <p>
          <bdi dir="auto">{ownText(children)}</bdi>
        </p>
      )}
      <p className="document-mark">
        <Sentence id="verdict.self-made" />
      </p>
    </div>
  );
}

/** Whose it is, put together when, checked when: no mark of ours, for a document of the holder's proves nothing. */
export function PortfolioCover({ portfolio }: { readonly portfolio: Portfolio }) {
  const text = useText();
  const { i18n } = useLingui();
  const { name, intro, made, entries, statement } = portfolio;
  const examinedAt = entries[0]?.pages[0]?.examinedAt;
  return (
    <header className="document-cover">
      <p className="document-kind">{text('portfolio.kind')}</p>
      <h1>
        <bdi dir="auto">{ownText(name)}</bdi>
      </h1>
      <Holder statement={statement} prefer={[i18n.locale, 'en']} />
      <OwnWords>{intro}</OwnWords>
      <p>
        <Sentence id="portfolio.made" values={{ date: <Moment at={made} />, count: entries.length }} />
      </p>
      {examinedAt === undefined ? null : (
        <p>
          <Sentence id="portfolio.checked" values={{ moment: <Moment at={examinedAt} /> }} />
        </p>
      )}
    </header>
  );
}

/** Credentials of one person say the same date again and again; dates that differ all stand. */
function onceEach<T extends { readonly text: LocalizedText; readonly raw: string }>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [plainText(value.text, []) || value.raw, value])).values()];
}

function Holder({ statement: { holder, credentials }, prefer }: Pick<Portfolio, 'statement'> & { readonly prefer: readonly string[] }) {
  const labels = useLabels(prefer);
  return (
    <>
      {learnerNames(credentials, prefer).map((name) => (
        <p key={name} className="document-whose">
          <Sentence id="portfolio.of" values={{ name: <bdi dir="auto">{name}</bdi> }} />
        </p>
      ))}
      {onceEach(holder.birthDates).map((value) => (
        <p key={`${value.path} ${value.raw}`}>
          <Sentence id="portfolio.of.born" values={{ date: <ToldValue value={value} prefer={prefer} labels={labels} /> }} />
        </p>
      ))}
    </>
  );
}

/** Each credential with who it is from and its state in words; then what else is in it. */
export function PortfolioContents({ portfolio: { entries, prior } }: { readonly portfolio: Portfolio }) {
  const text = useText();
  return (
    <div role="navigation" aria-labelledby="contents-title">
      <h2 id="contents-title">{text('portfolio.contents')}</h2>
      <ol className="document-contents">
        {entries.map((entry, at) => (
          <Line key={entry.original.path} entry={entry} at={at} />
        ))}
        {prior.length === 0 ? null : (
          <li>
            <a href="#prior">{text('prior.title')}</a>
            <br />
            {text('verdict.self-made')}
          </li>
        )}
        {entries.length === 0 ? null : (
          <li>
            <a href="#originals">{text('portfolio.originals')}</a>
          </li>
        )}
      </ol>
    </div>
  );
}

function Line({ entry: { examined }, at }: { readonly entry: PortfolioEntry; readonly at: number }) {
  const text = useText();
  const prefer = usePrefer(examined);
  return (
    <li>
      <a href={`#${entryId(at)}`}>
        <TitleText examined={examined} prefer={prefer} />
      </a>
      <br />
      <From examined={examined} prefer={prefer} />
      <br />
      {text(credentialLook(examined.headline).word)}
    </li>
  );
}

/** Languages for what one credential says, best first. */
export function usePrefer(examined: PortfolioEntry['examined']): readonly string[] {
  const { i18n } = useLingui();
  return preferredContent(i18n.locale, undefined, contentLanguages(examined));
}

export function TitleText({ examined, prefer }: Pick<PortfolioEntry, 'examined'> & { readonly prefer: readonly string[] }) {
  const text = useText();
  const title = titleOf(examined);
  return title.length === 0 ? text('leaf.untitled') : <DocText text={title} prefer={prefer} max={300} />;
}

/** Who it is from: by name where a list knows the key, else what it claims, in quotation marks. */
export function From({ examined, prefer }: Pick<PortfolioEntry, 'examined'> & { readonly prefer: readonly string[] }) {
  return <IssuerName known={knownIssuer(examined)} claimed={claimedIssuer(examined)} prefer={prefer} />;
}
