import { useDeferredValue, useState } from 'react';
import type { ExaminedCredential } from '../../../core/model/examination.ts';
import type { Wallet } from '../../../wallet/wallet.ts';
import { createFlow, useFlow } from '../../app/flow.ts';
import { useWallet } from '../../app/wallet-context.ts';

export type SampleFlow =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly examined: ExaminedCredential }
  | { readonly kind: 'failed' };

/** Opens the bundled sample. It never starts the vault, and it is never kept. */
function createSampleFlow(wallet: Wallet) {
  const open = async (): Promise<void> => {
    const review = await wallet.sample();
    const examined = review.ok ? review.value.items[0]?.examination : undefined;
    flow.set(examined === undefined ? { kind: 'failed' } : { kind: 'open', examined });
  };
  const flow = createFlow<SampleFlow>({ kind: 'opening' }, () => void open());
  return flow;
}

export function useSample(): SampleFlow {
  const wallet = useWallet();
  const [flow] = useState(() => createSampleFlow(wallet));
  // Drawn in slices: it is much at once for a slow phone.
  return useDeferredValue(useFlow(flow));
}
