import { toDisplayText } from '../../../core/model/display-text.ts';
import { maxOwnTextCharacters } from '../../../core/model/limits.ts';
import { Chip } from '../chip.tsx';
import styles from './own.module.css';

/** The mark that everything of the owner's own carries, wherever it is shown. */
export function OwnMark() {
  return <Chip headline="self-made" />;
}

/** Words of the owner: plain text with its lines, in its own direction. */
export function OwnText({ text }: { readonly text: string }) {
  return (
    <p className={styles.text}>
      <bdi dir="auto">{ownText(text)}</bdi>
    </p>
  );
}

/** Words of the owner as plain, visible text: they may have come out of somebody's backup. */
export function ownText(text: string): string {
  return text.split('\n').map((line) => toDisplayText(line, maxOwnTextCharacters)).join('\n');
}
