import { toDisplayText } from '../../../core/model/display-text.ts';
import type { MessageId } from '../../languages/en.ts';
import { Sentence } from '../../languages/sentence.tsx';

const numberWords: Readonly<Record<string, MessageId>> = {
  registration: 'element.number.registration',
  vatIdentifier: 'element.number.vat',
  taxIdentifier: 'element.number.tax',
  eIDASIdentifier: 'element.number.eidas',
  eidasLegalIdentifier: 'element.number.eidas',
};

/** A number of an organisation: what it is in our words where the format says so, else in the issuer's. */
export function NumberOf({ kind, value }: { readonly kind: string; readonly value: string }) {
  const number = <bdi>{toDisplayText(value, 300)}</bdi>;
  if (kind === 'identifier') return number;
  const ours = Object.hasOwn(numberWords, kind) ? numberWords[kind] : undefined;
  if (ours !== undefined) return <Sentence id={ours} values={{ value: number }} />;
  return <Sentence id="element.level.named" values={{ framework: <bdi>{toDisplayText(kind, 120)}</bdi>, level: number }} />;
}
