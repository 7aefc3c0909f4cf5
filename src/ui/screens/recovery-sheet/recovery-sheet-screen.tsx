import { Icon } from '../../components/icon.tsx';
import { Page } from '../../app/page.tsx';
import { useText } from '../../languages/use-text.ts';
import { ConfirmStep } from '../settings/confirm-step.tsx';
import { Failure } from '../../components/failure.tsx';
import { useStepFocus } from '../settings/use-step-focus.ts';
import { SaveSheetFile } from './save-sheet-file.tsx';
import { Sheet } from './sheet.tsx';
import { useRecoverySheet } from './use-recovery-sheet.ts';

export function RecoverySheetScreen() {
  const text = useText();
  const sheet = useRecoverySheet();
  const { flow } = sheet;
  useStepFocus(flow.kind);
  if (flow.kind === 'sheet') {
    return (
      <Page title={text('sheet.title')} back={{ to: '/settings/backup', label: text('backup.title') }} action={<PrintButton onPrint={sheet.print} />} flow>
        <Sheet sheet={flow.sheet} draw={sheet.draw} />
        <SaveSheetFile flow={flow} ask={sheet.askFile} save={sheet.saveFile} />
      </Page>
    );
  }
  return (
    <Page title={text('sheet.title')} back={{ to: '/settings/backup', label: text('backup.title') }} flow>
      <h1 tabIndex={-1}>{text('sheet.title')}</h1>
      {flow.kind === 'confirm' ? <ConfirmStep intro="confirm.intro" onConfirmed={() => void sheet.open()} /> : null}
      {flow.kind === 'opening' ? (
        <p className="muted" role="status">
          {text('sheet.loading')}
        </p>
      ) : null}
      {flow.kind === 'failed' ? (
        <>
          <Failure error={flow.error} />
          <p>{text('sheet.failed')}</p>
        </>
      ) : null}
    </Page>
  );
}

function PrintButton({ onPrint }: { readonly onPrint: () => void }) {
  const text = useText();
  return (
    <button className="btn" data-kind="quiet" data-edge="end" type="button" onClick={onPrint}>
      <Icon name="printer" />
      {text('sheet.print')}
    </button>
  );
}
