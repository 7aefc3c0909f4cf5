import { useState } from 'react';
import type { BadgeImageKind, BakedBadge } from '../../../core/model/baked.ts';
import type { ItemId } from '../../../core/model/ids.ts';
import { toItemId } from '../../../core/model/ids.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { KeptAnew } from '../../../wallet/document-doors.ts';
import type { Wallet } from '../../../wallet/wallet.ts';
import { createFlow, useFlow } from '../../app/flow.ts';
import type { Flow } from '../../app/flow.ts';
import { useWallet } from '../../app/wallet-context.ts';

/** `is-image`: the original is one already. `none`: no badge, or one that no image can hold. */
export type BadgeState =
  | { readonly kind: 'made'; readonly badge: BakedBadge }
  | { readonly kind: 'is-image' | 'none' }
  | { readonly kind: 'failed'; readonly error: WalletError };

/** The last thing that was saved, or tried: told where it was pressed. */
export interface Saved {
  readonly what: 'original' | 'badge' | 'resume';
  /** Absent: saved. */
  readonly error?: WalletError;
}

export type TakeFlow =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly error: WalletError }
  | { readonly kind: 'open'; readonly item: KeptAnew; readonly badge: BadgeState; readonly saved?: Saved };

interface TakenFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mediaType: string;
}

/** A badge that cannot be made is no fault; one that we could not read back is told. */
function badgeStateOf(error: WalletError): BadgeState {
  if (error.facts['why'] === 'is-image') return { kind: 'is-image' };
  return error.code === 'present/cannot-bake' && error.facts['why'] !== 'read-back' ? { kind: 'none' } : { kind: 'failed', error };
}

/** Opens a credential as others will see it, makes the image before it is asked for, and saves what is taken along. */
export function createTakeFlow(wallet: Wallet, id: ItemId) {
  const open = async (): Promise<TakeFlow> => {
    const doors = await wallet.documents();
    const opened = await doors.examineAnew([id]);
    if (!opened.ok) return { kind: 'failed', error: opened.error };
    const [item] = opened.value;
    if (item === undefined) return { kind: 'failed', error: { code: 'vault/not-found', facts: {} } };
    const baked = await doors.bake(item);
    return { kind: 'open', item, badge: baked.ok ? { kind: 'made', badge: baked.value } : badgeStateOf(baked.error) };
  };
  const begin = (): void => void open().then(flow.set);
  const again = (): void => {
    flow.set({ kind: 'opening' });
    begin();
  };
  const flow: Flow<TakeFlow> = createFlow<TakeFlow>({ kind: 'opening' }, begin);

  function tell(saved: Saved | undefined): void {
    const now = flow.get();
    if (now.kind !== 'open') return;
    const { item, badge } = now;
    flow.set({ kind: 'open', item, badge, ...(saved === undefined ? {} : { saved }) });
  }

  /** Who closes the picker meant to: nothing is told then. */
  async function save(what: Saved['what'], file: TakenFile): Promise<void> {
    tell(undefined);
    const release = wallet.holdOpen();
    const saved = await wallet.transports.saveFile(file);
    release();
    if (saved.ok) tell({ what });
    else if (saved.error.code !== 'send/cancelled' && saved.error.code !== 'device/cancelled') tell({ what, error: saved.error });
  }

  /** The image that was made; of another kind it is made when it is asked for. */
  async function saveBadge(kind: BadgeImageKind, name: string): Promise<void> {
    const now = flow.get();
    if (now.kind !== 'open' || now.badge.kind !== 'made') return;
    const made = now.badge.badge.kind === kind ? now.badge.badge : await remake(now.item, kind);
    if (made !== undefined) await save('badge', { bytes: made.bytes, name, mediaType: made.mediaType });
  }

  async function remake(item: KeptAnew, kind: BadgeImageKind): Promise<BakedBadge | undefined> {
    const made = await (await wallet.documents()).bake(item, kind);
    if (!made.ok) tell({ what: 'badge', error: made.error });
    return made.ok ? made.value : undefined;
  }

  return { flow, again, save, saveBadge };
}

export type TakeActions = Omit<ReturnType<typeof createTakeFlow>, 'flow'>;

export function useTake(id: string) {
  const wallet = useWallet();
  const [taking] = useState(() => createTakeFlow(wallet, toItemId(id)));
  return { ...taking, flow: useFlow(taking.flow) };
}
