import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { ElementValue } from '../../../core/model/eu-elements.ts';
import type { Label } from '../../../core/model/labels.ts';
import { Sentence } from '../../languages/sentence.tsx';
import { useLabels } from '../../languages/use-labels.ts';
import { DocText } from '../doc-text.tsx';
import { attendanceCode } from './element-words.ts';

interface ListedTermProps {
  readonly value: ElementValue;
  readonly prefer: readonly string[];
  readonly is: Extract<ElementValue['is'], { kind: 'term' }>;
}

/** A label as a line of its own: lists write some in small letters. */
function Line({ label: { text, language } }: { readonly label: Label }) {
  return <DocText text={[{ text: text.slice(0, 1).toLocaleUpperCase(language) + text.slice(1), language }]} prefer={[]} />;
}

const plain = (words: string): string => words.normalize('NFC').trim().toLowerCase();

/**
 * A code of a European list: the published label, and below it the issuer's own words where they say something else. Where
 * nothing is published in a language at hand, the issuer's words; without any, ours.
 */
export function ListedTerm({ value, prefer, is }: ListedTermProps) {
  const { i18n } = useLingui();
  const label = useLabels(prefer).label(is.list, is.code);
  const ours = `term.${is.list}.${is.code}`;
  const hasWords = value.text.length > 0;
  const published = label?.official === true ? label : undefined;
  const differs = published !== undefined && hasWords && !value.text.some(({ text }) => plain(text) === plain(published.text));
  const words = (): ReactNode => {
    if (published !== undefined) return <Line label={published} />;
    if (hasWords) return <DocText text={value.text} prefer={prefer} />;
    if (Object.hasOwn(i18n.messages, ours)) return i18n._(ours);
    return label === undefined ? <DocText text={[{ text: value.raw }]} prefer={prefer} /> : <Line label={label} />;
  };
  return (
    <>
      <dd>{words()}</dd>
      {differs ? (
        <dd className="says">
          <Sentence id="element.own-words" values={{ words: <DocText text={value.text} prefer={prefer} name /> }} />
        </dd>
      ) : null}
      {is.code === attendanceCode ? <dd className="says">{i18n._('element.attendance')}</dd> : null}
    </>
  );
}
