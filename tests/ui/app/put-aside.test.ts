import { afterEach, describe, expect, it, vi } from 'vitest';
import { refuse, succeed } from '../../../src/core/model/attempt.ts';
import { emptyGroups } from '../../../src/ui/screens/settings/code-groups.ts';
import { inTurn, scriptedWallet } from '../scripted-wallet.ts';

/** The page opened anew: nothing in memory, the settings of the browser as they were left. */
async function reopen(settings: Map<string, string>) {
  vi.resetModules();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => settings.get(key) ?? null,
    setItem: (key: string, value: string) => settings.set(key, value),
  });
  const [aside, codeTest] = await Promise.all([import('../../../src/ui/app/put-aside.ts'), import('../../../src/ui/screens/backup/use-code-test.ts')]);
  return { ...aside, ...codeTest };
}

afterEach(() => vi.unstubAllGlobals());

describe('what was put aside', () => {
  it('stays away after a restart, and nothing else does', async () => {
    const settings = new Map<string, string>();
    const before = await reopen(settings);
    expect(before.asideSince('backup')).toBeUndefined();
    before.putAside('backup', 12);
    const after = await reopen(settings);
    expect(after.asideSince('backup')).toBe(12);
    expect(after.asideSince('code')).toBeUndefined();
    settings.clear(); // as deleting everything does
    expect((await reopen(settings)).asideSince('backup')).toBeUndefined();
  });

  it('stays away until the browser is closed where it keeps no settings', async () => {
    const { asideSince, putAside } = await reopen(new Map());
    vi.stubGlobal('localStorage', undefined);
    putAside('install', 12);
    expect(asideSince('install')).toBe(12);
    expect(asideSince('code')).toBeUndefined();
  });

  it('counts a recovery code as tested when it fits, and only then', async () => {
    const settings = new Map<string, string>();
    const { createCodeTestFlow, asideSince } = await reopen(settings);
    const groups = emptyGroups.map(() => '000000');
    const { wallet } = scriptedWallet({ wallet: { testRecoveryCode: inTurn<unknown>(refuse('vault/wrong-secret'), succeed(undefined)) as never } });
    const { test } = createCodeTestFlow(wallet);
    await test(groups);
    expect(asideSince('code')).toBeUndefined();
    await test(groups);
    expect(asideSince('code')).toBe(0);
  });
});
