import type { ReactNode } from 'react';
import { toDisplayText } from '../../../core/model/display-text.ts';
import type { Credential } from '../../../core/model/credential.ts';
import type { ElementReading, ElementValue, EuElementId } from '../../../core/model/eu-elements.ts';
import { europeanLevel } from '../../../core/model/european-level.ts';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';
import type { Text } from '../../languages/use-text.ts';
import { Day } from '../day.tsx';
import { plainText } from '../doc-text.tsx';
import { statedCountries } from '../../../core/model/sealing.ts';
import { workloadText } from './element-value.tsx';
import { meantDay } from './written-date.tsx';

interface FactsProps {
  readonly elements: readonly ElementReading[];
  readonly prefer: readonly string[];
  readonly credential: Credential;
}

/** The three figures of a credential: day of issue, level, workload. */
export function Facts({ elements, prefer, credential }: FactsProps) {
  const text = useText();
  const reading = (id: EuElementId): ElementReading | undefined => elements.find((element) => element.id === id);
  return (
    <dl className="facts">
      <Fact label={text('leaf.issued')}>{issuedNode(reading('M5')?.values[0], statedCountries(credential))}</Fact>
      <Fact label={text('leaf.level')}>{levelNode(reading('M8'), text)}</Fact>
      <Fact label={text('leaf.workload')}>{workloadNode(reading('M7'), text, prefer)}</Fact>
    </dl>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const text = useText();
  return (
    <div>
      <dt>{label}</dt>
      {children === undefined ? <dd data-missing="">{text('leaf.not-stated')}</dd> : <dd>{children}</dd>}
    </div>
  );
}

function issuedNode(value: ElementValue | undefined, countries: readonly string[]): ReactNode {
  if (value === undefined) return undefined;
  return <Day date={value.is.kind === 'date' ? meantDay(value.is.date, countries) : toDisplayText(value.raw, 60)} />;
}

/** Two values of which each could be meant are not settled here: the list below has both. */
function several(reading: ElementReading | undefined, text: Text): ReactNode {
  return reading?.state === 'conflict' ? <bdi>{text('leaf.several')}</bdi> : undefined;
}

/** On the European scale where it is stated there, for that scale is the one that is explained. */
function levelNode(reading: ElementReading | undefined, text: Text): ReactNode {
  const values = reading?.values ?? [];
  const [value] = values;
  if (value === undefined) return undefined;
  const level = (at: ElementValue): number | undefined => (at.is.kind === 'level' ? europeanLevel(at.is.framework, at.is.level) : undefined);
  const european = values.map(level).find((found) => found !== undefined);
  const other = several(reading, text);
  if (other !== undefined) return other;
  if (european !== undefined) return <bdi>{text('leaf.level.of', { level: european })}</bdi>;
  return <bdi>{toDisplayText(value.is.kind === 'level' ? `${value.is.framework} ${value.is.level}` : value.raw, 60)}</bdi>;
}

function workloadNode(reading: ElementReading | undefined, text: Text, prefer: readonly string[]): ReactNode {
  const isOfWhole = ({ is }: ElementValue): boolean => is.kind !== 'workload' || is.part !== true;
  const value = reading?.values.find(isOfWhole) ?? reading?.values[0];
  if (value === undefined) return undefined;
  const other = several(reading, text);
  if (other !== undefined) return other;
  const known = value.is.kind === 'workload' ? workloadText(value.is, text) : undefined;
  const words = <bdi>{known ?? toDisplayText(plainText(value.text, prefer) || value.raw, 60)}</bdi>;
  const isBare = known === undefined && value.is.kind === 'workload' && value.is.unit === undefined;
  return isBare ? <Sentence id="leaf.no-unit" values={{ amount: words }} /> : words;
}
