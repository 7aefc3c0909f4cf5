import { Link } from 'wouter';
import type { MessageId } from '../languages/en.ts';
import { useText } from '../languages/use-text.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

/** A way to another page beside what a screen is for: on a line of its own, with its icon, never the first button. */
export function QuietLink({ to, icon, words }: { readonly to: string; readonly icon: IconName; readonly words: MessageId }) {
  const text = useText();
  return (
    <div>
      <Link className="btn" data-kind="quiet" data-edge="start" href={to}>
        <Icon name={icon} />
        {text(words)}
      </Link>
    </div>
  );
}
