import { Link } from 'wouter';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

interface WayLinkProps {
  readonly icon: IconName;
  readonly label: string;
  readonly help?: string;
  readonly href: string;
}

/** A row that leads somewhere: icon, name, one sentence, chevron. */
export function WayLink({ icon, label, help, href }: WayLinkProps) {
  return (
    <li>
      <Link className="way" href={href}>
        <Icon name={icon} />
        <span>
          <b>{label}</b>
          {help === undefined ? null : <span>{help}</span>}
        </span>
        <Icon name="chevron-right" />
      </Link>
    </li>
  );
}
