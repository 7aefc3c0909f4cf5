import type { StatementNote } from '../../core/model/recognition-statement.ts';
import { elementLabel } from '../components/credential/element-words.ts';
import { useFormats } from '../languages/use-formats.ts';
import { useText } from '../languages/use-text.ts';
import type { StatementPageProps } from './statement-props.ts';

type SaidElsewhere = 'not-a-recognition-decision' | 'prepared-by-the-holders-wallet' | 'repeat-the-checks';

/** The first line of the page, and the line above the checks, say the others. */
function isSaidHere(note: StatementNote): note is Exclude<StatementNote, SaidElsewhere> {
  return note !== 'not-a-recognition-decision' && note !== 'prepared-by-the-holders-wallet' && note !== 'repeat-the-checks';
}

/** The completeness line, what is optional, and remarks: no grade, no share of anything. */
export function StatementRemarks({ credential, statement }: StatementPageProps) {
  const text = useText();
  const formats = useFormats();
  const { completeness, optional, notes } = credential;
  const { stated, excused, gaps } = completeness;
  const names = (ids: typeof gaps): string => formats.list(ids.map((id) => text(elementLabel(id))));
  return (
    <>
      <p>
        {text('element.summary', { stated, excused })} {gaps.length === 0 ? null : text('element.gaps', { gaps: names(gaps) })}{' '}
        {optional.length === 0 ? text('statement.9.no-optional') : text('statement.9.optional', { names: names(optional) })}
      </p>
      <p>
        {[...notes, ...statement.notes]
          .filter(isSaidHere)
          .map((note) => text(`statement.note.${note}`))
          .join(' ')}
      </p>
    </>
  );
}
