import { Link } from 'wouter';
import { useCallback, useRef } from 'react';
import type { RecoverySheet } from '../../../wallet/ports.ts';
import { Icon } from '../../components/icon.tsx';
import { useFormats } from '../../languages/use-formats.ts';
import type { Formats } from '../../languages/use-formats.ts';
import { useText } from '../../languages/use-text.ts';
import type { Text } from '../../languages/use-text.ts';
import { inThrees } from '../settings/code-groups.ts';
import { Failure } from '../../components/failure.tsx';
import type { SheetFlow } from './use-recovery-sheet.ts';

interface SaveSheetFileProps {
  readonly flow: Extract<SheetFlow, { kind: 'sheet' }>;
  readonly ask: (asking: boolean) => void;
  readonly save: (text: string) => Promise<void>;
}

/** The sheet as a text file: a second choice, with a warning before it. */
export function SaveSheetFile({ flow, ask, save }: SaveSheetFileProps) {
  const text = useText();
  const formats = useFormats();
  const shown = useRef<HTMLDialogElement>(null);
  const open = useCallback((dialog: HTMLDialogElement | null) => {
    shown.current = dialog;
    if (dialog !== null && !dialog.open) dialog.showModal();
  }, []);
  // Closed by the dialog itself, so that the focus goes back to its opener; only then is it taken away.
  const close = (): void => shown.current?.close();
  return (
    <section className="stack no-print">
      {flow.error === undefined || flow.error.code === 'send/cancelled' ? null : <Failure error={flow.error} />}
      <p role="status">{flow.file === 'saved' ? text('sheet.file.saved') : ''}</p>
      <div className="row">
        <Link className="btn" data-kind="second" href="/settings/backup/test">
          {text('sheet.test')}
        </Link>
        <button className="btn" data-kind="quiet" type="button" onClick={() => ask(true)}>
          <Icon name="download" />
          {text('sheet.file')}
        </button>
      </div>
      {flow.file === 'asking' ? (
        <dialog className="dialog" aria-labelledby="sheet-file-title" ref={open} onClose={() => ask(false)}>
          <h2 id="sheet-file-title">{text('sheet.file.title')}</h2>
          <p>{text('sheet.file.warning')}</p>
          <div className="row">
            <button className="btn" data-kind="main" type="button" onClick={close}>
              {text('sheet.file.no')}
            </button>
            <button className="btn" data-kind="second" type="button" onClick={() => {
                close();
                void save(sheetText(flow.sheet, text, formats));
              }}
            >
              {text('sheet.file.do')}
            </button>
          </div>
        </dialog>
      ) : null}
    </section>
  );
}

/** The same sheet in plain text: the code, how to use it, the technical part. */
function sheetText(sheet: RecoverySheet, text: Text, formats: Formats): string {
  return [
    text('sheet.title'),
    `${text('sheet.id')} ${sheet.shortId}`,
    '',
    ...sheet.groups.map((group, index) => `${String(index + 1)}  ${inThrees(group)}`),
    '',
    text('sheet.use'),
    `1. ${text('sheet.use.1')}`,
    `2. ${text('sheet.use.2', { id: sheet.shortId })}`,
    `3. ${text('sheet.use.3')}`,
    '',
    text('sheet.well.text'),
    '',
    `${text('sheet.made')}: ${formats.day(sheet.createdAt)}`,
    '',
    text('sheet.technical.text'),
    sheet.ageIdentity,
    '',
  ].join('\r\n');
}
