import { isSameAnswer, placeOfAnswer } from '../core/model/answers.ts';
import type { Answer } from '../core/model/answers.ts';
import type { Instant } from '../core/model/instant.ts';
import { maxClockSkewMs, minListLifetimeMs } from '../core/model/limits.ts';
import type { Clock, Vault } from './ports.ts';

/** Answers at hand: of this visit, and kept ones. */
export interface AnswerShelf {
  readonly find: (urls: readonly string[]) => Promise<readonly Answer[]>;
  /** Remembers for this visit; with a vault, keeps. */
  readonly keep: (answers: readonly Answer[]) => Promise<void>;
  /** Keeps what was asked before the vault was open, once something of that visit is kept. */
  readonly settle: () => Promise<void>;
  readonly forget: () => void;
}

function nameOf(answer: Pick<Answer, 'url' | 'basis' | 'markOf'>): string {
  return `${placeOfAnswer(answer)} ${answer.url}`;
}

function isFromFuture({ at }: Pick<Answer, 'at'>, now: Instant): boolean {
  return at > now + maxClockSkewMs;
}

/**
 * A visit can last for days: after an hour an answer is no longer one of now but one of its day, and the address may be
 * asked again. So is one from the future, for then the clock was wrong.
 */
function ofItsDay(answer: Answer, now: Instant): Answer {
  const isFromNow = !isFromFuture(answer, now) && now - answer.at <= minListLifetimeMs;
  return answer.basis !== 'live' || isFromNow ? answer : { ...answer, basis: 'cached' };
}

/**
 * Answers of this visit alone: what the check page knows. Nothing is stored. What a site said before it said something
 * else stays too: an older list that is answered later must not silence a newer one (B60).
 */
export function createPassingShelf(clock: Clock): AnswerShelf {
  const byPlace = new Map<string, Answer>();
  const former = new Map<string, Answer>();
  const findOne = (url: string): readonly Answer[] => [
    ...(['live', 'file'] as const).flatMap((basis) => byPlace.get(nameOf({ url, basis })) ?? []),
    ...[former.get(url)].filter((answer) => answer !== undefined),
    ...[...byPlace.values()].filter((answer) => answer.url === url && answer.markOf !== undefined),
  ];
  return {
    find: (urls) => Promise.resolve(urls.flatMap(findOne).map((answer) => ofItsDay(answer, clock.now()))),
    keep: (answers) => {
      for (const answer of answers) {
        const before = byPlace.get(nameOf(answer));
        if (before !== undefined && placeOfAnswer(answer) === 'site' && !isSameAnswer(before, answer)) former.set(answer.url, before);
        byPlace.set(nameOf(answer), answer);
      }
      return Promise.resolve();
    },
    settle: () => Promise.resolve(),
    forget: () => {
      byPlace.clear();
      former.clear();
    },
  };
}

/** What is kept and what this visit knows; of this visit nothing that a later one of the same place is kept of: another tab may have asked since. */
function joined(passing: readonly Answer[], kept: readonly Answer[], now: Instant): readonly Answer[] {
  const isBetter = (one: Answer, other: Answer): boolean => one.at > other.at && !isFromFuture(one, now);
  const isSame = (one: Answer, other: Answer): boolean => nameOf(one) === nameOf(other);
  const mine = passing.filter((answer) => !kept.some((other) => isSame(other, answer) && isBetter(other, answer)));
  return [...mine, ...kept.filter((answer) => !mine.some((other) => isSame(other, answer) && other.at === answer.at))];
}

/**
 * Answers of this visit and those in the vault. An answer that cannot be kept still counts for this visit; those that are
 * kept are forgotten here when the vault closes.
 */
export function createKeptShelf(vault: Vault, clock: Clock): AnswerShelf {
  const passing = createPassingShelf(clock);
  let waiting: readonly Answer[] = [];
  const isOpen = (): boolean => vault.snapshot.get().status.kind === 'open';
  let wasOpen = isOpen();
  vault.snapshot.subscribe(() => {
    if (wasOpen && !isOpen()) {
      passing.forget();
      void passing.keep(waiting);
    }
    wasOpen = isOpen();
  });
  return {
    find: async (urls) => {
      const kept = isOpen() ? await vault.answers(urls) : undefined;
      const fresh = await passing.find(urls);
      return kept?.ok === true ? joined(fresh, kept.value, clock.now()) : fresh;
    },
    keep: async (answers) => {
      await passing.keep(answers);
      const isKept = isOpen() && (await vault.keepAnswers(answers)).ok;
      if (!isKept) waiting = [...waiting, ...answers];
    },
    settle: async () => {
      if (waiting.length === 0 || !isOpen()) return;
      const settling = waiting;
      if ((await vault.keepAnswers(settling)).ok) waiting = waiting.filter((answer) => !settling.includes(answer));
    },
    forget: () => {
      passing.forget();
      waiting = [];
    },
  };
}
