import type { LocalizedText } from '../../core/model/credential.ts';
import { toDisplayText } from '../../core/model/display-text.ts';
import { Sentence } from '../languages/sentence.tsx';
import { DocText } from './doc-text.tsx';

interface IssuerNameProps {
  /** The name on a list that its key matches. */
  readonly known: string | undefined;
  readonly claimed: LocalizedText | undefined;
  readonly prefer: readonly string[];
}

/** A known issuer by the list's name; anything else is what it says of itself, in quotation marks, or nothing. */
export function IssuerName({ known, claimed, prefer }: IssuerNameProps) {
  if (known !== undefined) return <bdi>{toDisplayText(known, 300)}</bdi>;
  if (claimed === undefined || claimed.length === 0) return null;
  return <Sentence id="leaf.claimed" values={{ claimed: <DocText text={claimed} prefer={prefer} name /> }} />;
}
