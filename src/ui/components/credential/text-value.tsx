import { toDisplayText } from '../../../core/model/display-text.ts';
import type { ElementValue } from '../../../core/model/eu-elements.ts';
import { Sentence } from '../../languages/sentence.tsx';
import { NumberOf } from './number-of.tsx';
import { conceptAddress } from './told.ts';
import type { Told } from './told.ts';
import { Words } from './words.tsx';

interface TextValueProps {
  readonly value: ElementValue;
  readonly prefer: readonly string[];
  readonly told: Told;
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
