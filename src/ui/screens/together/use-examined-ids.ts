import { useState } from 'react';
import { useParams } from 'wouter';
import type { Attempt } from '../../../core/model/attempt.ts';
import { succeed } from '../../../core/model/attempt.ts';
import { credentialsIn } from '../../../core/model/examination.ts';
import type { ExaminedCredential } from '../../../core/model/examination.ts';
import { toItemId } from '../../../core/model/ids.ts';
import type { ItemId } from '../../../core/model/ids.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { DocumentDoors, KeptAnew } from '../../../wallet/document-doors.ts';
import type { Wallet } from '../../../wallet/wallet.ts';
import { createFlow, useFlow } from '../../app/flow.ts';
import type { Flow } from '../../app/flow.ts';
import { useWallet } from '../../app/wallet-context.ts';

/** The ids of an address: comma separated, each once. */
export function idsOf(text: string): readonly ItemId[] {
  return [...new Set(text.split(',').filter((id) => /^[0-9a-f]{64}$/.test(id)))].map(toItemId);
}

/** Those of these that are kept: neither deleted nor unknown here. */
function keptOf({ state }: Pick<Wallet, 'state'>, ids: readonly ItemId[]): readonly ItemId[] {
  const { list } = state.get();
  const here = new Set(list.flatMap(({ summary, older }) => [summary, ...older].map(({ id }) => id)));
  return ids.filter((id) => here.has(id));
}

export type ExaminedFlow<T> =
  | { readonly kind: 'reading' }
  | { readonly kind: 'ready'; readonly items: readonly ExaminedCredential[]; readonly found: T; readonly gone: number }
  /** Too few are here to go on with, or too many. */
  | { readonly kind: 'wrong-number'; readonly count: number; readonly gone: number }
  | { readonly kind: 'failed'; readonly error: WalletError };

interface Wanted<T> {
  readonly least: number;
  readonly most: number;
  readonly find: (doors: DocumentDoors, anew: readonly KeptAnew[]) => Promise<Attempt<T>>;
}

async function examine<T>(wallet: Wallet, ids: readonly ItemId[], { least, most, find }: Wanted<T>): Promise<ExaminedFlow<T>> {
  const kept = keptOf(wallet, ids);
  const gone = ids.length - kept.length;
  if (kept.length < least || kept.length > most) return { kind: 'wrong-number', count: kept.length, gone };
  const doors = await wallet.documents();
  const anew = await doors.examineAnew(kept);
  if (!anew.ok) return { kind: 'failed', error: anew.error };
  const found = await find(doors, anew.value);
  if (!found.ok) return { kind: 'failed', error: found.error };
  return { kind: 'ready', items: anew.value.map(({ examined }) => examined), found: found.value, gone };
}

/** Examines what an address names, once, when somebody looks; nothing of it is kept. */
export function createExaminedFlow<T>(wallet: Wallet, ids: string, wanted: Wanted<T>): Flow<ExaminedFlow<T>> {
  const flow: Flow<ExaminedFlow<T>> = createFlow<ExaminedFlow<T>>({ kind: 'reading' }, () => void examine(wallet, idsOf(ids), wanted).then(flow.set));
  return flow;
}

export const nothingMore: Wanted<undefined>['find'] = async () => succeed(undefined);

export function useExaminedIds<T>(wanted: Wanted<T>): { readonly flow: ExaminedFlow<T>; readonly ids: string } {
  const wallet = useWallet();
  const { ids = '' } = useParams<{ ids: string }>();
  const [made] = useState(() => createExaminedFlow(wallet, ids, wanted));
  return { flow: useFlow(made), ids };
}

/** Everything that facts may name: the chosen ones and what is inside them. */
export function byItemId(items: readonly ExaminedCredential[]): ReadonlyMap<ItemId, ExaminedCredential> {
  const withInner = (item: ExaminedCredential): readonly ExaminedCredential[] => [item, ...(item.parts ?? []).flatMap(credentialsIn).flatMap(withInner)];
  return new Map(items.flatMap(withInner).map((item) => [item.id, item]));
}
