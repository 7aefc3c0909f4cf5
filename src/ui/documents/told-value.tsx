import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { toDisplayText } from '../../core/model/display-text.ts';
import { europeanLevel } from '../../core/model/european-level.ts';
import type { Label } from '../../core/model/labels.ts';
import type { StatementAccreditation, StatementValue } from '../../core/model/recognition-statement.ts';
import { attendanceCode } from '../components/credential/element-words.ts';
import { NumberOf } from '../components/credential/number-of.tsx';
import { DocText, plainText } from '../components/doc-text.tsx';
import { Sentence } from '../languages/sentence.tsx';
import { useFormats } from '../languages/use-formats.ts';
import type { UsedLabels } from '../languages/use-labels.ts';
import { useText } from '../languages/use-text.ts';
import { Breakable } from './breakable.tsx';

/** Longest text of one value on paper: nothing that people write is longer, and the original has it all. */
const maxCharacters = 20_000;

export interface ToldProps {
  readonly value: StatementValue;
  readonly prefer: readonly string[];
  readonly labels: UsedLabels;
}

/** Words of a machine: a code, an address, a date as it is written. */
export function Code({ text }: { readonly text: string }) {
  return (
    <bdi className="form-code" dir="ltr">
      <Breakable text={toDisplayText(text, 4_000)} />
    </bdi>
  );
}

function Words({ value: { text, raw }, prefer }: ToldProps) {
  return <DocText text={text.length > 0 ? text : [{ text: raw }]} prefer={prefer} max={maxCharacters} />;
}

function LabelText({ label: { text, language } }: { readonly label: Label }) {
  return <DocText text={[{ text: text.slice(0, 1).toLocaleUpperCase(language) + text.slice(1), language }]} prefer={[]} />;
}

/** The day that a date means, and how it is written, where that is not the same. */
function DayTold({ value, labels, date }: ToldProps & { readonly date: string }) {
  const formats = useFormats();
  const { day } = value;
  if (day === undefined) return <Code text={date} />;
  const shown = day.meant ?? day.written;
  const words = <time dateTime={shown}>{formats.day(shown)}</time>;
  const written = <Code text={date.trim()} />;
  if (date.trim() === day.written) return words;
  if (day.basis === 'zone-not-stated') return <Sentence id="statement.date.no-zone" values={{ date: words, written }} />;
  if (day.meant === undefined) return <Sentence id="statement.date.written" values={{ date: words, written }} />;
  const country = day.country === undefined ? undefined : labels.country(day.country);
  return <Sentence id="statement.date.meant" values={{ date: words, written, country: country === undefined ? <Code text={day.country ?? ''} /> : <LabelText label={country} /> }} />;
}

function Term(props: ToldProps & { readonly is: Extract<StatementValue['is'], { kind: 'term' }> }) {
  const { value, prefer, labels, is } = props;
  const { i18n } = useLingui();
  const label = labels.label(is.list, is.code);
  const published = label?.official === true ? label : undefined;
  const plain = (words: string): string => words.normalize('NFC').trim().toLowerCase();
  const differs = published !== undefined && value.text.length > 0 && !value.text.some(({ text }) => plain(text) === plain(published.text));
  const ours = `term.${is.list}.${is.code}`;
  const words = (): ReactNode => {
    if (published !== undefined) return <LabelText label={published} />;
    if (value.text.length > 0) return <Words {...props} />;
    if (Object.hasOwn(i18n.messages, ours)) return i18n._(ours);
    return label === undefined ? <Code text={is.code} /> : <LabelText label={label} />;
  };
  return (
    <>
      {words()}
      {differs ? <> · <Sentence id="element.own-words" values={{ words: <DocText text={value.text} prefer={prefer} name max={maxCharacters} /> }} /></> : null}
      {is.code === attendanceCode ? <> · {i18n._('element.attendance')}</> : null}
    </>
  );
}

function Level(props: ToldProps & { readonly is: Extract<StatementValue['is'], { kind: 'level' }> }) {
  const { value, is } = props;
  const text = useText();
  const european = europeanLevel(is.framework, is.level);
  if (european !== undefined) return text('statement.level', { level: european });
  const framework = toDisplayText(is.framework, 300);
  const level = toDisplayText(is.level || value.raw, 300);
  if (framework === '') return <Words {...props} />;
  return <bdi>{text(/\p{L}{3}/u.test(level) ? 'element.level.named' : 'element.level.other', { framework, level })}</bdi>;
}

function Workload(props: ToldProps & { readonly is: Extract<StatementValue['is'], { kind: 'workload' }> }) {
  const text = useText();
  const { amount, system } = props.is;
  if (system === 'ECTS') return text('element.credits', { amount });
  if (system === 'ECVET') return text('element.ecvet', { amount });
  if (system === 'hours') return text('element.hours', { amount });
  return (
    <>
      <Words {...props} /> · {text(props.is.unit === undefined ? 'element.unit-unknown' : 'element.unit-other')}
    </>
  );
}

const relations: ReadonlySet<string> = new Set(['isPartOf', 'isChildOf', 'isParentOf', 'precedes', 'replacedBy', 'exactMatchOf', 'isPeerOf']);

/** Whether an accreditation covers what was awarded: a fact with its reasons. */
export function CoverageTold({ covers, because }: Pick<StatementAccreditation, 'covers' | 'because'>) {
  const text = useText();
  return [text(`element.coverage.${covers}`), ...because.map((reason) => text(`element.coverage.${reason}`))].join(' ');
}

/** One value in a line: the issuer's words, or ours for a code. Nothing can be pressed, nothing is hidden. */
export function ToldValue(props: ToldProps): ReactNode {
  const { value, prefer, labels } = props;
  const text = useText();
  const { is } = value;
  switch (is.kind) {
    case 'date': {
      const date = <DayTold {...props} date={is.date} />;
      return is.of === undefined ? date : <Sentence id={`element.${is.of}`} values={{ date }} />;
    }
    case 'country':
    case 'language': {
      const label = labels[is.kind](is.code);
      return label === undefined ? <Code text={is.code} /> : <><LabelText label={label} /> (<Code text={is.code} />)</>;
    }
    case 'workload':
      return <Workload {...props} is={is} />;
    case 'level':
      return <Level {...props} is={is} />;
    case 'term':
      return <Term {...props} is={is} />;
    case 'identifier': {
      if (value.day !== undefined) return <DayTold {...props} date={value.raw} />;
      const shown = <Words {...props} />;
      if (is.hashed) return <Sentence id="statement.hashed" values={{ value: shown }} />;
      return is.scheme === '' ? shown : <Sentence id="statement.identifier" values={{ scheme: <Code text={is.scheme} />, value: shown }} />;
    }
    case 'link':
      return <Code text={plainText(value.text, prefer, 2_000) || value.raw} />;
    case 'skill':
      return <>{value.text.length === 0 ? null : <><Words {...props} />{' '}</>}{is.uri === undefined ? null : <Code text={is.uri} />}</>;
    case 'stackable':
      return text(is.stackable ? 'element.stackable' : 'element.not-stackable');
    case 'partial':
      return text(is.partial ? 'element.partial' : 'element.not-partial');
    case 'association':
      return <bdi>{text('element.association', { relation: relations.has(is.relation) ? is.relation : 'other', source: toDisplayText(is.source, 300), target: toDisplayText(is.target, 300) })}</bdi>;
    case 'accreditation':
      return <Sentence id={`element.accreditation.${is.detail}`} values={{ text: <Words {...props} /> }} />;
    case 'coverage':
      return <CoverageTold covers={is.covers} because={is.because} />;
    case 'odd-duration':
      return <><Code text={value.raw} /> · {text('element.odd-duration')}</>;
    case 'text':
      return value.number === undefined ? <Words {...props} /> : <NumberOf kind={value.number} value={plainText(value.text, prefer, maxCharacters)} />;
  }
}
