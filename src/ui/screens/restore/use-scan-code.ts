import { useCallback, useState } from 'react';
import type { ErrorCode } from '../../../core/model/error-code.ts';
import type { ScanEvent } from '../../../core/model/scan-event.ts';
import type { ScanSession } from '../../../wallet/ports.ts';
import type { Wallet } from '../../../wallet/wallet.ts';
import { createFlow, useFlow } from '../../app/flow.ts';
import { useWallet } from '../../app/wallet-context.ts';
import { emptyGroups, shortGroups, writeGroup } from '../settings/code-groups.ts';

type ScanCodeFlow =
  | { readonly kind: 'off' }
  /** The picture has a place now; the camera is being switched on. */
  | { readonly kind: 'starting' }
  | { readonly kind: 'scanning' }
  | { readonly kind: 'found' }
  | { readonly kind: 'failed'; readonly code: ErrorCode };

/** Scans for a recovery code alone; any other code is passed over in silence. */
function createScanCodeFlow(wallet: Wallet, onCode: (groups: readonly string[]) => void) {
  const flow = createFlow<ScanCodeFlow>({ kind: 'off' });
  let session: ScanSession | undefined;
  let release: (() => void) | undefined;
  const end = (next: ScanCodeFlow): void => {
    void session?.stop();
    session = undefined;
    release?.();
    release = undefined;
    flow.set(next);
  };
  const listen = (event: ScanEvent): void => {
    if (event.kind === 'failed') return end({ kind: 'failed', code: event.code });
    if (event.kind === 'started') return flow.set({ kind: 'scanning' });
    if (event.kind !== 'named' || event.what !== 'recovery-code') return;
    const { groups } = writeGroup(emptyGroups, 0, event.text);
    if (shortGroups(groups).length > 0) return;
    onCode(groups);
    end({ kind: 'found' });
  };
  return {
    flow,
    start: () => flow.set({ kind: 'starting' }),
    stop: () => end({ kind: 'off' }),
    /** The element for the picture is there, or gone. */
    attach: async (element: HTMLElement | null): Promise<void> => {
      if (element === null) return flow.get().kind === 'found' ? undefined : end({ kind: 'off' });
      release = wallet.holdOpen();
      const started = await wallet.transports.startScan(element, listen);
      if (!started.ok) return end({ kind: 'failed', code: started.error.code });
      session = started.value;
      if (!element.isConnected) end({ kind: 'off' });
    },
  };
}

export function useScanCode(onCode: (groups: readonly string[]) => void) {
  const wallet = useWallet();
  const [made] = useState(() => createScanCodeFlow(wallet, onCode));
  const place = useCallback((element: HTMLElement | null) => void made.attach(element), [made]);
  return { ...made, flow: useFlow(made.flow), place };
}
