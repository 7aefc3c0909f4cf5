import { Link } from 'wouter';
import { toDisplayText } from '../../../core/model/display-text.ts';
import { useFormats } from '../../languages/use-formats.ts';
import { useText } from '../../languages/use-text.ts';
import type { RestoreFlow } from './use-restore.ts';

/** How many are back, and which could not be read, by name. */
export function RestoreDone({ flow }: { readonly flow: Extract<RestoreFlow, { kind: 'done' }> }) {
  const text = useText();
  const formats = useFormats();
  const { added, unreadable, newSheet } = flow;
  const titles = unreadable.map((title) => (title === '' ? text('restore.untitled') : toDisplayText(title, 300)));
  return (
    <div className="empty">
      <h1 tabIndex={-1}>{text('restore.done', { count: added })}</h1>
      {titles.length === 0 ? null : <p>{text('restore.done.unreadable', { count: titles.length, titles: formats.list(titles) })}</p>}
      {newSheet ? <p>{text('restore.protect.newSheet')}</p> : null}
      <Link className="btn" data-kind="main" href="/">
        {text('restore.done.list')}
      </Link>
      {newSheet ? (
        <Link className="btn" data-kind="second" href="/settings/recovery">
          {text('restore.done.sheet')}
        </Link>
      ) : null}
    </div>
  );
}
