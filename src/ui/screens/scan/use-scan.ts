import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefCallback } from 'react';
import { useLocation } from 'wouter';
import type { Wallet } from '../../../wallet/wallet.ts';
import { announce } from '../../app/announce.ts';
import { useFlow } from '../../app/flow.ts';
import { useWallet } from '../../app/wallet-context.ts';
import { useText } from '../../languages/use-text.ts';
import { ScanControl } from './scan-flow.ts';
import type { Destination, Progress, ScanFlow } from './scan-flow.ts';

/** Between two announcements of progress, in milliseconds. */
const sayAgainMs = 3_000;

/** What a scan screen draws, and what its buttons do. */
export interface Scanning {
  readonly control: ScanControl;
  readonly flow: ScanFlow;
  /** For the element in which the camera's picture stands: the scan runs while that is on the page. */
  readonly place: RefCallback<HTMLDivElement>;
}

/** The scan of one screen: runs while the screen is shown, says what matters, keeps update and auto-lock away. */
export function useScan(destinationOf: (wallet: Wallet, navigate: (path: string) => void) => Destination): Scanning {
  const wallet = useWallet();
  const [, navigate] = useLocation();
  const [scan] = useState(() => new ScanControl(wallet, destinationOf(wallet, navigate)));
  const place = useCallback(
    (element: HTMLDivElement) => {
      scan.start(element);
      const [idle, release] = [wallet.installation.busy('scan'), wallet.holdOpen()];
      return () => {
        idle();
        release();
        void scan.stop();
      };
    },
    [scan, wallet],
  );
  const flow = useFlow(scan.flow);
  useVoice(flow);
  return { control: scan, flow, place };
}

/** Says: camera on, progress at every quarter or after three seconds, code read. Never per frame. */
function useVoice(flow: ScanFlow): void {
  const text = useText();
  const said = useRef<{ quarter: number; at: number }>({ quarter: 0, at: 0 });
  const words = flow.kind === 'scanning' ? text('scan.on') : flow.kind === 'examining' ? text('scan.done') : '';
  useEffect(() => {
    if (words !== '') announce(words);
  }, [words]);
  const progress = flow.kind === 'scanning' ? flow.progress : undefined;
  const { have = 0, of = 0 }: Partial<Progress> = progress ?? {};
  const sentence = text('scan.moving.part', { have, of });
  useEffect(() => {
    if (of === 0) return;
    const quarter = Math.floor((have * 4) / of);
    const now = performance.now();
    if (quarter === said.current.quarter && now - said.current.at < sayAgainMs) return;
    said.current = { quarter, at: now };
    announce(sentence);
  }, [have, of, sentence]);
}
