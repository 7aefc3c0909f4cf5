import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sha384 } from '@noble/hashes/sha2.js';
import { describe, expect, test, vi } from 'vitest';
import { resolveKey } from '../../../src/core/dids/registry.ts';
import { hashWith } from '../../../src/core/encoding/hash.ts';
import { encodeHex } from '../../../src/core/encoding/hex.ts';
import { canonize, labelDigestOf } from '../../../src/core/encoding/json-ld/canonize.ts';
import { readStrictJson } from '../../../src/core/encoding/strict-json.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import type { JsonObject } from '../../../src/core/model/json.ts';
import { asList, isJsonObject } from '../../../src/core/model/json.ts';
import type { ProofOutcome } from '../../../src/core/model/proof.ts';
import { canonizeOptions, sha256Graph } from '../../../src/core/proofs/rdfc-hash.ts';
import { verifyProof } from '../../../src/core/proofs/registry.ts';

const folder = join(import.meta.dirname, '../../../../shared/fixtures/public');
const isHere = existsSync(folder);

/** The vectors of the standards are written in contexts for examples. Here, and only here, those are known as well. */
const examples = vi.hoisted(() => new Map([
  ['https://www.w3.org/ns/credentials/examples/v2', 'w3c-ns-credentials-examples-v2.jsonld'],
  ['https://w3id.org/citizenship/v4rc1', 'citizenship-v4rc1.json'],
]));
vi.mock(import('../../../src/core/encoding/json-ld/context-urls.ts'), async (original) => {
  const urls = await original();
  return { ...urls, bundledContextUrls: new Set([...urls.bundledContextUrls, ...examples.keys()]) };
});
vi.mock(import('../../../src/core/encoding/json-ld/bundled-contexts.ts'), async (original) => {
  const { existsSync: isThere, readFileSync: read } = await import('node:fs');
  const contexts = '../shared/fixtures/public/contexts';
  const readContext = ([url, file]: [string, string]): [string, object] => [url, JSON.parse(read(`${contexts}/${file}`, 'utf8')) as object];
  return { bundledContexts: new Map([...(await original()).bundledContexts, ...(isThere(contexts) ? [...examples].map(readContext) : [])]) };
});

function readDocument(path: string): JsonObject {
  const read = readStrictJson(new Uint8Array(readFileSync(join(folder, path))));
  if (!read.ok || !isJsonObject(read.value.value)) throw new Error(path);
  return read.value.value;
}

/** As `ecdsa-rdfc-2019` has it for P-384. */
const sha384Graph = { name: 'SHA-384', short: (bytes: Uint8Array) => sha384(bytes), createDigest: labelDigestOf((bytes) => sha384(bytes)) } as const;

function readVectors(path: string): Readonly<Record<string, string>> {
  return (JSON.parse(readFileSync(join(folder, path), 'utf8')) as { files: Readonly<Record<string, string>> }).files;
}

async function judgeAll(document: JsonObject): Promise<readonly ProofOutcome[]> {
  const allProofs = asList(document['proof']);
  const order = { controller: undefined, purpose: 'assertionMethod', resolveKey, now: toInstant(Date.UTC(2026, 10, 22)), allProofs } as const;
  return Promise.all(allProofs.map((proof) => verifyProof({ ...order, secured: { form: 'data-integrity', document, proof } })));
}

describe.skipIf(!isHere)('signed documents of the standards (needs ../shared/fixtures)', () => {
  const signed = isHere ? ['w3c__vc-di-eddsa', 'w3c__vc-di-ecdsa'].flatMap((group) => readdirSync(join(folder, group)).map((file) => `${group}/${file}`)) : [];
  const whole = signed;

  test('are all there', () => expect(whole.length).toBe(12));
  test.each(whole)('%s: every proof fits', async (file) => {
    const document = readDocument(file);
    const outcomes = await judgeAll(document);
    expect(outcomes.length).toBe(asList(document['proof']).length);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ state: 'passed', reason: 'signature-fits' });
  });
  test.each(whole)('%s: altered, no proof fits', async (file) => {
    for (const outcome of await judgeAll({ ...readDocument(file), validFrom: '2023-01-02T00:00:00Z' })) expect(outcome).toMatchObject({ state: 'failed', reason: 'changed' });
  });
  test('B37 B38 a proof chain loses a link: what built on it is found', async () => {
    const document = readDocument('w3c__vc-di-eddsa/TestVectors_proof-set-chain_signedProofChain2.json');
    const proofs = asList(document['proof']);
    const states = async (kept: readonly number[]): Promise<readonly string[]> =>
      (await judgeAll({ ...document, proof: kept.map((at) => proofs[at] ?? null) })).map(({ reason, facts }) => `${reason}${facts['why'] === undefined ? '' : ` ${facts['why']}`}`);
    expect(await states([0, 1, 2, 3])).toEqual(['signature-fits', 'signature-fits', 'signature-fits', 'signature-fits']);
    expect(await states([0, 1, 3])).toEqual(['signature-fits', 'signature-fits', 'malformed-proof dangling']);
    expect(await states([0, 2, 3])).toEqual(['signature-fits', 'malformed-proof dangling', 'malformed-proof dangling']);
  });
});

describe.skipIf(!isHere)('steps of the standards (needs ../shared/fixtures)', () => {
  test.each([
    ['w3c__vc-di-eddsa', 'eddsa-rdfc-2022/', 'DataInt', sha256Graph],
    ['w3c__vc-di-eddsa', 'eddsa-rdfc-2022/employ/', 'DataInt', sha256Graph],
    ['w3c__vc-di-ecdsa', 'ecdsa-rdfc-2019-p256/', 'ECDSAP256', sha256Graph],
    ['w3c__vc-di-ecdsa', 'ecdsa-rdfc-2019-p384/employ/', 'ECDSAP384', sha384Graph],
  ])('%s, %s: the canonical proof options are those of the standard', async (group, part, kind, hash) => {
    const files = readVectors(`vectors/${group}.json`);
    const at = `TestVectors/${part}`;
    const { '@context': context, ...proofOptions } = JSON.parse(files[`${at}proofConfig${kind}.json`] ?? '{}') as JsonObject;
    const canonized = await canonizeOptions({ document: { '@context': context ?? null }, proofOptions, source: undefined }, hash);
    expect(canonized).toEqual({ outcome: 'ok', nquads: files[`${at}proofCanon${kind}.txt`] });
  });
  test('ecdsa-rdfc-2019 with P-384: SHA-384 throughout', async () => {
    const files = readVectors('vectors/w3c__vc-di-ecdsa.json');
    const at = 'TestVectors/ecdsa-rdfc-2019-p384/employ/';
    const canonized = await canonize(JSON.parse(files['TestVectors/employmentAuth.json'] ?? '{}') as JsonObject, labelDigestOf((bytes) => sha384(bytes)));
    if (canonized.outcome !== 'ok') throw new Error(canonized.outcome);
    expect(canonized.nquads).toBe(files[`${at}canonDocECDSAP384.txt`]);
    expect(encodeHex(await hashWith('SHA-384', files[`${at}canonDocECDSAP384.txt`] ?? ''))).toBe((files[`${at}docHashECDSAP384.txt`] ?? '').trim());
    expect(encodeHex(await hashWith('SHA-384', files[`${at}proofCanonECDSAP384.txt`] ?? ''))).toBe((files[`${at}proofHashECDSAP384.txt`] ?? '').trim());
  });
});
