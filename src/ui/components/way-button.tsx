import { WayRow } from './way-row.tsx';
import type { WayRowProps } from './way-row.tsx';

interface WayButtonProps extends WayRowProps {
  readonly go: () => void;
}

/** A row that does something. */
export function WayButton({ go, ...row }: WayButtonProps) {
  return (
    <li>
      <button className="way" type="button" onClick={go}>
        <WayRow {...row} />
      </button>
    </li>
  );
}
