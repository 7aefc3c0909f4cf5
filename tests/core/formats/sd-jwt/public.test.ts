import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createKeyResolver } from '../../../../src/core/dids/registry.ts';
import { readSdJwt } from '../../../../src/core/formats/sd-jwt/read-sd-jwt.ts';
import { verifyProof } from '../../../../src/core/proofs/registry.ts';
import { testNow } from '../../../support/examining.ts';

const folder = join(import.meta.dirname, '../../../../../shared/fixtures/public');
const suite = join(folder, 'w3c__vc-jose-cose-test-suite');
const issuer = 'https://example.issuer/vc-jose-cose';
type Document = Record<string, unknown>;

function text(path: string): string {
  return readFileSync(path, 'utf8').trim();
}

describe.skipIf(!existsSync(suite))('SD-JWTs of others (only where the shared fixtures are beside the project)', () => {
  const published = (): Uint8Array => {
    const keys = ['p256', 'p384', 'p521', 'ed25519'].map((name) => (JSON.parse(text(join(suite, `tests_input_vm-${name}.json`))) as { publicKeyJwk: Document }).publicKeyJwk);
    return new TextEncoder().encode(JSON.stringify({ issuer, jwks: { keys } }));
  };

  async function judge(content: string): Promise<{ readonly proof: string; readonly defects: number; readonly disclosed: number; readonly hidden: number }> {
    const read = readSdJwt(content);
    if (!read.ok) throw new Error(read.error.code);
    const { token, payload, disclosures, defects } = read.value;
    const { header, signingInput, signature } = token;
    const resolveKey = createKeyResolver((url) => ({ url, bytes: published(), basis: 'live', at: testNow }));
    const outcome = await verifyProof({ secured: { form: 'sd-jwt', model: 'vct', header, payload, signingInput, signature }, controller: issuer, purpose: 'assertionMethod', resolveKey, now: testNow });
    return { proof: `${outcome.signature.state} ${outcome.signature.reason}`, defects: defects.length, disclosed: disclosures.disclosed.length, hidden: disclosures.hidden.length };
  }

  test.each<[string, number]>([
    ['tests_input_credential-sdjwt-nested.jwt', 3],
    ['tests_input_credential-sdjwt-selective.jwt', 2],
    ['tests_input_presentation-sdjwt-selective.jwt', 2],
    ['tests_input_presentation-sdjwt-bad-credential.jwt', 2],
    ['tests_input_presentation-sdjwt-bad-media-type.jwt', 2],
  ])('%s: its signature fits the published key, and every disclosure has its place', async (file, disclosed) => {
    const content = text(join(suite, file));
    expect(await judge(content)).toEqual({ proof: 'passed signature-fits', defects: 0, disclosed, hidden: 0 });
    const [head, payload = '', rest] = content.split('.');
    const changed = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('example.issuer', 'example.issued')).toString('base64url');
    expect((await judge([head, changed, rest].join('.'))).proof).toBe('failed changed');
  });

  test('a presentation of the European reference library: read, its other claims hidden', () => {
    const read = readSdJwt(text(join(folder, 'eu-digital-identity-wallet__eudi-lib-jvm-sdjwt-kt/src_test_resources_examplePresentationSdJwt.jwt')));
    if (!read.ok) throw new Error(read.error.code);
    expect(read.value.disclosures).toEqual({ disclosed: ['/address/locality', '/address/region'], hidden: [{ path: '/address', count: 2 }], weakSalts: 0 });
    expect(read.value.payload['address']).toEqual({ locality: 'Schulpforta', region: 'Sachsen-Anhalt' });
  });
});
