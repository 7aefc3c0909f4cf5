import { exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/core/model/answers.ts';
import type { ExaminedCredential, ExaminedShare } from '../../../src/core/model/examination.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import type { OwnListEntry, TrustListFile } from '../../../src/core/model/trust.ts';
import { bindSelective } from '../../../src/tools/sampling/sign-selective.ts';
import { examineCredentialOf, examineShareOf, reasonOf, testNow } from '../../support/examining.ts';
import { selectiveCast, signSelective, vcPayload } from '../../support/selective.ts';
import { badge, cast, plain, presentation, signJcs } from '../../support/signing.ts';
import type { Document } from '../../support/signing.ts';
import { bitstringClaims, bitstringEntry, listAddress } from '../../support/status-lists.ts';

const { issuer, other, holder } = await cast();
const selective = await selectiveCast();
const columns = ['erasmusCode', 'pic', 'name', 'city', 'country', 'website', 'end'];
const charter: TrustListFile = { bytes: bytesOf({ kind: 'mecum/1/charter-universities', title: 'Charter', edition: '2026-04-08', columns, rows: [['X', '1', 'Northern University', 'A', 'AT', 'www.north.example', '2029-12-31']] }) };
const site = 'https://www.north.example';

function bytesOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** What an address answered, or with `file` what somebody says it would answer. */
function answer(url: string, document: unknown, basis: Answer['basis'] = 'live', at = testNow): Answer {
  return { url, bytes: bytesOf(document), basis, at };
}

describe('a file that somebody adds vouches for nobody: metadata of an issuer that leads to keys elsewhere', async () => {
  const metadataUrl = `${site}/.well-known/jwt-vc-issuer`;
  const keysUrl = 'https://keys.example/jwks.json';
  const token = await signSelective(vcPayload(selective.issuer, { iss: site }), [], selective.issuer, { header: { kid: 'k1' } });
  const keys = { keys: [{ ...selective.issuer.jwk, kid: 'k1' }] };
  const look = (metadata: Answer['basis'], set: Answer['basis'], at = testNow): Promise<ExaminedCredential> =>
    examineCredentialOf(token, { lists: [charter], answers: [answer(metadataUrl, { issuer: site, jwks_uri: keysUrl }, metadata), answer(keysUrl, keys, set, at)] });

  test('B78 metadata as a file does not become the university’s by keys that were asked for just now', async () => {
    for (const [metadata, set] of [['file', 'live'], ['file', 'cached'], ['live', 'file'], ['file', 'file']] as const) {
      const seen = await look(metadata, set, toInstant(testNow - 86_400_000));
      expect({ metadata, set, class: seen.class, match: seen.issuerMatch }).toEqual({ metadata, set, class: 'unconfirmed', match: undefined });
      expect(seen.checks.find(({ id }) => id === 'proof')?.basis).toBe('file');
    }
  });
  test('the positive twin: both answered by their addresses', async () => {
    expect(await look('live', 'live')).toMatchObject({ class: 'valid', issuerMatch: { name: 'Northern University' } });
    expect((await look('cached', 'live')).checks.find(({ id }) => id === 'proof')?.basis).toBe('cached');
  });
});

describe('a file that somebody adds vouches for nobody: what an early signed badge is about', async () => {
  const urls = { badge: `${site}/badges/1.json`, issuer: `${site}/badges/issuer.json`, key: `${site}/badges/key.json` };
  const pair = await generateKeyPair('RS256', { extractable: true });
  const context = 'https://w3id.org/openbadges/v2';
  const key = { '@context': context, type: 'CryptographicKey', id: urls.key, owner: urls.issuer, publicKeyPem: await exportSPKI(pair.publicKey) };
  const profile = { '@context': context, type: 'Issuer', id: urls.issuer, name: 'Northern University', url: site, publicKey: urls.key };
  const badgeClass = { '@context': context, type: 'BadgeClass', id: urls.badge, name: 'Swimming', description: 'Swims', criteria: { narrative: 'Swim.' }, issuer: urls.issuer };
  const assertion = { '@context': context, type: 'Assertion', id: 'urn:uuid:1', badge: urls.badge, recipient: { type: 'email', hashed: false, identity: 'mira@sample.example' }, verification: { type: 'signed', creator: urls.key }, issuedOn: '2026-01-02T03:04:05Z' };
  const sign = (claims: Document = assertion): Promise<string> => new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(pair.privateKey);
  const look = async (changes: { readonly badge?: Answer; readonly issuer?: Answer }, claims?: Document): Promise<ExaminedCredential> =>
    examineCredentialOf(await sign(claims), { lists: [charter], answers: [changes.badge ?? answer(urls.badge, badgeClass), changes.issuer ?? answer(urls.issuer, profile), answer(urls.key, key)] });

  test('B45 another badge laid beside a true signature as a file is not what the university signed', async () => {
    const seen = await look({ badge: answer(urls.badge, { ...badgeClass, name: 'Doctor of Medicine' }, 'file') });
    expect({ headline: seen.headline, class: seen.class, match: seen.issuerMatch }).toEqual({ headline: 'not-checked', class: 'unknown', match: undefined });
    const renamed = await look({ issuer: answer(urls.issuer, { ...profile, name: 'Another University' }, 'file') });
    expect({ class: renamed.class, match: renamed.issuerMatch }).toEqual({ class: 'unknown', match: undefined });
  });
  test('the positive twin: the parts are answered by their addresses, now or earlier, or stand in the signed badge itself', async () => {
    expect(await look({})).toMatchObject({ class: 'valid', issuerMatch: { name: 'Northern University' } });
    expect(await look({ badge: answer(urls.badge, badgeClass, 'cached', toInstant(testNow - 86_400_000)) })).toMatchObject({ class: 'valid' });
    expect(await look({}, { ...assertion, badge: badgeClass })).toMatchObject({ class: 'valid' });
  });
});

describe('a file that somebody adds vouches for nobody: the key of a holder', () => {
  const did = 'did:web:mira.example';
  const documentOf = (key = holder): Document => ({
    id: did,
    verificationMethod: [{ id: `${did}#key-0`, type: 'Multikey', controller: did, publicKeyMultibase: key.multikey.publicKeyMultibase }],
    authentication: [`${did}#key-0`],
    assertionMethod: [`${did}#key-0`],
  });
  const address = 'https://mira.example/.well-known/did.json';
  const asked = { expectation: { challenge: 'c1c2c3', domain: 'Employer', used: false } } as const;

  async function share(basis: Answer['basis'], verificationMethod = `${did}#key-0`, named = did): Promise<ExaminedShare> {
    const credential = await signJcs(badge(issuer.did, {}, did), issuer);
    const signed = await signJcs(presentation(named, [credential]), other, { verificationMethod, proofPurpose: 'authentication', challenge: 'c1c2c3', domain: 'Employer' });
    return examineShareOf(signed, { ...asked, answers: [answer(address, documentOf(other), basis)] });
  }

  test('B82 a share by a key that only a file names as the holder’s is not proven', async () => {
    const seen = await share('file');
    expect({ headline: seen.headline, holder: seen.axes.holder }).toEqual({ headline: 'owner-unproven', holder: 'not-proven' });
    const own = await share('file', other.verificationMethod, other.did);
    expect({ headline: own.headline, holder: own.axes.holder }).toEqual({ headline: 'owner-unproven', holder: 'not-proven' });
  });
  test('the positive twin: the document was answered by its own address', async () => {
    expect(await share('live')).toMatchObject({ headline: 'proven', axes: { holder: 'proven-now' } });
    expect(await share('live', other.verificationMethod, other.did)).toMatchObject({ headline: 'proven', axes: { holder: 'proven-now' } });
  });

  test('B75 nor is one with key binding, whose credential names the key by an identifier', async () => {
    const p256 = selective.holder;
    const keyDocument = { id: did, verificationMethod: [{ id: `${did}#key-0`, type: 'JsonWebKey', controller: did, publicKeyJwk: p256.jwk }], authentication: [`${did}#key-0`] };
    const seconds = testNow / 1_000;
    const whole = await signSelective(vcPayload(selective.issuer, { cnf: { kid: `${did}#key-0` } }), [], selective.issuer);
    const bound = await bindSelective(whole, p256, { iat: seconds, aud: 'Employer', nonce: 'c1c2c3' });
    const look = (basis: Answer['basis'], at = testNow): Promise<ExaminedShare> => examineShareOf(bound, { ...asked, answers: [answer(address, keyDocument, basis, at)] });
    expect((await look('file')).headline).toBe('owner-unproven');
    expect(await look('live')).toMatchObject({ headline: 'proven', axes: { holder: 'proven-now' } });
    const forAnotherUse = { ...keyDocument, authentication: [], assertionMethod: [`${did}#key-0`] };
    expect((await examineShareOf(bound, { ...asked, answers: [answer(address, forAnotherUse)] })).headline).toBe('owner-unproven');
  });
});

describe('a file that somebody adds accuses nobody', () => {
  const did = 'did:web:uni.example';
  const address = 'https://uni.example/.well-known/did.json';
  const method = { id: `${did}#key-0`, type: 'Multikey', controller: did, publicKeyMultibase: issuer.multikey.publicKeyMultibase };
  const broken: Document = { id: did, verificationMethod: [method, { ...method, publicKeyMultibase: other.multikey.publicKeyMultibase }], assertionMethod: [method.id] };

  test('B88 a document that breaks the rules, as a file: not checked; answered by its address: altered', async () => {
    const signed = await signJcs(plain(did), issuer, { verificationMethod: method.id });
    const large = { ...broken, verificationMethod: [method], filler: 'x'.repeat(300_000) };
    for (const document of [broken, large]) {
      expect((await examineCredentialOf(signed, { answers: [answer(address, document, 'file')] })).headline).toBe('not-checked');
      expect((await examineCredentialOf(signed, { answers: [answer(address, document)] })).headline).toBe('altered');
    }
    const place = 'https://uni.example/issuers/1';
    const lone = { ...method, id: `${place}#key-9`, controller: place };
    const byAddress = await signJcs(plain(place), issuer, { verificationMethod: `${place}#key-0` });
    expect((await examineCredentialOf(byAddress, { answers: [answer(place, lone, 'file')] })).headline).toBe('not-checked');
    expect((await examineCredentialOf(byAddress, { answers: [answer(place, lone)] })).headline).toBe('altered');
  });
});

describe('a status list that came as a file', () => {
  const known: Omit<OwnListEntry, 'keyThumbprint'> = { id: '1', issuerId: issuer.did, name: 'Known', since: testNow };
  const look = async (list: Document, basis: Answer['basis'], entry: Document = bitstringEntry()): Promise<ExaminedCredential> => {
    const signed = await signJcs({ ...plain(issuer.did), credentialStatus: entry }, issuer);
    const keyThumbprint = (await examineCredentialOf(signed)).signer?.keyThumbprint ?? '';
    return examineCredentialOf(signed, { ownList: [{ ...known, keyThumbprint }], answers: [answer(listAddress, list, basis)] });
  };

  test('B60 without an id it may be another list of the issuer: its silence does not count, what it says against the credential does', async () => {
    const list = (set: readonly number[]): Promise<Document> => signJcs(Object.fromEntries(Object.entries(bitstringClaims(issuer.did, set)).filter(([name]) => name !== 'id')), issuer);
    const seen = await look(await list([]), 'file');
    expect({ headline: seen.headline, status: reasonOf(seen, 'status') }).toEqual({ headline: 'not-checked', status: 'list-not-fitting' });
    expect((await look(await list([5]), 'file')).headline).toBe('revoked');
    expect((await look(await list([]), 'live')).headline).toBe('valid');
  });
  test('the positive twin: it bears the address as its id', async () => {
    expect((await look(await signJcs(bitstringClaims(issuer.did, []), issuer), 'file')).headline).toBe('valid-earlier');
  });
  test('B60 it does not silence what the address itself said since it was made, though that list bears no date', async () => {
    const entry = { id: listAddress, type: '1EdTechRevocationList' };
    const { credentialSubject: _subject, ...claims } = bitstringClaims(issuer.did, []);
    const file = await signJcs({ ...claims, credentialSubject: { revokedCredentials: [] } }, issuer);
    const signed = await signJcs({ ...plain(issuer.did), credentialStatus: entry }, issuer);
    const keyThumbprint = (await examineCredentialOf(signed)).signer?.keyThumbprint ?? '';
    const site = (at: number): Answer => answer(listAddress, { id: listAddress, issuer: issuer.did, revokedCredentials: [{ id: signed['id'], revoked: true }] }, 'cached', toInstant(at));
    const headline = async (at: number): Promise<string> => (await examineCredentialOf(signed, { ownList: [{ ...known, keyThumbprint }], answers: [site(at), answer(listAddress, file, 'file')] })).headline;
    expect(await headline(Date.UTC(2026, 10, 20))).toBe('revoked');
    // The list of the file is of 1 November, with a proof of June: it came after this answer.
    expect(await headline(Date.UTC(2026, 9, 20))).toBe('valid-earlier');
  });
  test('B60 nor does a signed list of the 1EdTech kind without an id', async () => {
    const entry = { id: listAddress, type: '1EdTechRevocationList' };
    const { id: _id, credentialSubject: _subject, ...claims } = bitstringClaims(issuer.did, []);
    const list = (subject: Document, more: Document = {}): Promise<Document> => signJcs({ ...claims, ...more, credentialSubject: subject }, issuer);
    const none = { revokedCredentials: [] };
    expect((await look(await list(none), 'file', entry)).headline).toBe('not-checked');
    expect((await look(await list(none, { id: listAddress }), 'file', entry)).headline).toBe('valid-earlier');
    expect((await look(await list(none), 'live', entry)).headline).toBe('valid');
  });
});
