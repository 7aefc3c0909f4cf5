import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { maxChallengeCharacters, maxReceiverCharacters } from '../../../core/model/limits.ts';
import type { ShareSettings } from '../../../wallet/wallet.ts';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';
import { forgetOnLock, recallShareChoice, rememberShareChoice } from '../share/share-settings.ts';
import type { ShareChoice } from '../share/share-settings.ts';
import { mayProve, parseIds } from '../share/use-share.ts';

export interface ShareToForm {
  readonly receiver: string;
  readonly purpose: string;
  readonly end: ShareSettings['end'];
  readonly challenge: string;
}

export type ShareToProblem = 'receiver' | 'challenge';

/** Length is counted in characters as a person sees them, not in code units. */
export function problemsOf(form: ShareToForm): readonly ShareToProblem[] {
  return [
    ...([...form.receiver.trim()].length > maxReceiverCharacters ? (['receiver'] as const) : []),
    ...([...form.challenge.trim()].length > maxChallengeCharacters ? (['challenge'] as const) : []),
  ];
}

/** The form as it stands for these credentials. */
export function toForm(choice: ShareChoice, ids: string): ShareToForm {
  return {
    receiver: choice.receiver,
    purpose: choice.purpose,
    end: choice.end ?? 'interview',
    challenge: choice.challenge?.ids === ids ? choice.challenge.text : '',
  };
}

/** What is remembered for this session. */
export function toChoice(form: ShareToForm, ids: string): ShareChoice {
  const challenge = form.challenge.trim();
  return {
    receiver: form.receiver.trim(),
    purpose: form.purpose.trim(),
    end: form.end,
    ...(challenge === '' ? {} : { challenge: { text: challenge, ids } }),
  };
}

export function useShareTo() {
  const wallet = useWallet();
  const state = useWalletState();
  const { ids = '' } = useParams<{ ids: string }>();
  const [, navigate] = useLocation();
  const [form, setForm] = useState(() => toForm(recallShareChoice(), ids));
  const [problems, setProblems] = useState<readonly ShareToProblem[]>([]);
  return {
    ids,
    form,
    problems,
    proves: mayProve(state, parseIds(ids)),
    change: (part: Partial<ShareToForm>) => setForm({ ...form, ...part }),
    proceed: () => {
      const found = problemsOf(form);
      setProblems(found);
      if (found.length > 0) return;
      forgetOnLock(wallet);
      rememberShareChoice(toChoice(form, ids));
      navigate(`/share/${ids}`, { replace: true });
    },
  };
}
