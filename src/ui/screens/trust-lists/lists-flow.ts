import type { Received } from '../../../core/model/received.ts';
import { newerEdition } from '../../../core/model/trust.ts';
import type { TrustListMeta } from '../../../core/model/trust.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { ListAtHand, Wallet } from '../../../wallet/wallet.ts';
import { createFlow } from '../../app/flow.ts';

/** A file that could be added, and what to know before saying yes. */
export interface ListQuestion {
  readonly received: Received;
  readonly meta: TrustListMeta;
  /** `known`: pinned before, with this date. `other-key`: a list of this name is pinned to another key. */
  readonly pin: { readonly kind: 'none' } | { readonly kind: 'new' } | { readonly kind: 'known'; readonly since: ListAtHand } | { readonly kind: 'other-key' };
  /** Beside an edition that is there: this one takes its place, or counts for nothing beside it. */
  readonly edition?: 'newer' | 'older';
}

export interface ListsFlow {
  /** Undefined while they are read. */
  readonly lists?: readonly ListAtHand[];
  /** A file is being looked at. */
  readonly reading?: true;
  readonly question?: ListQuestion;
  /** Hidden already, removed when the time for Undo is over. */
  readonly leaving?: ListAtHand;
  readonly notice?: 'added' | 'undone' | 'already';
  readonly error?: WalletError;
}

const undoMs = 10_000;

/** What pinning this list's key would mean beside the lists at hand. */
export function pinOf(meta: TrustListMeta, lists: readonly ListAtHand[]): ListQuestion['pin'] {
  const { signerThumbprint, title } = meta;
  const pinned = lists.filter(({ kept }) => kept?.pinned !== undefined);
  const since = pinned.find(({ kept }) => kept?.pinned === signerThumbprint);
  if (since !== undefined) return { kind: 'known', since };
  if (pinned.some((list) => list.meta?.title === title)) return { kind: 'other-key' };
  return { kind: signerThumbprint === undefined ? 'none' : 'new' };
}

/** What it would be beside another edition of the same list. */
export function editionOf(meta: TrustListMeta, lists: readonly ListAtHand[]): ListQuestion['edition'] {
  const metas = lists.flatMap((list) => list.meta ?? []);
  if (newerEdition(meta, metas) !== undefined) return 'older';
  return metas.some((other) => newerEdition(other, [meta]) !== undefined) ? 'newer' : undefined;
}

/** The learner's trust lists, outside React. A file is named and asked about before it is added; a removal can be undone. */
export function createListsFlow(wallet: Pick<Wallet, 'lists' | 'describeList' | 'addList' | 'removeList' | 'transports'>, waitMs = undoMs) {
  const flow = createFlow<ListsFlow>({}, () => void load());
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function load(more: Pick<ListsFlow, 'notice'> = {}): Promise<void> {
    const lists = await wallet.lists();
    const { leaving } = flow.get();
    flow.set({ ...(leaving === undefined ? {} : { leaving }), ...more, ...(lists.ok ? { lists: lists.value } : { error: lists.error, lists: [] }) });
  }

  /** The state without what was said or asked last. */
  function calm(): ListsFlow {
    const { lists, leaving } = flow.get();
    return { ...(lists === undefined ? {} : { lists }), ...(leaving === undefined ? {} : { leaving }) };
  }

  const settle = async (): Promise<void> => {
    clearTimeout(timer);
    const id = flow.get().leaving?.kept?.id;
    if (id === undefined) return;
    const { leaving: _gone, ...rest } = flow.get();
    const removed = await wallet.removeList(id);
    flow.set(removed.ok ? rest : { ...rest, error: removed.error });
    await load();
  };

  return {
    flow,
    settle,
    choose: async (file: File, transport: 'file' | 'drop'): Promise<void> => {
      flow.set({ ...calm(), reading: true });
      const read = await wallet.transports.readFile(file, transport);
      const meta = read.ok ? await wallet.describeList(read.value) : read;
      if (!read.ok || !meta.ok) return flow.set({ ...calm(), error: meta.ok ? { code: 'receive/not-a-list', facts: {} } : meta.error });
      const lists = flow.get().lists ?? [];
      if (lists.some((list) => list.meta?.digest === meta.value.digest)) return flow.set({ ...calm(), notice: 'already' });
      const edition = editionOf(meta.value, lists);
      flow.set({ ...calm(), question: { received: read.value, meta: meta.value, pin: pinOf(meta.value, lists), ...(edition === undefined ? {} : { edition }) } });
    },
    /** Adds what the question is about; a signed list is pinned to its key. */
    add: async (): Promise<void> => {
      const { question } = flow.get();
      if (question === undefined || flow.get().reading) return;
      flow.set({ ...flow.get(), reading: true });
      const added = await wallet.addList(question.received, question.meta.signerThumbprint);
      if (!added.ok) return flow.set({ ...calm(), question, error: added.error });
      flow.set(calm());
      await load({ notice: 'added' });
    },
    leave: (): void => flow.set(calm()),
    remove: async (list: ListAtHand): Promise<void> => {
      await settle();
      flow.set({ ...calm(), leaving: list });
      timer = setTimeout(() => void settle(), waitMs);
    },
    undo: (): void => {
      clearTimeout(timer);
      const { leaving: _back, ...rest } = calm();
      flow.set({ ...rest, notice: 'undone' });
    },
  };
}
