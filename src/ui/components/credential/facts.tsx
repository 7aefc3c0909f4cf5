import type { ReactNode } from 'react';
import { toDisplayText } from '../../../core/model/display-text.ts';
import type { ElementReading, ElementValue, EuElementId } from '../../../core/model/eu-elements.ts';
import { europeanLevel } from '../../../core/model/european-level.ts';
import { useText } from '../../languages/use-text.ts';
import { Day } from '../day.tsx';
import { plainText } from '../doc-text.tsx';
import { workloadText } from './element-value.tsx';

interface FactsProps {
  readonly elements: readonly ElementReading[];
  readonly prefer: readonly string[];
}

/** The three figures of a credential: day of issue, level, workload. */
export function Facts({ elements, prefer }: FactsProps) {
  const text = useText();
  const first = (id: EuElementId): ElementValue | undefined => elements.find((reading) => reading.id === id)?.values[0];
  return (
    <dl className="facts">
      <Fact label={text('leaf.issued')}>{issuedNode(first('M5'))}</Fact>
      <Fact label={text('leaf.level')}>{levelNode(first('M8'), text)}</Fact>
      <Fact label={text('leaf.workload')}>{workloadNode(first('M7'), text, prefer)}</Fact>
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

function issuedNode(value: ElementValue | undefined): ReactNode {
  if (value === undefined) return undefined;
  return <Day date={value.is.kind === 'date' ? value.is.date : toDisplayText(value.raw, 60)} />;
}

function levelNode(value: ElementValue | undefined, text: ReturnType<typeof useText>): ReactNode {
  if (value?.is.kind !== 'level') return value === undefined ? undefined : <bdi>{toDisplayText(value.raw, 60)}</bdi>;
  const european = europeanLevel(value.is.framework, value.is.level);
  if (european !== undefined) return <bdi>{text('leaf.level.of', { level: european })}</bdi>;
  return <bdi>{toDisplayText(`${value.is.framework} ${value.is.level}`, 60)}</bdi>;
}

function workloadNode(value: ElementValue | undefined, text: ReturnType<typeof useText>, prefer: readonly string[]): ReactNode {
  if (value === undefined) return undefined;
  const known = value.is.kind === 'workload' ? workloadText(value.is, text) : undefined;
  return <bdi>{known ?? toDisplayText(plainText(value.text, prefer) || value.raw, 60)}</bdi>;
}
