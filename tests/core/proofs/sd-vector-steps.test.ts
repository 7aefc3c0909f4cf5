import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { resolveKey } from '../../../src/core/dids/registry.ts';
import { encodeHex } from '../../../src/core/encoding/hex.ts';
import { hmacSha256 } from '../../../src/core/encoding/hmac-sha256.ts';
import { canonize } from '../../../src/core/encoding/json-ld/canonize.ts';
import { labelsIn, relabelQuads } from '../../../src/core/encoding/json-ld/label-quads.ts';
import { decodeBase58btc } from '../../../src/core/encoding/multibase.ts';
import { readMultikey } from '../../../src/core/encoding/read-multikey.ts';
import { sha256Hex } from '../../../src/core/encoding/sha256.ts';
import { encodeUtf8 } from '../../../src/core/encoding/utf8.ts';
import { verifySignature } from '../../../src/core/encoding/verify-signature.ts';
import type { JsonObject, JsonValue } from '../../../src/core/model/json.ts';
import type { KeyMaterial } from '../../../src/core/model/public-key.ts';
import { baseStatements } from '../../../src/core/proofs/ecdsa-sd-2023/base-statements.ts';
import { labelOf, readProofValue } from '../../../src/core/proofs/ecdsa-sd-2023/read-proof-value.ts';
import { canonizeOptions, sha256Graph } from '../../../src/core/proofs/rdfc-hash.ts';

const folder = join(import.meta.dirname, '../../../../shared/fixtures/public');
const path = join(folder, 'vectors/w3c__vc-di-ecdsa.json');
const files = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { files: Readonly<Record<string, string>> }).files : {};

/** The vectors are written in a context for examples. Here, and only here, it is known as well. */
const example = vi.hoisted(() => 'https://w3id.org/citizenship/v4rc1');
vi.mock(import('../../../src/core/encoding/json-ld/context-urls.ts'), async (original) => {
  const urls = await original();
  return { ...urls, bundledContextUrls: new Set([...urls.bundledContextUrls, example]) };
});
vi.mock(import('../../../src/core/encoding/json-ld/bundled-contexts.ts'), async (original) => {
  const { existsSync: isThere, readFileSync: read } = await import('node:fs');
  const file = '../shared/fixtures/public/contexts/citizenship-v4rc1.json';
  const { bundledContexts } = await original();
  return { bundledContexts: isThere(file) ? new Map([...bundledContexts, [example, JSON.parse(read(file, 'utf8')) as object]]) : bundledContexts };
});

type Vector = Readonly<Record<string, JsonValue>>;
const json = (name: string): Vector => JSON.parse(files[`TestVectors/${name}`] ?? 'null') as Vector;
const lines = (name: string): readonly string[] => json(name) as unknown as readonly string[];
const bytesOf = (hex: JsonValue | undefined): Uint8Array => Uint8Array.from(Buffer.from(String(hex), 'hex'));
const listed = (value: JsonValue | undefined): readonly [number, string][] => (value as unknown as { value: [number, string][] }).value;
const fileOf = (name: string): JsonObject => JSON.parse(readFileSync(join(folder, 'w3c__vc-di-ecdsa', name), 'utf8')) as JsonObject;

async function keyOf(multibase: JsonValue | undefined): Promise<KeyMaterial> {
  const found = await resolveKey(`did:key:${String(multibase)}`);
  if (found.outcome !== 'key') throw new Error(found.outcome);
  return found.key;
}

describe.skipIf(!existsSync(path))('each step of ecdsa-sd-2023 in the vectors of VC-DI-ECDSA (needs ../shared/fixtures)', () => {
  const hmacKey = bytesOf((existsSync(path) ? json('ecdsa-sd-2023/SDKeyMaterial.json') : {})['hmacKeyString']);
  const { proof: _proof, ...certificate } = existsSync(path) ? fileOf('TestVectors_ecdsa-sd-2023_prc_addSignedSDBase.json') : {};
  const sets: readonly [name: string, document: () => JsonObject, pointers: string][] = [
    ['employ', () => json('employmentAuth.json'), 'employMandatory.json'],
    ['prc', () => certificate as JsonObject, 'prCredMandatory.json'],
  ];

  test.each(sets)('%s: the canonical document, the labels that tell nothing, and what is mandatory', async (set, document, pointers) => {
    const at = (name: string): string => `ecdsa-sd-2023/${set}/${name}`;
    const canonized = await canonize(document());
    if (canonized.outcome !== 'ok') throw new Error(canonized.outcome);
    expect(canonized.nquads).toBe(lines(at('addBaseDocCanon.json')).join(''));
    const labels = new Map([...labelsIn(canonized.nquads)].map((label) => [label, labelOf(hmacSha256(hmacKey, encodeUtf8(label)))]));
    expect(relabelQuads(canonized.nquads, labels)).toEqual(lines(at('addBaseDocHMACCanon.json')));
    const mandatoryPointers = lines(pointers);
    const transform = json(at('addBaseTransform.json'));
    expect(transform['mandatoryPointers']).toEqual(mandatoryPointers);
    const statements = await baseStatements({ hmacKey, mandatoryPointers } as Parameters<typeof baseStatements>[0], document(), canonized.nquads);
    expect(statements).toEqual({ mandatory: listed(transform['mandatory']).map(([, line]) => line), others: listed(transform['nonMandatory']).map(([, line]) => line) });
  });

  test.each(sets)('%s: the proof options, the hashes, and every signature of the issuer', async (set, document) => {
    const at = (name: string): string => `ecdsa-sd-2023/${set}/${name}`;
    const { '@context': _context, ...proofOptions } = json(at('addProofConfig.json'));
    const options = await canonizeOptions({ document: document(), proofOptions, source: undefined }, sha256Graph);
    expect(options).toEqual({ outcome: 'ok', nquads: files[`TestVectors/${at('addProofConfigCanon.txt')}`] });
    const { mandatory, nonMandatory } = json(at('addBaseTransform.json'));
    const hashes = json(at('addHashData.json'));
    expect(await sha256Hex(files[`TestVectors/${at('addProofConfigCanon.txt')}`] ?? '')).toBe(hashes['proofHash']);
    expect(await sha256Hex(listed(mandatory).map(([, line]) => line).join(''))).toBe(hashes['mandatoryHash']);
    const raw = json(at('addRawBaseSignatureInfo.json'));
    await expectSigned(raw, hashes, listed(nonMandatory).map(([, line]) => line));
  });

  test.each(sets)('%s: what a holder derived from it', async (set) => {
    const at = (name: string): string => `ecdsa-sd-2023/${set}/${name}`;
    const shown = json(at('verifyCreateVerifyData.json'));
    const statements = lines(at('verifyNQuads.json'));
    const adjusted = new Set(json(at('derivedAdjMandatoryIndexes.json'))['adjMandatoryIndexes'] as readonly JsonValue[]);
    const [mandatory, others] = [statements.filter((_line, index) => adjusted.has(index)), statements.filter((_line, index) => !adjusted.has(index))];
    expect(await sha256Hex(mandatory.join(''))).toBe(json(at('addHashData.json'))['mandatoryHash']);
    expect(shown['signatures']).toEqual(json(at('derivedAdjSignatures.json'))['filteredSignatures']);
    await expectSigned(shown, json(at('addHashData.json')), others);
  });

  test('proof values are taken apart as the standard takes them apart', () => {
    const base = readProofValue(String((fileOf('TestVectors_ecdsa-sd-2023_prc_addSignedSDBase.json')['proof'] as JsonObject)['proofValue']));
    const derived = readProofValue(String((fileOf('TestVectors_ecdsa-sd-2023_employ_derivedRevealDocument.json')['proof'] as JsonObject)['proofValue']));
    if (base?.mode !== 'base' || derived?.mode !== 'derived') throw new Error('not read');
    const recovered = json('ecdsa-sd-2023/prc/derivedRecoveredBaseData.json');
    expect([encodeHex(base.baseSignature), base.signatures.map(encodeHex), base.mandatoryPointers]).toEqual([recovered['baseSignature'], recovered['signatures'], recovered['mandatoryPointers']]);
    expect(encodeHex(base.hmacKey)).toBe(encodeHex(hmacKey));
    const { adjMandatoryIndexes } = json('ecdsa-sd-2023/employ/derivedAdjMandatoryIndexes.json');
    const value = json('ecdsa-sd-2023/employ/verifyDerivedProofValue.json');
    expect([encodeHex(derived.baseSignature), derived.signatures.map(encodeHex), [...derived.mandatoryIndexes]]).toEqual([value['baseSignature'], value['signatures'], adjMandatoryIndexes]);
  });

  /** The issuer's signature over both hashes and the key of this proof, and that key's over each statement; none of them over another. */
  async function expectSigned(signed: Vector, hashes: Vector, statements: readonly string[]): Promise<void> {
    const issuer = await keyOf((json('ecdsa-sd-2023/SDKeyMaterial.json')['baseKeyPair'] as JsonObject)['publicKeyMultibase']);
    const ofProof = decodeBase58btc(String(signed['publicKey']));
    const key = readMultikey(String(signed['publicKey']));
    if (!ofProof.ok || key.outcome !== 'key') throw new Error('key of the proof');
    const data = Uint8Array.from(Buffer.concat([bytesOf(hashes['proofHash']), ofProof.value, bytesOf(hashes['mandatoryHash'])]));
    expect(await verifySignature(issuer, bytesOf(signed['baseSignature']), data)).toBe('fits');
    const signatures = (signed['signatures'] as readonly JsonValue[]).map(bytesOf);
    expect(signatures).toHaveLength(statements.length);
    for (const [index, statement] of statements.entries()) {
      expect(await verifySignature(key.key, signatures[index] ?? new Uint8Array(0), encodeUtf8(statement))).toBe('fits');
      expect(await verifySignature(key.key, signatures[(index + 1) % signatures.length] ?? new Uint8Array(0), encodeUtf8(statement))).toBe('does-not-fit');
    }
  }
});
