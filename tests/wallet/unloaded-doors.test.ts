import { afterEach, describe, expect, it, vi } from 'vitest';
import { orRefuse } from '../../src/core/model/or-refuse.ts';
import type { Attempt } from '../../src/core/model/attempt.ts';
import { refuse, succeed } from '../../src/core/model/attempt.ts';
import { toItemId } from '../../src/core/model/ids.ts';
import type { Received } from '../../src/core/model/received.ts';
import { createTransports } from '../../src/platform/transports/create-transports.ts';
import { transportRegistry } from '../../src/platform/transports/registry.ts';
import type { Wallet } from '../../src/wallet/wallet.ts';
import { createNodeWorld } from '../support/node-world.ts';
import { valueOf } from '../platform/vault/vault-rig.ts';

const words = 'eleven quiet lemons on the roof';
const secret = { type: 'passphrase', passphrase: words } as const;
const code = { type: 'recovery', code: '123456' } as const;
const id = toItemId('a');
const want = { url: 'https://school.example/did.json', purpose: 'did-document' } as const;
const entry = { id: 'did:key:z6Mk', name: 'School' } as never;
const settings = { receiver: '', purpose: '', end: 'interview', proof: 'sign' } as const;
const notLoaded = refuse('device/not-loaded');
const gone = () => {
  throw new TypeError('Failed to fetch dynamically imported module');
};

type Begin = (wallet: Wallet, received: Received) => Promise<Attempt<unknown>>;

/** What a person begins with each part: with it alone away, each of these refuses. */
const begun: Readonly<Record<string, Readonly<Record<string, Begin>>>> = {
  receive: {
    receive: (wallet, received) => wallet.receive(received),
    save: (wallet) => wallet.save([id]),
    sample: (wallet) => wallet.sample(),
    reviewAgain: (wallet) => wallet.reviewAgain(),
  },
  passphrase: {
    suggest: (wallet) => wallet.suggestPassphrase('digits'),
    protect: (wallet) => wallet.protectByPassphrase(words),
    judge: (wallet) => wallet.judgePassphrase(words),
    unlock: (wallet) => wallet.unlock(secret),
    confirm: (wallet) => wallet.confirm(secret),
    addSlot: (wallet) => wallet.addSlot(secret),
    backup: (wallet) => wallet.makeBackup({ passphrase: words }),
    previewRestore: (wallet, { bytes }) => wallet.previewRestore(bytes, secret),
    restore: (wallet, { bytes }) => wallet.restore(bytes, secret, 'merge'),
  },
  'restore-credentials': { restore: (wallet, { bytes }) => wallet.restore(bytes, code, 'merge') },
  'open-item': { open: (wallet) => wallet.open(id) },
  'know-issuer': {
    know: (wallet) => wallet.knowIssuer(entry, 'School'),
    forget: (wallet) => wallet.forgetIssuer('did:key:z6Mk'),
    knowAgain: (wallet) => wallet.knowAgain(entry),
  },
  'create-own-doors': { own: async (wallet) => (await wallet.own()).createCollection('For Kotihoiva', '') },
  'create-document-doors': { documents: async (wallet) => (await wallet.documents()).examineAnew([]) },
  'prepare-share': {
    share: (wallet) => wallet.prepareShare([id], settings),
    record: (wallet) => wallet.recordShare({} as never, 'file', 'handed-over'),
  },
  'check-credential': {
    check: (wallet, received) => wallet.check(received, 'none'),
    checkAgain: (wallet, received) => wallet.checkAgain(received, 'none'),
  },
  ask: {
    ask: (wallet) => wallet.ask(want, 'check'),
    answerByFile: (wallet, received) => wallet.answerByFile(want, received, 'check'),
    fetchLink: (wallet) => wallet.fetchLink(want.url),
  },
  'trust-lists': {
    describeList: (wallet, received) => wallet.describeList(received),
    lists: (wallet) => wallet.lists(),
    addList: (wallet, received) => wallet.addList(received),
    removeList: (wallet) => wallet.removeList('a'),
  },
  'trust-clock': { trustClock: (wallet) => wallet.trustClock() },
};

const pathOf = (part: string): string => `../../src/wallet/${part}.ts`;

afterEach(() => {
  for (const part of Object.keys(begun)) vi.doUnmock(pathOf(part));
  vi.restoreAllMocks();
  vi.resetModules();
});

describe('C34 where a part of the app cannot be loaded, nobody waits for ever or presses in vain', () => {
  it.each(Object.keys(begun))('%s: whatever begins with it refuses', async (part) => {
    const { wallet, received } = await createNodeWorld();
    vi.doMock(pathOf(part), gone);
    for (const [name, begin] of Object.entries(begun[part] ?? {})) expect(await begin(wallet, received('{}')), name).toEqual(notLoaded);
  });

  it('the code of the recovery sheet opens without the words of passphrases', async () => {
    const { wallet, received } = await createNodeWorld();
    vi.doMock(pathOf('passphrase'), gone);
    expect(await wallet.unlock(code)).not.toEqual(notLoaded);
    expect(await wallet.previewRestore(received('{}').bytes, code)).not.toEqual(notLoaded);
  });

  it('what was refused begins once the part is there', async () => {
    const { wallet, received } = await createNodeWorld();
    const parts = Object.keys(begun).map(pathOf);
    for (const part of parts) vi.doMock(part, gone);
    expect([await wallet.check(received('{}'), 'none'), await wallet.protectByPassphrase(words)]).toEqual([notLoaded, notLoaded]);
    for (const part of parts) vi.doUnmock(part);
    expect(await wallet.check(received('{}'), 'none')).toMatchObject({ ok: true });
    valueOf(await wallet.protectByPassphrase(words));
    expect(valueOf(await (await wallet.own()).createCollection('For Kotihoiva', ''))).toMatchObject({ name: 'For Kotihoiva' });
  });

  it('every way in and out that is loaded when it is used refuses', async () => {
    for (const way of Object.values(transportRegistry)) vi.spyOn(way, 'load').mockRejectedValue(new TypeError('Failed to fetch'));
    const transports = createTransports();
    const presentation = {} as never;
    const element = {} as HTMLElement;
    const file = new File(['{}'], 'a.json');
    const { signal } = new AbortController();
    const ways = [
      transports.readFile(file, 'file'),
      transports.readPhoto(file),
      transports.readText('{}', 'paste'),
      transports.startScan(element, () => undefined),
      transports.showCode(presentation),
      transports.drawText(element, 'did:key:z6Mk', 'Address'),
      transports.link(presentation),
      transports.packFiles({} as never, signal),
      transports.embedFiles({} as never, signal),
    ];
    expect(await Promise.all(ways)).toEqual(ways.map(() => notLoaded));
  });
});

describe('C34 a part loaded when it is needed', () => {
  const part = (): Promise<{
    readonly add: (a: number, b: number) => Promise<Attempt<number>>;
    readonly atOnce: (a: number) => Attempt<number>;
    readonly throws: () => Promise<Attempt<number>>;
  }> =>
    Promise.resolve(
      Object.freeze({
        add: async (a, b) => succeed(a + b),
        atOnce: (a) => succeed(a),
        throws: () => {
          throw new Error('a mistake of ours');
        },
      }),
    );

  it('answers as it does, frozen as bundlers make it', async () => {
    const loaded = await orRefuse(part());
    expect([await loaded.add(2, 3), await loaded.atOnce(4)]).toEqual([succeed(5), succeed(4)]);
  });

  it('refuses where it throws, and the mistake comes to light uncaught', async () => {
    const late: (() => void)[] = [];
    vi.stubGlobal('queueMicrotask', (task: () => void) => late.push(task));
    expect(await (await orRefuse(part())).throws()).toEqual(refuse('device/worker-failed'));
    vi.unstubAllGlobals();
    expect(late).toHaveLength(1);
    expect(late[0]).toThrow('a mistake of ours');
  });
});
