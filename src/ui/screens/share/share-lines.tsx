import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { credentialsIn } from '../../../core/model/examination.ts';
import { toDisplayText } from '../../../core/model/display-text.ts';
import type { PreparedShare } from '../../../wallet/wallet.ts';
import { Day } from '../../components/day.tsx';
import type { MessageId } from '../../languages/en.ts';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';
import styles from './share.module.css';

interface ShareProps {
  readonly share: PreparedShare;
  readonly ids: string;
}

function Own({ text }: { readonly text: string }) {
  return <bdi>{toDisplayText(text, 300)}</bdi>;
}

/** What, to whom and until when, in one line above the preview on a phone. */
export function ShareLine({ share, ids }: ShareProps) {
  const text = useText();
  const { settings, expires, seen } = share;
  return (
    <p className={styles.line}>
      <span>
        <Sentence
          id="share.line"
          values={{
            count: credentialsIn(seen).length,
            to: settings.receiver === '' ? 'anyone' : 'named',
            receiver: <Own text={settings.receiver} />,
            end: expires === undefined ? 'none' : 'date',
            date: expires === undefined ? '' : <Day date={expires} />,
          }}
        />
      </span>
      <Link className="btn" data-kind="quiet" data-edge="end" href={`/share/${ids}/to`}>
        {text('share.change')}
        <span className="unseen"> {text('share.change.all.of')}</span>
      </Link>
    </p>
  );
}

/** The lines in full: what, which details, to whom, until when, how it is signed; each with its way to change it. */
export function ShareLines({ share, ids }: ShareProps) {
  const text = useText();
  const { settings, seen, form } = share;
  const count = credentialsIn(seen).length;
  const to = settings.receiver === '' ? (settings.purpose === '' ? 'nobody' : 'purpose') : settings.purpose === '' ? 'receiver' : 'both';
  return (
    <dl>
      <Line term="share.what" to={`/share/${ids}/what`} of="share.change.what.of">
        {text('share.what.value', { count })}
      </Line>
      <Line term="share.details">{text(count === 1 ? 'share.details.whole' : 'share.details.wholeMany')}</Line>
      <Line term="share.to" to={`/share/${ids}/to`} of="share.change.to.of">
        <Sentence id="share.to.value" values={{ to, receiver: <Own text={settings.receiver} />, purpose: <Own text={settings.purpose} /> }} />
      </Line>
      {form === 'as-file' ? null : (
        <Line term="share.until" to={`/share/${ids}/to`} of="share.change.until.of">
          <Until share={share} />
        </Line>
      )}
      <Line term="share.proof">
        <Proof share={share} />
      </Line>
    </dl>
  );
}

function Until({ share }: { readonly share: PreparedShare }) {
  const text = useText();
  const { expires, settings } = share;
  if (expires === undefined || settings.end === 'none') return text('share.until.none');
  return <Sentence id={`share.until.${settings.end}`} values={{ date: <Day date={expires} /> }} />;
}

function Proof({ share }: { readonly share: PreparedShare }) {
  const text = useText();
  if (share.form === 'as-file') return text('share.proof.none');
  const { proof } = share.settings;
  return (
    <>
      {text(`share.proof.${proof}`)}
      <br />
      <span className="small muted">{text(`share.proof.${proof}.help`)}</span>
    </>
  );
}

interface LineProps {
  readonly term: MessageId;
  readonly children: ReactNode;
  readonly to?: string;
  readonly of?: MessageId;
}

function Line({ term, children, to, of }: LineProps) {
  const text = useText();
  return (
    <div className="summary">
      <dt>{text(term)}</dt>
      <dd>{children}</dd>
      {to === undefined || of === undefined ? null : (
        <dd>
          <Link className="btn" data-kind="quiet" data-edge="end" href={to}>
            {text('share.change')}
            <span className="unseen"> {text(of)}</span>
          </Link>
        </dd>
      )}
    </div>
  );
}
