import type { ReactNode } from 'react';
import type { EuElementId } from '../../core/model/eu-elements.ts';
import { toDisplayText } from '../../core/model/display-text.ts';
import type { StatementAccreditation, StatementElement, StatementValue } from '../../core/model/recognition-statement.ts';
import { missingWords } from '../components/credential/element-words.ts';
import type { MessageId } from '../languages/en.ts';
import { Sentence } from '../languages/sentence.tsx';
import { useText } from '../languages/use-text.ts';
import { elementRows } from './rows.ts';
import { StatementChecks } from './statement-checks.tsx';
import type { StatementPageProps } from './statement-props.ts';
import { LisbonGrid, QuestionGrid } from './statement-grid.tsx';
import { StatementHead } from './statement-head.tsx';
import { StatementOriginal } from './statement-original.tsx';
import { StatementRemarks } from './statement-remarks.tsx';
import { ElementRow, Row } from './told-row.tsx';
import type { Telling } from './told-row.tsx';
import { CoverageTold } from './told-value.tsx';
import { Section } from './form-parts.tsx';

/** The parts of a page, in the order of a form. */
export function StatementCredential(props: StatementPageProps) {
  const { level, id } = props;
  const section = (number: string): SectionPlace => ({ number, level, id: `${id}-s${number}` });
  return (
    <>
      <StatementHead {...props} />
      <SayingSections {...props} />
      <Section {...section('7')} title="statement.7">
        <p className="form-small">
          <Sentence id="statement.facts-only" />
        </p>
        <LisbonGrid {...props} />
      </Section>
      <Section {...section('8')} title="statement.8">
        <QuestionGrid {...props} />
      </Section>
      <Section {...section('9')} title="statement.9">
        <StatementRemarks {...props} />
      </Section>
      <Section {...section('10')} title="statement.10">
        <StatementChecks {...props} />
      </Section>
      <Section {...section('11')} title="statement.11">
        <StatementOriginal {...props} />
      </Section>
    </>
  );
}

interface SectionPlace {
  readonly number: string;
  readonly level: 1 | 2 | 3;
  readonly id: string;
}

/** The day of award has a row of its own. */
function withoutAward(element: StatementElement | undefined): StatementElement | undefined {
  return element?.id === 'M5' ? { ...element, values: element.values.filter(({ is }) => is.kind !== 'date' || is.of !== 'award') } : element;
}

/** What the credential says: core data, assessment, participation, quality assurance, stacking. */
function SayingSections(props: StatementPageProps) {
  const { credential, prefer, labels, level, id } = props;
  const telling = { prefer, labels };
  const element = (which: EuElementId): StatementElement | undefined => withoutAward(credential.elements.find((one) => one.id === which));
  const row = (which: EuElementId, label?: MessageId): ReactNode => <ElementRow number={elementRows[which]} element={element(which)} {...telling} {...(label === undefined ? {} : { label })} />;
  const section = (number: string): SectionPlace => ({ number, level, id: `${id}-s${number}` });
  const { core } = credential;
  const skills = without(core.skills, element('M6')?.values ?? []);
  return (
    <>
      <Section {...section('2')} title="statement.2">
        <dl className="form-rows">
          {row('M2')}
          {row('M4')}
          <Signed {...props} />
          {row('M3')}
          {row('M5')}
          <Row number="2.6" label="statement.2.awarded" values={core.awarded} {...telling} />
          <Row number="2.7" label="statement.2.until" values={core.validUntil} missing="statement.reason.no-dates" {...telling} />
          {row('M6')}
          <Row number="2.9" label="statement.2.skills" values={skills} {...(core.skills.length > skills.length ? { children: <Sentence id="statement.see" values={{ row: '2.8' }} /> } : {})} {...telling} />
          {row('M7')}
          {row('M8')}
          <Row number="2.12" label="statement.2.field" values={core.field} {...telling} />
          <Row number="2.13" label="statement.2.setting" values={core.setting} {...telling} />
          {core.kind === undefined || core.kind.length === 0 ? null : <Row number="2.14" label="statement.2.kind" values={core.kind} {...telling} />}
        </dl>
      </Section>
      <Section {...section('3')} title="statement.3">
        <dl className="form-rows">
          {row('M9')}
          {row('O2')}
          {row('O3')}
        </dl>
      </Section>
      <Section {...section('4')} title="statement.4">
        <dl className="form-rows">
          {row('M10')}
          <Row number="4.2" label="statement.4.language" values={core.language} {...telling} />
          {row('O1')}
        </dl>
      </Section>
      <Section {...section('5')} title="statement.5">
        <dl className="form-rows">
          {row('M11')}
          {(credential.accreditations ?? []).map((one, at) => (
            <Accredited key={at} number={`5.${String(at + 2)}`} accreditation={one} known={element('M11')?.values ?? []} {...telling} />
          ))}
        </dl>
      </Section>
      <Section {...section('6')} title="statement.6">
        <dl className="form-rows">
          {row('O4')}
          <More {...props} />
        </dl>
      </Section>
    </>
  );
}

/** Those that do not stand among the others: by place and words. */
function without(values: readonly StatementValue[], others: readonly StatementValue[]): readonly StatementValue[] {
  return values.filter(({ path, raw }) => !others.some((other) => other.path === path && other.raw === raw));
}

/** What else there is, without what stands in rows of its own. */
function More({ credential: { elements, core }, prefer, labels }: StatementPageProps) {
  const element = elements.find(({ id }) => id === 'O5');
  if (element === undefined) return null;
  const { values } = element;
  const missing = missingWords(element);
  const beside = [['2.12', core.field], ['2.13', core.setting], ['4.2', core.language]] as const;
  const more = without(values, beside.flatMap(([, told]) => told));
  const see = beside.flatMap(([row, told]) => (without(told, values).length < told.length ? [row] : []));
  return (
    <Row number={elementRows.O5} label="element.O5" values={more} prefer={prefer} labels={labels} {...(missing === undefined ? {} : { missing })}>
      {more.length > 0 || see.length === 0 ? undefined : <Sentence id="statement.see" values={{ row: see.join(', ') }} />}
    </Row>
  );
}

const relations = { 'same-body': 'statement.2.same', 'on-behalf': 'statement.2.mandate', 'other-body': 'statement.2.other' } as const;

/** Who sealed or signed: always a line of its own beside who awarded. */
function Signed({ credential: { core }, prefer, labels }: StatementPageProps) {
  const text = useText();
  const { relation, values, certificate } = core.sealing;
  const names = [certificate?.organisation, certificate?.organisationIdentifier, certificate?.country].filter((name) => name !== undefined);
  return (
    <Row number="2.3" label="statement.2.signed" values={values} prefer={prefer} labels={labels}>
      {relation === 'not-told' && certificate === undefined ? undefined : (
        <>
          {relation === 'not-told' ? null : text(relations[relation])}{' '}
          {certificate === undefined ? null : (
            <>
              {names.length === 0 ? null : <Sentence id="statement.2.certificate" values={{ names: <bdi>{toDisplayText(names.join(', '), 1_000)}</bdi> }} />}{' '}
              {text(certificate.anchored ? 'statement.2.anchored' : 'statement.2.not-anchored')}
            </>
          )}
        </>
      )}
    </Row>
  );
}

/** One accreditation: what the row above does not say of it, whose it is, and whether it covers what was awarded. */
function Accredited({ number, accreditation, known, prefer, labels }: Telling & { readonly number: string; readonly accreditation: StatementAccreditation; readonly known: readonly StatementValue[] }) {
  const { values, organisations, covers, because } = accreditation;
  const told = [...values.slice(0, 1), ...without([...values.slice(1), ...organisations], known)];
  return (
    <Row number={number} label="statement.5.award" values={told} prefer={prefer} labels={labels}>
      <CoverageTold covers={covers} because={because} />
    </Row>
  );
}
