import { refuse, succeed } from '../core/model/attempt.ts';
import { createKeptShelf, createPassingShelf } from './answer-shelf.ts';
import type { AnswerShelf } from './answer-shelf.ts';
import { withAnswers } from './answering-examiner.ts';
import { createAutoLock } from './auto-lock.ts';
import type { AutoLock } from './auto-lock.ts';
import type { DocumentDoors } from './document-doors.ts';
import type { OwnDoors } from './own-doors.ts';
import type { NewSlot, Ports, Secret, VaultStatus } from './ports.ts';
import { protectByPasskey, withPasskey } from './protect.ts';
import { createListShelf, createPublicListShelf } from './list-shelf.ts';
import { createRemoval } from './remove-items.ts';
import type { Removal } from './remove-items.ts';
import type { Wallet } from './wallet.ts';
import { createWalletStore } from './wallet-store.ts';
import type { WalletStore } from './wallet-store.ts';

/** What a person does, each loaded when it is first done: the first page, and a list to look at, need none of it. */
const receiving = () => import('./receive.ts');
const opening = () => import('./open-item.ts');
const knowing = () => import('./know-issuer.ts');
const sharing = () => import('./prepare-share.ts');
const checkingOthers = () => import('./check-credential.ts');
const askingOthers = () => import('./ask.ts');
const listing = () => import('./trust-lists.ts');
const wording = () => import('./passphrase.ts');
const tidySecret = async <T extends Secret | NewSlot>(secret: T): Promise<T> => (await wording()).tidySecret(secret);
const tidyPassphrase = async (typed: string): Promise<string> => (await wording()).tidyPassphrase(typed);

/** Doors that could not be loaded: each refuses, so that nobody waits for ever or presses in vain. Asked for anew, they are loaded anew. */
function shutDoors<T extends object>(): T {
  return new Proxy({} as T, { get: (_doors, name) => (name === 'then' ? undefined : () => Promise.resolve(refuse('device/worker-failed'))) });
}

/** What the pending review says, so that a passphrase is not taken from it. */
function pendingTexts(store: WalletStore): readonly string[] {
  const { pending } = store.state.get();
  if (pending === undefined) return [];
  return pending.items.flatMap(({ examination }) =>
    examination.elements.flatMap(({ values }) => values.flatMap(({ text }) => text.map((part) => part.text))),
  );
}

/** Locks when the vault was opened and nobody is there. */
function watchPresence(ports: Ports, lock: () => Promise<void>): AutoLock {
  const autoLock = createAutoLock(ports.clock, ports.presence, lock);
  let before: VaultStatus['kind'] = ports.vault.snapshot.get().status.kind;
  ports.vault.snapshot.subscribe(() => {
    const now = ports.vault.snapshot.get().status.kind;
    if (now === 'open' && before !== 'open') autoLock.opened();
    if (now !== 'open' && before === 'open') autoLock.closed();
    before = now;
  });
  return autoLock;
}

type Doors = Pick<
  Wallet,
  'protectByPasskey' | 'protectByPassphrase' | 'unlock' | 'unlockByPasskey' | 'confirm' | 'confirmByPasskey' | 'addSlot' | 'takeOver'
>;

/** Everything that takes a secret: made passphrases are understood however they are typed. */
function openDoors(ports: Ports): Doors {
  const { vault } = ports;
  return {
    protectByPasskey: (recoveryCode) => protectByPasskey(ports, recoveryCode),
    protectByPassphrase: async (passphrase, recoveryCode) =>
      vault.create({ type: 'passphrase', passphrase: await tidyPassphrase(passphrase) }, recoveryCode),
    unlock: async (secret) => vault.unlock(await tidySecret(secret)),
    unlockByPasskey: () => withPasskey(ports, 'unlock'),
    confirm: async (secret) => vault.confirm(await tidySecret(secret)),
    confirmByPasskey: () => withPasskey(ports, 'confirm'),
    addSlot: async (slot) => vault.addSlot(await tidySecret(slot)),
    takeOver: vault.takeOver,
  };
}

type Keeping = Pick<
  Wallet,
  | 'makeBackup' | 'confirmBackup' | 'recoverySheet' | 'testRecoveryCode' | 'markSheetSeen'
  | 'previewRestore' | 'restore' | 'exportOriginals' | 'deleteAll'
>;

/** Everything that keeps credentials from being lost, and the one way to lose them on purpose. */
function keepSafe(ports: Ports, store: WalletStore, removal: Removal, shelves: readonly AnswerShelf[]): Keeping {
  const { vault } = ports;
  return {
    makeBackup: async (protection) => {
      await removal.settle();
      return vault.makeBackup(protection === 'recovery-code' ? protection : { passphrase: await tidyPassphrase(protection.passphrase) });
    },
    confirmBackup: vault.confirmBackup,
    recoverySheet: vault.recoverySheet,
    testRecoveryCode: vault.testRecoveryCode,
    markSheetSeen: vault.markSheetSeen,
    previewRestore: async (bytes, secret) => vault.previewRestore(bytes, await tidySecret(secret)),
    restore: async (bytes, secret, mode) => {
      await removal.settle();
      return (await import('./restore-credentials.ts')).restoreCredentials(ports, bytes, await tidySecret(secret), mode);
    },
    exportOriginals: async () => {
      await removal.settle();
      return vault.exportOriginals();
    },
    deleteAll: async () => {
      const destroyed = await vault.destroy();
      if (!destroyed.ok) return destroyed;
      ports.forgetSettings();
      store.setPending(undefined);
      store.setRemoved(undefined);
      store.setWaitingIssuers([]);
      for (const shelf of shelves) shelf.forget();
      return succeed(undefined);
    },
  };
}

type Asking = Pick<
  Wallet,
  'ask' | 'answerByFile' | 'fetchLink' | 'reviewAgain' | 'check' | 'checkAgain' | 'describeList' | 'lists' | 'addList' | 'removeList'
>;

/** Asking other places, and what is examined with their answers. Two rooms: what the checker asks is not kept. */
function askingDoors(ports: Ports, store: WalletStore, shelves: Readonly<Record<'wallet' | 'check', AnswerShelf>>): Asking {
  const checking = { ...ports, examiner: withAnswers(ports.examiner, shelves.check, createPublicListShelf(ports)) };
  const keeping = { ...ports, examiner: withAnswers(ports.examiner, shelves.wallet, createListShelf(ports)) };
  /** What waits to be kept is judged by the lists of now, like what is kept. */
  const thenReviewed = async <T>(changed: T): Promise<T> => {
    await (await receiving()).reviewAgain(keeping, store);
    return changed;
  };
  return {
    ask: async (wants, room) => (await askingOthers()).ask(ports, shelves[room], wants),
    answerByFile: async (want, received, room) => (await askingOthers()).answerByFile(ports, shelves[room], want, received),
    fetchLink: async (url) => (await askingOthers()).fetchLink(ports, url),
    reviewAgain: async (signal) => (await receiving()).reviewAgain(keeping, store, signal),
    check: async (received, expected, signal) => (await checkingOthers()).checkCredential(checking, received, expected, signal),
    checkAgain: async (received, expected, signal) => (await checkingOthers()).checkAgain(checking, received, expected, signal),
    describeList: async (received) => (await listing()).describeList(ports, received),
    lists: async () => (await listing()).listsAtHand(ports),
    addList: async (received, pinned) => thenReviewed(await (await listing()).addList(keeping, received, pinned)),
    removeList: async (id) => thenReviewed(await (await listing()).removeList(keeping, id)),
  };
}

/** Puts the ports together into the one object that screens use. */
export function createWallet(given: Ports): Wallet {
  const shelves = { wallet: createKeptShelf(given.vault, given.clock), check: createPassingShelf(given.clock) };
  const ports = { ...given, examiner: withAnswers(given.examiner, shelves.wallet, createListShelf(given)) };
  // What is shared is shown as others will see it: the learner's own lists count for nobody else.
  const showing = { ...given, examiner: withAnswers(given.examiner, shelves.wallet, createPublicListShelf(given)) };
  const { vault } = ports;
  const store = createWalletStore(ports);
  const removal = createRemoval(ports, store);
  const lock = async (): Promise<void> => {
    // Both at once: the vault takes them in turn, and one that hangs on the first is ended by the second.
    await Promise.all([removal.settle(), vault.lock()]);
  };
  return {
    state: store.state,
    transports: ports.transports,
    installation: ports.installation,
    now: ports.clock.now,
    labels: ports.labels,
    start: vault.start,

    receive: async (received, signal) => {
      await removal.settle();
      return (await receiving()).receive(ports, store, received, 'received', signal);
    },
    setPending: store.setPending,
    save: async (ids) => {
      await removal.settle();
      const saved = await (await receiving()).save(ports, store, ids);
      if (saved.ok) await shelves.wallet.settle();
      return saved;
    },
    sample: async () => (await receiving()).receive(ports, store, await ports.sample(), 'sample'),

    ...openDoors(ports),
    passkeyAvailable: ports.passkeys.available,
    suggestPassphrase: async (kind) => (await wording()).suggestPassphrase(kind, ports.randomness),
    judgePassphrase: async (passphrase) => (await wording()).judgePassphrase(passphrase, { credentialTexts: pendingTexts(store) }),
    lock,
    holdOpen: watchPresence(ports, lock).holdOpen,

    open: async (id) => (await opening()).openItem(ports, id),
    remove: removal.remove,
    undoRemove: removal.undo,
    knowIssuer: async (examined, name) => (await knowing()).knowIssuer(ports, store, examined, name),
    forgetIssuer: async (id) => (await knowing()).forgetIssuer(ports, store, id),
    knowAgain: async (entry) => (await knowing()).knowAgain(ports, store, entry),
    address: () => vault.holderKey('Ed25519'),

    own: () => import('./create-own-doors.ts').then(({ ownDoorsOf }) => ownDoorsOf(ports), shutDoors<OwnDoors>),
    documents: () => import('./create-document-doors.ts').then(({ createDocumentDoors }) => createDocumentDoors(showing), shutDoors<DocumentDoors>),

    trustClock: async () => (await import('./trust-clock.ts')).trustClock(ports),

    prepareShare: async (ids, settings) => (await sharing()).prepareShare(showing, ids, settings),
    recordShare: async (share, way, result) => (await sharing()).recordShare(ports, share, way, result),
    forgetShares: vault.forgetShares,
    ...askingDoors(given, store, shelves),
    ...keepSafe(ports, store, removal, Object.values(shelves)),
  };
}
