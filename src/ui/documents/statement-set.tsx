import { toDisplayText } from '../../core/model/display-text.ts';
import type { ItemId } from '../../core/model/ids.ts';
import type { CredentialStatement, StatementCover } from '../../core/model/recognition-statement.ts';
import { Sentence } from '../languages/sentence.tsx';
import { useFormats } from '../languages/use-formats.ts';
import { useText } from '../languages/use-text.ts';
import { FormTable } from './form-table.tsx';
import { Heading } from './heading.tsx';
import { learnerNames } from './learner-names.ts';
import type { StatementProps } from './statement-props.ts';
import { Lead } from './statement-head.tsx';
import { StatementTogether } from './statement-together.tsx';
import { Row } from './told-row.tsx';
import { ToldValue } from './told-value.tsx';
import { CredentialTitle, Section } from './form-parts.tsx';
import { headlineWords } from './statement-words.ts';

const columns = ['statement.col.number', 'statement.col.title', 'statement.col.body', 'statement.col.date', 'statement.col.stated'] as const;

/** The number of a credential in a set: that of its page. */
export type NumberOf = (id: ItemId) => number;

/** The cover of a set: what is in it, what asks for a second look, what can be said about putting it together. */
export function StatementSet(props: StatementProps) {
  const { statement, level, id } = props;
  const text = useText();
  const { cover, credentials } = statement;
  const numberOf: NumberOf = (item) => credentials.findIndex(({ original }) => original.sha256 === item) + 1;
  const section = (number: string): { readonly number: string; readonly level: 1 | 2 | 3; readonly id: string } => ({ number, level, id: `${id}-c${number}` });
  return (
    <article className="form" aria-labelledby={`${id}-title`}>
      <header className="form-head">
        <Heading level={level} id={`${id}-title`}>
          {text('statement.title')}
        </Heading>
        <Lead statement={statement} />
      </header>
      <Section {...section('1')} title="statement.1">
        <Holder {...props} />
      </Section>
      <Section {...section('2')} title="statement.set.contents">
        <Contents {...props} numberOf={numberOf} />
      </Section>
      {cover === undefined ? null : (
        <>
          <Section {...section('3')} title="statement.set.look">
            <Attention {...props} cover={cover} numberOf={numberOf} />
          </Section>
          <Section {...section('4')} title="statement.set.together">
            <StatementTogether {...props} stacking={cover.stacking} numberOf={numberOf} />
          </Section>
        </>
      )}
    </article>
  );
}

function Holder({ statement, prefer, labels }: StatementProps) {
  const { holder, purpose, credentials, notes } = statement;
  const withheld = credentials.reduce((sum, { elements }) => sum + (elements.find(({ id }) => id === 'M1')?.withheld ?? 0), 0);
  const telling = { prefer, labels };
  const names = learnerNames(credentials, prefer);
  return (
    <dl className="form-rows">
      {/* Where they stand in the files, the page of each credential says. */}
      <Row
        number="1.1"
        label="statement.1.holder"
        values={[...new Map(holder.birthDates.map((value) => [value.day?.meant ?? value.raw, { ...value, path: '' }])).values()]}
        missing={holder.shown === 'none' && withheld > 0 ? 'statement.1.none' : 'element.M1.missing'}
        {...telling}
        {...(names.length === 0 ? {} : { before: names.map((name) => <span className="form-fact" key={name}><bdi dir="auto">{name}</bdi></span>) })}
        {...(notes.includes('learner-names-differ') ? { children: <Sentence id="statement.note.learner-names-differ" /> } : {})}
      />
      <Row number="1.2" label="statement.1.purpose" {...telling}>
        {purpose === undefined ? undefined : <bdi className="form-own" dir="auto">{purpose}</bdi>}
      </Row>
    </dl>
  );
}

function Contents({ statement: { credentials }, prefer, labels, numberOf }: StatementProps & { readonly numberOf: NumberOf }) {
  const text = useText();
  const formats = useFormats();
  const told = (credential: CredentialStatement, which: 'M4' | 'M5') =>
    (credential.elements.find(({ id }) => id === which)?.values ?? [])
      .slice(0, 1)
      .map((value, at) =>
        value.day === undefined ? <ToldValue key={at} value={value} prefer={prefer} labels={labels} /> : <time key={at} dateTime={value.day.meant ?? value.day.written}>{formats.day(value.day.meant ?? value.day.written)}</time>,
      );
  return (
    <FormTable kind="set" name={text('statement.set.contents')} columns={columns}>
      <tbody>
        {credentials.map((credential, at) => (
          <tr key={credential.original.sha256}>
            <td>{at + 1}</td>
            <th scope="row">
              <CredentialTitle credential={credential} prefer={prefer} />
              {credential.insideOf === undefined ? null : ` (${text('statement.set.inside', { number: numberOf(credential.insideOf) })})`}
            </th>
            <td>{told(credential, 'M4')}</td>
            <td>{told(credential, 'M5')}</td>
            <td>{text('statement.set.stated', { stated: credential.completeness.stated })}</td>
          </tr>
        ))}
      </tbody>
    </FormTable>
  );
}

/** What is expired, cancelled, altered or not known, by name; the words are those of the wallet's own screens. */
function Attention({ statement: { credentials }, cover, prefer, numberOf }: StatementProps & { readonly cover: StatementCover; readonly numberOf: NumberOf }) {
  const text = useText();
  if (cover.attention.length === 0) return <p>{text('statement.set.none')}</p>;
  return (
    <ul className="form-list">
      {cover.attention.map(({ sha256, headline }) => {
        const credential = credentials.find(({ original }) => original.sha256 === sha256);
        if (credential === undefined) return null;
        return (
          <li key={sha256}>
            <Sentence
              id="statement.set.item"
              values={{ number: numberOf(sha256), title: <CredentialTitle credential={credential} prefer={prefer} />, headline: <>{toDisplayText(text(headlineWords(headline)), 200)}</> }}
            />
          </li>
        );
      })}
    </ul>
  );
}
