import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { Examination } from '../../../core/model/examination.ts';
import { DocText } from '../../components/doc-text.tsx';
import { Icon } from '../../components/icon.tsx';
import { IssuerName } from '../../components/issuer-name.tsx';
import { titleOf } from '../../../core/model/credential-title.ts';
import { knownIssuer } from '../../components/credential/leaf-head.tsx';
import { credentialLook, shareLook } from '../../components/verdict-looks.ts';
import type { HeadlineLook } from '../../components/verdict-looks.ts';
import { claimedIssuer } from '../../components/verdict-words.ts';
import { useText } from '../../languages/use-text.ts';
import styles from './check-result.module.css';

/** From this count on the parts begin closed. */
const openUpTo = 2;

function lookOf(part: Examination): HeadlineLook | undefined {
  if (part.kind === 'credential') return credentialLook(part.headline);
  if (part.kind === 'share') return shareLook(part.headline);
  return part.kind === 'unreadable' ? credentialLook('unreadable') : undefined;
}

interface PartListProps {
  readonly parts: readonly Examination[];
  readonly mode: 'preview' | 'check';
  readonly level: 1 | 2 | 3;
  /** Draws one part, with its title at this level. */
  readonly show: (part: Examination, level: 2 | 3) => ReactNode;
}

/** Several things in one share or file: each by name with its own verdict, each to be opened. */
export function PartList({ parts, mode, level, show }: PartListProps) {
  const text = useText();
  const { i18n } = useLingui();
  const below = Math.min(3, level + 1) as 2 | 3;
  return (
    <div className={styles.parts}>
      {parts.map((part, index) => (
        <details key={index} className={styles.part} data-part open={parts.length <= openUpTo && mode === 'check'}>
          <summary>
            <span className="small muted">{text('check.result.part', { part: index + 1, of: parts.length })}</span>
            <PartName part={part} />
            {part.kind === 'credential' ? (
              <span className="muted">
                <IssuerName known={knownIssuer(part)} claimed={claimedIssuer(part)} prefer={[i18n.locale, 'en']} />
              </span>
            ) : null}
            <PartChip part={part} />
            <Icon name="chevron-right" size={20} turned />
          </summary>
          <div className={styles.body}>{show(part, below)}</div>
        </details>
      ))}
    </div>
  );
}

/** A part by name. What could not be read has one only if it came as a file; its state says the rest. */
function PartName({ part }: { readonly part: Examination }) {
  const name = useName(part);
  return name === undefined ? null : <span className={styles.name}>{name}</span>;
}

function useName(part: Examination): ReactNode {
  const text = useText();
  const { i18n } = useLingui();
  if (part.kind === 'share') return text('verdict.of.share');
  if (part.kind === 'collection') return text('check.result.parts');
  if (part.kind === 'unreadable') {
    return part.fileName === undefined ? undefined : <DocText text={[{ text: part.fileName }]} prefer={[]} name />;
  }
  const title = titleOf(part);
  return title.length === 0 ? text('leaf.untitled') : <DocText text={title} prefer={[i18n.locale, 'en']} name />;
}

function PartChip({ part }: { readonly part: Examination }) {
  const text = useText();
  const look = lookOf(part);
  if (look === undefined) return null;
  return (
    <span className="chip" data-tone={look.tone}>
      <Icon name={look.icon} />
      {text(look.word)}
    </span>
  );
}
