import { afterEach, describe, expect, it, vi } from 'vitest';
import { orRefuse } from '../../src/core/model/or-refuse.ts';
import type { Attempt } from '../../src/core/model/attempt.ts';
import { refuse, succeed } from '../../src/core/model/attempt.ts';
import { toItemId } from '../../src/core/model/ids.ts';
import type { Wallet } from '../../src/wallet/wallet.ts';
import { createNodeWorld } from '../support/node-world.ts';
import { valueOf } from '../platform/vault/vault-rig.ts';

const parts = [
  'ask', 'check-credential', 'create-document-doors', 'create-own-doors', 'know-issuer', 'open-item', 'passphrase',
  'prepare-share', 'receive', 'restore-credentials', 'trust-clock', 'trust-lists',
].map((name) => `../../src/wallet/${name}.ts`);

afterEach(() => {
  for (const part of parts) vi.doUnmock(part);
  vi.resetModules();
});

const words = 'eleven quiet lemons on the roof';
const id = toItemId('a');
const want = { url: 'https://school.example/did.json', purpose: 'did-document' } as const;
const entry = { id: 'did:key:z6Mk', name: 'School' } as never;
const settings = { receiver: '', purpose: '', end: 'interview', proof: 'sign' } as const;

/** One of each that a person can begin and that needs a part of its own. */
function everythingBegun(wallet: Wallet, received: Parameters<Wallet['receive']>[0]): Readonly<Record<string, () => Promise<Attempt<unknown>>>> {
  const bytes = received.bytes;
  const secret = { type: 'passphrase', passphrase: words } as const;
  return {
    receive: () => wallet.receive(received),
    save: () => wallet.save([id]),
    sample: wallet.sample,
    protect: () => wallet.protectByPassphrase(words),
    judge: () => wallet.judgePassphrase(words),
    unlock: () => wallet.unlock(secret),
    confirm: () => wallet.confirm(secret),
    addSlot: () => wallet.addSlot(secret),
    open: () => wallet.open(id),
    know: () => wallet.knowIssuer(entry, 'School'),
    forget: () => wallet.forgetIssuer('did:key:z6Mk'),
    knowAgain: () => wallet.knowAgain(entry),
    own: async () => (await wallet.own()).createCollection('For Kotihoiva', ''),
    documents: async () => (await wallet.documents()).examineAnew([]),
    share: () => wallet.prepareShare([id], settings),
    record: () => wallet.recordShare({} as never, 'file', 'saved' as never),
    check: () => wallet.check(received, 'none'),
    checkAgain: () => wallet.checkAgain(received, 'none'),
    ask: () => wallet.ask(want, 'check'),
    answerByFile: () => wallet.answerByFile(want, received, 'check'),
    fetchLink: () => wallet.fetchLink(want.url),
    reviewAgain: () => wallet.reviewAgain(),
    describeList: () => wallet.describeList(received),
    lists: wallet.lists,
    addList: () => wallet.addList(received),
    removeList: () => wallet.removeList('a'),
    trustClock: wallet.trustClock,
    backup: () => wallet.makeBackup({ passphrase: words }),
    previewRestore: () => wallet.previewRestore(bytes, secret),
    restore: () => wallet.restore(bytes, secret, 'merge'),
  };
}

it('C34 where a part of the app cannot be loaded whatever a person begins with it refuses, and begins once it can: nobody waits for ever or presses in vain', async () => {
  const { wallet, received } = await createNodeWorld();
  const file = received('{}');
  const gone = () => {
    throw new TypeError('Failed to fetch dynamically imported module');
  };
  for (const part of parts) vi.doMock(part, gone);
  for (const [name, begin] of Object.entries(everythingBegun(wallet, file))) {
    expect(await begin(), name).toEqual(refuse('device/worker-failed'));
  }
  for (const part of parts) vi.doUnmock(part);
  valueOf(await wallet.protectByPassphrase(words));
  expect(valueOf(await (await wallet.own()).createCollection('For Kotihoiva', ''))).toMatchObject({ name: 'For Kotihoiva' });
  expect(await (await wallet.documents()).examineAnew([id])).toMatchObject({ ok: false, error: { code: 'vault/not-found' } });
  expect(await wallet.check(file, 'none')).toMatchObject({ ok: true });
  expect(await wallet.receive(file)).toMatchObject({ ok: true });
});

describe('C34 a part loaded when it is needed', () => {
  it('answers as it does, frozen as bundlers make it, and refuses what it throws', async () => {
    const part = await orRefuse(
      Promise.resolve(
        Object.freeze({
          add: async (a: number, b: number): Promise<Attempt<number>> => succeed(a + b),
          throws: async (): Promise<Attempt<number>> => Promise.reject(new Error('no such file')),
          throwsAtOnce: (): Promise<Attempt<number>> => {
            throw new Error('no memory');
          },
        }),
      ),
    );
    expect(await part.add(2, 3)).toEqual(succeed(5));
    expect(await part.throws()).toEqual(refuse('device/worker-failed'));
    expect(await part.throwsAtOnce()).toEqual(refuse('device/worker-failed'));
  });

  it('refuses each time where it cannot be loaded', async () => {
    const part = await orRefuse<{ add: () => Promise<Attempt<number>> }>(Promise.reject(new TypeError('Failed to fetch')));
    expect([await part.add(), await part.add()]).toEqual([refuse('device/worker-failed'), refuse('device/worker-failed')]);
  });
});
