import { describe, expect, it } from 'vitest';
import { toInstant } from '../../../src/core/model/instant.ts';
import type { SigningRequest } from '../../../src/core/model/presentation.ts';
import { codeOf, createOpenRig, passphrase, valueOf } from './vault-rig.ts';
import type { Rig } from './vault-rig.ts';

async function createSigner(): Promise<{ readonly rig: Rig; readonly sign: (times: number) => Promise<readonly string[]> }> {
  const rig = await createOpenRig();
  const { verificationMethod } = valueOf(await rig.vault.holderKey('Ed25519'));
  const sign = async (times: number): Promise<readonly string[]> => {
    const codes: string[] = [];
    for (let count = 0; count < times; count++) {
      const request: SigningRequest = { kind: 'vp-jwt', verificationMethod, audience: 'anyone', nonce: 'n', issuedAt: toInstant(rig.time.now), presentation: '{}' };
      codes.push(codeOf(await rig.vault.sign(request)));
    }
    return codes;
  };
  return { rig, sign };
}

const five = Array.from({ length: 5 }, () => 'succeeded');

describe('the signing door (T8)', () => {
  it('opens five times in a minute, then says until when to wait, and opens again', async () => {
    const { rig, sign } = await createSigner();
    expect(await sign(7)).toEqual([...five, 'vault/wait', 'vault/wait']);
    const refused = await rig.vault.sign({} as SigningRequest);
    expect(refused).toMatchObject({ ok: false, error: { facts: { waitUntil: rig.time.now + 60_000 } } });
    rig.time.now += 59_999;
    expect(await sign(1)).toEqual(['vault/wait']);
    rig.time.now += 1;
    expect(await sign(6)).toEqual([...five, 'vault/wait']);
  });

  it('opens for five more when a secret was proven, and not by a lock or a wrong secret', async () => {
    const { rig, sign } = await createSigner();
    expect(await sign(6)).toEqual([...five, 'vault/wait']);
    expect(codeOf(await rig.vault.confirm({ ...passphrase, passphrase: 'another passphrase' }))).toBe('vault/wrong-secret');
    expect(await sign(1)).toEqual(['vault/wait']);
    valueOf(await rig.vault.confirm(passphrase));
    expect(await sign(6)).toEqual([...five, 'vault/wait']);
    await rig.vault.lock();
    expect(await sign(1)).toEqual(['vault/locked']);
    valueOf(await rig.vault.unlock(passphrase));
    expect(await sign(5)).toEqual(five);
  });

  it('C26 makes nobody wait for longer because the clock was set back', async () => {
    const { rig, sign } = await createSigner();
    expect(await sign(5)).toEqual(five);
    rig.time.now -= 10 * 365 * 86_400_000;
    expect(await sign(1)).toEqual(['succeeded']);
  });
});
