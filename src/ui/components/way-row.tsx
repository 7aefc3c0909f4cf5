import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

export interface WayRowProps {
  readonly icon: IconName;
  readonly label: string;
  readonly help?: string;
}

/** What a way shows, whether it leads on or does something: icon, name, one sentence, chevron. */
export function WayRow({ icon, label, help }: WayRowProps) {
  return (
    <>
      <Icon name={icon} />
      <span>
        <b>{label}</b>
        {help === undefined ? null : <span>{help}</span>}
      </span>
      <Icon name="chevron-right" />
    </>
  );
}
