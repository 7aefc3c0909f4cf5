import { Page } from '../../app/page.tsx';
import { useText } from '../../languages/use-text.ts';

/** In place of a collection that is not kept. */
export function MissingCollection() {
  const text = useText();
  return (
    <Page title={text('collections.title')} back={{ to: '/collections', label: text('collections.title') }}>
      <div className="empty">
        <h1 tabIndex={-1}>{text('collections.title')}</h1>
        <p className="intro">{text('own.missing')}</p>
      </div>
    </Page>
  );
}
