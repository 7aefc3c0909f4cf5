import { Link } from 'wouter';
import { useText } from '../languages/use-text.ts';
import { Page } from './page.tsx';

/** An address that leads nowhere. */
export function NotFound() {
  const text = useText();
  return (
    <Page title={text('frame.not-found')}>
      <div className="empty">
        <h1>{text('frame.not-found')}</h1>
        <p className="intro">{text('frame.not-found.text')}</p>
        <Link className="btn" data-kind="main" href="/">
          {text('frame.not-found.home')}
        </Link>
      </div>
    </Page>
  );
}
