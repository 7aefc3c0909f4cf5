import type { Answer } from '../core/model/answers.ts';
import type { Vault } from './ports.ts';

/** Answers at hand: of this visit, and kept ones. */
export interface AnswerShelf {
  readonly find: (urls: readonly string[]) => Promise<readonly Answer[]>;
  /** Remembers for this visit; with a vault, keeps. */
  readonly keep: (answers: readonly Answer[]) => Promise<void>;
  /** Keeps what was asked before the vault was open, once something of that visit is kept. */
  readonly settle: () => Promise<void>;
  readonly forget: () => void;
}

/** Answers of this visit alone: what the check page knows. Nothing is stored. */
export function createPassingShelf(): AnswerShelf {
  const byUrl = new Map<string, Answer>();
  return {
    find: (urls) => Promise.resolve(urls.flatMap((url) => byUrl.get(url) ?? [])),
    keep: (answers) => {
      for (const answer of answers) byUrl.set(answer.url, answer);
      return Promise.resolve();
    },
    settle: () => Promise.resolve(),
    forget: () => byUrl.clear(),
  };
}

/** Answers of this visit and those in the vault. An answer that cannot be kept still counts for this visit. */
export function createKeptShelf(vault: Vault): AnswerShelf {
  const passing = createPassingShelf();
  let waiting: readonly Answer[] = [];
  const isOpen = (): boolean => vault.snapshot.get().status.kind === 'open';
  return {
    find: async (urls) => {
      const fresh = await passing.find(urls);
      const others = urls.filter((url) => !fresh.some((answer) => answer.url === url));
      if (others.length === 0 || !isOpen()) return fresh;
      const kept = await vault.answers(others);
      return kept.ok ? [...fresh, ...kept.value] : fresh;
    },
    keep: async (answers) => {
      await passing.keep(answers);
      const isKept = isOpen() && (await vault.keepAnswers(answers)).ok;
      if (!isKept) waiting = [...waiting, ...answers];
    },
    settle: async () => {
      if (waiting.length === 0 || !isOpen()) return;
      if ((await vault.keepAnswers(waiting)).ok) waiting = [];
    },
    forget: () => {
      passing.forget();
      waiting = [];
    },
  };
}
