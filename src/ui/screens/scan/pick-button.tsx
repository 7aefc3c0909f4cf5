import { useRef } from 'react';

interface PickButtonProps {
  readonly label: string;
  readonly edge: 'start' | 'end';
  readonly accept?: string;
  readonly onPick: (file: File) => Promise<void>;
  /** Called before the system's picker opens. */
  readonly onOpen?: () => void;
}

/** A quiet button that opens the system's picker. */
export function PickButton({ label, edge, accept, onPick, onOpen }: PickButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        className="btn"
        data-kind="quiet"
        data-edge={edge}
        type="button"
        onClick={() => {
          onOpen?.();
          input.current?.click();
        }}
      >
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        aria-label={label}
        {...(accept === undefined ? {} : { accept })}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) void onPick(file);
        }}
      />
    </>
  );
}
