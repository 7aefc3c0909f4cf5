import { Link } from 'wouter';
import type { ItemSummary } from '../../../core/model/stored.ts';
import { Day } from '../../components/day.tsx';
import { Icon } from '../../components/icon.tsx';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';

/** Older copies of the same credential, folded under it. */
export function OlderCopies({ older }: { readonly older: readonly ItemSummary[] }) {
  const text = useText();
  if (older.length === 0) return null;
  return (
    <details className="more">
      <summary>
        {text('credential.older')}
        <Icon name="chevron-right" turned />
      </summary>
      <ul className="plain">
        {older.map((copy) => (
          <li key={copy.id}>
            <Link href={`/credential/${copy.id}`}>
              <Sentence id="credential.older.of" values={{ date: <Day date={copy.savedAt} /> }} />
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
