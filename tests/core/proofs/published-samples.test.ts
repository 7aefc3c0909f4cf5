import { existsSync, readFileSync, readdirSync } from 'node:fs';
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { resolveKey } from '../../../src/core/dids/registry.ts';
import { toCanonicalJson } from '../../../src/core/encoding/canonical-json.ts';
import { loadBundledContext } from '../../../src/core/encoding/json-ld/canonize.ts';
import { decodeBase58btc } from '../../../src/core/encoding/multibase.ts';
import { encodeHex } from '../../../src/core/encoding/hex.ts';
import { readStrictJson } from '../../../src/core/encoding/strict-json.ts';
import { verifySignature } from '../../../src/core/encoding/verify-signature.ts';
import { sha256Hex } from '../../../src/core/encoding/sha256.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import type { JsonObject } from '../../../src/core/model/json.ts';
import { asList, isJsonObject } from '../../../src/core/model/json.ts';
import type { ProofOutcome } from '../../../src/core/model/proof.ts';
import { hashJcs } from '../../../src/core/proofs/jcs-hash.ts';
import { verifyProof } from '../../../src/core/proofs/registry.ts';

const folder = '../shared/fixtures/public';
const now = toInstant(Date.UTC(2026, 10, 22));

function readDocument(path: string): JsonObject {
  const read = readStrictJson(new Uint8Array(readFileSync(`${folder}/${path}`)));
  if (!read.ok || !isJsonObject(read.value.value)) throw new Error(path);
  return read.value.value;
}

async function judgeAll(document: JsonObject): Promise<readonly ProofOutcome[]> {
  const [issuer] = asList(document['issuer'] ?? document['holder']);
  const controller = isJsonObject(issuer) ? issuer['id'] : issuer;
  const isPresentation = asList(document['type']).includes('VerifiablePresentation');
  return Promise.all(
    asList(document['proof']).map((proof) =>
      verifyProof({
        secured: { form: 'data-integrity', document, proof },
        controller: typeof controller === 'string' ? controller : undefined,
        purpose: isPresentation ? 'authentication' : 'assertionMethod',
        resolveKey,
        now,
      }),
    ),
  );
}

describe.skipIf(!existsSync(folder))('published samples (needs ../shared/fixtures)', () => {
  const core = 'digitalcredentials__verifier-core/src_test-fixtures_';
  test.each([
    ['verifiableCredentials_v2_v2NoStatus', 'Ed25519Signature2020'],
    ['verifiableCredentials_v2_v2SimpleIssuerId', 'Ed25519Signature2020'],
    ['verifiableCredentials_v1_v1OBv3SpecExample', 'eddsa-rdfc-2022'],
    ['verifiableCredentials_eddsa_v2_v2EddsaWithValidStatus', 'eddsa-rdfc-2022'],
    ['verifiableCredentials_v1_v1WithValidStatus', 'Ed25519Signature2020'],
    ['verifiableCredentials_v2_v2WithValidStatus', 'Ed25519Signature2020'],
    ['verifiableCredentials_v1_v1Expired', 'Ed25519Signature2020'],
    ['status_e5WK8CbZ1GjycuPombrj', 'Ed25519Signature2020'],
  ])('%s passes', async (name, suite) => {
    const document = readDocument(`${core}${name}.json`);
    expect(await judgeAll(document)).toMatchObject([{ state: 'passed', suite }]);
    expect(await judgeAll({ ...document, id: 'urn:uuid:00000000-0000-4000-8000-000000000000' })).toMatchObject([{ state: 'failed', reason: 'changed' }]);
  });
  test.each(['v2_didWeb_v2didWebMultikeyWithValidStatus', 'v2_didWeb_v2WithBadDidWeb'])('%s could not be checked without its DID document', async (name) => {
    expect(await judgeAll(readDocument(`${core}verifiableCredentials_${name}.json`))).toMatchObject([{ state: 'unknown', reason: 'key-not-here' }]);
  });
  test.each([1, 2])('the plugfest badge %i passes: Ed25519Signature2018 over the terms of 2022', async (number) => {
    const document = readDocument(`w3c-ccg__vc-ed/plugfest-1-2022_plugfest-1-ex-${number}.json`);
    expect(await judgeAll(document)).toMatchObject([{ state: 'passed', suite: 'Ed25519Signature2018' }]);
    expect(await judgeAll({ ...document, issuanceDate: '2022-05-02T00:00:00Z' })).toMatchObject([{ state: 'failed', reason: 'changed' }]);
  });
  test('of all published samples none passes that is not known to be well signed', async () => {
    const passed: string[] = [];
    const states = { passed: 0, failed: 0, unknown: 0, 'not-applicable': 0 };
    for (const group of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
      for (const file of readdirSync(`${folder}/${group.name}`).filter((name) => /\.json(?:ld)?$/.test(name))) {
        const read = readStrictJson(new Uint8Array(readFileSync(`${folder}/${group.name}/${file}`)));
        if (!read.ok || !isJsonObject(read.value.value)) continue;
        for (const outcome of await judgeAll(read.value.value)) {
          states[outcome.state] += 1;
          if (outcome.state === 'passed') passed.push(`${group.name}/${file}`);
        }
      }
    }
    console.info(`published proofs: ${JSON.stringify(states)}`);
    expect(new Set(passed.map((path) => path.split('/')[0]))).toEqual(new Set(['digitalcredentials__verifier-core', 'w3c-ccg__vc-ed']));
    expect(passed).toHaveLength(14);
  });
});

const vectors = `${folder}/vectors/w3c__vc-di-eddsa.json`;
describe.skipIf(!existsSync(vectors))('vectors of VC-DI-EDDSA (needs ../shared/fixtures)', () => {
  const signed = 'w3c__vc-di-eddsa/TestVectors_eddsa-jcs-2022_signedJCS.json';
  test('eddsa-jcs-2022: the hashes and the signature are those of the standard', async () => {
    const { proof, ...document } = readDocument(signed);
    if (!isJsonObject(proof)) throw new Error('no proof');
    const { proofValue, ...proofOptions } = proof;
    const hashed = await hashJcs({ document, proofOptions });
    const canonical = toCanonicalJson(document);
    if (!hashed.ok || !canonical.ok) throw new Error('not hashed');
    expect(encodeHex(hashed.bytes.slice(32))).toBe(await sha256Hex(canonical.value));
    const [key, signature] = [await resolveKey(String(proof['verificationMethod'])), decodeBase58btc(String(proofValue))];
    if (key.outcome !== 'key' || !signature.ok) throw new Error('no key');
    expect(await verifySignature(key.key, signature.value, hashed.bytes)).toBe('fits');
    expect(await verifySignature(key.key, signature.value, hashed.bytes.map((byte, index) => (index === 40 ? byte ^ 1 : byte)))).toBe('does-not-fit');
  });
  test('all signed vectors use contexts for examples, which are not bundled, or build on other proofs: could not check', async () => {
    for (const file of readdirSync(`${folder}/w3c__vc-di-eddsa`)) {
      for (const outcome of await judgeAll(readDocument(`w3c__vc-di-eddsa/${file}`))) expect(outcome.signature).toMatchObject({ state: 'unknown', reason: expect.stringMatching(/^unknown-(?:context|suite)$/) });
    }
  });
  test('eddsa-rdfc-2022: the document of the standard, canonicalized by the patched library, is the one of the standard', async () => {
    const { files } = JSON.parse(readFileSync(vectors, 'utf8')) as { files: Readonly<Record<string, string>> };
    const citizenship = JSON.parse(readFileSync(`${folder}/contexts/citizenship-v4rc1.json`, 'utf8')) as object;
    const nquads = await jsonld.canonize(JSON.parse(files['TestVectors/employmentAuth.json'] ?? '{}') as object, {
      documentLoader: (url) => (url === 'https://w3id.org/citizenship/v4rc1' ? Promise.resolve({ documentUrl: url, document: citizenship }) : loadBundledContext(url)),
      base: null,
      safe: true,
    });
    expect(nquads).toBe(files['TestVectors/eddsa-rdfc-2022/employ/canonDocDataInt.txt']);
  });
  test('eddsa-rdfc-2022: the signature over the hashes of the standard fits its key', async () => {
    const { files } = JSON.parse(readFileSync(vectors, 'utf8')) as { files: Readonly<Record<string, string>> };
    const { publicKeyMultibase } = JSON.parse(files['TestVectors/keyPair.json'] ?? '{}') as { publicKeyMultibase: string };
    const key = await resolveKey(`did:key:${publicKeyMultibase}`);
    if (key.outcome !== 'key') throw new Error('no key');
    for (const part of ['', 'employ/']) {
      const at = `TestVectors/eddsa-rdfc-2022/${part}`;
      const hash = Uint8Array.from(Buffer.from((files[`${at}combinedHashDataInt.txt`] ?? '').trim(), 'hex'));
      const signature = decodeBase58btc((files[`${at}sigBTC58DataInt.txt`] ?? '').trim());
      expect(signature.ok && (await verifySignature(key.key, signature.value, hash))).toBe('fits');
      expect(await sha256Hex(files[`${at}canonDocDataInt.txt`] ?? '')).toBe((files[`${at}docHashDataInt.txt`] ?? '').trim());
      expect(await sha256Hex(files[`${at}proofCanonDataInt.txt`] ?? '')).toBe((files[`${at}proofHashDataInt.txt`] ?? '').trim());
    }
  });
});
