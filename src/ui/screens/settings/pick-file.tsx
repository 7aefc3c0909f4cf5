import { useEffect, useRef, useState } from 'react';
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

type Take = (files: readonly File[]) => void;

/** The whole page takes what is dropped, so that nobody has to aim; true while files hang over it. */
function useDrop(take: Take): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const hover = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };
    document.addEventListener('dragover', hover);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', hover);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, []);
  return over;
}

/** A place to drop files that is also a button. */
export function PickFile({ label, hint, id, several, accept, describedBy, onPick, onOpen }: PickFileProps) {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const over = useDrop((files) => onPick(files, 'drop'));
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
