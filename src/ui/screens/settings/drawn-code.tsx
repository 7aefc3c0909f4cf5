import { useCallback } from 'react';

interface DrawnCodeProps {
  /** From the transports at hand; draws an SVG with `label` as its name. */
  readonly draw: (element: HTMLElement, text: string, label: string) => Promise<void>;
  readonly text: string;
  readonly label: string;
}

/** A text as one still code, black on white in every theme. */
export function DrawnCode({ draw, text, label }: DrawnCodeProps) {
  const place = useCallback(
    (element: HTMLDivElement | null) => {
      if (element !== null) void draw(element, text, label);
    },
    [draw, text, label],
  );
  return <div className="code" ref={place} />;
}
