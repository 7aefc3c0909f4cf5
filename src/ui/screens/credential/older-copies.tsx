import { Link } from 'wouter';
import type { ItemSummary } from '../../../core/model/stored.ts';
import { Day } from '../../components/day.tsx';
import { Closed } from '../../components/closed.tsx';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';

/** Older copies of the same credential, folded under it. */
export function OlderCopies({ older }: { readonly older: readonly ItemSummary[] }) {
  const text = useText();
  if (older.length === 0) return null;
  return (
    <Closed name={text('credential.older')}>
      <ul className="plain">
        {older.map((copy) => (
          <li key={copy.id}>
            <Link href={`/credential/${copy.id}`}>
              <Sentence id="credential.older.of" values={{ date: <Day date={copy.savedAt} /> }} />
            </Link>
          </li>
        ))}
      </ul>
    </Closed>
  );
}
