import { succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import type { ErrorCode } from '../../../core/model/error-code.ts';
import type { Received } from '../../../core/model/received.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { ScanEvent } from '../../../core/model/scan-event.ts';
import type { ScanSession } from '../../../wallet/ports.ts';
import type { Wallet } from '../../../wallet/wallet.ts';
import { createFlow } from '../../app/flow.ts';

/** Something that is no credential: named and shown, never opened. */
type Named = Pick<Extract<ScanEvent, { kind: 'named' }>, 'what' | 'text'>;
export type Progress = Pick<Extract<ScanEvent, { kind: 'part' }>, 'have' | 'of' | 'received'>;

/** What stands below the picture besides progress; the newest counts. */
export type Aside =
  | { readonly kind: 'tips' }
  | { readonly kind: 'other-set' }
  | ({ readonly kind: 'named' } & Named)
  | { readonly kind: 'problem'; readonly error: WalletError };

export type ScanFlow =
  | { readonly kind: 'starting'; readonly slow: boolean; readonly aside?: Aside }
  | {
      readonly kind: 'scanning';
      readonly torch: 'none' | 'off' | 'on';
      readonly cameras: number;
      readonly progress?: Progress;
      readonly aside?: Aside;
    }
  /** Something was read and is being looked at; the camera is off. */
  | { readonly kind: 'examining' }
  | { readonly kind: 'no-camera'; readonly code: ErrorCode; readonly aside?: Aside };

/** Where a scan leads: nothing where it went on to the next screen, else what stood in the way. */
export type Destination = (received: Received) => Promise<Exclude<Aside, { kind: 'tips' } | { kind: 'other-set' }> | undefined>;

/** From then on "Starting camera" is said, in milliseconds. */
const slowStartMs = 1_000;
/** Tips appear when nothing was found for this long, in milliseconds. */
const tipsAfterMs = 15_000;
/** The word about a foreign part stays this long, in milliseconds, while the scan goes on. */
const otherSetMs = 4_000;

/** Scanning on one screen, outside React: start, stop, photo, file. */
export class ScanControl {
  readonly flow = createFlow<ScanFlow>({ kind: 'starting', slow: false });
  readonly #wallet: Wallet;
  readonly #destination: Destination;
  #session: Promise<ScanSession | undefined> = Promise.resolve(undefined);
  #place: HTMLElement | undefined;
  /** Each start has a number of its own: what an older one still tells is not heard. */
  #current = 0;
  #slow: ReturnType<typeof setTimeout> | undefined;
  #tips: ReturnType<typeof setTimeout> | undefined;
  #otherSet: ReturnType<typeof setTimeout> | undefined;

  constructor(wallet: Wallet, destination: Destination) {
    this.#wallet = wallet;
    this.#destination = destination;
  }

  start = (element: HTMLElement, aside?: Aside): void => {
    this.#place = element;
    const mine = (this.#current += 1);
    this.#set({ kind: 'starting', slow: false }, aside);
    this.#slow = setTimeout(() => this.#change('starting', { slow: true }), slowStartMs);
    const begun = this.#wallet.transports.startScan(element, (event) => {
      if (mine === this.#current) this.#hear(event);
    });
    this.#session = begun.then((scan) => (scan.ok ? scan.value : undefined));
    void begun.then((scan) => {
      if (mine === this.#current && !scan.ok) this.#fail(scan.error.code);
    });
  };

  /** Another try, after the person has switched the camera on. */
  again = (): void => {
    if (this.#place !== undefined) this.start(this.#place);
  };

  stop = async (): Promise<void> => {
    this.#current += 1;
    this.#clearTimers();
    const running = this.#session;
    this.#session = Promise.resolve(undefined);
    await (await running)?.stop();
  };

  readPhoto = (file: File): Promise<void> => this.#examine(() => this.#wallet.transports.readPhoto(file));
  /** What was fetched from a link that a code held, on the person's say. */
  readReceived = (received: Received): Promise<void> => this.#examine(() => Promise.resolve(succeed(received)));
  readFile = (file: File): Promise<void> => this.#examine(() => this.#wallet.transports.readFile(file, 'file'));

  switchTorch = async (): Promise<void> => {
    const state = this.flow.get();
    if (state.kind !== 'scanning' || state.torch === 'none') return;
    const torch = state.torch === 'on' ? 'off' : 'on';
    await (await this.#session)?.setTorch(torch === 'on');
    this.#change('scanning', { torch });
  };

  nextCamera = async (): Promise<void> => {
    await (await this.#session)?.nextCamera();
  };

  #hear(event: ScanEvent): void {
    if (event.kind === 'done') return void this.#examine(() => Promise.resolve(succeed(event.received)));
    if (event.kind === 'failed') return this.#fail(event.code);
    this.#waitForTips();
    switch (event.kind) {
      case 'started':
        return this.#started(event);
      case 'part':
        return this.#progress({ have: event.have, of: event.of, received: event.received });
      case 'other-set':
        return this.#sayOtherSet();
      case 'named':
        return this.#change('scanning', { aside: { kind: 'named', what: event.what, text: event.text } });
      case 'refused':
        return this.#change('scanning', { aside: { kind: 'problem', error: event.error } });
    }
  }

  #started(event: Extract<ScanEvent, { kind: 'started' }>): void {
    clearTimeout(this.#slow);
    this.#set({ kind: 'scanning', torch: event.torch ? 'off' : 'none', cameras: event.cameras }, asideIn(this.flow.get()));
  }

  #progress(progress: Progress): void {
    const state = this.flow.get();
    if (state.kind !== 'scanning') return;
    const { aside, ...rest } = state;
    this.flow.set({ ...rest, progress, ...(aside?.kind === 'other-set' ? { aside } : {}) });
  }

  #sayOtherSet(): void {
    this.#change('scanning', { aside: { kind: 'other-set' } });
    clearTimeout(this.#otherSet);
    this.#otherSet = setTimeout(() => {
      const state = this.flow.get();
      if (state.kind !== 'scanning' || state.aside?.kind !== 'other-set') return;
      const { aside: _over, ...rest } = state;
      this.flow.set(rest);
    }, otherSetMs);
  }

  #fail(code: ErrorCode): void {
    this.#clearTimers();
    this.#set({ kind: 'no-camera', code }, asideIn(this.flow.get()));
  }

  async #examine(read: () => Promise<Attempt<Received>>): Promise<void> {
    await this.stop();
    const mine = this.#current;
    this.flow.set({ kind: 'examining' });
    const received = await read();
    const aside: Aside | undefined = received.ok ? await this.#destination(received.value) : { kind: 'problem', error: received.error };
    if (aside !== undefined && mine === this.#current && this.#place !== undefined) this.start(this.#place, aside);
  }

  #waitForTips(): void {
    clearTimeout(this.#tips);
    this.#tips = setTimeout(() => {
      // A question about a link waits for its answer.
      if (asideIn(this.flow.get())?.kind !== 'named') this.#change('scanning', { aside: { kind: 'tips' } });
    }, tipsAfterMs);
  }

  #clearTimers(): void {
    clearTimeout(this.#slow);
    clearTimeout(this.#tips);
    clearTimeout(this.#otherSet);
  }

  #set(state: Exclude<ScanFlow, { kind: 'examining' }>, aside: Aside | undefined): void {
    this.flow.set(aside === undefined ? state : { ...state, aside });
  }

  /** Changes a part of a state, if it is still the state of now. */
  #change<K extends ScanFlow['kind']>(kind: K, change: Partial<Extract<ScanFlow, { kind: K }>>): void {
    const state = this.flow.get();
    if (state.kind === kind) this.flow.set({ ...state, ...change } as ScanFlow);
  }
}

function asideIn(state: ScanFlow): Aside | undefined {
  return state.kind === 'examining' ? undefined : state.aside;
}
