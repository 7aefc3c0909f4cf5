import { useRef, useState } from 'react';
import type { MessageId } from '../../languages/en.ts';
import { Icon } from '../../components/icon.tsx';
import { useText } from '../../languages/use-text.ts';

interface PickFileProps {
  readonly label: MessageId;
  readonly hint: MessageId;
  readonly id?: string;
  readonly several?: true;
  readonly accept?: string;
  readonly describedBy?: string;
  readonly onPick: (files: readonly File[], transport: 'file' | 'drop') => void;
  /** Called before the system's picker opens; auto-lock waits until the answer. */
  readonly onOpen?: () => void;
}

/** A place to drop files that is also a button. */
export function PickFile({ label, hint, id, several, accept, describedBy, onPick, onOpen }: PickFileProps) {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <>
      <button
        className="drop"
        type="button"
        data-over={over}
        {...(id === undefined ? {} : { id })}
        {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
        onClick={() => {
          onOpen?.();
          input.current?.click();
        }}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          onPick([...event.dataTransfer.files], 'drop');
        }}
      >
        <Icon name="file-text" />
        {text(label)}
        <span>{text(hint)}</span>
      </button>
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        {...(several === true ? { multiple: true } : {})}
        {...(accept === undefined ? {} : { accept })}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          onPick(files, 'file');
        }}
      />
    </>
  );
}
