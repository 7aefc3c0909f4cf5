import { Link } from 'wouter';
import { Page } from '../../app/page.tsx';
import { useWalletState } from '../../app/wallet-context.ts';
import { Asking, LinkOffer } from '../../components/asking.tsx';
import { Moment } from '../../components/day.tsx';
import { Icon } from '../../components/icon.tsx';
import { linkHost } from '../../components/link-host.ts';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';
import { useStepFocus } from '../settings/use-step-focus.ts';
import { ExaminationView, standsAlone } from './examination-view.tsx';
import styles from './check-result.module.css';
import { useCheckResult } from './use-check-result.ts';

export function CheckResultScreen() {
  const text = useText();
  const { examination, at, again, takeInstead, discard, print } = useCheckResult();
  const link = examination?.kind === 'unreadable' && examination.foreign?.kind === 'web-address' ? examination.foreign.text : undefined;
  useStepFocus(link === undefined ? 'result' : 'link');
  if (examination === undefined) return <NoResult />;
  const offersLink = link !== undefined && linkHost(link) !== undefined;
  const shown = <ExaminationView examination={examination} mode="check" level={1} />;
  const alone = standsAlone(examination) || examination.kind === 'unreadable';
  return (
    <Page
      title={text('check.result.title')}
      back={{ to: '/check', label: text('check.result.back') }}
      action={<Discard onDiscard={discard} />}
      ground="desk"
      flow
    >
      {alone ? null : <h1 tabIndex={-1}>{text('check.result.title')}</h1>}
      {link === undefined ? (
        shown
      ) : (
        <LinkOffer address={link} take={(received) => void takeInstead(received)} heading>
          {shown}
        </LinkOffer>
      )}
      <Asking examination={examination} room="check" again={again} />
      {alone ? null : <Limits />}
      {link === undefined ? <Stamp at={at} /> : null}
      <div className="actions">
        {examination.kind === 'unreadable' ? null : (
          <button className="btn" data-kind="main" type="button" onClick={print}>
            {text('check.result.print')}
          </button>
        )}
        <Link className="btn" data-kind={examination.kind === 'unreadable' && !offersLink ? 'main' : 'second'} href="/check">
          {text('check.result.another')}
        </Link>
      </div>
    </Page>
  );
}

function Discard({ onDiscard }: { readonly onDiscard: () => void }) {
  const text = useText();
  return (
    <button className="btn" data-kind="quiet" data-edge="end" type="button" onClick={onDiscard}>
      <Icon name="trash-2" />
      {text('check.result.discard')}
    </button>
  );
}

function Limits() {
  const text = useText();
  return (
    <section className="stack" data-gap="s">
      <h2>{text('check.result.limits')}</h2>
      <p>{`${text('why.limits')} ${text('check.result.limits.person')}`}</p>
    </section>
  );
}

/** When and with what it was checked; on paper it is part of the report. */
function Stamp({ at }: { readonly at: Parameters<typeof Moment>[0]['at'] }) {
  const text = useText();
  const { installation } = useWalletState();
  return (
    <div className={`${styles.stamp} small muted`}>
      <p>
        <Sentence id="check.result.checkedAt" values={{ moment: <Moment at={at} full />, version: <bdi>{installation.version}</bdi> }} />
      </p>
      <p className="no-print">{text('check.result.kept')}</p>
    </div>
  );
}

/** After a reload, or when somebody opens this address: results are never kept. */
function NoResult() {
  const text = useText();
  return (
    <Page title={text('check.result.title')} back={{ to: '/check', label: text('check.result.back') }}>
      <div className="empty">
        <h1 tabIndex={-1}>{text('check.result.none')}</h1>
        <p className="intro">{text('check.result.none.help')}</p>
        <Link className="btn" data-kind="main" href="/check">
          {text('check.result.again')}
        </Link>
      </div>
    </Page>
  );
}
