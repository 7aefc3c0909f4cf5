import { useState } from 'react';
import type { ReactNode, Ref } from 'react';
import { Icon } from './icon.tsx';

interface ClosedProps {
  readonly name: ReactNode;
  /** A function: drawn only while it is open. */
  readonly children: ReactNode | (() => ReactNode);
  /** Side of the arrow, in px. */
  readonly arrow?: 20 | 24;
  readonly id?: string;
  /** Open from the start. */
  readonly open?: boolean;
  readonly summary?: Ref<HTMLElement>;
}

/** A part of a page that is closed until wanted: its name, and an arrow that turns. */
export function Closed({ name, children, arrow = 24, summary, ...frame }: ClosedProps) {
  const [isOpen, setOpen] = useState(frame.open === true);
  return (
    <details className="more" {...frame} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary ref={summary}>
        {name}
        <Icon name="chevron-right" size={arrow} turned />
      </summary>
      {typeof children !== 'function' ? children : isOpen ? children() : null}
    </details>
  );
}
