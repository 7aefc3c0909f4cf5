import type { ListedItem } from '../../../wallet/wallet.ts';
import { useText } from '../../languages/use-text.ts';
import { WayRow } from '../settings/way-row.tsx';

/** So many stand side by side. */
const maxCompared = 4;

/** What can be made of its credentials besides: each on a page of its own. */
export function CollectionUses({ items }: { readonly items: readonly ListedItem[] }) {
  const text = useText();
  if (items.length === 0) return null;
  const ids = items.map(({ summary }) => summary.id).join(',');
  return (
    <ul className="ways" role="list">
      <WayRow icon="file-text" to={`/statement/${ids}`} name={text('statement.title')} says={text('statement.menu.help')} />
      {items.length < 2 || items.length > maxCompared ? null : <WayRow icon="columns-2" to={`/compare/${ids}`} name={text('compare.title')} says={text('choose.compare.help')} />}
      {items.length < 2 ? null : <WayRow icon="plus" to={`/together/${ids}`} name={text('together.title')} says={text('choose.together.help')} />}
    </ul>
  );
}
