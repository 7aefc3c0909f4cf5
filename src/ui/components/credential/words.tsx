import type { LocalizedText } from '../../../core/model/credential.ts';
import { useFormats } from '../../languages/use-formats.ts';
import { DocText, shownPart } from '../doc-text.tsx';

interface WordsProps {
  readonly text: LocalizedText;
  readonly prefer: readonly string[];
  /** The language that is read, where there are several. */
  readonly shown: string | undefined;
}

/** Words of the issuer; where they are in another language than the one that is read, that language is named behind them. */
export function Words({ text, prefer, shown }: WordsProps) {
  const formats = useFormats();
  const language = shownPart(text, prefer)?.language?.split('-')[0]?.toLowerCase();
  const words = <DocText text={text} prefer={prefer} />;
  if (shown === undefined || language === undefined || language === shown) return words;
  return (
    <>
      {words} <span className="says">({formats.language(language)})</span>
    </>
  );
}
