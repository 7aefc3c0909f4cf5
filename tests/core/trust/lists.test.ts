import { createHash } from 'node:crypto';
import { exportJWK, generateKeyPair, CompactSign } from 'jose';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { keyThumbprint } from '../../../src/core/encoding/key-thumbprint.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import type { PublicJwk } from '../../../src/core/model/public-key.ts';
import type { TrustListFile, TrustQuery } from '../../../src/core/model/trust.ts';
import { readTrustList, trustListKinds } from '../../../src/core/trust/registry.ts';

const at = toInstant(Date.UTC(2026, 10, 22));
const did = 'did:web:school.example';
const file = (content: unknown): TrustListFile => ({ bytes: new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)) });
const query = (part: Partial<TrustQuery>): TrustQuery => ({ keyThumbprint: 'unknown', at, ...part });

const entity = (name: string, identity: object, more: object = {}): object => ({
  TrustedEntityInformation: { TEName: [{ lang: 'de', value: `${name} (de)` }, { lang: 'en', value: name }] },
  TrustedEntityServices: [{ ServiceInformation: { ServiceName: [{ lang: 'en', value: 'Issuing' }], ServiceDigitalIdentity: identity, ...more } }],
});
const lote = (...entities: readonly object[]): object => ({
  LoTE: {
    ListAndSchemeInformation: {
      LoTEVersionIdentifier: 1,
      LoTESequenceNumber: 12,
      SchemeOperatorName: [{ lang: 'en', value: 'Council of Schools' }],
      SchemeName: [{ lang: 'en', value: 'Schools of the Council' }],
      ListIssueDateTime: '2026-10-01T00:00:00Z',
      NextUpdate: '2027-04-01T00:00:00Z',
    },
    TrustedEntitiesList: entities,
  },
});

async function signed(list: object): Promise<{ readonly text: string; readonly thumbprint: string }> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  const text = await new CompactSign(new TextEncoder().encode(JSON.stringify(list))).setProtectedHeader({ alg: 'ES256', jwk }).sign(privateKey);
  return { text, thumbprint: keyThumbprint(jwk as unknown as PublicJwk) };
}

describe('a list of trusted entities', () => {
  const list = lote(entity('School', { DIDs: [did] }), entity('Withdrawn School', { DIDs: ['did:web:gone.example'] }, { ServiceStatus: 'http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/withdrawn' }));

  test('names whose DID it holds, with its title and edition', async () => {
    const register = await readTrustList(file(list));
    expect(register?.meta).toMatchObject({ kind: 'lote', title: 'Schools of the Council', operator: 'Council of Schools', edition: '12', signature: 'unsigned', issuedAt: Date.UTC(2026, 9, 1), nextUpdate: Date.UTC(2027, 3, 1) });
    expect(register?.lookUp(query({ controller: did }))).toMatchObject([{ basis: 'listed', name: 'School', list: 'Schools of the Council, 12' }]);
  });

  test('a name alone is never a match, nor a DID that only begins alike, nor a service that was withdrawn', async () => {
    const register = await readTrustList(file(list));
    for (const controller of ['School', `${did}.evil.example`, `${did}:issuers`, 'did:web:gone.example', undefined]) {
      expect(register?.lookUp(query({ organisation: 'School', ...(controller === undefined ? {} : { controller }) })), String(controller)).toEqual([]);
    }
  });

  test('a service whose status is written in a way that cannot be read matches nobody', async () => {
    const by = (ServiceStatus: unknown): Promise<unknown> => readTrustList(file(lote(entity('School', { DIDs: [did] }, { ServiceStatus })))).then((register) => register?.lookUp(query({ controller: did })).length);
    for (const status of [['http://uri.example/status/withdrawn'], { value: 'withdrawn' }, null, 'granted?', 'http://uri.example/status/notgranted']) expect(await by(status), JSON.stringify(status)).toBe(0);
    expect(await by('http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/granted')).toBe(1);
  });

  test('is read without its wrapper and with its date misspelt, as lists in use are', async () => {
    const { ListAndSchemeInformation, TrustedEntitiesList } = (list as { LoTE: { ListAndSchemeInformation: Record<string, unknown>; TrustedEntitiesList: unknown } }).LoTE;
    const { ListIssueDateTime, ...scheme } = ListAndSchemeInformation;
    const register = await readTrustList(file({ ListAndSchemeInformation: { ...scheme, ListIssueDatetime: ListIssueDateTime }, TrustedEntitiesList }));
    expect(register?.meta.issuedAt).toBe(Date.UTC(2026, 9, 1));
    expect(register?.lookUp(query({ controller: did }))).toHaveLength(1);
  });

  test('names whose public key it holds', async () => {
    const { publicKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = await exportJWK(publicKey);
    const register = await readTrustList(file(lote(entity('School', { PublicKeyValues: [jwk] }))));
    const known = { keyThumbprint: keyThumbprint(jwk as unknown as PublicJwk) };
    expect(register?.lookUp(query({ ...known, isKeyEnough: true }))).toMatchObject([{ name: 'School' }]);
    for (const other of [query({ isKeyEnough: true }), query({ ...known, controller: 'did:web:platform.example' }), query(known)]) expect(register?.lookUp(other)).toEqual([]);
  });

  test('an authority on it vouches for whom its certificate names, and for itself only where the certificate is its own', async () => {
    const der = Buffer.from('a certificate of an authority');
    const register = await readTrustList(file(lote(entity('Authority', { X509Certificates: [{ val: der.toString('base64') }] }))));
    const anchor = createHash('sha256').update(der).digest('hex');
    expect(register?.lookUp(query({ anchor, organisation: 'School' }))).toMatchObject([{ basis: 'listed', name: 'School' }]);
    expect(register?.lookUp(query({ anchor }))).toEqual([]);
    expect(register?.lookUp(query({ anchor, organisation: 'School', isOwnAnchor: true }))).toMatchObject([{ name: 'Authority' }]);
    expect(register?.lookUp(query({ anchor: '0'.repeat(64), organisation: 'School', isOwnAnchor: true }))).toEqual([]);
  });

  test('a signature that fits is by nobody known; by the pinned key it is by the one the learner chose', async () => {
    const { text, thumbprint } = await signed(list);
    expect((await readTrustList(file(text)))?.meta.signature).toBe('signed-by-unknown');
    expect((await readTrustList({ ...file(text), pinned: thumbprint }))?.meta.signature).toBe('signed-by-pinned');
  });

  test('altered, signed by another key than pinned, or unsigned where a key was pinned, it is no list', async () => {
    const [mine, other] = await Promise.all([signed(list), signed(list)]);
    expect(await readTrustList({ ...file(other.text), pinned: mine.thumbprint })).toBeUndefined();
    expect(await readTrustList({ ...file(list), pinned: mine.thumbprint })).toBeUndefined();
    const [head = '', , signature = ''] = mine.text.split('.');
    const forged = Buffer.from(JSON.stringify(lote(entity('Forger', { DIDs: [did] })))).toString('base64url');
    expect(await readTrustList(file(`${head}.${forged}.${signature}`))).toBeUndefined();
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    expect(await readTrustList(file(`${none}.${forged}.`))).toBeUndefined();
  });
});

describe('a registry of DIDs', () => {
  const registry = { meta: { created: '2026-01-05T00:00:00Z' }, registry: { [did]: { name: 'School', location: 'X', url: 'https://school.example' }, 'not a did': { name: 'No' }, 'did:web:unnamed.example': {} } };

  test('names whose DID it holds, to the letter', async () => {
    const register = await readTrustList(file(registry));
    expect(register?.meta).toMatchObject({ kind: 'did-registry', edition: '2026-01-05T00:00:00Z' });
    expect(register?.lookUp(query({ controller: did }))).toMatchObject([{ basis: 'listed', name: 'School' }]);
    for (const controller of [`${did}:a`, 'did:web:School.example', 'not a did', 'did:web:unnamed.example', '__proto__']) expect(register?.lookUp(query({ controller })), controller).toEqual([]);
  });
});

describe('platforms', () => {
  const name = readdirSync('public/lists').find((one) => one.startsWith('platforms-')) ?? '';

  test('the platform is named, never whom it names', async () => {
    const register = await readTrustList({ bytes: new Uint8Array(readFileSync(`public/lists/${name}`)) });
    expect(register?.lookUp(query({ controller: 'did:web:www.credly.com:api:v1:obi:v3:issuers:1' }))).toMatchObject([{ basis: 'platform', name: 'Credly', domain: 'credly.com' }]);
    expect(register?.lookUp(query({ controller: 'did:web:credly.com.evil.example' }))).toEqual([]);
    expect(register?.lookUp(query({ controller: 'did:web:notcredly.com' }))).toEqual([]);
  });
});

describe('recognizing', () => {
  const samples = [lote(), { registry: { a: 1 } }, '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', { kind: 'mecum/1/platforms' }, { kind: 'mecum/1/charter-universities' }, 'eyJhbGciOiJFUzI1NiJ9.e30.AA'];
  test.each(samples.map((sample) => [typeof sample === 'string' ? sample.slice(0, 20) : JSON.stringify(sample).slice(0, 40), sample] as const))('%s is of one kind', (_name, sample) => {
    expect(trustListKinds.filter((kind) => kind.recognize(file(sample)))).toHaveLength(1);
  });
  test.each(['', '[]', 'hello', '\u0000\u0001', '{"a":1}'])('%j is no list', async (text) => {
    expect(trustListKinds.filter((kind) => kind.recognize(file(text)))).toEqual([]);
    expect(await readTrustList(file(text))).toBeUndefined();
  });
});
