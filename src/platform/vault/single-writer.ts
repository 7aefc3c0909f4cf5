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

/** The single writer by Web Lock and BroadcastChannel. */
export function createSingleWriter({ locks, channel }: WriterTools): SingleWriter {
  let release: (() => void) | undefined;
  let line: AbortController | undefined;
  let listeners: WriterListeners | undefined;

  /** Asks for the lock; resolves true once held, false if it was not to be had. */
  function request(options: LockOptions): Promise<boolean> {
    return new Promise((resolve) => {
      let mine: (() => void) | undefined;
      const ended = locks.request(lockName, options, (lock) => {
        if (lock === null) return resolve(false);
        return new Promise<void>((done) => {
          release?.();
          release = mine = done;
          resolve(true);
        });
      });
      Promise.resolve(ended).catch(() => {
        if (mine === undefined) return resolve(false);
        if (release !== mine) return;
        release = undefined;
        listeners?.lost();
      });
    });
  }

  function leaveLine(): void {
    line?.abort();
    line = undefined;
  }

  channel.addEventListener('message', (event) => {
    if ((event as MessageEvent<unknown>).data === 'let-go' && release !== undefined) listeners?.asked();
  });

  return {
    tryHold: () => (release === undefined ? request({ ifAvailable: true }) : Promise.resolve(true)),
    waitInLine: () => {
      leaveLine();
      const waiting = (line = new AbortController());
      void request({ signal: waiting.signal }).then((held) => {
        if (!held || line !== waiting) return;
        line = undefined;
        listeners?.held();
      });
    },
    takeOver: async () => {
      if (release !== undefined) return true;
      leaveLine();
      const patience = new AbortController();
      const timer = setTimeout(() => patience.abort(), patienceMs);
      const asked = request({ signal: patience.signal });
      channel.postMessage('let-go');
      const held = await asked;
      clearTimeout(timer);
      return held || request({ steal: true });
    },
    letGo: () => {
      leaveLine();
      release?.();
      release = undefined;
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
