import { createElement, Fragment } from 'react';
import { mixesScripts } from '../../../core/model/display-text.ts';
import type { LocalizedText } from '../../../core/model/credential.ts';
import { titleOf } from '../../../core/model/credential-title.ts';
import type { ExaminedCredential } from '../../../core/model/examination.ts';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';
import { DocText, maxTitleCharacters } from '../doc-text.tsx';
import { IssuerName } from '../issuer-name.tsx';
import { Said } from '../said.tsx';
import { claimedIssuer } from '../verdict-words.ts';
import { kindWords } from './kind-words.ts';

interface LeafHeadProps {
  readonly examined: ExaminedCredential;
  readonly prefer: readonly string[];
  readonly level: 1 | 2 | 3;
}

/** Names in the head of a leaf; all of them stand among the elements. */
const maxNames = 4;

/** The learner's names, as the credential writes them: `joined` to the one before are a given and a family name of one place. */
function namesOf({ credential: { holder } }: ExaminedCredential): readonly { readonly name: LocalizedText; readonly joined: boolean }[] {
  const parentOf = (pattern: RegExp, path = ''): string | undefined => pattern.exec(path)?.[1];
  return holder.names.slice(0, maxNames).map(({ value, path }, at, names) => {
    const parent = parentOf(/^(.*)\/(?:last|family)_?names?(?:\/|$)/i, path);
    return { name: value, joined: parent !== undefined && parent === parentOf(/^(.*)\/(?:given|first)_?names?(?:\/|$)/i, names[at - 1]?.path) };
  });
}

/** The name on a list that stands for the issuer: only where the signature fits. A platform that signed is not the issuer. */
export function knownIssuer({ issuerMatch, axes }: Pick<ExaminedCredential, 'issuerMatch' | 'axes'>): string | undefined {
  return axes.unchanged === 'yes' && issuerMatch?.basis !== 'platform' ? issuerMatch?.name : undefined;
}

/** Head of a leaf: awarding body where a list knows it, title, learner. A claim is quoted, never set as a fact. */
export function LeafHead({ examined, prefer, level }: LeafHeadProps) {
  const text = useText();
  const title = titleOf(examined);
  const known = knownIssuer(examined);
  const claimed = claimedIssuer(examined);
  const names = namesOf(examined);
  const kind = kindWords(examined);
  return (
    <header className="leaf-head">
      {known === undefined ? null : (
        <p className="leaf-by">
          <IssuerName known={known} claimed={claimed} prefer={prefer} />
        </p>
      )}
      {createElement(
        `h${String(level)}`,
        { className: 'leaf-title', ...(level === 1 ? { tabIndex: -1 } : {}) },
        title.length === 0 ? text('leaf.untitled') : <DocText text={title} prefer={prefer} max={maxTitleCharacters} />,
      )}
      {kind === undefined ? null : (
        <p className="leaf-to">
          <Said say={kind} prefer={prefer} />
        </p>
      )}
      {known !== undefined || claimed === undefined ? null : (
        <p className="leaf-to">
          <IssuerName known={known} claimed={claimed} prefer={prefer} />
        </p>
      )}
      {known === undefined && claimed?.some((part) => mixesScripts(part.text)) === true ? <p className="leaf-to">{text('element.mixed-letters')}</p> : null}
      {names.length === 0 ? null : (
        <p className="leaf-to">
          <Sentence
            id={known === undefined ? 'leaf.made-out' : 'leaf.awarded'}
            values={{
              name: names.map(({ name, joined }, at) => (
                <Fragment key={at}>
                  {at === 0 ? '' : joined ? ' ' : ' · '}
                  <DocText text={name} prefer={prefer} name />
                </Fragment>
              )),
            }}
          />
        </p>
      )}
    </header>
  );
}
