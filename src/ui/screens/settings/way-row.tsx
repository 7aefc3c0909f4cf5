import { Link } from 'wouter';
import type { ReactNode } from 'react';
import { Icon } from '../../components/icon.tsx';
import type { IconName } from '../../components/icon.tsx';

/** A row that leads to another page: its name, and one sentence on how things stand there. */
export function WayRow({ icon, to, name, says }: { readonly icon: IconName; readonly to: string; readonly name: string; readonly says?: ReactNode }) {
  return (
    <li>
      <Link className="way" href={to}>
        <Icon name={icon} />
        <span>
          <b>{name}</b>
          {says === undefined ? null : <span>{says}</span>}
        </span>
        <Icon name="chevron-right" size={20} />
      </Link>
    </li>
  );
}
