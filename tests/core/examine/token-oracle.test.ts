import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { base58 } from '@scure/base';
import { compactVerify, importJWK } from 'jose';
import type { JWK } from 'jose';
import { expect, test } from 'vitest';
import { examineCredentialOf, instantOf } from '../../support/examining.ts';

const folder = join(import.meta.dirname, '../../fixtures/credentials/jwt-credential');
/** Keys that stand on a web site are in no token: those are compared where their documents are at hand. */
const tokens = readdirSync(folder).filter((name) => name.endsWith('.jwt') && !name.includes('--web-'));

interface Parts {
  readonly header: { readonly alg: string; readonly kid?: string; readonly jwk?: JWK };
  readonly payload: { readonly iss?: string; readonly issuer?: string | { readonly id: string } };
}

function partsOf(token: string): Parts {
  const [header, payload] = token.split('.').slice(0, 2).map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as unknown);
  return { header, payload } as Parts;
}

/** The key of a DID, by nothing of ours. */
function jwkOf(did: string): JWK {
  const [, method = '', text = ''] = /^did:(key|jwk):([^#]*)/.exec(did) ?? [];
  if (method === 'jwk') return JSON.parse(Buffer.from(text, 'base64url').toString()) as JWK;
  const bytes = base58.decode(text.slice(1));
  const url = (part: Uint8Array): string => Buffer.from(part).toString('base64url');
  if (bytes[0] === 0xed) return { kty: 'OKP', crv: 'Ed25519', x: url(ed25519.Point.fromBytes(bytes.slice(2)).toBytes()) };
  const point = p256.Point.fromBytes(bytes.slice(2)).toBytes(false);
  return { kty: 'EC', crv: 'P-256', x: url(point.slice(1, 33)), y: url(point.slice(33)) };
}

/** Whether jose finds the signature to be that of the issuer's key, or of the key brought along where the issuer has none. */
async function fitsByPeer(token: string): Promise<boolean> {
  const { header, payload } = partsOf(token);
  const issuer = payload.iss ?? (typeof payload.issuer === 'object' ? payload.issuer.id : payload.issuer) ?? '';
  const jwk = issuer.startsWith('did:') ? jwkOf(issuer) : header.jwk;
  if (jwk === undefined) throw new Error(`No key for ${issuer}`);
  const key = await importJWK(jwk, header.alg).catch(() => undefined);
  if (key === undefined) return false;
  return compactVerify(token, key).then(
    () => true,
    () => false,
  );
}

test.each(tokens)('another implementation finds the signature of %s as we do', async (name) => {
  const token = readFileSync(join(folder, name), 'utf8').trim();
  const seen = await examineCredentialOf(token, { now: instantOf('2026-11-21T12:00:00Z') });
  expect({ name, fits: seen.axes.unchanged === 'yes' }).toEqual({ name, fits: await fitsByPeer(token) });
});

test('there are tokens of both kinds', async () => {
  const found = await Promise.all(tokens.map(async (name) => fitsByPeer(readFileSync(join(folder, name), 'utf8').trim())));
  expect(found.filter((fits) => fits).length).toBeGreaterThan(5);
  expect(found.filter((fits) => !fits).length).toBeGreaterThan(5);
});
