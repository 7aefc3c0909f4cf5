import { useState } from 'react';
import type { ReactNode } from 'react';
import { toDisplayText, toQuotedText } from '../../../core/model/display-text.ts';
import type { ElementValue } from '../../../core/model/eu-elements.ts';
import { europeanLevel } from '../../../core/model/european-level.ts';
import { Sentence } from '../../languages/sentence.tsx';
import { useFormats } from '../../languages/use-formats.ts';
import { useLabels } from '../../languages/use-labels.ts';
import { useText } from '../../languages/use-text.ts';
import type { Text } from '../../languages/use-text.ts';
import { Day } from '../day.tsx';
import { DocText, plainText } from '../doc-text.tsx';
import { levelMeaning } from './element-words.ts';
import { ListedTerm } from './listed-term.tsx';
import { nothingTold } from './told.ts';
import type { Told } from './told.ts';
import { TextValue } from './text-value.tsx';
import { Words } from './words.tsx';
import { DayRemark, meantDay } from './written-date.tsx';

interface ValueProps {
  readonly value: ElementValue;
  readonly prefer: readonly string[];
  readonly told: Told;
}

function Raw({ text }: { readonly text: string }) {
  return <bdi dir="auto">{toDisplayText(text, 4_000)}</bdi>;
}

/** A stated workload in words: credits and hours as stated, never one from the other. */
export function workloadText(is: Extract<ElementValue['is'], { kind: 'workload' }>, text: Text): string | undefined {
  if (is.system === 'ECTS') return text('element.credits', { amount: is.amount });
  if (is.system === 'ECVET') return text('element.ecvet', { amount: is.amount });
  return is.system === 'hours' ? text('element.hours', { amount: is.amount }) : undefined;
}

function Level({ value, is }: Pick<ValueProps, 'value'> & { readonly is: Extract<ElementValue['is'], { kind: 'level' }> }) {
  const text = useText();
  const european = europeanLevel(is.framework, is.level);
  if (european === undefined) {
    const framework = toDisplayText(is.framework, 120);
    const level = toDisplayText(is.level || value.raw, 120);
    if (framework === '') return <dd>{level}</dd>;
    return (
      <dd>
        <Sentence id={/\p{L}{3}/u.test(level) ? 'element.level.named' : 'element.level.other'} values={{ framework: <bdi>{framework}</bdi>, level: <bdi>{level}</bdi> }} />
      </dd>
    );
  }
  return (
    <>
      <dd>{text('element.level.eqf', { level: european })}</dd>
      <dd className="says">{text('element.level.help', { level: european, meaning: text(levelMeaning(european)) })}</dd>
    </>
  );
}

function Identifier({ value, prefer, told, is }: ValueProps & { readonly is: Extract<ElementValue['is'], { kind: 'identifier' }> }) {
  const text = useText();
  const [shown, setShown] = useState(false);
  const label = text(identifierLabel(is.scheme));
  if (is.hashed) return <dd className="says">{`${label}. ${text('element.hashed')}`}</dd>;
  if (!is.sensitive) {
    return (
      <dd>
        <DocText text={value.text} prefer={prefer} />
      </dd>
    );
  }
  const isDay = label === text('element.kind.birth') && /^\d{4}-\d{2}-\d{2}/.test(value.raw);
  return (
    <>
      <dd className="says row between">
        <span>
          {text(shown ? 'element.shown' : 'element.masked', { label })}{' '}
          {shown ? <span className="doc">{isDay ? <Day date={meantDay(value.raw, told.countries)} /> : <DocText text={value.text} prefer={prefer} />}</span> : null}
        </span>
        <button className="btn" data-kind="quiet" data-edge="end" type="button" onClick={() => setShown(!shown)}>
          {text(shown ? 'element.hide' : 'element.show')}
          <span className="unseen">: {label}</span>
        </button>
      </dd>
      {shown && isDay ? <DayRemark date={value.raw} countries={told.countries} /> : null}
    </>
  );
}

function identifierLabel(scheme: string): 'element.kind.email' | 'element.kind.birth' | 'element.kind.number' | 'element.kind.id' {
  if (/mail/i.test(scheme)) return 'element.kind.email';
  if (/birth/i.test(scheme)) return 'element.kind.birth';
  return /national|student|tax|number|identity|sis|eppn/i.test(scheme) ? 'element.kind.number' : 'element.kind.id';
}

/** A country or language that is given as a code: its name in the language that is read, else as our screens say it. */
function Named({ prefer, is }: Pick<ValueProps, 'prefer'> & { readonly is: Extract<ElementValue['is'], { kind: 'country' | 'language' }> }) {
  const formats = useFormats();
  const labels = useLabels(prefer);
  const label = labels[is.kind](is.code);
  const name = label === undefined ? formats[is.kind](toDisplayText(is.code, 120)) : <DocText text={[label]} prefer={[]} />;
  return <dd>{is.kind === 'language' ? <Sentence id="element.language" values={{ language: name }} /> : name}</dd>;
}

function WorkloadValue({ value, prefer, is }: Omit<ValueProps, 'told'> & { readonly is: Extract<ElementValue['is'], { kind: 'workload' }> }) {
  const text = useText();
  const known = workloadText(is, text);
  const ofPart = is.part === true ? <dd className="says">{text('element.of-part')}</dd> : null;
  if (known !== undefined) {
    return (
      <>
        <dd>{known}</dd>
        {ofPart}
      </>
    );
  }
  return (
    <>
      <dd>
        <Raw text={plainText(value.text, prefer) || value.raw} />
      </dd>
      <dd className="says">{text(is.unit === undefined ? 'element.unit-unknown' : 'element.unit-other')}</dd>
      {ofPart}
    </>
  );
}

/** A skill in the issuer's words, and its address as text. */
function Skill({ value, prefer, told, is }: ValueProps & { readonly is: Extract<ElementValue['is'], { kind: 'skill' }> }) {
  return (
    <>
      {value.text.length === 0 ? null : (
        <dd>
          <Words text={value.text} prefer={prefer} shown={told.shown} />
        </dd>
      )}
      {is.uri === undefined ? null : (
        <dd className="raw">
          <bdi dir="ltr">{toDisplayText(is.uri, 2_000)}</bdi>
        </dd>
      )}
    </>
  );
}

const relations: ReadonlySet<string> = new Set(['isPartOf', 'isChildOf', 'isParentOf', 'precedes', 'replacedBy', 'exactMatchOf', 'isPeerOf']);

/** A name between quotation marks that it cannot end, with a direction of its own. */
function quoted(name: string): string {
  return `\u2068${toQuotedText(name, 300)}\u2069`;
}

/** The relations that we have words for; any other is only told to be one. */
function toRelation(relation: string): string {
  return relations.has(relation) ? relation : 'other';
}

/** Whether an accreditation covers the credential, by what it says of both: a remark of ours. */
function Coverage({ is }: { readonly is: Extract<ElementValue['is'], { kind: 'coverage' }> }) {
  const text = useText();
  return (
    <>
      <dd className="says">{text(`element.coverage.${is.covers}`)}</dd>
      {is.because.map((reason) => (
        <dd key={reason} className="says">
          {text(`element.coverage.${reason}`)}
        </dd>
      ))}
    </>
  );
}

function DateValue({ is, told: { countries } }: Pick<ValueProps, 'told'> & { readonly is: Extract<ElementValue['is'], { kind: 'date' }> }) {
  const day = <Day date={meantDay(is.date, countries)} />;
  return (
    <>
      <dd>{is.of === undefined ? day : <Sentence id={`element.${is.of}`} values={{ date: day }} />}</dd>
      <DayRemark date={is.date} countries={countries} />
    </>
  );
}

/** One value of an element: the issuer's words in the document's type, our remarks below in ours. */
export function ElementValueRow({ value, prefer, told = nothingTold }: Omit<ValueProps, 'told'> & { readonly told?: Told }): ReactNode {
  const text = useText();
  const { is } = value;
  switch (is.kind) {
    case 'date':
      return <DateValue is={is} told={told} />;
    case 'country':
    case 'language':
      return <Named prefer={prefer} is={is} />;
    case 'workload':
      return <WorkloadValue value={value} prefer={prefer} is={is} />;
    case 'level':
      return <Level value={value} is={is} />;
    case 'identifier':
      return <Identifier value={value} prefer={prefer} told={told} is={is} />;
    case 'term':
      return <ListedTerm value={value} prefer={prefer} is={is} />;
    case 'link':
      return (
        <dd className="raw">
          <bdi dir="ltr">{toDisplayText(plainText(value.text, prefer) || value.raw, 2_000)}</bdi>
        </dd>
      );
    case 'skill':
      return <Skill value={value} prefer={prefer} told={told} is={is} />;
    case 'stackable':
      return <dd>{text(is.stackable ? 'element.stackable' : 'element.not-stackable')}</dd>;
    case 'association':
      return <dd>{text('element.association', { relation: toRelation(is.relation), source: quoted(is.source), target: quoted(is.target) })}</dd>;
    case 'accreditation':
      return (
        <dd>
          <Sentence id={`element.accreditation.${is.detail}`} values={{ text: <DocText text={value.text} prefer={prefer} max={300} /> }} />
        </dd>
      );
    case 'coverage':
      return <Coverage is={is} />;
    case 'partial':
      return <dd>{text(is.partial ? 'element.partial' : 'element.not-partial')}</dd>;
    case 'odd-duration':
      return (
        <>
          <dd>
            <Raw text={value.raw} />
          </dd>
          <dd className="says">{text('element.odd-duration')}</dd>
        </>
      );
    case 'text':
      return <TextValue value={value} prefer={prefer} told={told} />;
  }
}
