import { Link } from 'wouter';
import { toDisplayText } from '../../../core/model/display-text.ts';
import type { VaultSnapshot } from '../../../wallet/ports.ts';
import { useText } from '../../languages/use-text.ts';
import { useSaveOriginals } from '../use-save-originals.ts';
import { Icon } from '../icon.tsx';

/** Entries that cannot be opened: named, kept, with a way to their bytes. Everything else works. */
export function DamagedCards({ damaged }: { readonly damaged: VaultSnapshot['damaged'] }) {
  const text = useText();
  const save = useSaveOriginals();
  if (damaged.length === 0) return null;
  return (
    <section className="stack">
      <ul className="cards" role="list">
        {damaged.map((entry) => (
          <li className="card" key={entry.id}>
            <h3 className="card-title" data-ours="">
              {text('home.damaged')}
            </h3>
            <p className="muted">
              {entry.title === undefined ? null : <bdi className="doc">{toDisplayText(entry.title, 200)}. </bdi>}
              {text('home.damaged.text')}
            </p>
          </li>
        ))}
      </ul>
      <div className="row">
        <button className="btn" data-kind="second" type="button" onClick={save}>
          <Icon name="download" />
          {text('home.damaged.save')}
        </button>
        <Link className="btn" data-kind="quiet" data-edge="start" href="/restore">
          {text('home.damaged.restore')}
        </Link>
      </div>
    </section>
  );
}
