import { Link } from 'wouter';
import { WayRow } from './way-row.tsx';
import type { WayRowProps } from './way-row.tsx';

interface WayLinkProps extends WayRowProps {
  readonly href: string;
}

/** A row that leads somewhere. */
export function WayLink({ href, ...row }: WayLinkProps) {
  return (
    <li>
      <Link className="way" href={href}>
        <WayRow {...row} />
      </Link>
    </li>
  );
}
