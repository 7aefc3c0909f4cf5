import { refuse } from '../../core/model/attempt.ts';
import type { Attempt } from '../../core/model/attempt.ts';
import type { Vault, VaultSnapshot } from '../../wallet/ports.ts';
import { emptySnapshot } from '../vault/empty-snapshot.ts';
import { createObservedValue } from '../vault/observed-value.ts';
import { startWorker } from './start-worker.ts';
import { connectWorker } from './worker-channel.ts';
import type { WorkerConnection } from './worker-channel.ts';

/** A lock that is not answered in this time ends the worker: that locks for certain. */
const lockTimeoutMs = 3_000;

/**
 * The vault worker as the page sees it: started on `start()`, its snapshots observed, its functions called by message. A
 * worker that dies leaves a locked vault: it is started anew and looks at what is on the disk. The worker ends when
 * `page` is put away for the Back button, and starts when it comes back: WebKit keeps such a worker, and with it the
 * place of the one tab that writes.
 */
export function createVaultClient(workerUrl: string, page: Pick<EventTarget, 'addEventListener'>): Vault {
  const snapshot = createObservedValue<VaultSnapshot>(emptySnapshot({ kind: 'unknown' }));
  let connection: WorkerConnection | undefined;
  let starting: Promise<void> | undefined;
  let isAway = false;

  function end(): void {
    connection?.end();
    connection = undefined;
    starting = undefined;
    snapshot.set(emptySnapshot({ kind: 'unknown' }));
  }

  async function begin(): Promise<void> {
    const begun = (connection ??= connectTold());
    const answer = await begun.call<void>('start', []);
    if (answer.ok || begun !== connection) return;
    end();
    snapshot.set(emptySnapshot({ kind: 'unavailable', code: 'device/worker-failed' }));
  }

  function connectTold(): WorkerConnection {
    const made = connectWorker(startWorker(workerUrl, 'vault'));
    made.onTold((told) => snapshot.set(Object.freeze(told as VaultSnapshot)));
    return made;
  }

  /** Once; again where the vault was not to be had the last time. */
  function start(): Promise<void> {
    if (isAway) return Promise.resolve();
    if (snapshot.get().status.kind === 'unavailable') starting = undefined;
    return (starting ??= begin());
  }

  async function ask<T>(method: string, ...args: readonly unknown[]): Promise<Attempt<T>> {
    if (connection === undefined) return refuse('vault/locked');
    const answer = await connection.call<T>(method, args);
    if (!answer.ok && answer.error.code === 'device/worker-failed') await restartIfDead();
    return answer;
  }

  async function restartIfDead(): Promise<void> {
    const alive = await connection?.call<void>('start', [], lockTimeoutMs);
    if (alive === undefined || alive.ok) return;
    end();
    await start();
  }

  async function lock(): Promise<void> {
    const answer = await connection?.call<void>('lock', [], lockTimeoutMs);
    if (answer === undefined || answer.ok) return;
    end();
    await start();
  }

  page.addEventListener('pagehide', (event) => {
    isAway = connection !== undefined && (event as PageTransitionEvent).persisted;
    if (isAway) end();
  });
  page.addEventListener('pageshow', () => {
    if (!isAway) return;
    isAway = false;
    void start();
  });

  return { snapshot: { get: snapshot.get, subscribe: snapshot.subscribe }, start, lock, ...callsBy(ask) };
}

type Ask = <T>(method: string, ...args: readonly unknown[]) => Promise<Attempt<T>>;

/** Every function of the vault, asked for by its name. */
function callsBy(ask: Ask): Omit<Vault, 'snapshot' | 'start' | 'lock'> {
  return {
    takeOver: () => ask('takeOver'),
    create: (slot, recoveryCode) => ask('create', slot, recoveryCode),
    unlock: (secret) => ask('unlock', secret),
    confirm: (secret) => ask('confirm', secret),
    addSlot: (slot) => ask('addSlot', slot),
    removeSlot: (id) => ask('removeSlot', id),
    add: (items) => ask('add', items),
    open: (id) => ask('open', id),
    resummarize: (summaries) => ask('resummarize', summaries),
    remove: (ids) => ask('remove', ids),
    knowIssuer: (entry) => ask('knowIssuer', entry),
    forgetIssuer: (id) => ask('forgetIssuer', id),
    recordShare: (record) => ask('recordShare', record),
    forgetShares: () => ask('forgetShares'),
    keepOwn: (record, files) => ask('keepOwn', record, files),
    removeOwn: (id) => ask('removeOwn', id),
    openEvidence: (id) => ask('openEvidence', id),
    keepAnswers: (answers) => ask('keepAnswers', answers),
    answers: (urls) => ask('answers', urls),
    addList: (file) => ask('addList', file),
    removeList: (id) => ask('removeList', id),
    openLists: () => ask('openLists'),
    holderKey: (type) => ask('holderKey', type),
    sign: (request) => ask('sign', request),
    recoverySheet: () => ask('recoverySheet'),
    testRecoveryCode: (code) => ask('testRecoveryCode', code),
    markSheetSeen: () => ask('markSheetSeen'),
    trustClock: () => ask('trustClock'),
    makeBackup: (protection) => ask('makeBackup', protection),
    confirmBackup: (bytes) => ask('confirmBackup', bytes),
    previewRestore: (bytes, secret) => ask('previewRestore', bytes, secret),
    restore: (bytes, secret, mode) => ask('restore', bytes, secret, mode),
    exportOriginals: () => ask('exportOriginals'),
    destroy: () => ask('destroy'),
  };
}
