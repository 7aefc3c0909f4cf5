import { Fragment } from 'react';
import type { ReactNode } from 'react';
import type { GridFact, GridRow, StatementValue } from '../../core/model/recognition-statement.ts';
import { elementLabel } from '../components/credential/element-words.ts';
import type { MessageId } from '../languages/en.ts';
import { Sentence } from '../languages/sentence.tsx';
import { useFormats } from '../languages/use-formats.ts';
import { useText } from '../languages/use-text.ts';
import type { Text } from '../languages/use-text.ts';
import { FormTable } from './form-table.tsx';
import { rowOf } from './rows.ts';
import type { StatementPageProps } from './statement-props.ts';
import { ToldValue } from './told-value.tsx';
import { checkName } from './statement-words.ts';

const columns = ['statement.col.asked', 'statement.col.fact', 'statement.col.state', 'statement.col.source', 'statement.col.where'] as const satisfies readonly MessageId[];
const subjects = { field: 'statement.2.field', setting: 'statement.2.setting', language: 'statement.4.language', register: 'statement.register', checks: 'statement.checks' } as const;

/** From here on a fact is told in its own row, and the grid says how many entries it has. */
const maxShort = 240;

/** The five elements of the Lisbon Convention practice with facts: what, whether stated, whose word, where. */
export function LisbonGrid(props: StatementPageProps) {
  return <Grid {...props} title="statement.7" rows={props.credential.lisbon} nameOf={(id) => `statement.lisbon.${id}`} />;
}

export function QuestionGrid(props: StatementPageProps) {
  return <Grid {...props} title="statement.8" rows={props.credential.questions} nameOf={(id) => `statement.ask.${id}`} />;
}

interface GridProps<Id extends string> extends StatementPageProps {
  readonly title: MessageId;
  readonly rows: readonly GridRow<Id>[];
  readonly nameOf: (id: Id) => MessageId;
}

function Grid<Id extends string>({ title, rows, nameOf, ...props }: GridProps<Id>) {
  const text = useText();
  return (
    <FormTable kind="facts" name={text(title)} columns={columns}>
      {rows.map(({ id, facts }) => (
        <tbody key={id}>
          {facts.map((fact, at) => (
            <tr key={fact.about}>
              {at === 0 ? (
                <th scope="rowgroup" rowSpan={facts.length}>
                  {text(nameOf(id))}
                </th>
              ) : null}
              <FactCells fact={fact} {...props} />
            </tr>
          ))}
        </tbody>
      ))}
    </FormTable>
  );
}

function FactCells({ fact, ...props }: StatementPageProps & { readonly fact: GridFact }) {
  const text = useText();
  const { about, state, values } = fact;
  return (
    <>
      <td>
        <b>{text('statement.about', { name: text(about in subjects ? subjects[about as keyof typeof subjects] : elementLabel(about as Parameters<typeof elementLabel>[0])) })}</b> <Told fact={fact} {...props} />
      </td>
      <td>{about === 'checks' ? null : text(`statement.state.${state}`)}</td>
      <td>{about === 'checks' ? null : sourceWords(values, text)}</td>
      <td>
        {text('statement.see', { row: rowOf(about) })}
        {fact.list === undefined ? null : <>, {text('statement.10.ref', { number: listNumber(props, fact) })}</>}
      </td>
    </>
  );
}

function listNumber({ statement }: StatementPageProps, { list }: GridFact): number {
  return statement.lists.findIndex(({ digest }) => digest === list?.digest) + 1;
}

/** What is stated, in short; a long list is told in its own row. */
function Told({ fact, credential, prefer, labels }: StatementPageProps & { readonly fact: GridFact }): ReactNode {
  const text = useText();
  const { about, values, checks } = fact;
  if (checks !== undefined) return <ChecksTold checks={checks} />;
  if (values.length === 0) return about === 'register' ? text(wasLookedFor(credential) ? 'statement.not-listed' : 'statement.undone.could-not-judge') : null;
  const length = values.reduce((sum, value) => sum + Math.max(0, ...value.text.map((part) => part.text.length)), 0);
  if (values.length > 4 || length > maxShort) {
    return (
      <>
        {text('statement.entries', { count: values.length })}. <Sentence id="statement.see" values={{ row: rowOf(about) }} />
      </>
    );
  }
  return values.map((value, at) => (
    <Fragment key={at}>
      {at === 0 ? null : '; '}
      <ToldValue value={value} prefer={prefer} labels={labels} />
    </Fragment>
  ));
}

/** Whether lists were searched at all: who signed is looked for only where the signature fits. */
function wasLookedFor({ checks }: StatementPageProps['credential']): boolean {
  return checks.some(({ id, reason }) => id === 'issuer' && (reason === 'on-no-list' || reason === 'on-own-list'));
}

/** How the checks came out, by name where one failed: a sum alone would hide it. */
function ChecksTold({ checks }: { readonly checks: NonNullable<GridFact['checks']> }) {
  const text = useText();
  const formats = useFormats();
  const of = (state: string): typeof checks => checks.filter((check) => check.state === state);
  const failed = of('failed');
  return (
    <>
      {text('statement.check-sum', { passed: of('passed').length, failed: failed.length, undone: of('unknown').length })}
      {failed.length === 0 ? null : `. ${text('statement.failed', { names: formats.list(failed.map(({ id }) => text(checkName(id)))) })}`}
    </>
  );
}

/** Whose word the values are, and whether they are only words. */
function sourceWords(values: readonly StatementValue[], text: Text): string {
  const words = values.map(({ source, form }) => {
    const whose = text(`statement.source.${source}`);
    return form === 'free-text' && source !== 'not-verified' && source !== 'in-register' ? text('statement.source.free-text', { source: whose }) : whose;
  });
  return [...new Set(words)].join('. ');
}
