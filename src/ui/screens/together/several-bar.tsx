import { Link } from 'wouter';
import { Icon } from '../../components/icon.tsx';
import { useText } from '../../languages/use-text.ts';

/** Print it, or choose others. */
export function SeveralBar({ ids }: { readonly ids: string }) {
  const text = useText();
  return (
    <div className="actions">
      <button className="btn" data-kind="main" type="button" onClick={() => window.print()}>
        <Icon name="printer" />
        {text('statement.print')}
      </button>
      <Link className="btn" data-kind="second" href={`/choose/${ids}`}>
        {text('choose.other')}
      </Link>
    </div>
  );
}
