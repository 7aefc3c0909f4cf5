import { afterEach, expect, it, vi } from 'vitest';
import { createNodeWorld } from '../support/node-world.ts';
import { valueOf } from '../platform/vault/vault-rig.ts';

afterEach(() => {
  vi.doUnmock('../../src/wallet/create-own-doors.ts');
  vi.doUnmock('../../src/wallet/create-document-doors.ts');
  vi.resetModules();
});

it('C34 where a part of the app cannot be loaded every door of it refuses, and opens once it can: nobody waits for ever or presses in vain', async () => {
  const { wallet } = await createNodeWorld();
  valueOf(await wallet.protectByPassphrase('eleven quiet lemons on the roof'));
  const gone = () => {
    throw new TypeError('Failed to fetch dynamically imported module');
  };
  vi.doMock('../../src/wallet/create-own-doors.ts', gone);
  vi.doMock('../../src/wallet/create-document-doors.ts', gone);
  const refused = { ok: false, error: { code: 'device/worker-failed' } };
  expect(await (await wallet.own()).createCollection('For Kotihoiva', '')).toMatchObject(refused);
  expect(await (await wallet.documents()).examineAnew([])).toMatchObject(refused);
  vi.doUnmock('../../src/wallet/create-own-doors.ts');
  vi.doUnmock('../../src/wallet/create-document-doors.ts');
  expect(valueOf(await (await wallet.own()).createCollection('For Kotihoiva', ''))).toMatchObject({ name: 'For Kotihoiva' });
  expect(await (await wallet.documents()).examineAnew([])).toMatchObject({ ok: false, error: { code: 'vault/not-found' } });
});
