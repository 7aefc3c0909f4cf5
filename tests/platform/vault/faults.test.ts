import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waitAfter } from '../../../src/platform/vault/attempts.ts';
import type { Vault } from '../../../src/wallet/ports.ts';
import { createFailingFactory, withFailingRequest } from '../storage/failing-requests.ts';
import { createFaultyStorage } from './fault-storage.ts';
import { codeOf, createOpenRig, createRig, itemOf, passphrase, quickKdf, shareOf, storageOver, valueOf } from './vault-rig.ts';
import type { Rig } from './vault-rig.ts';

const other = { type: 'passphrase', passphrase: 'another passphrase altogether' } as const;

/** What can be seen of a vault after a restart, opened by the first of these secrets that fits. */
async function seenAfterRestart(rig: Rig, secrets: readonly Parameters<Vault['unlock']>[0][] = [passphrase]): Promise<string> {
  const vault = await rig.again();
  let opened = false;
  for (const secret of secrets) opened ||= (await vault.unlock(secret)).ok;
  expect(opened, 'no secret opens the vault').toBe(true);
  const { items, shares, issuers, damaged } = vault.snapshot.get();
  expect(damaged).toEqual([]);
  for (const { id } of items) valueOf(await vault.open(id));
  return JSON.stringify([items.map(({ id, level }) => [id, level]).sort(), shares, issuers]);
}

interface Write {
  readonly name: string;
  readonly run: (vault: Vault) => Promise<{ readonly ok: boolean }>;
}
const writes: readonly Write[] = [
  { name: 'add', run: async (vault) => vault.add([await itemOf('a'), await itemOf('b'), await itemOf('c')]) },
  { name: 'remove', run: async (vault) => vault.remove([(await itemOf('first')).summary.id]) },
  { name: 'resummarize', run: async (vault) => vault.resummarize([{ ...(await itemOf('first')).summary, level: 'EQF 6' }]) },
  { name: 'recordShare', run: async (vault) => vault.recordShare(shareOf('new')) },
  { name: 'forgetShares', run: async (vault) => vault.forgetShares() },
  { name: 'addSlot', run: async (vault) => vault.addSlot(other) },
];

describe('faults under the vault', () => {
  for (const { name, run } of writes) {
    it(`C06 C07 ${name} is whole or did not happen, whichever request of it fails`, async () => {
      let requests = 1;
      for (let n = 0; n <= requests; n++) {
        const rig = await createOpenRig();
        valueOf(await rig.vault.add([await itemOf('first')]));
        valueOf(await rig.vault.recordShare(shareOf('old')));
        const before = await seenAfterRestart(rig);
        const twin = await createOpenRig();
        valueOf(await twin.vault.add([await itemOf('first')]));
        valueOf(await twin.vault.recordShare(shareOf('old')));
        valueOf({ ...(await run(twin.vault)), value: undefined } as never);
        const after = await seenAfterRestart(twin);
        let answer: { readonly ok: boolean; readonly error?: { readonly code: string } } = { ok: false };
        requests = await withFailingRequest(n, 'QuotaExceededError', async () => {
          answer = await run(rig.vault);
        });
        if (n < requests) expect(answer).toMatchObject({ ok: false, error: { code: 'store/quota' } });
        else expect(answer.ok).toBe(true);
        const secrets = [passphrase, other];
        expect(await seenAfterRestart(rig, secrets)).toBe(answer.ok ? after : before);
        valueOf(await rig.vault.add([await itemOf('afterwards')]));
      }
      expect(requests).toBeGreaterThan(1);
    });
  }

  it('C07 says so when there is no room for a new vault, and leaves none', async () => {
    const rig = await createRig();
    await withFailingRequest(1, 'QuotaExceededError', async () => {
      expect(codeOf(await rig.vault.create(passphrase))).toBe('store/quota');
    });
    expect(rig.vault.snapshot.get().status.kind).toBe('absent');
    const next = await rig.again();
    expect(next.snapshot.get().status.kind).toBe('absent');
    valueOf(await next.create(passphrase));
  });

  it('C14 opens a lost connection again with growing waits, five times, and never makes anything anew', async () => {
    const factory = createFailingFactory(['UnknownError', 'UnknownError', 'InvalidStateError', 'UnknownError', 'UnknownError']);
    const rig = await createRig({ storage: storageOver(factory) }, factory);
    expect(rig.vault.snapshot.get().status.kind).toBe('absent');
    const broken = createFailingFactory(Array.from({ length: 50 }, () => 'UnknownError'));
    const second = await createRig({ storage: storageOver(broken) }, broken);
    expect(second.vault.snapshot.get().status).toEqual({ kind: 'unavailable', code: 'store/unavailable' });
    expect(codeOf(await second.vault.create(passphrase))).toBe('store/unavailable');
  });

  it('C14 looks again when asked to, and finds what is there', async () => {
    const made = await createOpenRig();
    valueOf(await made.vault.add([await itemOf('one')]));
    const storage = createFaultyStorage(storageOver(made.factory));
    storage.arm('readHeaders', 'store/unavailable');
    const vault = await made.again({ storage });
    expect(vault.snapshot.get().status.kind).toBe('unavailable');
    await vault.start();
    expect(vault.snapshot.get().status.kind).toBe('locked');
    valueOf(await vault.unlock(passphrase));
    expect(vault.snapshot.get().items).toHaveLength(1);
  });

  it('C14 goes on after the connection was closed under it', async () => {
    const rig = await createOpenRig();
    valueOf(await rig.vault.add([await itemOf('one')]));
    rig.storage.close();
    valueOf(await rig.vault.open((await itemOf('one')).summary.id));
    rig.storage.close();
    valueOf(await rig.vault.add([await itemOf('two')]));
    expect(await seenAfterRestart(rig)).toContain((await itemOf('two')).summary.id);
  });

  it('C15 never says absent, and never makes a vault, where a read failed', async () => {
    for (const call of ['readHeaders', 'readChunks', 'listRecords', 'readRecords'] as const) {
      const made = await createOpenRig();
      valueOf(await made.vault.add([await itemOf('one')]));
      const storage = createFaultyStorage(storageOver(made.factory));
      storage.arm(call, 'store/unavailable', 0, 100);
      const vault = await made.again({ storage });
      expect(codeOf(await vault.create(passphrase)), call).not.toBe('succeeded');
      const opened = await vault.unlock(passphrase);
      if (call === 'readRecords') expect(codeOf(await vault.open((await itemOf('one')).summary.id))).toBe('store/unavailable');
      else expect(codeOf(opened)).toBe('store/unavailable');
      expect(vault.snapshot.get().damaged).toEqual([]);
      storage.disarm();
      expect(await seenAfterRestart(made)).toContain((await itemOf('one')).summary.id);
    }
  });

  it('C15 records without a header are not an empty device', async () => {
    const made = await createOpenRig();
    const { readRaw, writeRaw } = await import('./raw-rows.ts');
    await writeRaw(made.factory, { ...(await readRaw(made.factory)), headers: [] });
    const vault = await made.again();
    expect(vault.snapshot.get().status).toEqual({ kind: 'unavailable', code: 'store/corrupt' });
    expect(codeOf(await vault.create(passphrase))).toBe('store/unavailable');
  });

  it('C18 1,000 wrong passphrases: waits up to 30 seconds, the same answer, never a wipe, and the right one opens', async () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 1000].map(waitAfter)).toEqual([0, 0, 1e3, 2e3, 4e3, 8e3, 16e3, 30e3, 30e3, 30e3]);
    const rig = await createOpenRig();
    valueOf(await rig.vault.add([await itemOf('one')]));
    await rig.vault.lock();
    for (let n = 1; n <= 1000; n++) {
      expect(codeOf(await rig.vault.unlock({ ...passphrase, passphrase: `wrong ${n}` }))).toBe('vault/wrong-secret');
      const { status } = rig.vault.snapshot.get();
      if (n >= 3) {
        expect(status).toMatchObject({ kind: 'locked', waitUntil: rig.time.now + waitAfter(n) });
        expect(await rig.vault.unlock(passphrase)).toMatchObject({ error: { code: 'vault/wait', facts: { waitUntil: rig.time.now + waitAfter(n) } } });
        rig.time.now += waitAfter(n);
      }
    }
    valueOf(await rig.vault.unlock(passphrase));
    expect(await seenAfterRestart(rig)).toContain((await itemOf('one')).summary.id);
  }, 60_000);

  it('C18 waiting survives a restart, and a clock set back never makes it longer', async () => {
    const rig = await createOpenRig();
    await rig.vault.lock();
    for (let n = 1; n <= 8; n++) {
      rig.time.now += 40_000;
      await rig.vault.unlock(other);
    }
    const next = await rig.again();
    expect(codeOf(await next.unlock(passphrase))).toBe('vault/wait');
    rig.time.now -= 10 * 365 * 86_400_000;
    expect(await next.unlock(passphrase)).toMatchObject({ error: { facts: { waitUntil: rig.time.now + 30_000 } } });
    rig.time.now += 30_000;
    valueOf(await next.unlock(passphrase));
  });

  it('C18 a damaged count of tries makes nobody wait longer than 30 seconds, and waiting goes on after it', async () => {
    const rows = [Number.NaN, Number.POSITIVE_INFINITY, -1e9, 'many', undefined].map((odd) => ({ failed: odd, waitUntil: odd }) as never);
    for (const row of rows) {
      const rig = await createOpenRig();
      await rig.vault.lock();
      valueOf(await rig.storage.writeAttempts(row));
      const vault = await rig.again();
      rig.time.now += 30_000;
      expect(await vault.unlock(other)).toMatchObject({ error: { code: 'vault/wrong-secret', facts: { waitUntil: rig.time.now + 1_000 } } });
      expect(codeOf(await vault.unlock(passphrase))).toBe('vault/wait');
      rig.time.now += 1_000;
      valueOf(await vault.unlock(passphrase));
    }
  });

  it('C19 canonically equal passphrases open alike; trailing space, case and length count', async () => {
    const rig = await createRig();
    valueOf(await rig.vault.create({ type: 'passphrase', passphrase: 'Zażółć\u00a0gęślą 🦊 jaźń ' }));
    const tries: readonly (readonly [string, string])[] = [
      ['Zażółć gęślą 🦊 jaźń '.normalize('NFD'), 'succeeded'],
      ['Zażółć\u3000gęślą 🦊 jaźń ', 'succeeded'],
      ['Zażółć gęślą 🦊 jaźń', 'vault/wrong-secret'],
      ['zażółć gęślą 🦊 jaźń ', 'vault/wrong-secret'],
    ];
    for (const [text, expected] of tries) {
      await rig.vault.lock();
      rig.time.now += 60_000;
      expect(codeOf(await rig.vault.unlock({ type: 'passphrase', passphrase: text })), text).toBe(expected);
    }
    const long = await createRig();
    expect(codeOf(await long.vault.create({ type: 'passphrase', passphrase: 'x'.repeat(4_097) }))).toBe('vault/weak-secret');
    expect(codeOf(await long.vault.create({ type: 'passphrase', passphrase: 'line\nbreak and more' }))).toBe('vault/weak-secret');
    expect(codeOf(await long.vault.create({ type: 'passphrase', passphrase: '' }))).toBe('vault/weak-secret');
    valueOf(await long.vault.create({ type: 'passphrase', passphrase: 'x'.repeat(4_096) }));
    await long.vault.lock();
    valueOf(await long.vault.unlock({ type: 'passphrase', passphrase: 'x'.repeat(4_096) }));
    expect(codeOf(await long.vault.confirm({ type: 'passphrase', passphrase: 'x'.repeat(4_097) }))).toBe('vault/wrong-secret');
  });

  it('C19 any text opens by any of its canonical forms', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 12, maxLength: 60 }), async (text) => {
        const rig = await createRig();
        const made = await rig.vault.create({ type: 'passphrase', passphrase: text });
        fc.pre(made.ok);
        await rig.vault.lock();
        valueOf(await rig.vault.unlock({ type: 'passphrase', passphrase: text.normalize('NFD') }));
      }),
      { numRuns: 30 },
    );
  });

  it('C21 a derivation that dies leaves the vault locked; only new slots go down the ladder', async () => {
    const costs: number[] = [];
    const tight = {
      derive: async (...args: Parameters<typeof quickKdf.derive>) => {
        costs.push(args[2].m * args[2].t);
        return args[2].m > 20_000 ? ({ ok: false, error: { code: 'device/worker-failed', facts: {} } } as const) : quickKdf.derive(...args);
      },
    };
    const rig = await createOpenRig();
    await rig.vault.lock();
    const poor = await rig.again({ kdf: tight });
    expect(codeOf(await poor.unlock(passphrase))).toBe('device/worker-failed');
    expect(poor.snapshot.get().status.kind).toBe('locked');
    expect(costs).toEqual([65_536 * 3]);
    const fresh = await createRig({ kdf: tight });
    valueOf(await fresh.vault.create(passphrase));
    expect(costs.at(-1)).toBe(19_456 * 2);
    valueOf(await rig.vault.unlock(passphrase));
  });

  it('C38 a lock during a write waits for it: whole on the disk, nothing open after', async () => {
    const rig = await createOpenRig();
    const adding = rig.vault.add([await itemOf('one'), await itemOf('two')]);
    const locking = rig.vault.lock();
    const opening = rig.vault.open((await itemOf('one')).summary.id);
    valueOf(await adding);
    await locking;
    expect(codeOf(await opening)).toBe('vault/locked');
    expect(rig.vault.snapshot.get()).toMatchObject({ status: { kind: 'locked' }, items: [] });
    expect(codeOf(await rig.vault.recoverySheet())).toBe('vault/locked');
    expect(await seenAfterRestart(rig)).toContain((await itemOf('two')).summary.id);
  });

  it('a stale writer is refused, and knows that another has the vault', async () => {
    const rig = await createOpenRig();
    const second = await rig.again();
    valueOf(await second.unlock(passphrase));
    valueOf(await second.add([await itemOf('theirs')]));
    expect(codeOf(await rig.vault.add([await itemOf('ours')]))).toBe('vault/elsewhere');
    expect(rig.vault.snapshot.get().status.kind).toBe('elsewhere');
    expect(await seenAfterRestart(rig)).toContain((await itemOf('theirs')).summary.id);
  });

  it('keeps working on a device where counting wrong secrets fails', async () => {
    const factory = new IDBFactory();
    const storage = createFaultyStorage(storageOver(factory));
    const rig = await createRig({ storage }, factory);
    valueOf(await rig.vault.create(passphrase));
    await rig.vault.lock();
    storage.arm('writeAttempts', 'store/quota', 0, 100);
    expect(codeOf(await rig.vault.unlock(other))).toBe('store/quota');
    valueOf(await rig.vault.unlock(passphrase));
  });
});
