import type { CredentialStatement, StatementCheck } from '../../core/model/recognition-statement.ts';
import type { MessageId } from '../languages/en.ts';
import { Sentence } from '../languages/sentence.tsx';
import { useFormats } from '../languages/use-formats.ts';
import { useText } from '../languages/use-text.ts';
import { Heading } from './heading.tsx';
import type { StatementPageProps, StatementProps } from './statement-props.ts';
import { Row } from './told-row.tsx';
import { CredentialTitle, Moment, Section } from './form-parts.tsx';
import { isPlain } from '../../core/model/verdict.ts';
import { checkName, headlineWords } from './statement-words.ts';

/** By whom and when, and what this is not. */
export function Lead({ statement, credential }: Pick<StatementProps, 'statement'> & { readonly credential?: CredentialStatement }) {
  const text = useText();
  const { generated, wallet } = statement;
  return (
    <>
      <p className="form-lead">{text(leadOf(credential === undefined ? statement.credentials : [credential]))}</p>
      <p className="form-small">
        <Sentence id="statement.by" values={{ moment: <Moment at={generated} />, wallet: <bdi>{wallet.name}</bdi>, version: <bdi>{wallet.version}</bdi> }} />
      </p>
    </>
  );
}

/** A cover says no more of what is signed than the pages under it. */
function leadOf(credentials: readonly CredentialStatement[]): MessageId {
  const signed = credentials.filter(({ elements }) => elements.every(({ values }) => values.every(({ source }) => source !== 'not-verified')));
  if (signed.length === credentials.length) return 'statement.prepared';
  return signed.length === 0 ? 'statement.prepared.unconfirmed' : 'statement.prepared.mixed';
}

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
        <Lead statement={statement} credential={credential} />
        {around === undefined ? null : (
          <p className="form-small">
            <Sentence id="statement.inside" values={{ title: <CredentialTitle credential={around} prefer={prefer} /> }} />
          </p>
        )}
        {isPlain(headline) ? null : (
          <p className="form-look">
            {headline === 'altered' ? text('statement.look.altered') : text('statement.look', { headline: text(headlineWords(headline)).replace(/\.$/, '') })}{' '}
            <Besides checks={credential.checks} />
          </p>
        )}
      </header>
      <Section number="1" title="statement.1" level={level} id={`${id}-s1`}>
        <HolderRows statement={statement} credential={credential} prefer={prefer} labels={labels} />
      </Section>
    </>
  );
}

const decisive: ReadonlySet<StatementCheck['id']> = new Set(['proof', 'binding', 'issuer', 'status', 'validity-period']);

/** What else failed or was not checked, so that what stands first hides nothing: an old date no unknown issuer. */
function Besides({ checks }: { readonly checks: readonly StatementCheck[] }) {
  const text = useText();
  const formats = useFormats();
  const told = (id: 'statement.failed' | 'statement.unchecked', state: StatementCheck['state']): readonly string[] => {
    const names = checks.filter((check) => check.state === state && decisive.has(check.id)).map((check) => text(checkName(check.id)));
    return names.length === 0 ? [] : [text(id, { names: formats.list([...new Set(names)]) })];
  };
  return [...told('statement.failed', 'failed'), ...told('statement.unchecked', 'unknown')].join(' ');
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
