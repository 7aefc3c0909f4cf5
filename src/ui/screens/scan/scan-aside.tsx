import { toDisplayText } from '../../../core/model/display-text.ts';
import type { Received } from '../../../core/model/received.ts';
import { LinkOffer } from '../../components/asking.tsx';
import { useText } from '../../languages/use-text.ts';
import { Failure } from '../../components/failure.tsx';
import type { Aside } from './scan-flow.ts';

/** Longest foreign text that is shown; nobody reads more of it from a screen. */
const maxShownCharacters = 500;

/** What stands below the picture: tips, a foreign part, or what a code turned out to be. */
export function ScanAside({ aside, take }: { readonly aside: Aside; readonly take: (received: Received) => void }) {
  const text = useText();
  if (aside.kind === 'problem') return <Failure error={aside.error} />;
  if (aside.kind === 'other-set') return <p role="status">{text('scan.otherSet')}</p>;
  if (aside.kind === 'tips') {
    return (
      <div role="status" className="stack" data-gap="s">
        <p>{text('scan.tips')}</p>
        <ul className="plain">
          <li>{text('scan.tips.light')}</li>
          <li>{text('scan.tips.near')}</li>
          <li>{text('scan.tips.still')}</li>
          <li>{text('scan.tips.lens')}</li>
          <li>{text('scan.tips.other')}</li>
        </ul>
      </div>
    );
  }
  const named = (
    <div role="status" className="stack" data-gap="s">
      <p>{text(`scan.named.${aside.what}`)}</p>
      {aside.what === 'recovery-code' ? null : (
        <>
          <p className="muted">{text('scan.named.reads')}</p>
          <p className="raw">
            <bdi>{toDisplayText(aside.text, maxShownCharacters)}</bdi>
          </p>
        </>
      )}
    </div>
  );
  if (aside.what !== 'web-address') return named;
  return (
    <LinkOffer address={aside.text} take={take}>
      {named}
    </LinkOffer>
  );
}
