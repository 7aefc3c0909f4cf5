import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Holder } from '../../src/core/model/credential.ts';
import { createNodeWorld } from '../support/node-world.ts';
import { valueOf } from '../platform/vault/vault-rig.ts';

const hash = (text: string): string => `sha256$${createHash('sha256').update(text).digest('hex')}`;
const identifier = (value: string, salt?: string): Holder['identifiers'][number] => ({
  value: { kind: 'emailAddress', value, hashed: true, sensitive: false, ...(salt === undefined ? {} : { salt }) },
  path: '/credentialSubject/identifier/0',
  raw: value,
});

describe('an address that is typed', () => {
  it('matches a hash with its salt, also in other letters, and one of several', async () => {
    const { wallet } = await createNodeWorld();
    const { matchHolder } = await wallet.own();
    const salted = [identifier(hash('someone@example.orgx'), 'x'), identifier(hash('aino@example.orgsalt'), 'salt')];
    expect(valueOf(await matchHolder(salted, ' Aino@Example.org '))).toBe(true);
    expect(valueOf(await matchHolder(salted, 'aino@example.com'))).toBe(false);
    expect(valueOf(await matchHolder([], 'aino@example.org'))).toBe(false);
    expect(valueOf(await matchHolder(salted, ''))).toBe(false);
  });

  it('is kept nowhere, and can be compared while the wallet is locked', async () => {
    const { wallet } = await createNodeWorld();
    const before = JSON.stringify(wallet.state.get());
    expect(valueOf(await (await wallet.own()).matchHolder([identifier(hash('aino@example.org'))], 'aino@example.org'))).toBe(true);
    expect(JSON.stringify(wallet.state.get())).toBe(before);
    expect(before).not.toContain('aino');
  });
});
