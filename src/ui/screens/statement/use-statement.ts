import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { toItemId } from '../../../core/model/ids.ts';
import { formatInstant } from '../../../core/model/instant.ts';
import type { ItemId } from '../../../core/model/ids.ts';
import type { MadeStatement } from '../../../core/model/recognition-statement.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { KeptAnew, StatementWishes } from '../../../wallet/document-doors.ts';
import type { PreparedShare, Wallet } from '../../../wallet/wallet.ts';
import { createFlow, useFlow } from '../../app/flow.ts';
import { rememberShare } from '../../app/flow-memory.ts';
import { useWallet } from '../../app/wallet-context.ts';

/** What came of a button. */
export type Outcome =
  | { readonly kind: 'saved' | 'signing' }
  | { readonly kind: 'failed'; readonly error: WalletError };

type StatementFlow =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly error: WalletError }
  | { readonly kind: 'ready'; readonly items: readonly KeptAnew[]; readonly made: MadeStatement; readonly of: StatementWishes; readonly outcome?: Outcome };

/** Words that are being typed are taken in after this pause. */
const pauseMs = 400;

const firstWishes: StatementWishes = { holder: 'name', purpose: '' };

/** The ids of the address: comma separated, each once. */
export function idsOf(text: string): readonly ItemId[] {
  return [...new Set(text.split(',').filter((id) => id !== ''))].map(toItemId);
}

/** Examines the credentials once, as others will see them, and makes the statement anew with every wish. */
export function createStatementFlow(wallet: Wallet, ids: string, first: StatementWishes) {
  let wishes = first;
  const read = async (): Promise<void> => {
    flow.set({ kind: 'reading' });
    const opened = await (await wallet.documents()).examineAnew(idsOf(ids));
    if (opened.ok) await make(opened.value);
    else flow.set({ kind: 'failed', error: opened.error });
  };
  /** What she has wished otherwise meanwhile is not shown; what is made already stays, with what was told of it. */
  const make = async (items: readonly KeptAnew[]): Promise<void> => {
    const of = wishes;
    const made = await (await wallet.documents()).statement(items, of);
    const now = flow.get();
    if (of !== wishes || (now.kind === 'ready' && now.of === of)) return;
    flow.set(made.ok ? { kind: 'ready', items, made: made.value, of } : { kind: 'failed', error: made.error });
  };
  const flow = createFlow<StatementFlow>({ kind: 'reading' }, () => void read());
  const tell = (outcome: Outcome | undefined): void => {
    const now = flow.get();
    if (now.kind !== 'ready') return;
    const { outcome: _before, ...ready } = now;
    flow.set({ ...ready, ...(outcome === undefined ? {} : { outcome }) });
  };

  /** The statement with the wishes of now, whatever is still waiting: one of other wishes may tell more of her than she chose. */
  async function settled(): Promise<Extract<StatementFlow, { kind: 'ready' }> | undefined> {
    for (;;) {
      const now = flow.get();
      if (now.kind !== 'ready') return undefined;
      if (now.of === wishes) return now;
      await make(now.items);
    }
  }

  /** Who closes the picker meant to: nothing is told then. */
  async function save(): Promise<void> {
    tell(undefined);
    const now = await settled();
    if (now === undefined) return;
    const release = wallet.holdOpen();
    const saved = await wallet.transports.saveFile({ bytes: now.made.json, name: fileName(now.made), mediaType: 'application/json' });
    release();
    if (saved.ok) tell({ kind: 'saved' });
    else if (saved.error.code !== 'send/cancelled' && saved.error.code !== 'device/cancelled') tell({ kind: 'failed', error: saved.error });
  }

  async function sign(): Promise<PreparedShare | undefined> {
    tell({ kind: 'signing' });
    const now = await settled();
    if (now === undefined) return undefined;
    const signed = await (await wallet.documents()).signStatement(now.items, now.made, wishes);
    tell(signed.ok ? undefined : { kind: 'failed', error: signed.error });
    return signed.ok ? signed.value : undefined;
  }

  /** Takes in a wish; words that are still being typed are waited for. */
  let waiting: ReturnType<typeof setTimeout> | undefined;
  function wish(next: StatementWishes): void {
    const isTyping = next.holder === wishes.holder;
    wishes = next;
    clearTimeout(waiting);
    waiting = setTimeout(() => void settled(), isTyping ? pauseMs : 0);
  }
  return { flow, read, wish, settled, save, sign };
}

/** Nothing of the holder and nothing of what is inside: the day only. */
function fileName({ statement }: MadeStatement): string {
  return `recognition-statement-${formatInstant(statement.generated).slice(0, 10)}.json`;
}

/** What was chosen for these credentials, so that Back brings it again; gone with the page. */
let chosen: { readonly ids: string; readonly wishes: StatementWishes } | undefined;

export function useStatement() {
  const wallet = useWallet();
  const [, navigate] = useLocation();
  const { ids = '' } = useParams<{ ids: string }>();
  const [wishes, setWishes] = useState(chosen?.ids === ids ? chosen.wishes : firstWishes);
  const [making] = useState(() => createStatementFlow(wallet, ids, wishes));
  const flow = useFlow(making.flow);
  return {
    flow,
    ids,
    wishes,
    again: () => void making.read(),
    change: (part: Partial<StatementWishes>): void => {
      const next = { ...wishes, ...part };
      chosen = { ids, wishes: next };
      making.wish(next);
      setWishes(next);
    },
    print: () => void making.settled().then((now) => (now === undefined ? undefined : setTimeout(() => window.print(), 100))),
    save: () => void making.save(),
    sign: () =>
      void making.sign().then((share) => {
        if (share === undefined) return;
        rememberShare(share);
        navigate(`/hand-over/${share.id}`);
      }),
  };
}

export type StatementView = ReturnType<typeof useStatement>;
