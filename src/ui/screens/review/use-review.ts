import { useCallback, useState } from 'react';
import { useLocation } from 'wouter';
import type { Examination, Unreadable } from '../../../core/model/examination.ts';
import type { ItemId } from '../../../core/model/ids.ts';
import type { Received } from '../../../core/model/received.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { Review, ReviewItem } from '../../../wallet/wallet.ts';
import { showNotice } from '../../app/notice.ts';
import { rememberChoice } from '../../app/review-choice.ts';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';

export type ReviewFlow =
  | { readonly kind: 'looking' }
  | { readonly kind: 'nothing-chosen' }
  | { readonly kind: 'saving' }
  /** The vault is locked or in another tab: the way to open it stands here, and saving goes on after it. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'failed'; readonly error: WalletError };

/** What is chosen at first: everything new whose signature is not broken. */
export function firstChoice(items: readonly ReviewItem[]): readonly ItemId[] {
  if (items.length === 1) return items.map((item) => item.examination.id);
  return items.filter((item) => item.already !== 'same' && item.examination.headline !== 'altered').map((item) => item.examination.id);
}

/** What could not be read: parts of a file, or whole files, which have names. */
export function unreadableParts(examination: Examination): readonly Unreadable[] {
  if (examination.kind === 'credential') return [];
  return examination.kind === 'unreadable' ? [examination] : examination.parts.flatMap(unreadableParts);
}

export function useReview(review: Review) {
  const wallet = useWallet();
  const { list } = useWalletState();
  const [, navigate] = useLocation();
  const [flow, setFlow] = useState<ReviewFlow>({ kind: 'looking' });
  const [chosen, setChosen] = useState<readonly ItemId[]>(() => firstChoice(review.items));

  /** The same function on every look, so that a thousand lines are not drawn again for one box. */
  const toggle = useCallback((id: ItemId): void => {
    setFlow({ kind: 'looking' });
    setChosen((before) => (before.includes(id) ? before.filter((other) => other !== id) : [...before, id]));
  }, []);

  const save = async (): Promise<void> => {
    if (chosen.length === 0) return setFlow({ kind: 'nothing-chosen' });
    setFlow({ kind: 'saving' });
    const saved = await wallet.save(chosen);
    if (saved.ok) {
      const { skipped } = saved.value;
      const id = saved.value.saved.length === 0 ? 'frame.saved.none' : skipped > 0 ? 'frame.saved.skipped' : 'frame.saved';
      showNotice({ id, values: { skipped }, path: '/' });
      return navigate('/', { replace: true });
    }
    if (saved.error.code === 'vault/absent') {
      rememberChoice(chosen);
      return navigate('/protect');
    }
    setFlow(['vault/locked', 'vault/elsewhere'].includes(saved.error.code) ? { kind: 'locked' } : { kind: 'failed', error: saved.error });
  };

  return {
    flow,
    chosen,
    save: (): void => void save(),
    toggle,
    leave: (): void => {
      wallet.setPending(undefined);
      navigate('/add', { replace: true });
    },
    /** What an answer changed: the same bytes are examined again. */
    askedAgain: async (signal?: AbortSignal): Promise<void> => void (await wallet.reviewAgain(signal)),
    /** What was fetched from the link that is under review: it takes its place. */
    takeInstead: (received: Received): void => {
      void wallet.receive(received).then((next) => {
        if (next.ok) wallet.setPending(next.value);
        else setFlow({ kind: 'failed', error: next.error });
      });
    },
    /** The kept copy of what came in again. */
    kept: list.find(({ summary }) => summary.sameness === review.items[0]?.examination.sameness)?.summary.id,
    /** Looks at the same thing again, for the own list has changed. */
    lookAgain: (): void => void wallet.reviewAgain(),
  };
}

export type ReviewView = ReturnType<typeof useReview>;
