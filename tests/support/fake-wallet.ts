import { refuse, succeed } from '../../src/core/model/attempt.ts';
import { matchesIdentity } from '../../src/core/encoding/matches-identity.ts';
import type { ErrorCode } from '../../src/core/model/error-code.ts';
import type { ExaminedCredential, Examination } from '../../src/core/model/examination.ts';
import { credentialsIn } from '../../src/core/model/examination.ts';
import type { Did, ItemId } from '../../src/core/model/ids.ts';
import { toInstant } from '../../src/core/model/instant.ts';
import { noOwnRecords } from '../../src/core/model/own-records.ts';
import type { TrustListMeta } from '../../src/core/model/trust.ts';
import type { Origin } from '../../src/core/model/verdict.ts';
import type { InstallationState, RecoverySheet, SlotType, Transports, VaultSnapshot, VaultStatus } from '../../src/wallet/ports.ts';
import type { OwnDoors } from '../../src/wallet/own-doors.ts';
import { summarize } from '../../src/wallet/summarize.ts';
import type { ListAtHand, ListedItem, OpenItem, Review, Wallet, WalletState } from '../../src/wallet/wallet.ts';
import { exampleNow, examples, exampleShare } from './example-credentials.ts';
import { fakeDocuments } from './fake-documents.ts';
import { fakeShare } from './fake-share.ts';
import { createFakeTransports } from './fake-transports.ts';

/** What a fake wallet begins with. Everything is in memory; nothing is computed, so that every state can be shown. */
export interface FakeStart {
  readonly vault?: VaultStatus['kind'];
  readonly slots?: readonly SlotType[];
  readonly waitSeconds?: number;
  /** Too many shares were signed: the next one waits this long. */
  readonly shareWaitSeconds?: number;
  readonly items?: readonly ExaminedCredential[];
  readonly damaged?: VaultSnapshot['damaged'];
  readonly pending?: Review;
  readonly receives?: Examination;
  readonly passkey?: boolean;
  readonly changesSinceBackup?: number;
  readonly backup?: VaultSnapshot['backup'];
  readonly shares?: VaultSnapshot['shares'];
  readonly issuers?: VaultSnapshot['issuers'];
  /** Collections, notes and prior learning; they can be looked at, not changed. */
  readonly own?: VaultSnapshot['own'];
  /** The trust lists at hand, and what a chosen file says of itself as one. */
  readonly lists?: readonly ListAtHand[];
  readonly describes?: TrustListMeta;
  /** What addresses say when they are asked; others answer. From the first asking on, `answered` is what is seen. */
  readonly refuses?: Readonly<Record<string, ErrorCode>>;
  readonly answered?: Examination;
  readonly clockBehind?: WalletState['clockBehind'];
  readonly installation?: Partial<InstallationState>;
  readonly transports?: Partial<Transports>;
}

const fakeSheet: RecoverySheet = {
  groups: ['048218', '391074', '604125', '173655', '529486', '082309', '277198', '440861'],
  qrText: 'MECUM-RECOVERY:1:048218391074604125173655529486082309277198440861',
  shortId: '9f3a1c07',
  ageIdentity: 'AGE-SECRET-KEY-1QQPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LQQPZRY9X8GF2TVDW0S3JN54KH',
  createdAt: exampleNow,
};

const nothingArrived: readonly File[] = [];

const did = 'did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH' as Did;
const holder = { did, verificationMethod: `${did}#z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH`, type: 'Ed25519' as const };

function originOf(examined: ExaminedCredential): Origin {
  return examined.headline === 'sample' || examined.headline === 'self-made' ? examined.headline : 'received';
}

/** A review of what came in. */
export function fakeReview(examination: Examination, already?: 'same' | 'newer-copy'): Review {
  const items = credentialsIn(examination).map((examined) => ({ examination: examined, ...(already === undefined ? {} : { already }) }));
  return {
    examination,
    items,
    origin: items[0] === undefined ? 'received' : originOf(items[0].examination),
    transport: 'file',
    ...(examination.kind === 'share' ? { share: examination } : {}),
  };
}

function statusOf(kind: VaultStatus['kind'], start: FakeStart): VaultStatus {
  const types: readonly SlotType[] = start.slots ?? ['prf', 'passphrase', 'recovery'];
  const slots = types.map((type, index) => ({ id: `slot-${String(index)}`, type, createdAt: exampleNow }));
  switch (kind) {
    case 'locked':
      return { kind, slots, ...(start.waitSeconds === undefined ? {} : { waitUntil: toInstant(exampleNow + start.waitSeconds * 1000) }) };
    case 'open':
      return { kind, slots };
    case 'unavailable':
      return { kind, code: 'store/unavailable' };
    default:
      return { kind };
  }
}

function listed(examined: ExaminedCredential): ListedItem {
  const match = examined.issuerMatch;
  return {
    summary: summarize(examined, originOf(examined), exampleNow),
    headline: examined.headline,
    ...(match === undefined ? {} : { issuerMatch: match }),
    older: [],
  };
}

/** A wallet in memory for looking at screens and for tests of them. It signs nothing and checks nothing. */
export function createFakeWallet(start: FakeStart = {}): Wallet {
  const listeners = new Set<() => void>();
  let items: readonly ExaminedCredential[] = start.items ?? (start.vault === 'absent' ? [] : Object.values(examples));
  let kind: VaultStatus['kind'] = start.vault ?? 'open';
  let backup: VaultSnapshot['backup'] = start.backup ?? { changesSince: start.changesSinceBackup ?? 0, sheetSeen: false };
  let issuers: VaultSnapshot['issuers'] = start.issuers ?? [];
  let shares: VaultSnapshot['shares'] = start.shares ?? [];
  let pending = start.pending;
  let removed: WalletState['removed'];
  let { clockBehind } = start;
  const installation: InstallationState = {
    ephemeral: false,
    canInstall: false,
    installed: false,
    updateWaiting: false,
    missing: [],
    version: '0.1.0',
    offline: false,
    ...start.installation,
  };
  let hasAsked = false;
  let state = compute();

  function compute(): WalletState {
    const open = kind === 'open';
    const shown = items.filter((item) => removed?.ids.includes(item.id) !== true);
    return Object.freeze({
      vault: {
        status: statusOf(kind, start),
        items: open ? items.map((item) => summarize(item, originOf(item), exampleNow)) : [],
        damaged: open ? start.damaged ?? [] : [],
        issuers: open ? issuers : [],
        lists: open ? (start.lists ?? []).flatMap(({ kept }) => kept ?? []) : [],
        shares: open ? shares : [],
        own: open ? start.own ?? noOwnRecords : noOwnRecords,
        holders: [],
        ...(open ? { holder } : {}),
        backup,
      },
      list: open ? shown.map(listed) : [],
      installation,
      ...(open && clockBehind !== undefined ? { clockBehind } : {}),
      ...(pending === undefined ? {} : { pending }),
      ...(removed === undefined ? {} : { removed }),
    });
  }
  function change(apply: () => void): void {
    apply();
    state = compute();
    for (const listener of listeners) listener();
  }
  /** What is seen of something: from the first asking on, the answered one in its place. */
  function seen(before: Examination): Examination {
    const { answered } = start;
    if (!hasAsked || answered === undefined) return before;
    return before.kind === 'credential' && answered.kind === 'credential' ? (before.wants.length === 0 ? before : { ...answered, id: before.id }) : answered;
  }
  const openVault = (): void => change(() => (kind = 'open'));

  return {
    state: {
      get: () => state,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    transports: { ...createFakeTransports(), ...start.transports },
    labels: async () => undefined,
    installation: {
      state: { get: () => installation, subscribe: () => () => undefined },
      arrived: { get: () => nothingArrived, subscribe: () => () => undefined },
      takeArrived: () => [],
      askToKeep: () => Promise.resolve(true),
      install: () => Promise.resolve(true),
      useUpdate: () => Promise.resolve(),
      busy: () => () => undefined,
    },
    now: () => exampleNow,
    start: () => Promise.resolve(),

    receive: () => Promise.resolve(succeed(fakeReview(start.receives ?? examples['unknown-issuer']))),
    setPending: (review) => change(() => (pending = review)),
    save: (ids) => {
      if (kind === 'absent') return Promise.resolve(refuse('vault/absent'));
      if (kind !== 'open') return Promise.resolve(refuse('vault/locked'));
      const chosen = pending?.items.map((item) => item.examination).filter((item) => ids.includes(item.id)) ?? [];
      const fresh = chosen.filter((item) => !items.some((kept) => kept.id === item.id));
      change(() => {
        items = [...fresh, ...items];
        pending = undefined;
      });
      return Promise.resolve(succeed({ saved: fresh.map((item) => item.id), skipped: ids.length - fresh.length }));
    },
    sample: () => Promise.resolve(succeed(fakeReview(examples.sample))),

    passkeyAvailable: () => Promise.resolve(start.passkey ?? true),
    protectByPasskey: () => {
      if (start.passkey === false) return Promise.resolve(refuse('device/passkey-without-prf'));
      openVault();
      return Promise.resolve(succeed(fakeSheet));
    },
    protectByPassphrase: () => {
      openVault();
      return Promise.resolve(succeed(fakeSheet));
    },
    suggestPassphrase: (made) => Promise.resolve(succeed(made === 'words' ? 'maple harbour violin quiet orange ladder' : '483920 110475 926633 058214')),
    judgePassphrase: (passphrase) =>
      Promise.resolve(passphrase.length < 12 ? refuse('vault/weak-secret', { reason: 'short' }) : succeed(undefined)),
    unlock: (secret) => {
      if (secret.type === 'passphrase' && secret.passphrase === 'wrong') return Promise.resolve(refuse('vault/wrong-secret'));
      if (secret.type === 'recovery' && secret.code.length < 48) return Promise.resolve(refuse('vault/mistyped-code', { group: 3 }));
      openVault();
      return Promise.resolve(succeed(undefined));
    },
    unlockByPasskey: () => {
      openVault();
      return Promise.resolve(succeed(undefined));
    },
    lock: () => Promise.resolve(change(() => (kind = 'locked'))),
    takeOver: () => Promise.resolve(succeed(openVault())),
    holdOpen: () => () => undefined,
    confirm: () => Promise.resolve(succeed(undefined)),
    confirmByPasskey: () => Promise.resolve(succeed(undefined)),
    addSlot: () => Promise.resolve(succeed(undefined)),

    open: (id) => Promise.resolve(openOne(items.map((item) => credentialOf(seen(item))), id)),
    remove: (ids) => Promise.resolve(succeed(change(() => (removed = { ids, until: toInstant(exampleNow + 10_000) })))),
    undoRemove: () => Promise.resolve(change(() => (removed = undefined))),
    knowIssuer: (examined, name) => {
      const entry = { id: `issuer-${examined.id}`, keyThumbprint: examined.signer?.keyThumbprint ?? '', issuerId: 'did:key:z6Mkha', name, since: exampleNow };
      change(() => {
        issuers = [...issuers, entry];
        items = items.map((item) => (item.id === examined.id ? { ...examples['no-status'], id: item.id } : item));
      });
      return Promise.resolve(succeed(entry));
    },
    forgetIssuer: (id) => Promise.resolve(succeed(change(() => (issuers = issuers.filter((entry) => entry.id !== id))))),
    knowAgain: (entry) => {
      change(() => (issuers = [...issuers, entry]));
      return Promise.resolve(succeed(entry));
    },
    address: () => Promise.resolve(succeed(holder)),

    prepareShare: (ids, settings) =>
      start.shareWaitSeconds !== undefined
        ? Promise.resolve(refuse('vault/wait', { waitUntil: toInstant(exampleNow + start.shareWaitSeconds * 1000) }))
        : Promise.resolve(succeed(fakeShare(items.find((item) => item.id === ids[0]) ?? examples.valid, settings))),
    recordShare: (share, way, result) => {
      const record = { id: share.id, at: exampleNow, receiver: share.settings.receiver, purpose: share.settings.purpose, items: [], way, result, proof: 'proves-key' as const };
      return Promise.resolve(succeed(change(() => (shares = [record, ...shares]))));
    },
    own: () => Promise.resolve(fakeOwnDoors()),
    documents: () => Promise.resolve(fakeDocuments(() => items)),
    trustClock: () => Promise.resolve(succeed(change(() => (clockBehind = undefined)))),
    forgetShares: () => Promise.resolve(succeed(change(() => (shares = [])))),

    check: () => Promise.resolve(succeed(start.receives ?? exampleShare())),
    checkAgain: () => Promise.resolve(succeed(seen(start.receives ?? exampleShare()))),
    ask: ({ url }) => {
      hasAsked = true;
      return Promise.resolve(outcomeOf(start.refuses?.[url]));
    },
    answerByFile: () => Promise.resolve(succeed(undefined)),
    fetchLink: () => Promise.resolve(refuse('remote/no-answer')),
    reviewAgain: () => {
      const again = fakeReview(seen(pending?.examination ?? exampleShare()));
      change(() => (pending = again));
      return Promise.resolve(succeed(again));
    },
    describeList: () => Promise.resolve(start.describes === undefined ? refuse('receive/not-a-list') : succeed(start.describes)),
    lists: () => Promise.resolve(succeed(start.lists ?? [])),
    addList: () => Promise.resolve(succeed(undefined)),
    removeList: () => Promise.resolve(succeed({ bytes: new Uint8Array([1]) })),

    makeBackup: () => Promise.resolve(succeed({ bytes: new Uint8Array(2048), fileName: 'mecum-backup-9f3a1c07.age', shortId: fakeSheet.shortId, count: items.length })),
    confirmBackup: () => Promise.resolve(succeed(backedUp())),
    recoverySheet: () => Promise.resolve(succeed(fakeSheet)),
    testRecoveryCode: (code) => Promise.resolve(code.length < 48 ? refuse('vault/mistyped-code', { group: 3 }) : succeed(undefined)),
    markSheetSeen: () => Promise.resolve(succeed(change(() => (backup = { ...backup, sheetSeen: true })))),
    previewRestore: () =>
      Promise.resolve(succeed({ items: [{ title: 'Data Protection in Care Work', state: 'new' as const }], keys: 1, shares: 2, issuers: 1, lists: 0, own: 0, unknownKinds: 0, createdAt: exampleNow })),
    restore: () => Promise.resolve(succeed({ added: 1, unreadable: [] })),
    exportOriginals: () => Promise.resolve(succeed({ bytes: new Uint8Array(4096), fileName: 'mecum-originals.zip', count: items.length })),
    deleteAll: () => Promise.resolve(succeed(change(() => (kind = 'absent')))),
  };

  function backedUp(): { count: number } {
    change(() => (backup = { ...backup, lastVerifiedAt: exampleNow, changesSince: 0 }));
    return { count: items.length };
  }
}

/** Doors that refuse: screens show what is there, and what went wrong. */
function fakeOwnDoors(): OwnDoors {
  const refuseAll = () => Promise.resolve(refuse('store/quota'));
  return {
    createCollection: refuseAll, renameCollection: refuseAll, fillCollection: refuseAll, moveInCollection: refuseAll, writeNote: refuseAll,
    matchHolder: async (identifiers, typed) => succeed(identifiers.some(({ value }) => matchesIdentity(value, typed))),
    keepPriorLearning: refuseAll, openEvidence: refuseAll, remove: refuseAll, bringBack: refuseAll,
  };
}

function outcomeOf(code: ErrorCode | undefined) {
  return code === undefined ? succeed(undefined) : refuse(code, { status: 404 });
}

function credentialOf(examination: Examination): ExaminedCredential {
  if (examination.kind !== 'credential') throw new Error('no credential');
  return examination;
}

function openOne(items: readonly ExaminedCredential[], id: ItemId): ReturnType<typeof succeed<OpenItem>> | ReturnType<typeof refuse> {
  const examined = items.find((item) => item.id === id);
  if (examined === undefined) return refuse('vault/not-found');
  const summary = summarize(examined, originOf(examined), exampleNow);
  return succeed({ summary, examined, savedAt: exampleNow, older: [], namesOurKey: examined.headline === 'valid' });
}
