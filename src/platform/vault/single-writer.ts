/** Who may write: one tab at a time. */
export interface SingleWriter {
  /** Becomes the writer if nobody is; never waits. */
  readonly tryHold: () => Promise<boolean>;
  /** Stands in line: `held` is called when the present writer is gone. */
  readonly waitInLine: () => void;
  /** Asks the present writer to lock and let go; if it does not answer, takes the place. True when held. */
  readonly takeOver: () => Promise<boolean>;
  readonly letGo: () => void;
  readonly listen: (listeners: WriterListeners) => void;
}

interface WriterListeners {
  /** Another tab asks: lock, then let go. */
  readonly asked: () => void;
  /** The place was taken from us: lock at once. */
  readonly lost: () => void;
  /** It is our turn. */
  readonly held: () => void;
}

const lockName = 'mecum-vault';
/** Name of the channel on which tabs ask each other. */
export const writerChannel = 'mecum-vault';
/** A frozen tab does not answer; after this its place is taken. The header counter keeps it from writing later. */
const patienceMs = 3_000;

export interface WriterTools {
  readonly locks: Pick<LockManager, 'request'>;
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;
}

/** Our place, as the lock manager sees it. */
interface Place {
  /** Asks for the lock; true once held, or where the browser denies all locks; false if it was not to be had. `onLost`: it was taken from us later. */
  readonly request: (options: LockOptions) => Promise<boolean>;
  readonly isHeld: () => boolean;
  readonly letGo: () => void;
}

/** True where this browser denies this address all locks, as it then denies storage: no other tab has them either. */
function isDenied(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'SecurityError';
}

function createPlace(locks: WriterTools['locks'], onLost: () => void): Place {
  let release: (() => void) | undefined;
  return {
    isHeld: () => release !== undefined,
    letGo: () => {
      release?.();
      release = undefined;
    },
    request: (options) =>
      new Promise((resolve) => {
        let mine: (() => void) | undefined;
        const ended = locks.request(lockName, options, (lock) => {
          if (lock === null) return resolve(false);
          return new Promise<void>((done) => {
            release?.();
            release = mine = done;
            resolve(true);
          });
        });
        Promise.resolve(ended).catch((cause: unknown) => {
          if (mine === undefined) return resolve(isDenied(cause));
          if (release !== mine) return;
          release = undefined;
          onLost();
        });
      }),
  };
}

/** The single writer by Web Lock and BroadcastChannel. */
export function createSingleWriter({ locks, channel }: WriterTools): SingleWriter {
  let line: AbortController | undefined;
  let listeners: WriterListeners | undefined;
  const place = createPlace(locks, () => listeners?.lost());

  function leaveLine(): void {
    line?.abort();
    line = undefined;
  }

  async function takeOver(): Promise<boolean> {
    if (place.isHeld()) return true;
    leaveLine();
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), patienceMs);
    const asked = place.request({ signal: patience.signal });
    channel.postMessage('let-go');
    const held = await asked;
    clearTimeout(timer);
    return held || place.request({ steal: true });
  }

  channel.addEventListener('message', (event) => {
    if ((event as MessageEvent<unknown>).data === 'let-go' && place.isHeld()) listeners?.asked();
  });

  return {
    tryHold: () => (place.isHeld() ? Promise.resolve(true) : place.request({ ifAvailable: true })),
    waitInLine: () => {
      leaveLine();
      const waiting = (line = new AbortController());
      void place.request({ signal: waiting.signal }).then((held) => {
        if (!held || line !== waiting) return;
        line = undefined;
        listeners?.held();
      });
    },
    takeOver,
    letGo: () => {
      leaveLine();
      place.letGo();
    },
    listen: (given) => {
      listeners = given;
    },
  };
}

/** For browsers without Web Locks: everybody may; the header counter alone keeps a stale writer from writing. */
export const unguardedWriter: SingleWriter = {
  tryHold: () => Promise.resolve(true),
  waitInLine: () => undefined,
  takeOver: () => Promise.resolve(true),
  letGo: () => undefined,
  listen: () => undefined,
};
