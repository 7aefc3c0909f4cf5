import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { resolveKey } from '../../../src/core/dids/registry.ts';
import { readMultikey } from '../../../src/core/encoding/read-multikey.ts';
import { readStrictJson } from '../../../src/core/encoding/strict-json.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import type { JsonObject } from '../../../src/core/model/json.ts';
import { asList, isJsonObject } from '../../../src/core/model/json.ts';
import type { ProofOutcome } from '../../../src/core/model/proof.ts';
import type { ResolveKey } from '../../../src/core/model/public-key.ts';
import { verifyProof } from '../../../src/core/proofs/registry.ts';

const folder = join(import.meta.dirname, '../../../../shared/fixtures/public');
const isHere = existsSync(join(folder, 'MANIFEST.json'));
interface Fixture {
  readonly file: string;
  readonly suite: string;
  readonly expected: { readonly proof?: string };
}
const { files } = isHere ? (JSON.parse(readFileSync(join(folder, 'MANIFEST.json'), 'utf8')) as { files: readonly Fixture[] }) : { files: [] };
const signed = files.filter(({ file, expected }) => expected.proof === 'valid-for-fragment-key' && file.endsWith('.json'));

/** The key that the fragment of a method spells out. No resolver of ours believes it: anybody can write such an address. */
const byFragment: ResolveKey = async (method) => {
  const reading = readMultikey(method.slice(method.indexOf('#') + 1));
  if (reading.outcome !== 'key') return { outcome: 'not-here' };
  return { outcome: 'key', key: { ...reading.key, id: method, controller: method.slice(0, method.indexOf('#')), relationships: ['assertionMethod'] } };
};

async function judge(document: JsonObject, resolve: ResolveKey): Promise<readonly ProofOutcome[]> {
  const order = { controller: undefined, purpose: 'assertionMethod', resolveKey: resolve, now: toInstant(Date.UTC(2026, 10, 22)) } as const;
  return Promise.all(asList(document['proof']).map((proof) => verifyProof({ ...order, secured: { form: 'data-integrity', document, proof } })));
}

/** Published badges and records whose issuers are out of reach, but whose signatures others found to fit the key that the method spells. */
describe.skipIf(!isHere)('signatures over published documents, by the key in the name of the method (needs ../shared/fixtures)', () => {
  test('records and badges of three suites are among them', () => {
    expect(new Set(signed.map(({ suite }) => suite))).toEqual(new Set(['eddsa-rdfc-2022', 'Ed25519Signature2020', 'ecdsa-sd-2023']));
    expect(signed.filter(({ file }) => file.includes('clr20')).length).toBe(2);
  });
  test.each(signed.map(({ file }) => file))('%s fits, and altered does not', async (file) => {
    const read = readStrictJson(new Uint8Array(readFileSync(join(folder, file))));
    if (!read.ok || !isJsonObject(read.value.value)) throw new Error(file);
    const document = read.value.value;
    for (const { signature } of await judge(document, byFragment)) expect(signature).toMatchObject({ state: 'passed' });
    for (const { signature } of await judge({ ...document, id: 'urn:uuid:1' }, byFragment)) expect(signature).toMatchObject({ state: 'failed', reason: 'changed' });
    for (const { signature } of await judge(document, resolveKey)) expect(signature.state).toBe('unknown');
  });
});
