import { useEffect, useState } from 'react';
import { useParams } from 'wouter';
import { toItemId } from '../../../core/model/ids.ts';
import { refuse, succeed } from '../../../core/model/attempt.ts';
import type { ItemId } from '../../../core/model/ids.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { PreparedShare, ShareSettings, Wallet, WalletState } from '../../../wallet/wallet.ts';
import { createFlow, useFlow } from '../../app/flow.ts';
import type { Flow } from '../../app/flow.ts';
import { useWallet } from '../../app/wallet-context.ts';
import { forgetOnLock, recallMade, recallShareChoice, rememberMade, settingsFor } from './share-settings.ts';

type Prepared =
  | { readonly kind: 'ready'; readonly share: PreparedShare }
  /** Too many were signed within a minute: it goes on by itself. */
  | { readonly kind: 'waiting'; readonly until: number }
  | { readonly kind: 'failed'; readonly error: WalletError };

/** Nothing can be handed over before it can be seen: `ready` comes with what draws it. */
export type ShareFlow<View> =
  | { readonly kind: 'preparing' }
  | Exclude<Prepared, { readonly kind: 'ready' }>
  | (Extract<Prepared, { readonly kind: 'ready' }> & { readonly view: View });

/** From this size on a file or a link comes before a moving code (bytes, compressed). */
const fileFirstBytes = 16 * 1024;

/** The ids of a share's address: comma separated, each once. */
export function parseIds(text: string): readonly ItemId[] {
  return [...new Set(text.split(',').filter((id) => id !== ''))].map(toItemId);
}

/** "Prove it is me" is offered only where every chosen credential names the key that this wallet holds. */
export function mayProve(state: WalletState, ids: readonly ItemId[]): boolean {
  const { holder, items } = state.vault;
  return (
    holder !== undefined &&
    ids.length > 0 &&
    ids.every((id) => items.find((item) => item.id === id)?.subjectId === holder.did)
  );
}

/** The credentials whose share was too big for a code the last time: each making is one signature, and those are few a minute. */
let bigShare: string | undefined;

async function prepare(wallet: Wallet, text: string): Promise<Prepared> {
  const ids = parseIds(text);
  const choice = recallShareChoice();
  const proof: ShareSettings['proof'] = mayProve(wallet.state.get(), ids) ? 'prove' : 'sign';
  const make = async (): ReturnType<Wallet['prepareShare']> => {
    const settings = settingsFor(text, choice, proof, bigShare === text ? 'application' : 'interview');
    const before = recallMade(text, settings, wallet);
    if (before !== undefined) return succeed(before);
    const prepared = await wallet.prepareShare(ids, settings);
    if (prepared.ok) rememberMade(text, prepared.value, wallet.now());
    return prepared;
  };
  let made = await make();
  // Files and links live longer than a code on a screen: where they come first, so does their longer end.
  if (made.ok && choice.end === undefined && isFileFirst(made.value) !== (bigShare === text)) {
    bigShare = isFileFirst(made.value) ? text : undefined;
    made = await make();
  }
  if (made.ok) return { kind: 'ready', share: made.value };
  const { code, facts } = made.error;
  const until = facts['waitUntil'];
  return code === 'vault/wait' && typeof until === 'number' ? { kind: 'waiting', until } : { kind: 'failed', error: made.error };
}

/** Too big for a code that is shown in a moment. */
export function isFileFirst(share: PreparedShare): boolean {
  return share.form === 'presentation' && share.size.compressedBytes > fileFirstBytes;
}

/** As the check page draws it, from the same parts. */
const loadView = () => import('../check-result/examination-view.tsx').then(({ ExaminationView }) => ExaminationView);

/** Builds and signs the share when the page opens, and loads what draws it; what is shown is what will be handed over. */
export function createShareFlow<View>(wallet: Wallet, ids: string, load: () => Promise<View>): { readonly flow: Flow<ShareFlow<View>>; readonly again: () => void } {
  forgetOnLock(wallet);
  const open = async (): Promise<void> => {
    const [prepared, view] = await Promise.all([prepare(wallet, ids), load().catch(() => undefined)]);
    if (prepared.kind !== 'ready') return flow.set(prepared);
    // What draws it could not be loaded: nobody waits for ever.
    flow.set(view === undefined ? { kind: 'failed', error: refuse('device/worker-failed').error } : { ...prepared, view });
  };
  const flow = createFlow<ShareFlow<View>>({ kind: 'preparing' }, () => void open());
  const again = (): void => {
    flow.set({ kind: 'preparing' });
    void open();
  };
  return { flow, again };
}

export function useShare() {
  const wallet = useWallet();
  const { ids = '' } = useParams<{ ids: string }>();
  const [made] = useState(() => createShareFlow(wallet, ids, loadView));
  const flow = useFlow(made.flow);
  useEffect(() => wallet.installation.busy('share'), [wallet]);
  return { flow, again: made.again, ids, chosen: parseIds(ids) };
}
