import { useLingui } from '@lingui/react';
import { toDisplayText } from '../../core/model/display-text.ts';
import { formatInstant, parseInstant } from '../../core/model/instant.ts';
import type { RecognitionStatement, StatementCheck, StepNotDone } from '../../core/model/recognition-statement.ts';
import type { TrustListMeta } from '../../core/model/trust.ts';
import type { ErrorFacts } from '../../core/model/wallet-error.ts';
import type { MessageId } from '../languages/en.ts';
import { Sentence } from '../languages/sentence.tsx';
import { useFormats } from '../languages/use-formats.ts';
import { useText } from '../languages/use-text.ts';
import { FormTable } from './form-table.tsx';
import type { StatementPageProps } from './statement-props.ts';
import { Digest, Moment } from './form-parts.tsx';
import { checkName } from './statement-words.ts';
import { Code } from './told-value.tsx';

const columns = ['statement.col.check', 'statement.col.result', 'statement.col.why', 'statement.col.when'] as const satisfies readonly MessageId[];

/** Every check and every step with its result, then what was not done, then the lists it rests on. */
export function StatementChecks({ credential, statement }: StatementPageProps) {
  const text = useText();
  const { checks, notDone } = credential;
  const undone = new Map(notDone.map(({ id, why }) => [id, why]));
  const isUndone = ({ id, state }: StatementCheck): boolean => state === 'unknown' && undone.has(id);
  const done = checks.filter((check) => !isUndone(check));
  const left = checks.filter(isUndone);
  return (
    <>
      <p>{text('statement.10.repeat')}</p>
      <FormTable kind="checks" name={text('statement.10')} columns={columns}>
        <tbody>
          {done.map((check, at) => (
            <CheckRow key={`${check.id}-${String(at)}`} check={check} lists={statement.lists} />
          ))}
        </tbody>
        {left.length === 0 ? null : (
          <tbody>
            {left.map((check, at) => (
              <CheckRow key={`${check.id}-${String(at)}`} check={check} lists={statement.lists} why={undone.get(check.id)} />
            ))}
          </tbody>
        )}
      </FormTable>
      <Lists statement={statement} />
    </>
  );
}

function CheckRow({ check, lists, why }: { readonly check: StatementCheck; readonly lists: readonly TrustListMeta[]; readonly why?: StepNotDone['why'] | undefined }) {
  const text = useText();
  const { id, state, reason, facts, basis, at, list } = check;
  const number = lists.findIndex(({ digest }) => digest === list?.digest) + 1;
  return (
    <tr>
      <th scope="row">
        {text(checkName(id))}
      </th>
      <td>{text(why === undefined ? `statement.result.${state}` : 'statement.10.undone')}</td>
      <td>
        {reason === 'step-not-done' ? null : <Reason id={id} state={state} reason={reason} facts={facts} />} {why === undefined ? null : text(`statement.undone.${why}`)}
      </td>
      <td>
        {reason === 'step-not-done' ? null : (
          <>
            <Moment at={at} />, {text(`statement.basis.${basis}`)}
          </>
        )}
        {list === undefined ? null : <>, {number === 0 ? <ListLine list={list} /> : text('statement.10.ref', { number })}</>}
      </td>
    </tr>
  );
}

/** Our sentence for a reason, and what goes with it; a reason without a sentence is no pass. */
function Reason({ id, state, reason, facts }: Pick<StatementCheck, 'id' | 'state' | 'reason'> & { readonly facts: ErrorFacts }) {
  const { i18n } = useLingui();
  const isPartly = reason === 'certificate-read' && state !== 'passed';
  const ids = [`statement.reason.${id}.${reason}`, ...(isPartly ? ['technical.is.certificate-partly'] : []), `statement.reason.${reason}`, `technical.is.${reason}`, 'statement.reason.other'];
  return (
    <>
      {i18n._(ids.find((each) => Object.hasOwn(i18n.messages, each)) ?? '')} <Facts facts={facts} />
    </>
  );
}

/** Facts that an office needs, in words: the dates of a certificate, when it sealed, what it calls itself, where to ask. The JSON has all. */
function Facts({ facts: { notBefore, notAfter = '', until = notAfter, sealedAt, qualified, host } }: { readonly facts: ErrorFacts }) {
  const text = useText();
  const formats = useFormats();
  const days = [notBefore, until].filter((day) => day !== undefined && day !== '').map((day) => formats.day(String(day)));
  const at = parseInstant(String(sealedAt));
  return (
    <>
      {at === undefined ? null : <><Moment at={at} />. </>}
      {days.length === 0 ? null : `${text('statement.about', { name: text(days.length > 1 ? 'technical.step.certificate' : 'statement.2.until') })} ${days.join(' – ')}. `}
     
      {qualified === 'true' ? text('statement.qualified') : null}
      {host === undefined ? null : <Code text={String(host)} />}
    </>
  );
}

/** The lists at hand, numbered: title, edition, dates, signature and SHA-256, so that anyone can find the same. */
function Lists({ statement: { lists } }: { readonly statement: RecognitionStatement }) {
  const text = useText();
  return (
    <>
      <p>
        <b>{text('statement.10.lists')}</b>
      </p>
      {lists.length === 0 ? <p>{text('statement.10.no-lists')}</p> : null}
      <ol className="form-list">
        {lists.map((list) => (
          <li key={list.digest}>
            <ListLine list={list} />
          </li>
        ))}
      </ol>
    </>
  );
}

function ListLine({ list }: { readonly list: TrustListMeta }) {
  const text = useText();
  const formats = useFormats();
  const { title, operator, edition, issuedAt, nextUpdate, signature, digest, signerThumbprint } = list;
  const day = (at: typeof issuedAt): string => (at === undefined ? '' : formats.day(formatInstant(at).slice(0, 10)));
  const more = [
    operator,
    edition === undefined ? undefined : text('statement.10.list.edition', { edition }),
    issuedAt === undefined ? undefined : text('statement.10.list.issued', { date: day(issuedAt) }),
    nextUpdate === undefined ? undefined : text('statement.10.list.next', { date: day(nextUpdate) }),
    text('statement.10.list.signature', { signature: signature === 'signed-by-pinned' ? 'pinned' : signature === 'signed-by-unknown' ? 'unknown' : 'other' }),
    signerThumbprint,
  ].filter((part) => part !== undefined);
  return (
    <>
      <Sentence id="statement.10.list" values={{ title: <bdi>{toDisplayText(title, 300)}</bdi>, more: <bdi>{toDisplayText(more.join(', '), 1_000)}</bdi> }} />{' '}
      <Digest hex={digest} />
    </>
  );
}
