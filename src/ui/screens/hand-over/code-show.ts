import type { ShownCode } from '../../../wallet/ports.ts';
import { createFlow } from '../../app/flow.ts';

export type CodeState =
  /** A moving code that nobody has started yet: it never starts by itself. */
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'shown';
      /** From 1, without end; `parts` is one round. */
      readonly sequence: number;
      readonly playing: boolean;
      readonly secondsLeft: number;
      /** It stood there for ten seconds: a brighter screen may help. */
      readonly hint: boolean;
    }
  | { readonly kind: 'hidden' };

/** How long a code stays, when the end is announced, when the hint comes: seconds. */
const showSeconds = 60;
export const warnSeconds = 20;
const hintSeconds = 10;

/** Pictures a second: three flashes a second is the limit of WCAG 2.3.1, and two pictures make one flash. */
export const rates = [1, 2, 3, 4, 5, 6] as const;
export type Rate = (typeof rates)[number];
const usualRate: Rate = 4;

/** A code on the screen: moves, is stepped through, goes away after a minute unless somebody is there. */
export class CodeShow {
  readonly flow = createFlow<CodeState>({ kind: 'waiting' });
  readonly rate = createFlow<Rate>(usualRate);
  readonly #onShown: () => void;
  #sequence = 1;
  #clock: ReturnType<typeof setInterval> | undefined;
  #frames: ReturnType<typeof setInterval> | undefined;

  /** `onShown` is called whenever the code appears. */
  constructor(onShown: () => void) {
    this.#onShown = onShown;
  }

  /** Shows the code, moving or standing still. */
  show = (playing: boolean): void => {
    this.#stopTimers();
    this.flow.set({ kind: 'shown', sequence: this.#sequence, playing, secondsLeft: showSeconds, hint: false });
    this.#clock = setInterval(this.#second, 1_000);
    if (playing) this.#run();
    this.#onShown();
  };

  pause = (): void => {
    clearInterval(this.#frames);
    this.#change({ playing: false });
  };

  go = (): void => {
    this.#change({ playing: true });
    this.#run();
  };

  /** One part on or back; stops the movement. */
  step = (by: 1 | -1): void => {
    this.pause();
    this.#move(by);
    this.extend();
  };

  setRate = (rate: Rate): void => {
    this.rate.set(rate);
    const state = this.flow.get();
    if (state.kind === 'shown' && state.playing) this.#run();
  };

  /** Somebody is there: a full minute again. */
  extend = (): void => this.#change({ secondsLeft: showSeconds });

  /** Ends everything: the screen is left. */
  close = (): void => {
    this.#stopTimers();
    this.flow.set({ kind: 'waiting' });
  };

  #second = (): void => {
    const state = this.flow.get();
    if (state.kind !== 'shown') return;
    const secondsLeft = state.secondsLeft - 1;
    if (secondsLeft > 0) return this.#change({ secondsLeft, hint: state.hint || secondsLeft <= showSeconds - hintSeconds });
    this.#stopTimers();
    this.flow.set({ kind: 'hidden' });
  };

  #run(): void {
    clearInterval(this.#frames);
    this.#frames = setInterval(() => this.#move(1), 1_000 / this.rate.get());
  }

  #move(by: 1 | -1): void {
    this.#sequence = Math.max(1, this.#sequence + by);
    this.#change({ sequence: this.#sequence });
  }

  #change(change: Partial<Extract<CodeState, { kind: 'shown' }>>): void {
    const state = this.flow.get();
    if (state.kind === 'shown') this.flow.set({ ...state, ...change });
  }

  #stopTimers(): void {
    clearInterval(this.#clock);
    clearInterval(this.#frames);
  }
}

/** The place of a part in its round, from 1. */
export function partOf(sequence: number, code: ShownCode): number {
  return ((sequence - 1) % code.parts) + 1;
}
