import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../languages/use-text.ts';

interface DialogProps {
  readonly title: ReactNode;
  /** Called when it closes by Escape, by its own button or by `close`. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the end; a Close button is there in any case. */
  readonly buttons?: ReactNode;
}

/** A native dialog, open as long as it is drawn. Focus goes back to what opened it. */
export function Dialog({ title, onClose, children, buttons }: DialogProps) {
  const text = useText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    if (element?.open === false) element.showModal();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
      <div className="row">
        {buttons}
        <button className="btn" data-kind="second" type="button" onClick={() => dialog.current?.close()}>
          {text('frame.close')}
        </button>
      </div>
    </dialog>
  );
}
