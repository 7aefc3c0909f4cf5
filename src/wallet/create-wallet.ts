import { succeed } from '../core/model/attempt.ts';
import { createAutoLock } from './auto-lock.ts';
import { checkCredential } from './check-credential.ts';
import { knowIssuer } from './know-issuer.ts';
import { openItem } from './open-item.ts';
import type { Ports, VaultStatus } from './ports.ts';
import { judgePassphrase, suggestPassphrase } from './passphrase.ts';
import { protectByPasskey, withPasskey } from './protect.ts';
import { receive, save } from './receive.ts';
import { createRemoval } from './remove-items.ts';
import { prepareShare, recordShare } from './share.ts';
import type { Wallet } from './wallet.ts';
import { createWalletStore } from './wallet-store.ts';
import type { WalletStore } from './wallet-store.ts';

/** What the pending review says, so that a passphrase is not taken from it. */
function pendingTexts(store: WalletStore): readonly string[] {
  const { pending } = store.state.get();
  if (pending === undefined) return [];
  return pending.items.flatMap(({ examination }) =>
    examination.elements.flatMap(({ values }) => values.flatMap(({ text }) => text.map((part) => part.text))),
  );
}

/** Puts the ports together into the one object that screens use. */
export function createWallet(ports: Ports): Wallet {
  const { vault, clock, randomness } = ports;
  const store = createWalletStore(ports);
  const removal = createRemoval(ports, store);
  const lock = async (): Promise<void> => {
    await removal.settle();
    await vault.lock();
  };
  const autoLock = createAutoLock(clock, ports.presence, lock);
  let before: VaultStatus['kind'] = vault.snapshot.get().status.kind;
  vault.snapshot.subscribe(() => {
    const now = vault.snapshot.get().status.kind;
    if (now === 'open' && before !== 'open') autoLock.opened();
    if (now !== 'open' && before === 'open') autoLock.closed();
    before = now;
  });

  return {
    state: store.state,
    transports: ports.transports,
    installation: ports.installation,
    now: clock.now,
    start: vault.start,

    receive: (received) => receive(ports, received),
    setPending: store.setPending,
    save: (ids) => save(ports, store, ids),
    sample: async () => receive(ports, await ports.sample(), 'sample'),

    passkeyAvailable: ports.passkeys.available,
    protectByPasskey: (recoveryCode) => protectByPasskey(ports, recoveryCode),
    protectByPassphrase: (passphrase, recoveryCode) => vault.create({ type: 'passphrase', passphrase }, recoveryCode),
    suggestPassphrase: (kind) => suggestPassphrase(kind, randomness),
    judgePassphrase: (passphrase) => judgePassphrase(passphrase, { credentialTexts: pendingTexts(store) }),
    unlock: vault.unlock,
    unlockByPasskey: () => withPasskey(ports, 'unlock'),
    lock,
    takeOver: vault.takeOver,
    holdOpen: autoLock.holdOpen,
    confirm: vault.confirm,
    confirmByPasskey: () => withPasskey(ports, 'confirm'),
    addSlot: vault.addSlot,

    open: (id) => openItem(ports, id),
    remove: removal.remove,
    undoRemove: removal.undo,
    knowIssuer: (examined, name) => knowIssuer(ports, examined, name),
    forgetIssuer: vault.forgetIssuer,
    address: () => vault.holderKey('Ed25519'),

    prepareShare: (ids, settings) => prepareShare(ports, ids, settings),
    recordShare: (share, way, result) => recordShare(ports, share, way, result),
    forgetShares: vault.forgetShares,

    check: (received, expectation) => checkCredential(ports, received, expectation),

    makeBackup: async (protection) => {
      await removal.settle();
      return vault.makeBackup(protection);
    },
    confirmBackup: vault.confirmBackup,
    recoverySheet: vault.recoverySheet,
    testRecoveryCode: vault.testRecoveryCode,
    markSheetSeen: vault.markSheetSeen,
    previewRestore: vault.previewRestore,
    restore: vault.restore,
    exportOriginals: async () => {
      await removal.settle();
      return vault.exportOriginals();
    },
    deleteAll: async () => {
      const destroyed = await vault.destroy();
      if (!destroyed.ok) return destroyed;
      store.setPending(undefined);
      store.setRemoved(undefined);
      return succeed(undefined);
    },
  };
}
