import { describe, expect, it } from 'vitest';
import { forgetSettings } from '../../src/platform/forget-settings.ts';
import { codeOf, valueOf } from '../platform/vault/vault-rig.ts';
import { createNodeWorld } from '../support/node-world.ts';
import type { NodeWorld } from '../support/node-world.ts';

const words = 'correct horse battery staple';

async function createUsed(): Promise<NodeWorld> {
  const world = await createNodeWorld();
  valueOf(await world.wallet.protectByPassphrase(words));
  valueOf(await world.wallet.address());
  world.settings.set('mecum/look/theme', 'dark');
  return world;
}

describe('deleting everything', () => {
  it('leaves neither the vault nor a setting', async () => {
    const world = await createUsed();
    valueOf(await world.wallet.confirm({ type: 'passphrase', passphrase: words }));
    valueOf(await world.wallet.deleteAll());
    expect(world.wallet.state.get().vault.status.kind).toBe('absent');
    expect([...world.settings]).toEqual([]);
    expect(await world.rig.factory.databases()).toEqual([]);
  });

  it('takes nothing away before a fresh secret was given', async () => {
    const world = await createUsed();
    world.rig.time.now += 4 * 60_000;
    expect(codeOf(await world.wallet.deleteAll())).toBe('vault/fresh-unlock-needed');
    expect(world.settings.get('mecum/look/theme')).toBe('dark');
    expect(world.wallet.state.get().vault.status.kind).toBe('open');
  });

  it('asks a locked vault for nothing: who has lost every secret can begin anew', async () => {
    const world = await createUsed();
    await world.wallet.lock();
    valueOf(await world.wallet.deleteAll());
    expect(world.wallet.state.get().vault.status.kind).toBe('absent');
    valueOf(await world.wallet.protectByPassphrase('another long passphrase'));
  });

  it('works where the browser refuses to keep settings', () => {
    expect(() => forgetSettings(() => { throw new DOMException('refused', 'SecurityError'); })).not.toThrow();
  });
});
