import { base58 } from '@scure/base';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/core/model/answers.ts';
import type { JsonObject } from '../../../src/core/model/json.ts';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import type { OwnListEntry, TrustListFile } from '../../../src/core/model/trust.ts';
import { examineCredentialOf, reasonOf, testNow } from '../../support/examining.ts';
import { createTestKey, signDocument } from '../../support/sign-proof.ts';
import { badge, cast, signRaw } from '../../support/signing.ts';

const key = createTestKey();
const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const columns = ['erasmusCode', 'pic', 'name', 'city', 'country', 'website', 'end'];
const charter: TrustListFile = {
  bytes: bytesOf({ kind: 'mecum/1/charter-universities', title: 'Charter', operator: 'EC', edition: '2026-04-08', columns, rows: [['X', '1', 'Northern University', 'A', 'AT', 'www.north.example', '2029-12-31']] }),
};
const platforms: TrustListFile = { bytes: bytesOf({ kind: 'mecum/1/platforms', title: 'Platforms', platforms: [{ name: 'Badge Platform', domains: ['platform.example'] }] }) };
const registry = (did: string): TrustListFile => ({ bytes: bytesOf({ meta: {}, registry: { [did]: { name: 'Northern University' } } }) });

/** A badge that says it is by the university, signed by the key of this did:web, and what its site answers. */
async function badgeBy(did: string, address: string, basis: Answer['basis'] = 'live'): Promise<{ readonly signed: JsonObject; readonly answers: readonly Answer[] }> {
  const method = `${did}#key-0`;
  const document = badge(did, { issuer: { id: did, type: ['Profile'], name: 'Northern University', url: 'https://north.example' } });
  const signed = await signDocument(document as JsonObject, key, { proof: { verificationMethod: method } });
  const content = { id: did, verificationMethod: [{ id: method, type: 'Multikey', controller: did, publicKeyMultibase: key.did.slice('did:key:'.length) }], assertionMethod: [method] };
  return { signed, answers: [{ url: address, bytes: bytesOf(content), at: testNow, basis }] };
}

async function examineBy(did: string, address: string, lists: readonly TrustListFile[], basis?: Answer['basis']): Promise<ExaminedCredential> {
  const { signed, answers } = await badgeBy(did, address, basis);
  return examineCredentialOf(signed, { answers, lists });
}

const own = ['did:web:badges.north.example', 'https://badges.north.example/.well-known/did.json'] as const;

describe('who signed, by lists', () => {
  test('the website of a listed university vouches for the key', async () => {
    const seen = await examineBy(...own, [charter, platforms]);
    expect(seen.axes).toMatchObject({ unchanged: 'yes', issuer: 'vouched-by-domain' });
    expect(seen.issuerMatch).toMatchObject({ basis: 'vouched-by-domain', name: 'Northern University', domain: 'north.example', list: 'Charter, 2026-04-08' });
    expect(seen.class).toBe('valid');
  });

  test('without the list the same badge is by somebody unknown', async () => {
    const seen = await examineBy(...own, []);
    expect(seen).toMatchObject({ headline: 'unknown-issuer', class: 'unconfirmed' });
    expect(seen.issuerMatch).toBeUndefined();
  });

  test('a document that came as a file has no website behind it, for registers of domains and of DIDs alike', async () => {
    for (const list of [charter, registry(own[0])]) {
      const seen = await examineBy(...own, [list], 'file');
      expect(seen).toMatchObject({ headline: 'unknown-issuer', class: 'unconfirmed' });
      expect(seen.issuerMatch).toBeUndefined();
    }
    expect((await examineBy(...own, [registry(own[0])], 'cached')).issuerMatch).toMatchObject({ basis: 'listed', name: 'Northern University' });
  });

  test('a fake in the name of the university stays unconfirmed, whatever it says of itself', async () => {
    const seen = await examineBy('did:web:north.example.evil.example', 'https://north.example.evil.example/.well-known/did.json', [charter, platforms, registry(own[0])]);
    expect(seen).toMatchObject({ headline: 'unknown-issuer', class: 'unconfirmed' });
    expect(seen.issuerMatch).toBeUndefined();
  });

  test('a platform is named as the platform, and the issuer stays unknown', async () => {
    const seen = await examineBy('did:web:www.platform.example:issuers:7', 'https://www.platform.example/issuers/7/did.json', [charter, platforms]);
    expect(seen).toMatchObject({ headline: 'unknown-issuer', class: 'unconfirmed', axes: { issuer: 'unknown' }, issuerMatch: { basis: 'platform', name: 'Badge Platform' } });
    expect(reasonOf(seen, 'issuer')).toBe('on-no-list');
  });

  test('an altered badge is matched by no list', async () => {
    const { signed, answers } = await badgeBy(...own);
    const seen = await examineCredentialOf({ ...signed, validFrom: '2020-01-01T00:00:00Z' }, { answers, lists: [charter] });
    expect(seen).toMatchObject({ headline: 'altered', wants: [] });
    expect(seen.issuerMatch).toBeUndefined();
  });

  test('without the document nothing is known, and the address of the document is what would have to be asked', async () => {
    const { signed } = await badgeBy(...own);
    const seen = await examineCredentialOf(signed, { lists: [charter] });
    expect(seen).toMatchObject({ headline: 'not-checked', wants: [{ url: own[1], purpose: 'did-document' }] });
  });
});

describe('a key that stands below the address of its issuer', () => {
  /** Signed for an issuer at this address with the key at that one, whose document names the issuer as its controller. */
  async function examineBelow(issuer: string, place: string): Promise<ExaminedCredential> {
    const method = `${place}#key-0`;
    const document = badge(issuer, { issuer: { id: issuer, type: ['Profile'], name: 'Northern University', url: 'https://north.example' } });
    const signed = await signDocument(document as JsonObject, key, { proof: { verificationMethod: method } });
    const content = { id: place, verificationMethod: [{ id: method, type: 'Multikey', controller: issuer, publicKeyMultibase: key.did.slice('did:key:'.length) }], assertionMethod: [method] };
    return examineCredentialOf(signed, { answers: [{ url: place, bytes: bytesOf(content), at: testNow, basis: 'live' }], lists: [charter] });
  }

  test('in its own document, or in a place of the same house: the website vouches', async () => {
    for (const place of ['https://north.example/badges', 'https://north.example/badges/keys']) {
      expect(await examineBelow('https://north.example/badges', place)).toMatchObject({ class: 'valid', issuerMatch: { name: 'Northern University' } });
    }
  });

  test('B15 on a page of somebody below it: nobody vouches', async () => {
    for (const place of ['https://north.example/en/~mallory/key', 'https://north.example/en/users/mallory', 'https://north.example/en/%7Emallory/key']) {
      const seen = await examineBelow('https://north.example/en', place);
      expect({ place, class: seen.class, match: seen.issuerMatch }).toEqual({ place, class: 'unconfirmed', match: undefined });
    }
  });
});

test('B15 a trust list that names the key of a platform for one issuer: the others who sign with it are not that issuer', async () => {
  const [ours, theirs] = ['did:web:platform.example:issuers:7', 'did:web:platform.example:issuers:8'];
  const { kty, crv, x } = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(base58.decode(key.did.slice('did:key:z'.length)).slice(2)).toString('base64url') };
  const lote = (identity: object): TrustListFile => ({ bytes: bytesOf({ ListAndSchemeInformation: {}, TrustedEntitiesList: [{ TrustedEntityInformation: { TEName: [{ lang: 'en', value: 'My school' }] }, TrustedEntityServices: [{ ServiceInformation: { ServiceDigitalIdentity: identity } }] }] }) });
  const byKey = lote({ PublicKeyValues: [{ kty, crv, x }] });
  for (const basis of ['live', 'file'] as const) {
    const other = await examineBy(theirs, 'https://platform.example/issuers/8/did.json', [byKey], basis);
    expect({ basis, headline: other.headline, match: other.issuerMatch }).toEqual({ basis, headline: 'unknown-issuer', match: undefined });
  }
  const listed = lote({ PublicKeyValues: [{ kty, crv, x }], DIDs: [ours] });
  expect(await examineBy(ours, 'https://platform.example/issuers/7/did.json', [listed])).toMatchObject({ headline: 'no-status', issuerMatch: { name: 'My school' } });
  const itself = await signDocument(badge(key.did) as JsonObject, key);
  expect(await examineCredentialOf(itself, { lists: [byKey] })).toMatchObject({ headline: 'no-status', issuerMatch: { name: 'My school' } });
});

test('an issuer on the own list whose site now names another key: its name is not enough', async () => {
  const changed = createTestKey();
  const answersBy = (by: typeof key): readonly Answer[] => {
    const method = `${own[0]}#key-0`;
    const content = { id: own[0], verificationMethod: [{ id: method, type: 'Multikey', controller: own[0], publicKeyMultibase: by.did.slice('did:key:'.length) }], assertionMethod: [method] };
    return [{ url: own[1], bytes: bytesOf(content), at: testNow, basis: 'live' }];
  };
  const seenBy = async (by: typeof key, ownList: readonly OwnListEntry[]): Promise<ExaminedCredential> =>
    examineCredentialOf(await signDocument(badge(own[0]) as JsonObject, by, { proof: { verificationMethod: `${own[0]}#key-0` } }), { answers: answersBy(by), ownList });
  const keyThumbprint = (await seenBy(key, [])).signer?.keyThumbprint ?? '';
  const ownList: readonly OwnListEntry[] = [{ id: '1', keyThumbprint, issuerId: own[0], name: 'My school', since: testNow }];
  expect(await seenBy(key, ownList)).toMatchObject({ headline: 'no-status', issuerMatch: { name: 'My school' } });
  const seen = await seenBy(changed, ownList);
  expect([seen.headline, seen.axes.unchanged, seen.issuerMatch]).toEqual(['unknown-issuer', 'yes', undefined]);
});

test('an issuer on the own list whose platform signs for others with the same key: the others are not that issuer', async () => {
  const [ours, theirs] = ['did:web:platform.example:issuers:7', 'did:web:platform.example:issuers:8'];
  const addressOf = (did: string): string => `https://platform.example/issuers/${did.slice(-1)}/did.json`;
  const seenBy = async (did: string, ownList: readonly OwnListEntry[]): Promise<ExaminedCredential> => {
    const { signed, answers } = await badgeBy(did, addressOf(did));
    return examineCredentialOf(signed, { answers, ownList });
  };
  const keyThumbprint = (await seenBy(ours, [])).signer?.keyThumbprint ?? '';
  const ownList: readonly OwnListEntry[] = [{ id: '1', keyThumbprint, issuerId: ours, name: 'My school', since: testNow }];
  expect(await seenBy(ours, ownList)).toMatchObject({ headline: 'no-status', issuerMatch: { name: 'My school' } });
  const other = await seenBy(theirs, ownList);
  expect({ thumbprint: other.signer?.keyThumbprint, headline: other.headline, match: other.issuerMatch }).toEqual({ thumbprint: keyThumbprint, headline: 'unknown-issuer', match: undefined });
});

test('a domain that a platform and a register both have is the platform’s, whichever list was loaded first', async () => {
  const shared: TrustListFile = { bytes: bytesOf({ kind: 'mecum/1/platforms', title: 'Platforms', platforms: [{ name: 'Badge Platform', domains: ['north.example'] }] }) };
  for (const lists of [[charter, shared], [shared, charter]]) {
    expect(await examineBy(...own, lists)).toMatchObject({ headline: 'unknown-issuer', axes: { issuer: 'unknown' }, issuerMatch: { basis: 'platform', name: 'Badge Platform' } });
  }
  expect(await examineBy(...own, [shared, charter, registry(own[0])])).toMatchObject({ axes: { issuer: 'listed' }, issuerMatch: { name: 'Northern University' } });
});

test('B14 a listed key that a token brings along speaks for no address: whoever is on the list does not become another issuer', async () => {
  const { issuer } = await cast();
  const { kty, crv, x } = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(base58.decode(issuer.multikey.publicKeyMultibase.slice(1)).slice(2)).toString('base64url') };
  const byKey: TrustListFile = { bytes: bytesOf({ ListAndSchemeInformation: {}, TrustedEntitiesList: [{ TrustedEntityInformation: { TEName: [{ lang: 'en', value: 'My school' }] }, TrustedEntityServices: [{ ServiceInformation: { ServiceDigitalIdentity: { PublicKeyValues: [{ kty, crv, x }] } } }] }] }) };
  const token = await signRaw({ alg: 'EdDSA', typ: 'JWT', jwk: { kty, crv, x } }, { ...badge('https://north.example/issuers/1'), iss: 'https://north.example/issuers/1' }, issuer);
  const seen = await examineCredentialOf(token, { lists: [byKey, charter] });
  expect([seen.headline, seen.axes.unchanged, seen.issuerMatch]).toEqual(['unknown-issuer', 'yes', undefined]);
  expect(await examineCredentialOf(await signRaw({ alg: 'EdDSA', typ: 'JWT', kid: issuer.verificationMethod }, { ...badge(issuer.did), iss: issuer.did }, issuer), { lists: [byKey] })).toMatchObject({ headline: 'no-status', issuerMatch: { name: 'My school' } });
  // Where nobody is named, nobody is spoken for: the list names whom it knows only as the issuer.
  const nameless = await signRaw({ alg: 'EdDSA', typ: 'JWT', jwk: { kty, crv, x } }, { ...badge(issuer.did, { issuer: { type: ['Profile'], name: 'Northern University' } }) }, issuer);
  const unnamed = await examineCredentialOf(nameless, { lists: [byKey, charter] });
  expect([unnamed.class === 'valid', unnamed.issuerMatch]).toEqual([false, undefined]);
});
