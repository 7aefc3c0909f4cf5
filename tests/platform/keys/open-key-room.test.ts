import { expect, test } from 'vitest';
import { createMemoryKeyStore, toolsOn } from './memory-key-store.ts';
import { openKeyRoom } from '../../../src/platform/keys/open-key-room.ts';

test('a', async () => {
  const store = createMemoryKeyStore();
  const room = await openKeyRoom(toolsOn(store));
  const a = await room.holderKey('Ed25519');
  const b = await room.holderKey('P-256');
  console.log(a, b, store.records);
  const r2 = await openKeyRoom(toolsOn(store));
  expect(await r2.holderKey('Ed25519')).toEqual(a);
  expect(await r2.holderKey('P-256')).toEqual(b);
});
