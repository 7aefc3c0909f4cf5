import { IDBFactory } from 'fake-indexeddb';
import { refuse, succeed } from '../../src/core/model/attempt.ts';
import { toInstant } from '../../src/core/model/instant.ts';
import type { Received } from '../../src/core/model/received.ts';
import { matchesIdentity } from '../../src/core/encoding/matches-identity.ts';
import { examine } from '../../src/core/examine/examine.ts';
import { bakeBadge } from '../../src/core/examine/bake.ts';
import { draftPresentation, finishPresentation } from '../../src/core/examine/present.ts';
import { describeLists } from '../../src/core/examine/trust-material.ts';
import { makeStatement } from '../../src/core/recognition/make-statement.ts';
import { stackingFactsOf } from '../../src/core/recognition/stacking-facts.ts';
import { openKeyRoom } from '../../src/platform/keys/open-key-room.ts';
import { forgetSettings } from '../../src/platform/forget-settings.ts';
import { createUsedChallenges } from '../../src/platform/used-challenges.ts';
import { createWallet } from '../../src/wallet/create-wallet.ts';
import type { InstallationState, Ports, Transports } from '../../src/wallet/ports.ts';
import type { Wallet } from '../../src/wallet/wallet.ts';
import { createRig } from '../platform/vault/vault-rig.ts';
import type { Rig } from '../platform/vault/vault-rig.ts';

const installationState: InstallationState = {
  ephemeral: false,
  canInstall: false,
  installed: false,
  updateWaiting: false,
  missing: [],
  version: 'test',
  offline: true,
};

const noTransports = new Proxy({} as Transports, {
  get: (_, name) =>
    name === 'measure'
      ? async ({ bytes }: { bytes: Uint8Array }) => ({ bytes: bytes.length, compressedBytes: bytes.length, codeParts: 1, linkCharacters: bytes.length })
      : async () => refuse('device/not-supported'),
});

export interface NodeWorld {
  readonly wallet: Wallet;
  readonly rig: Rig;
  readonly received: (bytes: Uint8Array | string) => Received;
  /** What this browser keeps outside the vault. */
  readonly settings: Map<string, string>;
}

/** The real wallet over the real vault, the real key room and the real examination, in memory. */
export async function createNodeWorld(factory = new IDBFactory(), asked: Ports['asker']['ask'] = async () => refuse('remote/offline')): Promise<NodeWorld> {
  const rig = await createRig({ openKeyRoom }, factory);
  const clock = { now: () => toInstant(rig.time.now) };
  const settings = new Map<string, string>();
  const storage = { getItem: (key: string) => settings.get(key) ?? null, setItem: (key: string, value: string) => void settings.set(key, value) };
  const received = (bytes: Uint8Array | string): Received => ({
    bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
    transport: 'file',
    arrivedAt: clock.now(),
  });
  const ports: Ports = {
    clock,
    randomness: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
    builtAt: toInstant(Date.UTC(2026, 10, 1)),
    examiner: {
      examine: async (order) => succeed(await examine(order)),
      draft: draftPresentation,
      finish: async (draft, signature) => finishPresentation(draft, signature),
      describeLists: async (files) => succeed(await describeLists(files)),
      makeStatement: async (credentials, order) => succeed(makeStatement(credentials, order)),
      bake: bakeBadge,
      findStacking: async (credentials) => succeed(stackingFactsOf(credentials)),
      matchesHolder: async (identifiers, typed) => succeed(identifiers.some(({ value }) => matchesIdentity(value, typed))),
    },
    vault: rig.vault,
    passkeys: { available: async () => false, create: async () => refuse('device/not-supported'), ask: async () => refuse('device/not-supported') },
    transports: noTransports,
    installation: {
      state: { get: () => installationState, subscribe: () => () => undefined },
      arrived: { get: () => [], subscribe: () => () => undefined },
      takeArrived: () => [],
      askToKeep: async () => false,
      install: async () => false,
      useUpdate: async () => undefined,
      busy: () => () => undefined,
    },
    presence: { subscribe: () => () => undefined },
    usedChallenges: createUsedChallenges(clock, () => storage),
    asker: { ask: asked },
    bundledLists: async () => [],
    labels: async () => undefined,
    forgetSettings: () => forgetSettings(() => settings),
    sample: async () => refuseSample(),
  };
  return { wallet: createWallet(ports), rig, received, settings };
}

function refuseSample(): never {
  throw new Error('this world has no sample');
}
