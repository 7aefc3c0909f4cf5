import { toDisplayText } from '../../../core/model/display-text.ts';
import type { ElementValue } from '../../../core/model/eu-elements.ts';
import type { MessageId } from '../../languages/en.ts';
import { Sentence } from '../../languages/sentence.tsx';
import { conceptAddress } from './told.ts';
import type { Told } from './told.ts';
import { Words } from './words.tsx';

interface TextValueProps {
  readonly value: ElementValue;
  readonly prefer: readonly string[];
  readonly told: Told;
}

const numberWords: Readonly<Record<string, MessageId>> = {
  registration: 'element.number.registration',
  vatIdentifier: 'element.number.vat',
  taxIdentifier: 'element.number.tax',
  eIDASIdentifier: 'element.number.eidas',
  eidasLegalIdentifier: 'element.number.eidas',
};

/** A number of an organisation: what it is in our words where the format says so, else in the issuer's. */
function NumberOf({ kind, value }: { readonly kind: string; readonly value: string }) {
  const number = <bdi>{toDisplayText(value, 300)}</bdi>;
  if (kind === 'identifier') return number;
  const ours = Object.hasOwn(numberWords, kind) ? numberWords[kind] : undefined;
  if (ours !== undefined) return <Sentence id={ours} values={{ value: number }} />;
  return <Sentence id="element.level.named" values={{ framework: <bdi>{toDisplayText(kind, 120)}</bdi>, level: number }} />;
}

/** The issuer's words: of a result or of stacking, what they are within it; of a concept on no list, with its address as text. */
export function TextValue({ value, prefer, told }: TextValueProps) {
  const words = <Words text={value.text.length > 0 ? value.text : [{ text: value.raw }]} prefer={prefer} shown={told.shown} />;
  const part = told.parts.get(value.path);
  if (part !== undefined) {
    return (
      <dd className="says">
        <Sentence id={`part.${part}`} values={{ words }} />
      </dd>
    );
  }
  const number = told.numbers.get(value.path);
  if (number !== undefined) {
    return (
      <dd>
        <NumberOf {...number} />
      </dd>
    );
  }
  const address = conceptAddress(told, value.path);
  return (
    <>
      <dd>{words}</dd>
      {address === undefined ? null : (
        <dd className="raw">
          <bdi dir="ltr">{toDisplayText(address, 2_000)}</bdi>
        </dd>
      )}
    </>
  );
}
