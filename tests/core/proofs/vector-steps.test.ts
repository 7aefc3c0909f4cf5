import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { resolveKey } from '../../../src/core/dids/registry.ts';
import { hashWith } from '../../../src/core/encoding/hash.ts';
import { encodeHex } from '../../../src/core/encoding/hex.ts';
import { decodeBase58btc } from '../../../src/core/encoding/multibase.ts';
import { verifySignature } from '../../../src/core/encoding/verify-signature.ts';

const path = join(import.meta.dirname, '../../../../shared/fixtures/public/vectors/w3c__vc-di-ecdsa.json');
const files = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { files: Readonly<Record<string, string>> }).files : {};

const sets = [
  ['ecdsa-rdfc-2019-p256/', 'P256', 'SHA-256', 'p256KeyPair'],
  ['ecdsa-rdfc-2019-p384/employ/', 'P384', 'SHA-384', 'p384KeyPair'],
] as const;

describe.skipIf(!existsSync(path))('each step of ecdsa-rdfc-2019 in the vectors of VC-DI-ECDSA (needs ../shared/fixtures)', () => {
  test.each(sets)('%s', async (folder, curve, hash, keyPair) => {
    const fileOf = (name: string): string => (files[`TestVectors/${folder}${name}ECDSA${curve}.txt`] ?? '').trim();
    const hashOf = async (name: string): Promise<string> => encodeHex(await hashWith(hash, files[`TestVectors/${folder}${name}ECDSA${curve}.txt`] ?? ''));
    expect(await hashOf('canonDoc')).toBe(fileOf('docHash'));
    expect(await hashOf('proofCanon')).toBe(fileOf('proofHash'));
    expect(`${fileOf('proofHash')}${fileOf('docHash')}`).toBe(fileOf('combinedHash'));
    const { publicKeyMultibase } = JSON.parse(files[`TestVectors/${keyPair}.json`] ?? '{}') as { publicKeyMultibase: string };
    const [key, signature] = [await resolveKey(`did:key:${publicKeyMultibase}`), decodeBase58btc(fileOf('sigBTC58'))];
    if (key.outcome !== 'key' || !signature.ok) throw new Error('no key or no signature');
    expect(encodeHex(signature.value)).toBe(fileOf('sigHex'));
    const signed = Uint8Array.from(Buffer.from(fileOf('combinedHash'), 'hex'));
    expect(await verifySignature(key.key, signature.value, signed)).toBe('fits');
    expect(await verifySignature(key.key, signature.value, signed.map((byte, index) => (index === 3 ? byte ^ 1 : byte)))).toBe('does-not-fit');
  });
});
