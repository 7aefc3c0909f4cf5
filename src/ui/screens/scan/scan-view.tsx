import { Link } from 'wouter';
import type { Received } from '../../../core/model/received.ts';
import { Page } from '../../app/page.tsx';
import { useText } from '../../languages/use-text.ts';
import { PickButton } from './pick-button.tsx';
import { ScanAside } from './scan-aside.tsx';
import css from './scan.module.css';
import type { Progress, ScanFlow } from './scan-flow.ts';
import type { Scanning } from './use-scan.ts';

interface ScanViewProps {
  readonly scan: Scanning;
  readonly back: { readonly to: string; readonly label: string };
}

/** Camera picture, progress, and the ways without a camera. The picture's element stays, whatever happens around it. */
export function ScanView({ scan, back }: ScanViewProps) {
  const text = useText();
  const { control, flow, place } = scan;
  const hasPicture = flow.kind === 'scanning' || flow.kind === 'starting';
  return (
    <Page title={text('scan.title')} back={back} flow action={<Torch scan={scan} />}>
      <h1 tabIndex={-1}>{text('scan.title')}</h1>
      <div className="view" hidden={!hasPicture}>
        <div className={`cam ${css.camera}`} ref={place} role="img" aria-label={text('scan.camera')} />
      </div>
      <Status flow={flow} take={(received) => void control.readReceived(received)} />
      <Ways scan={scan} />
      <div className="actions">
        {flow.kind === 'no-camera' ? (
          <button className="btn" data-kind="main" type="button" onClick={control.again}>
            {text('scan.again')}
          </button>
        ) : null}
        <Link className="btn" data-kind="second" href={back.to}>
          {text('scan.stop')}
        </Link>
      </div>
    </Page>
  );
}

function Torch({ scan }: Pick<ScanViewProps, 'scan'>) {
  const text = useText();
  const { flow } = scan;
  if (flow.kind !== 'scanning' || flow.torch === 'none') return null;
  return (
    <button className="btn" data-kind="quiet" data-edge="end" type="button" aria-pressed={flow.torch === 'on'} onClick={() => void scan.control.switchTorch()}>
      {text('scan.torch')}
    </button>
  );
}

function Status({ flow, take }: { readonly flow: ScanFlow; readonly take: (received: Received) => void }) {
  const text = useText();
  if (flow.kind === 'examining') return <p className="muted">{text('scan.checking')}</p>;
  const aside = flow.aside === undefined ? null : <ScanAside aside={flow.aside} take={take} />;
  if (flow.kind === 'no-camera') {
    return (
      <div className="stack" data-gap="s">
        <NoCamera code={flow.code} />
        {aside}
      </div>
    );
  }
  if (flow.kind === 'starting') {
    return (
      <div className="stack" data-gap="s">
        <p className="muted" role="status">
          {flow.slow ? text('scan.starting') : ''}
        </p>
        {aside}
      </div>
    );
  }
  return (
    <div className="stack" data-gap="s">
      {flow.progress === undefined ? <p className="muted">{text('scan.aim')}</p> : <Parts progress={flow.progress} />}
      {aside}
    </div>
  );
}

function Parts({ progress }: { readonly progress: Progress }) {
  const text = useText();
  const { have, of, received } = progress;
  return (
    <>
      <p>
        <strong>{text('scan.part', { have, of })}</strong>
      </p>
      <ol className={`ticks ${of > 40 ? css.many : ''}`} role="list" aria-hidden="true">
        {received.map((isIn, index) => (
          <li key={index} {...(isIn ? { 'data-done': '' } : {})} />
        ))}
      </ol>
      <p className="muted">{text('scan.moving')}</p>
    </>
  );
}

function NoCamera({ code }: Pick<Extract<ScanFlow, { kind: 'no-camera' }>, 'code'>) {
  const text = useText();
  if (code !== 'device/camera-denied') return <p role="alert">{text(`error.${code}`)}</p>;
  const steps = matchMedia('(pointer: coarse)').matches ? text('scan.denied.phone') : text('scan.denied.computer');
  return <p role="alert">{text('scan.denied', { steps })}</p>;
}

function Ways({ scan }: Pick<ScanViewProps, 'scan'>) {
  const text = useText();
  const several = scan.flow.kind === 'scanning' && scan.flow.cameras > 1;
  return (
    <div className={`row between ${css.ways}`}>
      <PickButton label={text('scan.photo')} edge="start" accept="image/*" onPick={scan.control.readPhoto} />
      {several ? (
        <button className="btn" data-kind="quiet" type="button" onClick={() => void scan.control.nextCamera()}>
          {text('scan.otherCamera')}
        </button>
      ) : null}
      <PickButton label={text('scan.file')} edge="end" onPick={scan.control.readFile} />
    </div>
  );
}
