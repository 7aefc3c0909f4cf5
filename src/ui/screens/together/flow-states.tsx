import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { MessageId } from '../../languages/en.ts';
import { useText } from '../../languages/use-text.ts';
import { Page } from '../../app/page.tsx';
import { useWallet } from '../../app/wallet-context.ts';
import { Moment } from '../../components/day.tsx';
import { Sentence } from '../../languages/sentence.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { Failure } from '../../components/failure.tsx';
import type { ExaminedFlow } from './use-examined-ids.ts';

interface FlowStatesProps<T> {
  readonly flow: Exclude<ExaminedFlow<T>, { readonly kind: 'ready' }>;
  readonly title: MessageId;
  readonly ids: string;
  /** What is to be done where too few or too many are here. */
  readonly wrongNumber: (count: number) => MessageId;
}

/** The frame of a page about several credentials, with the way back to choosing them. */
export function SeveralPage({ title, ids, children }: { readonly title: MessageId; readonly ids: string; readonly children: ReactNode }) {
  const text = useText();
  return (
    <Page title={text(title)} back={{ to: `/choose/${ids}`, label: text('choose.title') }} flow>
      {children}
    </Page>
  );
}

/** What stands there while credentials are read, where they cannot be, and where it is not the right number of them. */
export function FlowStates<T>({ flow, title, ids, wrongNumber }: FlowStatesProps<T>) {
  const text = useText();
  if (flow.kind === 'reading') {
    return (
      <SeveralPage title={title} ids={ids}>
        <h1 tabIndex={-1}>{text(title)}</h1>
        <Waiting words="choose.reading" />
      </SeveralPage>
    );
  }
  return (
    <SeveralPage title={title} ids={ids}>
      <div className="empty">
        <h1 tabIndex={-1}>{text(flow.kind === 'failed' ? 'choose.failed' : title)}</h1>
        {flow.kind === 'failed' ? <Failure error={flow.error} /> : <p className="intro">{text(wrongNumber(flow.count))}</p>}
        {flow.kind === 'failed' ? null : <Gone count={flow.gone} />}
        <Link className="btn" data-kind="main" href={`/choose/${ids}`}>
          {text(flow.kind === 'wrong-number' && flow.count < 2 ? 'choose.title' : 'choose.other')}
        </Link>
      </div>
    </SeveralPage>
  );
}

/** When this was looked at: on paper too. */
export function LookedAt() {
  const { now } = useWallet();
  return (
    <p className="small muted">
      <Sentence id="together.looked" values={{ moment: <Moment at={now()} /> }} />
    </p>
  );
}

/** That some of what was chosen was deleted since. */
export function Gone({ count }: { readonly count: number }) {
  const text = useText();
  return count === 0 ? null : <p className="muted">{text('choose.gone', { count })}</p>;
}
