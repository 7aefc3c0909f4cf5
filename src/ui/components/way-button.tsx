import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

interface WayButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly help?: string;
  readonly go: () => void;
}

/** A row that does something: icon, name, one sentence. */
export function WayButton({ icon, label, help, go }: WayButtonProps) {
  return (
    <li>
      <button className="way" type="button" onClick={go}>
        <Icon name={icon} />
        <span>
          <b>{label}</b>
          {help === undefined ? null : <span>{help}</span>}
        </span>
        <Icon name="chevron-right" />
      </button>
    </li>
  );
}
