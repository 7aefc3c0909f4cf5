import { refuse, succeed } from '../../core/model/attempt.ts';
import type { Attempt } from '../../core/model/attempt.ts';
import type { Vault } from '../../wallet/ports.ts';
import { addList, answers, keepAnswers, openLists, removeList } from './vault-answers.ts';
import { addSlot, confirm, create, lock, removeSlot, unlock } from './vault-door.ts';
import { keepOwn, openEvidence, removeOwn } from './vault-own.ts';
import { holderKey, sign } from './vault-key-shelf.ts';
import { noteTime, trustClock } from './seen-time.ts';
import { createVaultSession } from './vault-session.ts';
import type { VaultSession, VaultTools } from './vault-session.ts';
import { markSheetSeen, recoverySheet, testRecoveryCode } from './vault-sheet.ts';
import { add, forgetIssuer, forgetShares, knowIssuer, open, recordShare, remove, resummarize } from './vault-shelf.ts';
import { findVault } from './vault-status.ts';

/** Looks for the vault if this tab may write, else stands in line for it. Looks again where it was not to be had (C14). */
async function start(session: VaultSession): Promise<void> {
  const { writer } = session.tools;
  const { kind } = session.snapshot.get().status;
  if (kind !== 'unknown' && kind !== 'unavailable') return;
  if (await writer.tryHold()) return session.close(await findVault(session));
  session.close({ kind: 'elsewhere' });
  writer.waitInLine();
}

async function takeOver(session: VaultSession): Promise<Attempt<void>> {
  if (session.snapshot.get().status.kind !== 'elsewhere') return succeed(undefined);
  if (!(await session.tools.writer.takeOver())) return refuse('vault/elsewhere');
  session.close(await findVault(session));
  return succeed(undefined);
}

/** Locks and leaves the database, so that another tab can have it. */
function giveWay(session: VaultSession): void {
  session.close({ kind: 'elsewhere' });
  session.tools.storage.close();
}

/** Deletes everything, wrapped keys first. An open vault asks for a fresh confirmation. */
async function destroy(session: VaultSession): Promise<Attempt<void>> {
  const { status } = session.snapshot.get();
  if (status.kind === 'elsewhere') return refuse('vault/elsewhere');
  if (status.kind === 'open' && session.freshRoot() === undefined) return refuse('vault/fresh-unlock-needed');
  const destroyed = await session.tools.storage.destroy();
  session.close(destroyed.ok ? { kind: 'absent' } : await findVault(session));
  return destroyed;
}

function watchTheWorld(session: VaultSession): void {
  const { writer, storage } = session.tools;
  const leave = (letGo: boolean): void =>
    void session.exclusive(async () => {
      giveWay(session);
      if (letGo) writer.letGo();
      writer.waitInLine();
    });
  writer.listen({
    asked: () => leave(true),
    lost: () => leave(false),
    held: () => void session.exclusive(async () => session.close(await findVault(session))),
  });
  // In line, for a write under way must not show its vault after the others have seen it closed.
  storage.onClosed((why) => {
    const status = { kind: why === 'newer-version' ? 'newer-schema' : 'absent' } as const;
    void session.exclusive(async () => session.close(status));
  });
}

/**
 * The vault over injected storage, derivation, randomness, clock and key room: the same in the worker and in Node. Calls
 * run one after another; a lock waits for the write before it, so that an operation is whole or did not happen (C38).
 */
export function createVault(tools: VaultTools): Vault {
  const session = createVaultSession(tools);
  /** What is done here is a use of the vault. */
  const exclusive: VaultSession['exclusive'] = (task) =>
    session.exclusive(async () => {
      const done = await task();
      await noteTime(session).catch(() => undefined);
      return done;
    });
  const backup = () => import('./backup/backup-door.ts');
  watchTheWorld(session);
  return {
    snapshot: session.snapshot,
    start: () => exclusive(() => start(session)),
    takeOver: () => exclusive(() => takeOver(session)),
    create: (slot, recoveryCode) => exclusive(() => create(session, slot, recoveryCode)),
    unlock: (secret) => exclusive(() => unlock(session, secret)),
    lock: () => exclusive(() => lock(session)),
    confirm: (secret) => exclusive(() => confirm(session, secret)),
    addSlot: (slot) => exclusive(() => addSlot(session, slot)),
    removeSlot: (id) => exclusive(() => removeSlot(session, id)),
    add: (items) => exclusive(() => add(session, items)),
    open: (id) => exclusive(() => open(session, id)),
    resummarize: (summaries) => exclusive(() => resummarize(session, summaries)),
    remove: (ids) => exclusive(() => remove(session, ids)),
    knowIssuer: (entry) => exclusive(() => knowIssuer(session, entry)),
    forgetIssuer: (id) => exclusive(() => forgetIssuer(session, id)),
    recordShare: (record) => exclusive(() => recordShare(session, record)),
    forgetShares: () => exclusive(() => forgetShares(session)),
    keepOwn: (record, files) => exclusive(() => keepOwn(session, record, files)),
    removeOwn: (id) => exclusive(() => removeOwn(session, id)),
    openEvidence: (id) => exclusive(() => openEvidence(session, id)),
    keepAnswers: (given) => exclusive(() => keepAnswers(session, given)),
    answers: (urls) => exclusive(() => answers(session, urls)),
    addList: (file) => exclusive(() => addList(session, file)),
    removeList: (id) => exclusive(() => removeList(session, id)),
    openLists: () => exclusive(() => openLists(session)),
    holderKey: (type) => exclusive(() => holderKey(session, type)),
    sign: (request) => exclusive(() => sign(session, request)),
    recoverySheet: () => exclusive(() => recoverySheet(session)),
    testRecoveryCode: (code) => exclusive(() => testRecoveryCode(session, code)),
    markSheetSeen: () => exclusive(() => markSheetSeen(session)),
    trustClock: () => exclusive(() => trustClock(session)),
    makeBackup: (protection) => exclusive(async () => (await backup()).makeBackup(session, protection)),
    confirmBackup: (bytes) => exclusive(async () => (await backup()).confirmBackup(session, bytes)),
    previewRestore: (bytes, secret) => exclusive(async () => (await backup()).previewRestore(session, bytes, secret)),
    restore: (bytes, secret, mode) => exclusive(async () => (await backup()).restore(session, bytes, secret, mode)),
    exportOriginals: () => exclusive(async () => (await backup()).exportOriginals(session)),
    destroy: () => exclusive(() => destroy(session)),
  };
}
