import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { sha384 } from '@noble/hashes/sha2.js';
import jsonld from 'jsonld';
import { describe, expect, test, vi } from 'vitest';
import { bundledContexts } from '../../../../src/core/encoding/json-ld/bundled-contexts.ts';
import { canonize, createLabelDigest, labelDigestOf } from '../../../../src/core/encoding/json-ld/canonize.ts';
import { readStrictJson } from '../../../../src/core/encoding/strict-json.ts';
import { encodeUtf8 } from '../../../../src/core/encoding/utf8.ts';
import type { JsonObject, JsonValue } from '../../../../src/core/model/json.ts';
import { isJsonObject } from '../../../../src/core/model/json.ts';
import { sampleBadge } from '../../../support/sample-badge.ts';
import { cpuTimeOf } from '../../../support/cpu-time.ts';

const stock = createRequire(import.meta.url)('jsonld') as { canonize(document: object, options: object): Promise<string> };
const loadForStock = async (url: string): Promise<object> => ({ contextUrl: null, documentUrl: url, document: bundledContexts.get(url), tag: 'static' });
const v2 = 'https://www.w3.org/ns/credentials/v2';
const badge = sampleBadge('did:example:issuer') as JsonObject;

test('a badge gives what the published library gives, also from objects without a prototype', async () => {
  const expected = await stock.canonize(badge, { documentLoader: loadForStock, base: null, safe: true });
  expect(expected.split('\n').length).toBeGreaterThan(80);
  expect(await canonize(badge)).toEqual({ outcome: 'ok', nquads: expected });
  const read = readStrictJson(encodeUtf8(JSON.stringify(badge)));
  if (!read.ok || !isJsonObject(read.value.value)) throw new Error('not read');
  expect(await canonize(read.value.value)).toEqual({ outcome: 'ok', nquads: expected });
});

describe('B30 what the contexts do not define is never dropped', () => {
  test.each<[string, JsonObject]>([
    ['favouriteColour', { favouriteColour: 'green' }],
    ['favouriteColour', { credentialSubject: { id: 'urn:a', favouriteColour: 'green' } }],
    ['NoSuchType', { type: ['VerifiableCredential', 'NoSuchType'] }],
    ['not an address', { credentialSubject: { id: 'not an address' } }],
  ])('%s is named', async (term, member) => {
    expect(await canonize({ ...badge, ...member })).toEqual({ outcome: 'unknown-term', term });
  });
  test('a text with a direction cannot be said without loss', async () => {
    expect(await canonize({ ...badge, name: { '@value': 'x', '@language': 'he', '@direction': 'rtl' } })).toMatchObject({ outcome: 'unknown-term' });
  });
  test('contexts in an order that redefines a protected term', async () => {
    expect(await canonize({ '@context': [v2, 'https://purl.imsglobal.org/spec/ob/v3p0/context.json'], type: 'VerifiableCredential', name: 'x' })).toMatchObject({ outcome: 'unknown-term' });
  });
  test('null and empty lists are said by nothing, and defined terms pass', async () => {
    const { nquads } = (await canonize(badge)) as { nquads: string };
    expect(await canonize({ ...badge, evidence: badge['evidence'] ?? null, image: null })).toEqual({ outcome: 'ok', nquads });
    expect(await canonize({ ...badge, refreshService: [] })).toEqual({ outcome: 'ok', nquads });
  });
});

test('B27 a document with an unbundled context asks nobody', async () => {
  const asked = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('asked'));
  try {
    expect(await canonize({ ...badge, '@context': [v2, 'https://example.com/c'] })).toEqual({ outcome: 'unknown-context', url: 'https://example.com/c' });
    expect(await canonize(badge)).toMatchObject({ outcome: 'ok' });
    expect(asked).not.toHaveBeenCalled();
  } finally {
    asked.mockRestore();
  }
});

describe('B41 a graph made to be slow is given up', () => {
  /** Nameless profiles that name each other all round: no two can be told apart. */
  const poisoned = (count: number): JsonObject => {
    const related = (left: number): JsonValue => (left === 0 ? [] : [{ type: ['Evidence'] }, { type: ['Evidence'], name: 'x' }]);
    const subject = Array.from({ length: count }, () => ({ type: ['AchievementSubject'], result: Array.from({ length: count }, () => ({ type: ['Result'] })) }));
    return { ...badge, credentialSubject: subject as unknown as JsonValue, evidence: related(1) };
  };
  test('many nameless equals are refused quickly', async () => {
    const { result, ms } = await cpuTimeOf(() => canonize(poisoned(12)));
    expect(result).toEqual({ outcome: 'too-complex' });
    expect(ms).toBeLessThan(4_000);
  });
  test('two equals are fine', async () => expect(await canonize({ ...badge, evidence: [{ type: ['Evidence'] }, { type: ['Evidence'] }] })).toMatchObject({ outcome: 'ok' }));
});

const samples = '../shared/fixtures/public/digitalcredentials__verifier-core';
describe.skipIf(!existsSync(samples))('real credentials, against the published library (needs ../shared/fixtures)', () => {
  test.each(['v2_v2NoStatus', 'v2_v2SimpleIssuerId', 'v1_v1OBv3SpecExample', 'v1_testVC', 'v2_v2WithValidStatus', 'v1_v1WithValidStatus'])('%s', async (name) => {
    const document = JSON.parse(readFileSync(`${samples}/src_test-fixtures_verifiableCredentials_${name}.json`, 'utf8')) as JsonObject;
    const { proof: _proof, ...unsecured } = document;
    expect(await canonize(unsecured)).toEqual({ outcome: 'ok', nquads: await stock.canonize(unsecured, { documentLoader: loadForStock, base: null, safe: true }) });
  });
});

const vectors = '../shared/fixtures/public/vectors/w3c__rdf-canon.json';
describe.skipIf(!existsSync(vectors))('vectors of RDF-CANON (needs ../shared/fixtures)', () => {
  test('graphs are labelled as the standard says, with our digest', async () => {
    const { files } = JSON.parse(readFileSync(vectors, 'utf8')) as { files: Readonly<Record<string, string>> };
    const canonizeText = jsonld.canonize as unknown as (nquads: string, options: object) => Promise<string>;
    const names = Object.keys(files).filter((name) => name.endsWith('-rdfc10.nq'));
    // Test 075 is the one with another hash.
    const digestFor = (name: string): typeof createLabelDigest => (name.includes('test075') ? labelDigestOf((bytes) => sha384(bytes)) : createLabelDigest);
    for (const name of names) {
      const input = files[name.replace('-rdfc10.nq', '-in.nq')] ?? '';
      const options = { inputFormat: 'application/n-quads', canonizeOptions: { createMessageDigest: digestFor(name), maxWorkFactor: Number.POSITIVE_INFINITY } };
      expect([name, await canonizeText(input, options)]).toEqual([name, files[name]]);
    }
    expect(names.length).toBeGreaterThan(25);
  });
});
