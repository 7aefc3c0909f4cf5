import { describe, expect, test } from 'vitest';
import { cpuTimeOf } from '../../support/cpu-time.ts';
import { examineBytes, examineCredentialOf, reasonOf } from '../../support/examining.ts';
import { badge, cast, signRaw } from '../../support/signing.ts';

const { issuer } = await cast();
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const encrypted = (header: object): string => [part(header), 'c2FtcGxl', 'c2FtcGxl', 'c2FtcGxl', 'c2FtcGxl'].join('.');

describe('B21 an encrypted token is never opened', () => {
  test.each<[string, object]>([
    ['a password stretched two thousand million times', { alg: 'PBES2-HS512+A256KW', enc: 'A256GCM', p2c: 2_000_000_000, p2s: 'c2FsdA' }],
    ['a payload that unpacks without end', { alg: 'dir', enc: 'A256GCM', zip: 'DEF' }],
    ['an algorithm that nobody allows', { alg: 'RSA1_5', enc: 'A128CBC-HS256' }],
  ])('%s: named, kept, not judged, and nothing is computed', async (_name, header) => {
    const { ms } = await cpuTimeOf(async () => {
      const seen = await examineCredentialOf(encrypted(header));
      expect([seen.class, seen.format, seen.proofs[0]?.name]).toEqual(['unknown', 'other-kinds', 'JWE']);
    });
    expect(ms).toBeLessThan(500);
  });

  test('nor as JSON, nor as a token that says it is encrypted; its twin without that is read', async () => {
    const json = { protected: part({ alg: 'dir', enc: 'A256GCM' }), iv: 'AA', ciphertext: 'AA', tag: 'AA' };
    expect((await examineBytes(JSON.stringify(json))).class).toBe('refused');
    const header = { alg: 'EdDSA', kid: issuer.verificationMethod, typ: 'vc+jwt' };
    const disguised = await examineCredentialOf(await signRaw({ ...header, zip: 'DEF' }, badge(issuer.did), issuer));
    expect([disguised.class, reasonOf(disguised, 'proof')]).toEqual(['invalid', 'malformed-proof']);
    expect((await examineCredentialOf(await signRaw(header, badge(issuer.did), issuer))).class).toBe('unconfirmed');
  });
});
