import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';
import { Moment } from '../day.tsx';
import { Icon } from '../icon.tsx';
import { Said } from '../said.tsx';
import type { CheckLine } from './check-words.ts';

/** "Why we say this": four questions with their answers, reasons and dates. */
export function CheckLines({ lines, prefer, full }: { readonly lines: readonly CheckLine[]; readonly prefer: readonly string[]; readonly full?: true }) {
  const text = useText();
  return (
    <ul className="checks" role="list">
      {lines.map((line) => (
        <li key={line.ask} className="check" data-tone={line.tone}>
          <Icon name={line.icon} />
          <span className="check-ask">{text(line.ask)}</span>
          <span className="check-is">{text(line.answer)}</span>
          <span className="check-why">
            {line.why.map((say) => (
              <span key={say.id}>
                <Said say={say} prefer={prefer} />{' '}
              </span>
            ))}
            {line.at === undefined ? null : <When at={line.at} {...(full === true ? { full } : {})} />}
          </span>
        </li>
      ))}
    </ul>
  );
}

function When({ at, full }: { readonly at: NonNullable<CheckLine['at']>; readonly full?: true }) {
  return (
    <span className="whole">
      <Sentence id="why.when" values={{ moment: <Moment at={at} {...(full === true ? { full } : {})} /> }} />
    </span>
  );
}
