import { Icon } from '../../components/icon.tsx';
import type { MessageId } from '../../languages/en.ts';
import { useText } from '../../languages/use-text.ts';
import { useCopy } from './use-copy.ts';

/** Copies these words, and says what came of it. */
export function CopyButton({ words, label, onCopied }: { readonly words: string; readonly label: MessageId; readonly onCopied?: () => void }) {
  const text = useText();
  const { copy, told } = useCopy(words, onCopied);
  return (
    <>
      <button className="btn" data-kind="second" type="button" onClick={copy}>
        <Icon name="files" />
        {text(label)}
      </button>
      <span className="muted" role="status">
        {told === undefined ? '' : text(told)}
      </span>
    </>
  );
}
