import { completenessOf } from '../../core/model/completeness.ts';
import type { StatementElement } from '../../core/model/recognition-statement.ts';
import { checkLines } from '../components/credential/check-words.ts';
import { elementLabel, isShown, missingWords } from '../components/credential/element-words.ts';
import { Said } from '../components/said.tsx';
import { credentialVerdictWords } from '../components/verdict-words.ts';
import { Sentence } from '../languages/sentence.tsx';
import { useFormats } from '../languages/use-formats.ts';
import { useLabels } from '../languages/use-labels.ts';
import type { UsedLabels } from '../languages/use-labels.ts';
import { useText } from '../languages/use-text.ts';
import { Moment } from './form-parts.tsx';
import { entryId } from './portfolio.ts';
import type { Portfolio, PortfolioEntry } from './portfolio.ts';
import { From, OwnWords, TitleText, usePrefer } from './portfolio-cover.tsx';
import { FileLine } from './portfolio-file-line.tsx';
import { StatementPage } from './statement-document.tsx';
import { ToldValue } from './told-value.tsx';

interface EntryProps {
  readonly portfolio: Portfolio;
  readonly entry: PortfolioEntry;
  /** Its place, from 0. */
  readonly at: number;
}

/** One credential: what it says, what was checked, where its original is, and its recognition statement. */
export function PortfolioCredential({ portfolio, entry, at }: EntryProps) {
  const text = useText();
  const { examined, pages, original, note } = entry;
  const prefer = usePrefer(examined);
  const labels = useLabels(prefer);
  const id = entryId(at);
  const own = pages.find(({ insideOf }) => insideOf === undefined) ?? pages[0];
  return (
    <section className="document-item" id={id} aria-labelledby={`${id}-number ${id}-title`}>
      <p className="document-kind" id={`${id}-number`}>{text('portfolio.number', { place: at + 1, count: portfolio.entries.length })}</p>
      <h2 id={`${id}-title`}>
        <TitleText examined={examined} prefer={prefer} />
      </h2>
      <p>
        <From examined={examined} prefer={prefer} />
      </p>
      {note === undefined ? null : (
        <>
          <h3>{text('portfolio.note')}</h3>
          <OwnWords>{note}</OwnWords>
        </>
      )}
      <h3>{text('portfolio.state')}</h3>
      <Checked entry={entry} prefer={prefer} />
      <h3>{text('portfolio.says')}</h3>
      {examined.headline === 'altered' ? <p className="document-warning">{text('portfolio.says.altered')}</p> : null}
      {own === undefined ? null : <Elements elements={own.elements} prefer={prefer} labels={labels} />}
      {portfolio.form === 'print' ? null : (
        <>
          <h3>{text('portfolio.original')}</h3>
          <FileLine file={original} />
        </>
      )}
      {pages.map((page, number) => (
        <StatementPage key={page.original.sha256} statement={portfolio.statement} credential={page} prefer={prefer} labels={labels} level={3} id={`${id}-${String(number + 1)}`} />
      ))}
    </section>
  );
}

/** The state in words, with its day, and what could not be checked. Beside a signature that does not fit, nothing else is said. */
function Checked({ entry: { examined, pages }, prefer }: { readonly entry: PortfolioEntry; readonly prefer: readonly string[] }) {
  const text = useText();
  const words = credentialVerdictWords(examined);
  const at = pages[0]?.examinedAt;
  return (
    <>
      <p className="document-state">
        <strong>{text(words.word)}</strong> <Said say={words.text} prefer={prefer} full />
      </p>
      {examined.headline === 'altered' ? null : (
        <dl className="document-rows">
          {checkLines(examined, 'alone', examined.credential.holder.id?.value.startsWith('did:') === true ? 'other' : 'none').map((line) => (
            <div key={line.ask}>
              <dt>{text(line.ask)}</dt>
              <dd>
                {text(line.answer)}.{' '}
                {line.why.map((say) => (
                  <span key={say.id}>
                    <Said say={say} prefer={prefer} full />{' '}
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {at === undefined ? null : (
        <p>
          <Sentence id="portfolio.checked" values={{ moment: <Moment at={at} /> }} />
        </p>
      )}
    </>
  );
}

interface ElementsProps {
  readonly elements: readonly StatementElement[];
  readonly prefer: readonly string[];
  readonly labels: UsedLabels;
}

/** The European elements in their order, all of each; what is missing in the fixed words. */
function Elements({ elements, prefer, labels }: ElementsProps) {
  const text = useText();
  const formats = useFormats();
  const { stated, excused, gaps } = completenessOf(elements);
  return (
    <>
      <dl className="document-rows">
        {elements.filter((element) => isShown(element) || (element.withheld ?? 0) > 0).map((element) => (
          <Element key={element.id} element={element} prefer={prefer} labels={labels} />
        ))}
      </dl>
      <p className="document-small">
        {text('element.summary', { stated, excused })}
        {gaps.length === 0 ? null : ` ${text('element.gaps', { gaps: formats.list(gaps.map((gap) => text(elementLabel(gap)))) })}`}
      </p>
    </>
  );
}

function Element({ element, prefer, labels }: Omit<ElementsProps, 'elements'> & { readonly element: StatementElement }) {
  const text = useText();
  const { id, values, state, withheld = 0 } = element;
  const missing = values.length > 0 || withheld > 0 ? undefined : missingWords(element);
  const told = values.map((value) => <ToldValue key={`${value.path} ${value.raw}`} value={value} prefer={prefer} labels={labels} />);
  return (
    <div>
      <dt>{text(elementLabel(id))}</dt>
      {missing === undefined ? null : <dd className="document-missing">{text(missing)}</dd>}
      {id === 'M6' && told.length > 1 ? (
        <dd>
          <ul>
            {told.map((one) => (
              <li key={one.key}>{one}</li>
            ))}
          </ul>
        </dd>
      ) : (
        told.map((one) => <dd key={one.key}>{one}</dd>)
      )}
      {withheld === 0 ? null : <dd className="document-small">{text('portfolio.withheld')}</dd>}
      {state === 'conflict' ? <dd className="document-small">{text('element.conflict')}</dd> : null}
    </div>
  );
}
