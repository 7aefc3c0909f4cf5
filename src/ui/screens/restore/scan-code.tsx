import { Icon } from '../../components/icon.tsx';
import { useText } from '../../languages/use-text.ts';
import { errorText } from '../../components/error-text.ts';
import { useScanCode } from './use-scan-code.ts';

/** Reads the recovery code from the picture on the sheet, by camera. The code goes into the fields and nowhere else. */
export function ScanCode({ onCode }: { readonly onCode: (groups: readonly string[]) => void }) {
  const text = useText();
  const { flow, place, start, stop } = useScanCode(onCode);
  const on = flow.kind === 'starting' || flow.kind === 'scanning';
  return (
    <section className="stack" data-gap="s">
      {on ? <div className="view" ref={place} /> : null}
      <p role="status" className="small muted">
        {flow.kind === 'scanning' ? text('restore.scan.on') : null}
        {flow.kind === 'found' ? text('restore.scan.found') : null}
        {flow.kind === 'failed' ? errorText(text, { code: flow.code, facts: {} }) : null}
      </p>
      <div>
        <button className="btn" data-kind="second" type="button" onClick={on ? stop : start}>
          <Icon name="scan-line" />
          {text(on ? 'restore.scan.stop' : 'restore.scan.start')}
        </button>
      </div>
    </section>
  );
}
