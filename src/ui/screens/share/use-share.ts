import { useEffect, useState } from 'react';
import { useParams } from 'wouter';
import { toItemId } from '../../../core/model/ids.ts';
import { succeed } from '../../../core/model/attempt.ts';
import type { ItemId } from '../../../core/model/ids.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { PreparedShare, ShareSettings, Wallet, WalletState } from '../../../wallet/wallet.ts';
import { createFlow, useFlow } from '../../app/flow.ts';
import type { Flow } from '../../app/flow.ts';
import { useWallet } from '../../app/wallet-context.ts';
import { forgetOnLock, recallMade, recallShareChoice, rememberMade, settingsFor } from './share-settings.ts';

export type ShareFlow =
  | { readonly kind: 'preparing' }
  | { readonly kind: 'ready'; readonly share: PreparedShare }
  /** Too many were signed within a minute: it goes on by itself. */
  | { readonly kind: 'waiting'; readonly until: number }
  | { readonly kind: 'failed'; readonly error: WalletError };

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

async function prepare(wallet: Wallet, text: string): Promise<ShareFlow> {
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

/** Builds and signs the share when the page opens; what is shown is what will be handed over. */
export function createShareFlow(wallet: Wallet, ids: string): { readonly flow: Flow<ShareFlow>; readonly again: () => void } {
  forgetOnLock(wallet);
  const again = (): void => {
    flow.set({ kind: 'preparing' });
    void prepare(wallet, ids).then(flow.set);
  };
  const flow = createFlow<ShareFlow>({ kind: 'preparing' }, () => void prepare(wallet, ids).then(flow.set));
  return { flow, again };
}

export function useShare() {
  const wallet = useWallet();
  const { ids = '' } = useParams<{ ids: string }>();
  const [made] = useState(() => createShareFlow(wallet, ids));
  const flow = useFlow(made.flow);
  useEffect(() => wallet.installation.busy('share'), [wallet]);
  return { flow, again: made.again, ids, chosen: parseIds(ids) };
}
