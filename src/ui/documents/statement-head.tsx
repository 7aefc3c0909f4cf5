import type { CredentialHeadline } from '../../core/model/verdict.ts';
import { Sentence } from '../languages/sentence.tsx';
import { useText } from '../languages/use-text.ts';
import { Heading } from './heading.tsx';
import type { StatementPageProps, StatementProps } from './statement-props.ts';
import { Row } from './told-row.tsx';
import { CredentialTitle, Moment, Section } from './form-parts.tsx';
import { headlineWords } from './statement-words.ts';

/** By whom and when, and what this is not. */
export function Lead({ statement }: Pick<StatementProps, 'statement'>) {
  const text = useText();
  const { generated, wallet } = statement;
  return (
    <>
      <p className="form-lead">{text('statement.prepared')}</p>
      <p className="form-small">
        <Sentence id="statement.by" values={{ moment: <Moment at={generated} />, wallet: <bdi>{wallet.name}</bdi>, version: <bdi>{wallet.version}</bdi> }} />
      </p>
    </>
  );
}

/** Headlines that ask for no second look: nothing is said of them, for the checks below say it. */
const plain: ReadonlySet<CredentialHeadline> = new Set(['valid', 'valid-earlier', 'no-status']);

/** The top of a page: what it is of, what is wrong with it, and for whom and what for it was made. */
export function StatementHead(props: StatementPageProps) {
  const { statement, credential, prefer, labels, level, id } = props;
  const text = useText();
  const { credentials } = statement;
  const around = credentials.find(({ original }) => original.sha256 === credential.insideOf);
  const { headline } = credential;
  return (
    <>
      <header className="form-head">
        <p className="form-kind">
          {text('statement.title')}
          {credentials.length > 1 ? ` · ${text('statement.part', { number: credentials.indexOf(credential) + 1, count: credentials.length })}` : null}
        </p>
        <Heading level={level} id={`${id}-title`}>
          <CredentialTitle credential={credential} prefer={prefer} />
        </Heading>
        <Lead statement={statement} />
        {around === undefined ? null : (
          <p className="form-small">
            <Sentence id="statement.inside" values={{ title: <CredentialTitle credential={around} prefer={prefer} /> }} />
          </p>
        )}
        {plain.has(headline) ? null : (
          <p className="form-look">{headline === 'altered' ? text('statement.look.altered') : text('statement.look', { headline: text(headlineWords(headline)).replace(/\.$/, '') })}</p>
        )}
      </header>
      <Section number="1" title="statement.1" level={level} id={`${id}-s1`}>
        <HolderRows statement={statement} credential={credential} prefer={prefer} labels={labels} />
      </Section>
    </>
  );
}

/** What the holder chose to show, and her own words on what it is for. */
function HolderRows({ statement, credential, prefer, labels }: Pick<StatementPageProps, 'statement' | 'credential' | 'prefer' | 'labels'>) {
  const learner = credential.elements.find((element) => element.id === 'M1');
  const shown = statement.holder.shown !== 'none';
  const withheld = learner?.withheld ?? 0;
  return (
    <dl className="form-rows">
      <Row
        number="1.1"
        label="statement.1.holder"
        values={learner?.values ?? []}
        prefer={prefer}
        labels={labels}
        missing={shown || withheld === 0 ? 'element.M1.missing' : 'statement.1.none'}
        {...(shown && withheld > 0 ? { children: <Sentence id="statement.1.withheld" values={{ count: withheld }} /> } : {})}
      />
      <Row number="1.2" label="statement.1.purpose" prefer={prefer} labels={labels}>
        {statement.purpose === undefined ? undefined : <bdi className="form-own" dir="auto">{statement.purpose}</bdi>}
      </Row>
    </dl>
  );
}
