import type { ExaminedCredential, ExaminedShare } from '../../../core/model/examination.ts';
import { useText } from '../../languages/use-text.ts';
import { Band } from '../band.tsx';
import { Closed } from '../closed.tsx';
import { credentialVerdictWords, shareVerdictWords } from '../verdict-words.ts';
import { ElementList } from './element-list.tsx';
import { Technical } from './technical.tsx';

interface UntrustedProps {
  readonly examined: ExaminedCredential;
  readonly share?: ExaminedShare;
  readonly prefer: readonly string[];
  readonly level: 1 | 2 | 3;
}

/** A broken signature: the band stands alone, no other check is shown, the content waits behind "Show anyway". */
export function Untrusted({ examined, share, prefer, level }: UntrustedProps) {
  const text = useText();
  const words = examined.headline === 'altered' || share === undefined ? credentialVerdictWords(examined) : shareVerdictWords(share);
  return (
    <>
      <Band words={words} prefer={prefer} heading={level} />
      <Closed name={text('verdict.untrusted')}>
        <div className="stack">
          <p className="muted">{text('verdict.untrusted.text')}</p>
          <div className="leaf" data-untrusted="">
            <ElementList elements={examined.elements} prefer={prefer} />
          </div>
        </div>
      </Closed>
      <Technical examined={examined} {...(share === undefined ? {} : { share })} />
    </>
  );
}
