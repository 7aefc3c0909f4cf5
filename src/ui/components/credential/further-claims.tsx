import type { FurtherClaim } from '../../../core/model/credential.ts';
import { toDisplayText } from '../../../core/model/display-text.ts';
import { useText } from '../../languages/use-text.ts';
import { Closed } from '../closed.tsx';

/** Claims that no vocabulary understood: shown as they are, never dropped. */
export function FurtherClaims({ claims }: { readonly claims: readonly FurtherClaim[] }) {
  const text = useText();
  if (claims.length === 0) return null;
  return (
    <Closed name={text('element.further')}>
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
    </Closed>
  );
}
