import { useLingui } from '@lingui/react';
import { useLocation } from 'wouter';
import { rememberShare } from '../../app/flow-memory.ts';
import { Page } from '../../app/page.tsx';
import { useWalletState } from '../../app/wallet-context.ts';
import { plainText } from '../../components/doc-text.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useText } from '../../languages/use-text.ts';
import { ShareFailure } from './share-failure.tsx';
import { ShareLines, ShareLine } from './share-lines.tsx';
import { ShareSentences } from './share-sentences.tsx';
import { ShareWait } from './share-wait.tsx';
import { isFileFirst, useShare } from './use-share.ts';

export function ShareScreen() {
  const text = useText();
  const { flow, again, ids, chosen } = useShare();
  const only = chosen.length === 1 ? chosen[0] : undefined;
  return (
    <Page title={text('share.title')} back={useBack(only)} flow>
      <h1 tabIndex={-1}>{text('share.title')}</h1>
      {flow.kind === 'preparing' ? <Waiting words="share.preparing" /> : null}
      {flow.kind === 'waiting' ? <ShareWait until={flow.until} again={again} /> : null}
      {flow.kind === 'failed' ? <ShareFailure error={flow.error} again={again} ids={ids} /> : null}
      {flow.kind === 'ready' ? <Ready flow={flow} ids={ids} /> : null}
    </Page>
  );
}

function useBack(only: string | undefined): { readonly to: string; readonly label: string } {
  const text = useText();
  const { i18n } = useLingui();
  const title = useWalletState().vault.items.find(({ id }) => id === only)?.title ?? [];
  return only === undefined ? { to: '/', label: text('frame.credentials') } : { to: `/credential/${only}`, label: plainText(title, [i18n.locale, 'en'], 60) || text('share.back') };
}

type ReadyFlow = Extract<ReturnType<typeof useShare>['flow'], { kind: 'ready' }>;

function Ready({ flow: { share, view: View }, ids }: { readonly flow: ReadyFlow; readonly ids: string }) {
  const text = useText();
  const [, navigate] = useLocation();
  const byFile = share.form === 'as-file' || share.size.codeParts === 0 || isFileFirst(share);
  return (
    <>
      <ShareLine share={share} ids={ids} />
      <figure className="window">
        <figcaption>{text('share.preview')}</figcaption>
        <View examination={share.seen} mode="preview" level={2} />
      </figure>
      <ShareLines share={share} ids={ids} />
      <ShareSentences share={share} byFile={byFile} />
      <div className="actions">
        <button
          className="btn"
          data-kind="main"
          type="button"
          onClick={() => {
            rememberShare(share);
            navigate(`/hand-over/${share.id}`);
          }}
        >
          {text(byFile ? 'share.handOver' : 'share.show')}
        </button>
      </div>
    </>
  );
}
