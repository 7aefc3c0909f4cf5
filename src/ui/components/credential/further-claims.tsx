import type { FurtherClaim } from '../../../core/model/credential.ts';
import { toDisplayText } from '../../../core/model/display-text.ts';
import { useText } from '../../languages/use-text.ts';
import { Icon } from '../icon.tsx';

/** Claims that no vocabulary understood: shown as they are, never dropped. */
export function FurtherClaims({ claims }: { readonly claims: readonly FurtherClaim[] }) {
  const text = useText();
  if (claims.length === 0) return null;
  return (
    <details className="more">
      <summary>
        {text('element.further')}
        <Icon name="chevron-right" turned />
      </summary>
      <dl className="elements">
        {claims.map((claim) => (
          <div className="element" key={claim.path}>
            <dt className="raw">
              <bdi dir="ltr">{toDisplayText(claim.path, 300)}</bdi>
            </dt>
            <dd>
              <bdi dir="auto">{toDisplayText(claim.text, 4_000)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
