import { useLingui } from '@lingui/react';
import type { ExaminedCredential } from '../../../core/model/examination.ts';
import { titleOf } from '../../../core/model/credential-title.ts';
import { knownIssuer } from '../../components/credential/leaf-head.tsx';
import { DocText, maxTitleCharacters, plainText } from '../../components/doc-text.tsx';
import { IssuerName } from '../../components/issuer-name.tsx';
import { claimedIssuer } from '../../components/verdict-words.ts';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';

/** What a credential calls itself, else what its file is called. */
export function ItemTitle({ item, name }: { readonly item: ExaminedCredential; readonly name?: true }) {
  const text = useText();
  const { i18n } = useLingui();
  const title = titleOf(item);
  if (title.length === 0) return text('leaf.untitled');
  return <DocText text={title} prefer={[i18n.locale, 'en']} {...(name === true ? { name } : { max: maxTitleCharacters })} />;
}

/** Its title; with its place where two of those beside each other are called the same. */
export function PlacedTitle({ item, among, name }: { readonly item: ExaminedCredential; readonly among: readonly ExaminedCredential[]; readonly name?: true }) {
  const { i18n } = useLingui();
  const title = <ItemTitle item={item} {...(name === true ? { name } : {})} />;
  if (new Set(among.map((one) => plainText(titleOf(one), [i18n.locale, 'en']))).size === among.length) return title;
  return <Sentence id="compare.placed" values={{ place: among.indexOf(item) + 1, title }} />;
}

/** Who issued it, as far as a list of others says so; else what it says of itself, quoted. */
export function ItemIssuer({ item }: { readonly item: ExaminedCredential }) {
  const { i18n } = useLingui();
  return <IssuerName known={knownIssuer(item)} claimed={claimedIssuer(item)} prefer={[i18n.locale, 'en']} />;
}
