import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { matchesIdentity } from '../../../src/core/encoding/matches-identity.ts';
import type { JsonObject } from '../../../src/core/model/json.ts';
import { examineCredentialOf } from '../../support/examining.ts';
import { badge } from '../../support/signing.ts';

const hash = (algorithm: 'sha256' | 'md5', text: string): string => createHash(algorithm).update(text).digest('hex');
const address = 'mira.solberg@brightwater.example';

describe('an identity of a badge and what is typed', () => {
  test.each([
    ['sha256$', `sha256$${hash('sha256', `${address}pepper`)}`],
    ['in capitals', `SHA256$${hash('sha256', `${address}pepper`).toUpperCase()}`],
    ['md5$', `md5$${hash('md5', `${address}pepper`)}`],
    ['a hash alone', hash('sha256', `${address}pepper`)],
    ['an old hash alone', hash('md5', `${address}pepper`)],
  ])('%s is matched as typed, in lower case and with spaces around, and by nothing else', (_form, value) => {
    const identity = { value, hashed: true, salt: 'pepper' };
    for (const typed of [address, 'Mira.Solberg@Brightwater.example', `  ${address}\n`]) expect(matchesIdentity(identity, typed)).toBe(true);
    for (const typed of ['', ' ', 'mira@brightwater.example', `${address}p`, value]) expect(matchesIdentity(identity, typed)).toBe(false);
    expect(matchesIdentity({ value, hashed: true, salt: 'salt' }, address)).toBe(false);
    expect(matchesIdentity({ value, hashed: true }, address)).toBe(false);
  });

  test('an issuer that hashed capitals is matched by capitals', () => {
    const identity = { value: `sha256$${hash('sha256', 'Mira@Example.org')}`, hashed: true };
    expect(matchesIdentity(identity, 'Mira@Example.org')).toBe(true);
    expect(matchesIdentity(identity, 'mira@example.org')).toBe(false);
  });

  test('a value in the clear is compared as it is', () => {
    expect(matchesIdentity({ value: 'Mira@example.org', hashed: false }, 'mira@EXAMPLE.org')).toBe(true);
    expect(matchesIdentity({ value: 'Mira@example.org', hashed: false }, 'other@example.org')).toBe(false);
  });

  test('what is no hash, of another algorithm or of the wrong length matches nothing', () => {
    const right = hash('sha256', address);
    for (const value of ['', '$', `sha1$${hash('md5', address)}`, `md5$${right}`, `sha256$${right}0`, `sha256$${right.slice(1)}`, `sha256$${right}$`]) {
      expect(matchesIdentity({ value, hashed: true }, address)).toBe(false);
    }
    expect(matchesIdentity({ value: `sha256$${right}`, hashed: true }, address)).toBe(true);
    expect(matchesIdentity({ value: `sha256$${hash('sha256', 'a'.repeat(2_000))}`, hashed: true }, 'a'.repeat(2_000))).toBe(false);
  });

  test('what is read of a badge is enough to match it', async () => {
    const identifier = [{ type: 'IdentityObject', identityType: 'emailAddress', hashed: true, salt: 's1', identityHash: `sha256$${hash('sha256', `${address}s1`)}` }];
    const document = badge('did:key:z6MkExample') as JsonObject;
    const subject = document['credentialSubject'] as JsonObject;
    const seen = await examineCredentialOf({ ...document, credentialSubject: { ...subject, identifier } });
    const [identity] = seen.credential.holder.identifiers;
    expect(identity === undefined ? undefined : matchesIdentity(identity.value, address)).toBe(true);
    expect(seen.elements.find(({ id }) => id === 'M1')?.state).toBe('not-stated');
  });
});
