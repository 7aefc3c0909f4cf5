import { useCallback, useState } from 'react';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { Transports } from '../../../wallet/ports.ts';
import { ErrorWords } from '../../components/error-words.tsx';

interface DrawnCodeProps {
  /** From the transports at hand; draws an SVG with `label` as its name. */
  readonly draw: Transports['drawText'];
  readonly text: string;
  readonly label: string;
}

/** A text as one still code, black on white in every theme; in its place, why there is none. */
export function DrawnCode({ draw, text, label }: DrawnCodeProps) {
  const [error, setError] = useState<WalletError>();
  const place = useCallback(
    (element: HTMLDivElement | null) => {
      if (element !== null) void draw(element, text, label).then((drawn) => setError(drawn.ok ? undefined : drawn.error));
    },
    [draw, text, label],
  );
  if (error !== undefined) {
    return (
      <p>
        <ErrorWords error={error} />
      </p>
    );
  }
  return <div className="code" ref={place} />;
}
