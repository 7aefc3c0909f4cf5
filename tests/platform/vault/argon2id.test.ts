import { describe, expect, it } from 'vitest';
import { encodeHex } from '../../../src/core/encoding/hex.ts';
import { refuse, succeed } from '../../../src/core/model/attempt.ts';
import { argon2id } from '../../../src/platform/vault/argon2id.ts';
import { argonLadder, deriveForNewSlot, isAcceptableCost } from '../../../src/platform/vault/argon-ladder.ts';
import type { ArgonCost, Kdf } from '../../../src/platform/vault/argon-ladder.ts';
import { valueOf } from './vault-rig.ts';

const [strongest] = argonLadder;
const weakest = argonLadder[argonLadder.length - 1] ?? strongest;
const salt = new Uint8Array(16).fill(2);

/** A device that needs this many milliseconds for a mebibyte pass, and has this much memory. */
function deviceOf(msPerPass: number, mostMemory = Number.POSITIVE_INFINITY): { readonly kdf: Kdf; readonly asked: ArgonCost[] } {
  const asked: ArgonCost[] = [];
  const kdf: Kdf = {
    derive: async (_passphrase, _salt, cost) => {
      asked.push(cost);
      if (cost.m > mostMemory) return refuse('device/worker-failed');
      return succeed({ key: new Uint8Array(32), elapsedMs: (cost.m / 1024) * cost.t * msPerPass });
    },
  };
  return { kdf, asked };
}

describe('passphrase derivation', () => {
  it('is Argon2id v1.3 as others compute it', async () => {
    const passphrase = new TextEncoder().encode('correct horse battery staple');
    const key = await argon2id(passphrase, salt, { m: 256, t: 3, p: 1 });
    const { argon2id: plain } = await import('@noble/hashes/argon2.js');
    expect(encodeHex(key)).toBe(encodeHex(plain(passphrase, salt, { m: 256, t: 3, p: 1, dkLen: 32 })));
    expect(encodeHex(key)).toBe('ab2f356aa1636ce777b72b1d47fb113452a0a11a360bbe2989ed481dc468ed75');
  });

  it('takes plain script where WebAssembly is refused', async () => {
    const compile = WebAssembly.compile;
    const instantiate = WebAssembly.instantiate;
    const expected = await argon2id(new Uint8Array(8), salt, { m: 64, t: 1, p: 1 });
    let refused = 0;
    const refuseAll = (): never => {
      refused++;
      throw new WebAssembly.CompileError('refused by policy');
    };
    WebAssembly.compile = refuseAll;
    WebAssembly.instantiate = refuseAll;
    try {
      expect(await argon2id(new Uint8Array(8), salt, { m: 64, t: 1, p: 1 })).toEqual(expected);
      expect(refused).toBeGreaterThan(0);
    } finally {
      WebAssembly.compile = compile;
      WebAssembly.instantiate = instantiate;
    }
  });

  it('chooses the strongest step that this device manages in 2.5 seconds', async () => {
    for (const [msPerPass, step] of [
      [2, 0],
      [13, 0],
      [20, 1],
      [40, 2],
      [200, 3],
    ] as const) {
      const { kdf } = deviceOf(msPerPass);
      expect(valueOf(await deriveForNewSlot(kdf, new Uint8Array(20), salt)).cost, `${msPerPass} ms`).toEqual(argonLadder[step]);
    }
  });

  it('C21 goes one step down where memory gives out, and fails below the floor', async () => {
    const { kdf, asked } = deviceOf(1, 50_000);
    expect(valueOf(await deriveForNewSlot(kdf, new Uint8Array(20), salt)).cost).toEqual(argonLadder[1]);
    expect(asked.map(({ m }) => m)).toEqual([weakest.m, strongest.m, 47_104]);
    const poor = deviceOf(1, 1_000);
    expect(await deriveForNewSlot(poor.kdf, new Uint8Array(20), salt)).toMatchObject({ error: { code: 'device/worker-failed' } });
  });

  it('B98 derives with every step of the ladder and with nothing weaker or absurd', () => {
    expect(argonLadder.every(isAcceptableCost)).toBe(true);
    expect(isAcceptableCost({ m: 262_144, t: 10, p: 4 })).toBe(true);
    const refused: readonly ArgonCost[] = [
      { m: 19_455, t: 3, p: 1 },
      { m: 19_456, t: 1, p: 1 },
      { m: 262_145, t: 1, p: 1 },
      { m: 65_536, t: 11, p: 1 },
      { m: 65_536, t: 3, p: 5 },
      { m: 65_536, t: 0, p: 1 },
      { m: 65_536.5, t: 3, p: 1 },
      { m: Number.NaN, t: 3, p: 1 },
      { m: 65_536, t: 3, p: 0 },
    ];
    for (const cost of refused) expect(isAcceptableCost(cost), JSON.stringify(cost)).toBe(false);
  });
});
