import { refuse, succeed } from '../core/model/attempt.ts';
import type { Attempt } from '../core/model/attempt.ts';
import { orRefuse } from '../core/model/or-refuse.ts';
import { createKeptShelf, createPassingShelf } from './answer-shelf.ts';
import type { AnswerShelf } from './answer-shelf.ts';
import { withAnswers } from './answering-examiner.ts';
import { createAutoLock } from './auto-lock.ts';
import type { AutoLock } from './auto-lock.ts';
import type { NewSlot, Ports, Secret, VaultStatus } from './ports.ts';
import { protectByPasskey, withPasskey } from './protect.ts';
import { createListShelf, createPublicListShelf } from './list-shelf.ts';
import { createRemoval } from './remove-items.ts';
import type { Removal } from './remove-items.ts';
import type { Wallet } from './wallet.ts';
import { createWalletStore } from './wallet-store.ts';
import type { WalletStore } from './wallet-store.ts';

/** What a person does, each loaded when it is first done: the first page, and a list to look at, need none of it. */
const receiving = () => orRefuse(import('./receive.ts'));
const opening = () => orRefuse(import('./open-item.ts'));
const knowing = () => orRefuse(import('./know-issuer.ts'));
const sharing = () => orRefuse(import('./prepare-share.ts'));
const checkingOthers = () => orRefuse(import('./check-credential.ts'));
const askingOthers = () => orRefuse(import('./ask.ts'));
const listing = () => orRefuse(import('./trust-lists.ts'));
const restoring = () => orRefuse(import('./restore-credentials.ts'));
const clockTrusting = () => orRefuse(import('./trust-clock.ts'));
const wording = () => orRefuse(import('./passphrase.ts'));

/** Made passphrases are understood however they are typed; every other secret needs nobody to understand it. */
async function withTidy<S extends Secret | NewSlot, T>(secret: S, use: (tidy: S) => Promise<Attempt<T>>): Promise<Attempt<T>> {
  if (secret.type !== 'passphrase') return use(secret);
  const tidy = await (await wording()).tidySecret(secret);
  return tidy.ok ? use(tidy.value) : tidy;
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

/** Everything that takes a secret. */
function openDoors(ports: Ports): Doors {
  const { vault } = ports;
  return {
    protectByPasskey: (recoveryCode) => protectByPasskey(ports, recoveryCode),
    protectByPassphrase: (passphrase, recoveryCode) => withTidy({ type: 'passphrase', passphrase }, (tidy) => vault.create(tidy, recoveryCode)),
    unlock: (secret) => withTidy(secret, vault.unlock),
    unlockByPasskey: () => withPasskey(ports, 'unlock'),
    confirm: (secret) => withTidy(secret, vault.confirm),
    confirmByPasskey: () => withPasskey(ports, 'confirm'),
    addSlot: (slot) => withTidy(slot, vault.addSlot),
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
      if (protection === 'recovery-code') return vault.makeBackup(protection);
      return withTidy({ type: 'passphrase', ...protection }, ({ passphrase }) => vault.makeBackup({ passphrase }));
    },
    confirmBackup: vault.confirmBackup,
    recoverySheet: vault.recoverySheet,
    testRecoveryCode: vault.testRecoveryCode,
    markSheetSeen: vault.markSheetSeen,
    previewRestore: (bytes, secret) => withTidy(secret, (tidy) => vault.previewRestore(bytes, tidy)),
    restore: async (bytes, secret, mode) => {
      await removal.settle();
      return withTidy(secret, async (tidy) => (await restoring()).restoreCredentials(ports, bytes, tidy, mode));
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
    ask: async (want, room) => (await askingOthers()).ask(ports, shelves[room], want),
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
    sample: () => ports.sample().then(async (sample) => (await receiving()).receive(ports, store, sample, 'sample'), () => refuse('device/not-loaded')),

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

    own: () => orRefuse(import('./create-own-doors.ts').then(({ ownDoorsOf }) => ownDoorsOf(ports))),
    documents: () => orRefuse(import('./create-document-doors.ts').then(({ createDocumentDoors }) => createDocumentDoors(showing))),

    trustClock: async () => (await clockTrusting()).trustClock(ports),

    prepareShare: async (ids, settings) => (await sharing()).prepareShare(showing, ids, settings),
    recordShare: async (share, way, result) => (await sharing()).recordShare(ports, share, way, result),
    forgetShares: vault.forgetShares,
    ...askingDoors(given, store, shelves),
    ...keepSafe(ports, store, removal, Object.values(shelves)),
  };
}
