import { useState } from 'react';
import type { ElementReading } from '../../../core/model/eu-elements.ts';
import type { ExaminedCredential } from '../../../core/model/examination.ts';
import { useText } from '../../languages/use-text.ts';
import { CompletenessLine, ElementList } from './element-list.tsx';
import { FurtherClaims } from './further-claims.tsx';
import { CredentialPacking } from './packing-line.tsx';
import { Pictures } from './pictures.tsx';

interface SaysProps {
  readonly examined: ExaminedCredential;
  readonly prefer: readonly string[];
  /** The language that is read, where there are several. */
  readonly shown: string | undefined;
  /** The learner's own page: there she may find out whether a scrambled address is hers. */
  readonly own: boolean;
}

/** All that a credential says: elements, pictures, what nobody understood, what is missing. */
export function Says({ examined, prefer, shown, own }: SaysProps) {
  const [explained, toggle] = useExplained();
  const [isMatched, setMatched] = useState(false);
  const elements = isMatched ? examined.elements.map(matched) : examined.elements;
  const hers = own ? { hers: { isMatched, onMatch: () => setMatched(true) } } : {};
  return (
    <>
      <Explain explained={explained} toggle={toggle} />
      <ElementList elements={elements} prefer={prefer} examined={examined} shown={shown} explained={explained} {...hers} />
      <Pictures examined={examined} prefer={prefer} shown={shown} />
      <FurtherClaims claims={examined.credential.further} />
      <CompletenessLine elements={elements} />
      <CredentialPacking examined={examined} />
    </>
  );
}

/** Whom it names by a scrambled address is stated for her who typed that address; for nobody else (EU-ELEMENTS 5, rule 1). */
function matched(reading: ElementReading): ElementReading {
  return reading.id === 'M1' && reading.state === 'not-stated' ? { ...reading, state: 'stated' } : reading;
}

let wasExplained = false;

/** Whoever wants the words explained wants it on the next credential too. */
function useExplained(): readonly [boolean, () => void] {
  const [explained, setExplained] = useState(wasExplained);
  return [
    explained,
    () => {
      wasExplained = !explained;
      setExplained(wasExplained);
    },
  ];
}

function Explain({ explained, toggle }: { readonly explained: boolean; readonly toggle: () => void }) {
  const text = useText();
  return (
    <div className="no-print">
      <button className="btn" data-kind="quiet" data-edge="start" type="button" aria-expanded={explained} onClick={toggle}>
        {text(explained ? 'explain.hide' : 'explain.show')}
      </button>
    </div>
  );
}
