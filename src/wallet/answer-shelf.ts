import { placeOfAnswer } from '../core/model/answers.ts';
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

function nameOf(answer: Pick<Answer, 'url' | 'basis'>): string {
  return `${placeOfAnswer(answer)} ${answer.url}`;
}

/** Answers of this visit alone: what the check page knows. Nothing is stored. */
export function createPassingShelf(): AnswerShelf {
  const byPlace = new Map<string, Answer>();
  const findOne = (url: string): readonly Answer[] => (['live', 'file'] as const).flatMap((basis) => byPlace.get(nameOf({ url, basis })) ?? []);
  return {
    find: (urls) => Promise.resolve(urls.flatMap(findOne)),
    keep: (answers) => {
      for (const answer of answers) byPlace.set(nameOf(answer), answer);
      return Promise.resolve();
    },
    settle: () => Promise.resolve(),
    forget: () => byPlace.clear(),
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
      if (!isOpen()) return fresh;
      const places = new Set(fresh.map(nameOf));
      const kept = await vault.answers(urls);
      return kept.ok ? [...fresh, ...kept.value.filter((answer) => !places.has(nameOf(answer)))] : fresh;
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
