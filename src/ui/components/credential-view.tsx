import { useLingui } from '@lingui/react';
import { useState } from 'react';
import type { ExaminedCredential, ExaminedShare } from '../../core/model/examination.ts';
import { useText } from '../languages/use-text.ts';
import { askingId } from './asking-id.ts';
import { Band } from './band.tsx';
import { CheckLines } from './credential/check-lines.tsx';
import { checkLines } from './credential/check-words.ts';
import type { NamedKey } from './credential/check-words.ts';
import { Says } from './credential/content.tsx';
import { contentLanguages, preferredContent, shownLanguage, useChosenLanguage } from './credential/content-languages.ts';
import { ElementList } from './credential/element-list.tsx';
import { Facts } from './credential/facts.tsx';
import { isClosed } from './credential/kind-words.ts';
import { LanguageLine } from './credential/language-line.tsx';
import { LeafHead } from './credential/leaf-head.tsx';
import { CredentialPacking } from './credential/packing-line.tsx';
import { Technical } from './credential/technical.tsx';
import { Untrusted } from './credential/untrusted.tsx';
import { credentialVerdictWords, shareVerdictWords } from './verdict-words.ts';

export interface CredentialViewProps {
  readonly examined: ExaminedCredential;
  readonly share?: ExaminedShare;
  /** Where it stands: the learner's own page, the review before saving, the preview of a share, a check. */
  readonly mode: 'own' | 'review' | 'preview' | 'check';
  /** This wallet holds the key that the credential names. */
  readonly namesOurKey?: boolean;
  /** Level of the title's heading; 1 where the credential is the page, else below the page's own heading. */
  readonly titleLevel?: 1 | 2 | 3;
}

/** Elements that review shows before "See all it says". */
const reviewElements: readonly string[] = ['M6', 'M9', 'M11'];

/** One credential in three layers: at a glance, why we say this, technical details. */
export function CredentialView(props: CredentialViewProps) {
  const { examined, share, mode } = props;
  const { i18n } = useLingui();
  const [chosen, choose] = useChosenLanguage(examined.id);
  const [open, setOpen] = useState(mode === 'own' || mode === 'check');
  const languages = contentLanguages(examined);
  const prefer = preferredContent(i18n.locale, chosen, languages);
  const shown = shownLanguage(prefer, languages);
  const level = props.titleLevel ?? (mode === 'preview' ? 2 : 1);
  if (examined.headline === 'altered' || share?.headline === 'share-altered') {
    return <Untrusted examined={examined} prefer={prefer} level={mode === 'review' ? 2 : level} {...(share === undefined ? {} : { share })} />;
  }
  return (
    <article className="leaf">
      <LeafHead examined={examined} prefer={prefer} level={level} />
      <Bands {...props} prefer={prefer} shown={shown} level={level} />
      {isClosed(examined) ? null : <Facts elements={examined.elements} prefer={prefer} credential={examined.credential} />}
      <LanguageLine languages={languages} shown={shown} choose={choose} />
      <Layers {...props} prefer={prefer} shown={shown} level={level} open={open} />
      {mode === 'review' || mode === 'preview' ? <Opener open={open} toggle={() => setOpen(!open)} /> : null}
    </article>
  );
}

interface PartProps extends CredentialViewProps {
  readonly prefer: readonly string[];
  readonly shown: string | undefined;
  readonly level: 1 | 2 | 3;
}

function Bands({ examined, share, mode, prefer, level }: PartProps) {
  const heading = mode === 'own' ? {} : { heading: (level + 1) as 2 | 3 | 4 };
  const paper = mode === 'check' ? { full: true as const } : {};
  const both = share !== undefined;
  return (
    <>
      <Band words={credentialVerdictWords(examined)} prefer={prefer} {...heading} {...paper} {...(both ? { of: 'verdict.of.credential' } : {})}>
        {mode === 'preview' || examined.wants.length === 0 ? null : <ToAsking />}
      </Band>
      {both ? <Band words={shareVerdictWords(share)} prefer={prefer} {...heading} {...paper} of="verdict.of.share" /> : null}
    </>
  );
}

/** The way to "Check online", which stands below all that the credential says. */
function ToAsking() {
  const text = useText();
  return (
    <div>
      <button className="btn" data-kind="quiet" data-edge="start" type="button" onClick={() => document.getElementById(askingId)?.focus()}>
        {text('ask.title')}
      </button>
    </div>
  );
}

function Opener({ open, toggle }: { readonly open: boolean; readonly toggle: () => void }) {
  const text = useText();
  return (
    <button className="btn" data-kind="quiet" data-edge="start" type="button" aria-expanded={open} onClick={toggle}>
      {text(open ? 'leaf.less' : 'leaf.all')}
    </button>
  );
}

function Layers(props: PartProps & { readonly open: boolean }) {
  const { examined, mode, open, prefer, shown } = props;
  if (!open) {
    if (mode === 'preview' || isClosed(examined)) return null;
    return <ElementList elements={examined.elements.filter((reading) => reviewElements.includes(reading.id))} prefer={prefer} examined={examined} shown={shown} />;
  }
  return mode === 'check' ? (
    <>
      <Why {...props} />
      <Content {...props} />
      <Limits {...props} />
      <Technical {...technicalProps(props)} />
    </>
  ) : (
    <>
      <Content {...props} />
      <Why {...props} />
      <Limits {...props} />
      <Technical {...technicalProps(props)} />
    </>
  );
}

function technicalProps({ examined, share }: PartProps): { examined: ExaminedCredential; share?: ExaminedShare } {
  return { examined, ...(share === undefined ? {} : { share }) };
}

function Heading({ level, children }: { readonly level: 1 | 2 | 3; readonly children: string }) {
  if (level === 1) return <h2>{children}</h2>;
  return level === 2 ? <h3>{children}</h3> : <h4>{children}</h4>;
}

function Content({ examined, mode, prefer, shown, level }: PartProps) {
  const text = useText();
  if (isClosed(examined)) return <CredentialPacking examined={examined} />;
  return (
    <>
      <Heading level={level}>{text('leaf.says')}</Heading>
      <Says examined={examined} prefer={prefer} shown={shown} own={mode === 'own'} />
    </>
  );
}

function namedKey({ examined, namesOurKey }: PartProps): NamedKey {
  if (namesOurKey === true) return 'ours';
  return examined.credential.holder.id?.value.startsWith('did:') === true ? 'other' : 'none';
}

function Why(props: PartProps) {
  const text = useText();
  const { examined, share, mode, prefer, level } = props;
  const lines = checkLines(examined, mode === 'own' ? 'kept' : 'alone', namedKey(props), share);
  return (
    <>
      <Heading level={level}>{text('why.title')}</Heading>
      <CheckLines lines={lines} prefer={prefer} {...(mode === 'check' ? { full: true } : {})} />
    </>
  );
}

/** Among several in one report it stands once, at the end of the page. */
function Limits({ mode, level }: PartProps) {
  const text = useText();
  if (mode === 'check' && level > 1) return null;
  if (mode !== 'check') return <p className="muted sumup">{text('why.limits')}</p>;
  return (
    <>
      <Heading level={level}>{text('check.result.limits')}</Heading>
      <p>{`${text('why.limits')} ${text('check.result.limits.person')}`}</p>
    </>
  );
}
