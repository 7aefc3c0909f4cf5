import { useEffect, useState } from 'react';
import { useParams } from 'wouter';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { ShownCode } from '../../../wallet/ports.ts';
import type { PreparedShare } from '../../../wallet/wallet.ts';
import { announce, announceNow } from '../../app/announce.ts';
import { recallShare } from '../../app/flow-memory.ts';
import { useFlow } from '../../app/flow.ts';
import { useWallet } from '../../app/wallet-context.ts';
import { useText } from '../../languages/use-text.ts';
import { CodeShow, warnSeconds } from './code-show.ts';
import type { CodeState } from './code-show.ts';
import { WaysOut } from './ways-out.ts';

/** From this size on a file or a link comes before a moving code: bytes, compressed. */
const fileFirstBytes = 16 * 1024;

/** The share that was prepared, if this page still holds it. */
export function useHandedShare(): PreparedShare | undefined {
  const { id = '' } = useParams<{ id: string }>();
  return recallShare(id);
}

/** The movement the person wants: none, if the system says so. */
function wantsStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Everything the hand-over screen does with one share. */
export function useHandOver(share: PreparedShare) {
  const wallet = useWallet();
  const [ways] = useState(() => new WaysOut(wallet, share));
  const codeWay = share.size.codeParts === 1 ? 'code' : 'moving-code';
  const [show] = useState(() => new CodeShow(() => ways.record(codeWay, 'shown')));
  const [code, setCode] = useState<ShownCode>();
  const [codeError, setCodeError] = useState<WalletError>();
  useEffect(() => {
    const releases = [wallet.installation.busy('share'), wallet.holdOpen()];
    ways.record(share.size.codeParts === 0 ? 'file' : codeWay, 'prepared');
    if (share.size.linkCharacters > 0) void ways.prepareLink();
    let isHere = true;
    void wallet.transports.showCode(share.presentation).then((made) => {
      if (!isHere) return;
      // One that is too large for a code is told from its size.
      if (!made.ok) return made.error.code.startsWith('device/') ? setCodeError(made.error) : undefined;
      setCode(made.value);
      if (made.value.parts === 1) show.show(false);
    });
    return () => {
      isHere = false;
      show.close();
      for (const release of releases) release();
    };
  }, [wallet, share, show, ways, codeWay]);
  const state = useFlow(show.flow);
  useBeingThere(state, show);
  useScreenLight(state.kind === 'shown');
  return {
    wallet,
    ways,
    show,
    state,
    code,
    codeError,
    rate: useFlow(show.rate),
    way: useFlow(ways.flow),
    still: wantsStillness(),
    fileFirst: share.size.codeParts === 0 || share.size.compressedBytes > fileFirstBytes,
  };
}

export type HandingOver = ReturnType<typeof useHandOver>;

/** Twenty seconds before the end it is said, and from then on any key or tap keeps the code. */
function useBeingThere(state: CodeState, show: CodeShow): void {
  const text = useText();
  const ending = state.kind === 'shown' && state.secondsLeft <= warnSeconds;
  const [warning, kept] = [text('handOver.ending', { seconds: warnSeconds }), text('handOver.kept')];
  useEffect(() => {
    if (!ending) return undefined;
    announceNow(warning);
    const stay = (): void => {
      show.extend();
      announce(kept);
    };
    document.addEventListener('keydown', stay);
    document.addEventListener('pointerdown', stay);
    return () => {
      document.removeEventListener('keydown', stay);
      document.removeEventListener('pointerdown', stay);
    };
  }, [ending, show, warning, kept]);
}

function useScreenLight(lit: boolean): void {
  const { transports } = useWallet();
  useEffect(() => (lit ? transports.keepScreenOn() : undefined), [lit, transports]);
}
