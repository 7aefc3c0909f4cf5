import { useLingui } from '@lingui/react';
import { credentialsIn } from '../../../core/model/examination.ts';
import type { ExaminedShare, Examination } from '../../../core/model/examination.ts';
import { Band } from '../../components/band.tsx';
import { FilePacking } from '../../components/credential/packing-line.tsx';
import { CredentialView } from '../../components/credential-view.tsx';
import { shareVerdictWords } from '../../components/verdict-words.ts';
import { useText } from '../../languages/use-text.ts';
import { EnclosedStatementView } from './enclosed-statement.tsx';
import { PartList } from './part-list.tsx';
import { UnreadableView } from './unreadable-view.tsx';

interface ExaminationViewProps {
  readonly examination: Examination;
  /** `preview`: what they will see, inside the window of the share page. `check`: the receiver's own page. */
  readonly mode: 'preview' | 'check';
  /** Level of the title's heading. */
  readonly level: 1 | 2 | 3;
  /** The share that this part came in. */
  readonly within?: ExaminedShare;
}

/** One share or credential in it: both verdicts stand around that one leaf. */
export function standsAlone(examination: Examination): boolean {
  if (examination.kind === 'credential') return true;
  return examination.kind === 'share' && examination.parts.length === 1 && examination.parts[0]?.kind === 'credential';
}

/** What was found, as the receiver sees it. The share page and the check page use this same renderer. */
export function ExaminationView({ examination, mode, level, within }: ExaminationViewProps) {
  switch (examination.kind) {
    case 'credential':
      return <CredentialView examined={examination} mode={mode} titleLevel={level} {...(within === undefined ? {} : { share: within })} />;
    case 'unreadable':
      return <UnreadableView unreadable={examination} level={level} />;
    case 'share': {
      const [only] = examination.parts;
      const { statement } = examination;
      const enclosed = statement === undefined ? null : <EnclosedStatementView statement={statement} />;
      if (examination.parts.length === 1 && only?.kind === 'credential') {
        return (
          <>
            <CredentialView examined={only} share={examination} mode={mode} titleLevel={level} />
            {enclosed}
          </>
        );
      }
      return (
        <>
          <ShareBand share={examination} level={level} />
          {enclosed}
          <Count examination={examination} />
          <PartList parts={examination.parts} mode={mode} level={level} show={showPart(mode, examination)} />
        </>
      );
    }
    case 'collection':
      return (
        <>
          <Count examination={examination} />
          <FilePacking examination={examination} />
          <PartList parts={examination.parts} mode={mode} level={level} show={showPart(mode)} />
        </>
      );
  }
}

/** How many credentials it holds. Where a part is none, or holds several, the parts are counted too, as they are numbered below. */
function Count({ examination }: { readonly examination: Exclude<Examination, { readonly kind: 'credential' | 'unreadable' }> }) {
  const text = useText();
  const { parts } = examination;
  const credentials = text('check.result.parts.count', { count: credentialsIn(examination).length });
  if (parts.every((part) => part.kind === 'credential')) return <p>{credentials}</p>;
  const unread = parts.filter((part) => part.kind === 'unreadable').length;
  return (
    <p>
      {text('check.result.parts.all', { count: parts.length })} {credentials} {unread === 0 ? null : text('check.result.parts.unread', { count: unread })}
    </p>
  );
}

/** How a part is drawn: as anything else, inside the share it came in. */
function showPart(mode: ExaminationViewProps['mode'], within?: ExaminedShare) {
  return (part: Examination, level: 2 | 3) => (
    <ExaminationView examination={part} mode={mode} level={level} {...(within === undefined ? {} : { within })} />
  );
}

function ShareBand({ share, level }: { readonly share: ExaminedShare; readonly level: 1 | 2 | 3 }) {
  const { i18n } = useLingui();
  const heading = Math.max(2, level) as 2 | 3;
  return <Band words={shareVerdictWords(share)} prefer={[i18n.locale, 'en']} heading={heading} of="verdict.of.share" />;
}
