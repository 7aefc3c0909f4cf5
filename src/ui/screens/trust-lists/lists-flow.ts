import type { Received } from '../../../core/model/received.ts';
import { newerEdition } from '../../../core/model/trust.ts';
import type { TrustListFile, TrustListMeta } from '../../../core/model/trust.ts';
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
  /** Taken away: it counts for nobody from this moment on. Undo adds it again. */
  readonly leaving?: ListAtHand;
  /** It was damaged: there is nothing that Undo could add again. */
  readonly isGone?: true;
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

/** Looks at a file: what would be asked about it, or why it is not. */
async function lookAt(wallet: Lists, file: File, transport: 'file' | 'drop', lists: readonly ListAtHand[]): Promise<Pick<ListsFlow, 'question' | 'notice' | 'error'>> {
  const read = await wallet.transports.readFile(file, transport);
  if (!read.ok) return { error: read.error };
  const described = await wallet.describeList(read.value);
  if (!described.ok) return { error: described.error };
  const meta = described.value;
  if (lists.some((list) => list.meta?.digest === meta.digest)) return { notice: 'already' };
  const edition = editionOf(meta, lists);
  return { question: { received: read.value, meta, pin: pinOf(meta, lists), ...(edition === undefined ? {} : { edition }) } };
}

/** The state without what was said or asked last. */
function calmed({ lists, leaving }: ListsFlow): ListsFlow {
  return { ...(lists === undefined ? {} : { lists }), ...(leaving === undefined ? {} : { leaving }) };
}

type Lists = Pick<Wallet, 'lists' | 'describeList' | 'addList' | 'removeList' | 'transports' | 'now'>;

/** The learner's trust lists, outside React. A file is named and asked about before it is added; a removal can be undone. */
export function createListsFlow(wallet: Lists, waitMs = undoMs) {
  const flow = createFlow<ListsFlow>({}, () => void load());
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The removal under way, or the last one: what it took away, for Undo. */
  let removing: Promise<TrustListFile | undefined> = Promise.resolve(undefined);

  /** Reads the lists anew; what is asked or said stays. */
  async function load(): Promise<void> {
    const lists = await wallet.lists();
    flow.set({ ...flow.get(), ...(lists.ok ? { lists: lists.value } : { error: lists.error, lists: [] }) });
  }

  const calm = (): ListsFlow => calmed(flow.get());

  function endUndo(): void {
    clearTimeout(timer);
    const { leaving: _left, isGone: _gone, ...rest } = flow.get();
    flow.set(rest);
  }

  async function removeNow(list: ListAtHand): Promise<TrustListFile | undefined> {
    const removed = await wallet.removeList(list.kept?.id ?? '');
    if (!removed.ok) {
      endUndo();
      flow.set({ ...flow.get(), error: removed.error });
    }
    if (removed.ok && removed.value === undefined && flow.get().leaving === list) flow.set({ ...flow.get(), isGone: true });
    await load();
    return removed.ok ? removed.value : undefined;
  }

  return {
    flow,
    /** The page is left: nothing is offered any more. */
    end: endUndo,
    choose: async (file: File, transport: 'file' | 'drop'): Promise<void> => {
      flow.set({ ...calm(), reading: true });
      const seen = await lookAt(wallet, file, transport, flow.get().lists ?? []);
      flow.set({ ...calm(), ...seen });
    },
    /** Adds what the question is about; a signed list is pinned to its key. */
    add: async (): Promise<void> => {
      const { question } = flow.get();
      if (question === undefined || flow.get().reading) return;
      flow.set({ ...flow.get(), reading: true });
      const added = await wallet.addList(question.received, question.meta.signerThumbprint);
      if (!added.ok) return flow.set({ ...calm(), question, error: added.error });
      flow.set({ ...calm(), notice: 'added' });
      await load();
    },
    leave: (): void => flow.set(calm()),
    remove: async (list: ListAtHand): Promise<void> => {
      endUndo();
      await removing;
      flow.set({ ...calm(), leaving: list });
      timer = setTimeout(endUndo, waitMs);
      removing = removeNow(list);
      await removing;
    },
    undo: async (): Promise<void> => {
      endUndo();
      const file = await removing;
      if (file === undefined) return;
      const added = await wallet.addList({ bytes: file.bytes, transport: 'file', arrivedAt: wallet.now() }, file.pinned);
      flow.set({ ...calm(), ...(added.ok ? { notice: 'undone' } : { error: added.error }) });
      await load();
    },
  };
}
