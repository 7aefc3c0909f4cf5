import type { ElementValue } from '../../../core/model/eu-elements.ts';
import { toDisplayText } from '../../../core/model/display-text.ts';
import type { Label } from '../../../core/model/labels.ts';
import { Sentence } from '../../languages/sentence.tsx';
import { useLabels } from '../../languages/use-labels.ts';
import { useText } from '../../languages/use-text.ts';
import { DocText } from '../doc-text.tsx';
import { attendanceCode } from './element-words.ts';
import { termWord } from './term-word.ts';

interface ListedTermProps {
  readonly value: ElementValue;
  readonly prefer: readonly string[];
  readonly is: Extract<ElementValue['is'], { kind: 'term' }>;
}

/** A label as a line of its own: lists write some in small letters. */
function asLine({ text, language }: Label): { readonly text: string; readonly language: string } {
  const [first = ''] = text;
  return { text: first.toLocaleUpperCase(language) + text.slice(first.length), language };
}

function saysTheSame(words: string, { text, language }: Label): boolean {
  const plain = (one: string): string => one.normalize('NFC').trim().toLocaleLowerCase(language);
  return plain(words) === plain(text);
}

/**
 * A code of a European list: the published label, and below it the issuer's own words where they say something else. Where
 * nothing is published in a language at hand, the issuer's words; without any, ours.
 */
export function ListedTerm({ value, prefer, is }: ListedTermProps) {
  const text = useText();
  const label = useLabels(prefer).label(is.list, is.code);
  return (
    <>
      {label?.official === true ? <Published value={value} prefer={prefer} label={label} /> : <Unpublished value={value} prefer={prefer} is={is} {...(label === undefined ? {} : { label })} />}
      {is.code === attendanceCode ? <dd className="says">{text('element.attendance')}</dd> : null}
    </>
  );
}

function Published({ value, prefer, label }: Omit<ListedTermProps, 'is'> & { readonly label: Label }) {
  const differs = value.text.length > 0 && !value.text.some((part) => saysTheSame(part.text, label));
  return (
    <>
      <dd>
        <DocText text={[asLine(label)]} prefer={prefer} />
      </dd>
      {differs ? (
        <dd className="says">
          <Sentence id="element.own-words" values={{ words: <DocText text={value.text} prefer={prefer} name /> }} />
        </dd>
      ) : null}
    </>
  );
}

function Unpublished({ value, prefer, is, label }: ListedTermProps & { readonly label?: Label }) {
  const text = useText();
  if (value.text.length > 0) {
    return (
      <dd>
        <DocText text={value.text} prefer={prefer} />
      </dd>
    );
  }
  const word = termWord(is.list, is.code);
  if (word !== undefined) return <dd>{text(word)}</dd>;
  return <dd>{label === undefined ? <bdi dir="auto">{toDisplayText(value.raw, 4_000)}</bdi> : <DocText text={[asLine(label)]} prefer={prefer} />}</dd>;
}
