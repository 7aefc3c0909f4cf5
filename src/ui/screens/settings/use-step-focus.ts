import { useEffect, useRef } from 'react';

/** When a page goes on to its next step, the focus goes to the heading of that step. Not on arrival: the frame does that. */
export function useStepFocus(step: string): void {
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    const heading = document.querySelector<HTMLElement>('main [data-step]') ?? document.querySelector<HTMLElement>('main h1');
    if (heading === null) return;
    heading.tabIndex = -1;
    heading.focus();
    heading.scrollIntoView({ block: 'nearest' });
  }, [step]);
}
