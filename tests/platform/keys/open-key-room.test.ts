import { base58 } from '@scure/base';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { resolveKey } from '../../../src/core/dids/registry.ts';
import { refuse } from '../../../src/core/model/attempt.ts';
import { openKeyRoom } from '../../../src/platform/keys/open-key-room.ts';
import type { HolderKeyRecord } from '../../../src/platform/vault/key-room.ts';
import type { HolderKey } from '../../../src/wallet/ports.ts';
import { createMemoryKeyStore, testNow, toolsOn } from './memory-key-store.ts';
import type { MemoryKeyStore } from './memory-key-store.ts';

const types = ['Ed25519', 'P-256'] as const;

async function holderOn(store: MemoryKeyStore, type: HolderKey['type'] = 'Ed25519'): Promise<HolderKey> {
  const key = await (await openKeyRoom(toolsOn(store))).holderKey(type);
  if (!key.ok) throw new Error(key.error.code);
  return key.value;
}

function only(store: MemoryKeyStore): HolderKeyRecord {
  const [record, ...others] = store.records;
  if (record === undefined || others.length > 0) throw new Error('Not exactly one record');
  return record;
}

/** A signature over a presentation, as the wallet asks for it. */
const proofOf = (key: HolderKey) =>
  ({
    kind: 'di',
    cryptosuite: 'eddsa-rdfc-2022',
    verificationMethod: key.verificationMethod,
    created: testNow,
    domain: 'anyone',
    challenge: 'c',
    documentHash: new Uint8Array(32),
  }) as const;

afterEach(() => vi.restoreAllMocks());

describe('the holder key', () => {
  test.each(types)('B26 %s: the DID resolves back to the kept public key, by the resolver of the checks', async (type) => {
    // Twelve keys each, so that a compressed point of either parity occurs.
    for (let round = 0; round < 12; round += 1) {
      const store = createMemoryKeyStore();
      const key = await holderOn(store, type);
      const resolution = await resolveKey(key.verificationMethod);
      if (resolution.outcome !== 'key') throw new Error(resolution.outcome);
      const { publicKey } = only(store);
      const resolved = resolution.key.raw ?? new Uint8Array();
      const compressed = Uint8Array.of((resolved[64] ?? 0) % 2 === 1 ? 3 : 2, ...resolved.subarray(1, 33));
      expect(type === 'P-256' ? compressed : resolved).toEqual(publicKey);
      expect(resolution.key).toMatchObject({ type, controller: key.did, id: key.verificationMethod });
    }
  });

  test.each([
    ['Ed25519', [0xed, 0x01], 32],
    ['P-256', [0x80, 0x24], 33],
  ] as const)('B26 %s: the DID is multicodec prefix and key in base58, nothing else', async (type, prefix, length) => {
    const store = createMemoryKeyStore();
    const key = await holderOn(store, type);
    const bytes = base58.decode(key.did.slice('did:key:z'.length));
    expect([...bytes.subarray(0, 2)]).toEqual([...prefix]);
    expect(bytes.subarray(2)).toEqual(only(store).publicKey);
    expect(bytes.length).toBe(2 + length);
    expect(key.verificationMethod).toBe(`${key.did}#${key.did.slice('did:key:'.length)}`);
  });

  test('is one per type, made once, and the same after every opening', async () => {
    const store = createMemoryKeyStore();
    const room = await openKeyRoom(toolsOn(store));
    const calls = await Promise.all([room.holderKey('Ed25519'), room.holderKey('P-256'), room.holderKey('Ed25519')]);
    expect(store.records.map(({ type }) => type)).toEqual(['Ed25519', 'P-256']);
    expect(calls[2]).toEqual(calls[0]);
    room.forget();
    expect(await room.holderKey('Ed25519')).toEqual(calls[0]);
    expect(await holderOn(store, 'P-256')).toEqual(calls[1].ok ? calls[1].value : undefined);
    expect(store.records).toHaveLength(2);
  });

  test('of a restored backup stays usable beside a newer one, and the oldest is the address', async () => {
    const older = createMemoryKeyStore();
    const newer = createMemoryKeyStore();
    const [first, second] = [await holderOn(older), await holderOn(newer)];
    const room = await openKeyRoom(toolsOn(createMemoryKeyStore([...older.records, ...newer.records])));
    expect(await room.holderKey('Ed25519')).toEqual({ ok: true, value: first });
    expect(await room.sign(proofOf(first))).toMatchObject({ ok: true });
    expect(await room.sign(proofOf(second))).toMatchObject({ ok: true });
  });

  test('C15 is never made anew where the kept ones cannot be read', async () => {
    const store = createMemoryKeyStore();
    const key = await holderOn(store);
    store.failNextList = true;
    const room = await openKeyRoom(toolsOn(store));
    expect(await room.holderKey('Ed25519')).toEqual(refuse('store/unavailable'));
    expect(store.records).toHaveLength(1);
    expect(await room.holderKey('Ed25519')).toEqual({ ok: true, value: key });
  });

  test('that could not be kept is no key: the next call makes another and keeps that', async () => {
    const store = createMemoryKeyStore();
    const keep = vi.spyOn(store, 'keep').mockResolvedValueOnce(refuse('store/quota'));
    const room = await openKeyRoom(toolsOn(store));
    expect(await room.holderKey('Ed25519')).toEqual(refuse('store/quota'));
    const key = await room.holderKey('Ed25519');
    expect(keep).toHaveBeenCalledTimes(2);
    expect(key).toMatchObject({ ok: true, value: { did: only(store).did } });
  });
});

describe('private keys', () => {
  test.each(types)('%s: are imported non-extractable, and the bytes given and made are zero-filled', async (type) => {
    const store = createMemoryKeyStore();
    const imported = vi.spyOn(crypto.subtle, 'importKey');
    const kept = vi.spyOn(store, 'keep');
    await holderOn(store, type);
    const handedOver = kept.mock.calls[0]?.[0].privateKey ?? new Uint8Array([1]);
    expect(handedOver.every((byte) => byte === 0)).toBe(true);
    const given = only(store).privateKey.slice();
    vi.spyOn(store, 'list').mockResolvedValueOnce({ ok: true, value: [{ ...only(store), privateKey: given }] });
    await holderOn(store, type);
    expect(given.every((byte) => byte === 0)).toBe(true);
    const privateImports = imported.mock.calls.filter(([format]) => format === 'pkcs8');
    expect(privateImports.length).toBeGreaterThanOrEqual(2);
    for (const [, material, , extractable, usages] of privateImports) {
      expect({ extractable, usages }).toEqual({ extractable: false, usages: ['sign'] });
      expect(new Uint8Array(material as ArrayBuffer).every((byte) => byte === 0)).toBe(true);
    }
  });

  test('of another DID than their record says are reported, never used', async () => {
    const [one, other] = [createMemoryKeyStore(), createMemoryKeyStore()];
    await holderOn(one);
    const key = await holderOn(other);
    const mixed = { ...only(one), did: key.did, verificationMethod: key.verificationMethod };
    const room = await openKeyRoom(toolsOn(createMemoryKeyStore([mixed])));
    expect(await room.holderKey('Ed25519')).toMatchObject({ ok: false, error: { code: 'store/corrupt' } });
  });

  test('that do not fit their public key give no signature', async () => {
    const [one, other] = [createMemoryKeyStore(), createMemoryKeyStore()];
    const key = await holderOn(one);
    await holderOn(other);
    const swapped = { ...only(one), privateKey: only(other).privateKey };
    const room = await openKeyRoom(toolsOn(createMemoryKeyStore([swapped])));
    expect(await room.sign(proofOf(key))).toMatchObject({ ok: false, error: { code: 'store/corrupt' } });
    expect(await (await openKeyRoom(toolsOn(one))).sign(proofOf(key))).toMatchObject({ ok: true });
  });

  test('that are no PKCS#8 are reported', async () => {
    const store = createMemoryKeyStore();
    await holderOn(store);
    const broken = { ...only(store), privateKey: new Uint8Array(48) };
    const room = await openKeyRoom(toolsOn(createMemoryKeyStore([broken])));
    expect(await room.holderKey('Ed25519')).toMatchObject({ ok: false, error: { code: 'store/corrupt' } });
  });
});

describe('where the browser has no Ed25519 of its own', () => {
  function withoutEd25519(): void {
    const native = crypto.subtle.importKey.bind(crypto.subtle);
    const unknown = async (...args: Parameters<SubtleCrypto['importKey']>): Promise<CryptoKey> => {
      const name = typeof args[2] === 'string' ? args[2] : args[2].name;
      if (name === 'Ed25519') throw new DOMException('Unrecognized name.', 'NotSupportedError');
      return native(...args);
    };
    vi.spyOn(crypto.subtle, 'importKey').mockImplementation(unknown as typeof crypto.subtle.importKey);
  }

  test('a key is made, kept and used all the same, and both ways understand each other', async () => {
    const store = createMemoryKeyStore();
    withoutEd25519();
    const key = await holderOn(store);
    const inScript = await (await openKeyRoom(toolsOn(store))).sign(proofOf(key));
    vi.restoreAllMocks();
    const native = await (await openKeyRoom(toolsOn(store))).sign(proofOf(key));
    expect(inScript).toMatchObject({ ok: true });
    // Ed25519 is deterministic: the same key and input give the same signature.
    expect(inScript).toEqual(native);
  });
});
