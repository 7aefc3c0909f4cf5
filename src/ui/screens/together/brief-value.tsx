import type { ElementValue } from '../../../core/model/eu-elements.ts';
import { europeanLevel } from '../../../core/model/european-level.ts';
import { ElementValueRow } from '../../components/credential/element-value.tsx';
import type { Told } from '../../components/credential/told.ts';
import { useText } from '../../languages/use-text.ts';

/** A value beside others: a European level without what is said of it on the credential's own page. */
export function BriefValue({ value, prefer, told }: { readonly value: ElementValue; readonly prefer: readonly string[]; readonly told: Told }) {
  const text = useText();
  const { is } = value;
  const level = is.kind === 'level' ? europeanLevel(is.framework, is.level) : undefined;
  return level === undefined ? <ElementValueRow value={value} prefer={prefer} told={told} /> : <dd>{text('together.level', { level })}</dd>;
}
