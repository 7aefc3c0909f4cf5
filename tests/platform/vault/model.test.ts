import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NewItem } from '../../../src/core/model/stored.ts';
import type { Vault } from '../../../src/wallet/ports.ts';
import { createFaultyStorage } from './fault-storage.ts';
import type { FaultyStorage } from './fault-storage.ts';
import { createRig, itemOf, passphrase, shareOf, storageOver, valueOf } from './vault-rig.ts';
import type { Rig } from './vault-rig.ts';

const runs = process.env['MECUM_DEEP'] === '1' ? 300 : 25;

/** What the vault should hold, as plain maps. */
interface Model {
  readonly items: Map<string, NewItem>;
  readonly issuers: Map<string, string>;
  readonly shares: Map<string, string>;
}
interface Real {
  readonly rig: Rig;
  readonly storage: FaultyStorage;
  vault: Vault;
}

type Step =
  | { readonly do: 'add'; readonly names: readonly number[] }
  | { readonly do: 'remove'; readonly names: readonly number[] }
  | { readonly do: 'resummarize' | 'share' | 'issuer' | 'forget-issuer'; readonly name: number }
  | { readonly do: 'forget-shares' | 'lock' | 'restart' | 'backup-replace' };

const name = fc.nat(12);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('add' as const), names: fc.array(name, { maxLength: 6 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), names: fc.array(name, { maxLength: 4 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('resummarize', 'share', 'issuer', 'forget-issuer' as const), name }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('forget-shares', 'lock', 'restart', 'backup-replace' as const) }) },
);
/** A write that fails now and then: which commit of the next ones, if any. */
const fault = fc.option(fc.nat(2), { freq: 3 });

/** Does a step on both sides; the model follows only where the vault said yes. */
async function take(model: Model, real: Real, todo: Step): Promise<void> {
  const { vault } = real;
  switch (todo.do) {
    case 'add': {
      const items = await Promise.all(todo.names.map((number) => itemOf(`item ${number}`)));
      if ((await vault.add(items)).ok) for (const item of items) if (!model.items.has(item.summary.id)) model.items.set(item.summary.id, item);
      return;
    }
    case 'remove': {
      const items = await Promise.all(todo.names.map((number) => itemOf(`item ${number}`)));
      if ((await vault.remove(items.map(({ summary }) => summary.id))).ok) for (const { summary } of items) model.items.delete(summary.id);
      return;
    }
    case 'resummarize': {
      const item = await itemOf(`item ${todo.name}`);
      const summary = { ...item.summary, level: `EQF ${todo.name}` };
      if ((await vault.resummarize([summary])).ok && model.items.has(summary.id)) model.items.set(summary.id, { ...item, summary });
      return;
    }
    case 'share':
      if ((await vault.recordShare(shareOf(`share ${todo.name}`))).ok) model.shares.set(`share ${todo.name}`, 'prepared');
      return;
    case 'issuer': {
      const known = await vault.knowIssuer({ keyThumbprint: `key ${todo.name}`, issuerId: 'did:x', name: 'n', since: 1 as never });
      if (known.ok) model.issuers.set(`key ${todo.name}`, known.value.id);
      return;
    }
    case 'forget-issuer': {
      const id = model.issuers.get(`key ${todo.name}`);
      if (id !== undefined && (await vault.forgetIssuer(id)).ok) model.issuers.delete(`key ${todo.name}`);
      return;
    }
    case 'forget-shares':
      if ((await vault.forgetShares()).ok) model.shares.clear();
      return;
    default:
      return restart(real, todo.do);
  }
}

async function restart(real: Real, how: 'lock' | 'restart' | 'backup-replace'): Promise<void> {
  real.storage.disarm();
  if (how === 'backup-replace') {
    const sheet = valueOf(await real.vault.recoverySheet());
    const { bytes } = valueOf(await real.vault.makeBackup('recovery-code'));
    valueOf(await real.vault.restore(bytes, { type: 'recovery', code: sheet.groups.join('') }, 'replace'));
    return;
  }
  if (how === 'lock') await real.vault.lock();
  else real.vault = await real.rig.again({ storage: real.storage });
  valueOf(await real.vault.unlock(passphrase));
}

/** Everything the model knows is there, opens, and nothing besides. */
async function compare(model: Model, vault: Vault): Promise<void> {
  const seen = vault.snapshot.get();
  expect(seen.damaged).toEqual([]);
  expect(new Set(seen.items.map(({ id }) => id))).toEqual(new Set(model.items.keys()));
  expect(seen.items).toHaveLength(model.items.size);
  expect(new Set(seen.shares.map(({ id }) => id))).toEqual(new Set(model.shares.keys()));
  expect(new Set(seen.issuers.map(({ keyThumbprint }) => keyThumbprint))).toEqual(new Set(model.issuers.keys()));
  for (const [id, item] of model.items) expect(valueOf(await vault.open(id as NewItem['summary']['id'])).raw).toEqual(item.raw);
}

describe('vault against a model', () => {
  it('C07 C15 holds what it acknowledged and nothing half, whatever is done in whatever order, with failing writes between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(step, fault), { minLength: 1, maxLength: 25 }), async (steps) => {
        const factory = new IDBFactory();
        const storage = createFaultyStorage(storageOver(factory));
        const rig = await createRig({ storage }, factory);
        valueOf(await rig.vault.create(passphrase));
        const model: Model = { items: new Map(), issuers: new Map(), shares: new Map() };
        const real: Real = { rig, storage, vault: rig.vault };
        for (const [todo, failing] of steps) {
          storage.disarm();
          if (failing !== null) storage.arm('commit', failing % 2 === 0 ? 'store/quota' : 'store/unavailable', failing);
          await take(model, real, todo);
        }
        storage.disarm();
        await compare(model, real.vault);
        const next = await rig.again({ storage });
        valueOf(await next.unlock(passphrase));
        await compare(model, next);
      }),
      { numRuns: runs },
    );
  }, 600_000);
});
