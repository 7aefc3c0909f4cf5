import { Link } from 'wouter';
import type { PreparedShare } from '../../../wallet/wallet.ts';
import { recallSharePath } from '../../app/flow-memory.ts';
import { Page } from '../../app/page.tsx';
import { useText } from '../../languages/use-text.ts';
import { CheckPageCode } from './check-page-code.tsx';
import { OtherWays } from './other-ways.tsx';
import { ShareCode } from './share-code.tsx';
import { useHandedShare, useHandOver } from './use-hand-over.ts';
import type { HandingOver } from './use-hand-over.ts';

/** The last step of a share: the code, or another way out. */
export function HandOverScreen() {
  const share = useHandedShare();
  return share === undefined ? <Missing /> : <HandOver share={share} />;
}

function Missing() {
  const text = useText();
  return (
    <Page title={text('handOver.title')} back={{ to: '/', label: text('frame.credentials') }}>
      <div className="empty">
        <h1 tabIndex={-1}>{text('handOver.missing')}</h1>
        <p className="intro">{text('handOver.missing.help')}</p>
        <Link className="btn" data-kind="main" href="/">
          {text('handOver.missing.list')}
        </Link>
      </div>
    </Page>
  );
}

function HandOver({ share }: { readonly share: PreparedShare }) {
  const text = useText();
  const over = useHandOver(share);
  const ways = <OtherWays share={share} over={over} />;
  return (
    <Page title={text('handOver.title')} back={{ to: recallSharePath(share.id), label: text('handOver.back') }} flow>
      <h1 tabIndex={-1}>{text('handOver.title')}</h1>
      <CheckPageCode />
      {over.fileFirst ? ways : null}
      <ShareCode share={share} over={over} />
      {over.fileFirst ? null : ways}
      <Actions share={share} over={over} />
    </Page>
  );
}

function Actions({ share, over }: { readonly share: PreparedShare; readonly over: HandingOver }) {
  const text = useText();
  const { state, show, code, still, fileFirst } = over;
  const moving = share.size.codeParts > 1;
  if (code === undefined) return null;
  if (state.kind === 'hidden') {
    return (
      <div className="actions">
        <button className="btn" data-kind="main" type="button" onClick={() => show.show(moving && !still)}>
          {text('handOver.again')}
        </button>
      </div>
    );
  }
  if (!moving) return null;
  if (state.kind === 'waiting') {
    return (
      <div className="actions">
        {still ? null : (
          <button className="btn" data-kind={fileFirst ? 'second' : 'main'} type="button" onClick={() => show.show(true)}>
            {text(fileFirst ? 'handOver.asCode' : 'handOver.start')}
          </button>
        )}
        <button className="btn" data-kind={still && !fileFirst ? 'main' : 'second'} type="button" onClick={() => show.show(false)}>
          {text('handOver.step')}
        </button>
      </div>
    );
  }
  return (
    <div className="actions" {...(still ? {} : { 'data-steps': '' })}>
      <button className="btn" data-kind="second" type="button" onClick={() => show.step(-1)}>
        {text('handOver.previous')}
      </button>
      {still ? null : (
        <button className="btn" data-kind="main" type="button" onClick={state.playing ? show.pause : show.go}>
          {text(state.playing ? 'handOver.pause' : 'handOver.go')}
        </button>
      )}
      <button className="btn" data-kind={still ? 'main' : 'second'} type="button" onClick={() => show.step(1)}>
        {text('handOver.next')}
      </button>
    </div>
  );
}
