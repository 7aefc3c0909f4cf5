import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/core/model/answers.ts';
import type { ExaminationContext, ExaminedCredential } from '../../../src/core/model/examination.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import { examineCredentialOf, examineShareOf, testNow } from '../../support/examining.ts';
import { cast, plain, presentation, signJcs, signRaw } from '../../support/signing.ts';
import type { Document } from '../../support/signing.ts';
import { answered, bitstringClaims, bitstringEntry, listAddress } from '../../support/status-lists.ts';

const { issuer, other } = await cast();
const did = 'did:web:uni.example';
const method = `${did}#key-0`;
const address = 'https://uni.example/.well-known/did.json';
const dayMs = 86_400_000;

function methodOf(key = issuer, changes: Document = {}): Document {
  return { id: method, type: 'Multikey', controller: did, publicKeyMultibase: key.multikey.publicKeyMultibase, ...changes };
}
function documentOf(changes: Document = {}): Document {
  return { id: did, verificationMethod: [methodOf()], assertionMethod: [method], authentication: [method], ...changes };
}
function documentAnswer(document: unknown, changes: Partial<Answer> = {}): Answer {
  return answered(document, { url: address, ...changes });
}
const signed = await signJcs(plain(did), issuer, { verificationMethod: method });
const listed = await signJcs({ ...plain(did), credentialStatus: bitstringEntry() }, issuer, { verificationMethod: method });
const httpsIssuer = 'https://uni.example/issuers/1';
const own = await signJcs(plain(httpsIssuer), issuer, { verificationMethod: `${httpsIssuer}#key-1` });

async function examine(document: unknown, answers: readonly Answer[], more: Partial<ExaminationContext> = {}): Promise<ExaminedCredential> {
  return examineCredentialOf(document, { answers, ...more });
}
function verdictOf(seen: ExaminedCredential): Record<string, unknown> {
  const [proof, binding] = ['proof', 'binding'].map((name) => seen.checks.find(({ id }) => id === name));
  return { headline: seen.headline, proof: proof?.reason, facts: proof?.facts, basis: proof?.basis, at: proof?.at, binding: [binding?.state, binding?.basis], wants: seen.wants.map(({ url }) => url) };
}

describe('an issuer by did:web', () => {
  test('nobody asked: not checked, and whom to ask is named', async () => {
    expect(verdictOf(await examine(signed, []))).toMatchObject({ headline: 'not-checked', proof: 'key-not-here', facts: { host: 'uni.example', why: 'not-asked' }, basis: 'offline', wants: [address] });
  });
  test('asked now, kept from an earlier day, or added as a file: each result says which', async () => {
    expect(verdictOf(await examine(signed, [documentAnswer(documentOf())]))).toMatchObject({ headline: 'unknown-issuer', basis: 'live', at: testNow, binding: ['passed', 'live'], wants: [] });
    const at = toInstant(testNow - 400 * dayMs);
    expect(verdictOf(await examine(signed, [documentAnswer(documentOf(), { basis: 'cached', at })]))).toMatchObject({ headline: 'unknown-issuer', basis: 'cached', at, binding: ['passed', 'cached'], wants: [address] });
    expect(verdictOf(await examine(signed, [documentAnswer(documentOf(), { basis: 'file' })]))).toMatchObject({ headline: 'unknown-issuer', basis: 'file', wants: [address] });
  });
  test('of two answers the later one counts', async () => {
    const at = toInstant(testNow - dayMs);
    const [old, now] = [documentAnswer(documentOf(), { basis: 'cached', at }), documentAnswer(documentOf({ verificationMethod: [methodOf(other)] }))];
    for (const answers of [[old, now], [now, old]]) expect(verdictOf(await examine(signed, answers))).toMatchObject({ headline: 'altered', proof: 'changed', basis: 'live' });
  });
  test('a document older than the signature, or one that came as a file, accuses nobody; one of after the signature does', async () => {
    const [wrong, signedAt] = [documentOf({ verificationMethod: [methodOf(other)] }), Date.UTC(2026, 5, 14, 12)];
    const before = documentAnswer(wrong, { basis: 'cached', at: toInstant(signedAt - dayMs) });
    expect(verdictOf(await examine(signed, [before]))).toMatchObject({ headline: 'not-checked', proof: 'key-not-here', facts: { why: 'older-document' }, wants: [address] });
    expect(verdictOf(await examine(signed, [documentAnswer(wrong, { basis: 'file' })]))).toMatchObject({ headline: 'not-checked', wants: [address] });
    expect((await examine(signed, [documentAnswer(wrong, { basis: 'cached', at: toInstant(signedAt + dayMs) })])).headline).toBe('altered');
    const altered = { ...signed, name: 'Professor' };
    expect((await examine(altered, [documentAnswer(documentOf(), { basis: 'cached', at: toInstant(signedAt + dayMs) })])).headline).toBe('altered');
    expect((await examine(altered, [documentAnswer(documentOf())])).headline).toBe('altered');
  });
  test('B50 a key that is no longer in the document of today was perhaps a former one: not checked, never altered', async () => {
    const seen = await examine(signed, [documentAnswer(documentOf({ verificationMethod: [methodOf(other, { id: `${did}#key-1` })], assertionMethod: [`${did}#key-1`] }))]);
    expect(verdictOf(seen)).toMatchObject({ headline: 'not-checked', proof: 'key-not-here', facts: { why: 'not-in-document', host: 'uni.example' }, basis: 'live', wants: [] });
  });
  test('B33 a method with another controller, and one of another DID, may not sign; nobody is asked for the latter', async () => {
    const foreign = documentOf({ verificationMethod: [methodOf(issuer, { controller: 'did:web:other.example' })] });
    expect((await examine(signed, [documentAnswer(foreign)])).headline).toBe('altered');
    const elsewhere = await signJcs(plain(did), issuer, { verificationMethod: 'did:web:other.example#key-0' });
    expect(verdictOf(await examine(elsewhere, []))).toMatchObject({ headline: 'altered', wants: [] });
  });
  test('B34 a method that may not assert, or was taken back, or has run out, signs nothing; one that runs out later does', async () => {
    for (const document of [documentOf({ assertionMethod: [] }), documentOf({ verificationMethod: [methodOf(issuer, { revoked: '2026-11-01T00:00:00Z' })] }), documentOf({ verificationMethod: [methodOf(issuer, { expires: '2026-11-21T00:00:00Z' })] }), documentOf({ verificationMethod: [methodOf(issuer, { revoked: true })] })]) {
      expect(verdictOf(await examine(signed, [documentAnswer(document)]))).toMatchObject({ headline: 'altered', proof: 'wrong-signer', basis: 'live' });
    }
    expect((await examine(signed, [documentAnswer(documentOf({ verificationMethod: [methodOf(issuer, { expires: '2027-01-01T00:00:00Z' })] }))])).headline).toBe('unknown-issuer');
  });
  test('B88 a document of another DID, one too large, and one with two methods of one id break the rules', async () => {
    for (const document of [documentOf({ id: 'did:web:other.example' }), documentOf({ filler: 'x'.repeat(300_000) }), documentOf({ verificationMethod: [methodOf(), methodOf(other)] })]) {
      expect(verdictOf(await examine(signed, [documentAnswer(document)]))).toMatchObject({ headline: 'altered', proof: 'malformed-proof' });
    }
  });
  test('B62 an error page is no document', async () => {
    expect(verdictOf(await examine(signed, [documentAnswer('<html>')]))).toMatchObject({ headline: 'not-checked', proof: 'key-not-here', facts: { why: 'no-document' }, wants: [address] });
  });
  test.each(['did:web:127.0.0.1', 'did:web:a@uni.example', 'did:web:uni.example:..'])('B86 %s is asked nowhere', async (id) => {
    const seen = await examine(await signJcs(plain(id), issuer, { verificationMethod: `${id}#key-0` }), []);
    expect([seen.headline, seen.wants]).toEqual(['altered', []]);
  });
  test.each(['did:web:localhost%3A8082:a', 'did:web:nas.local'])('B87 %s is asked nowhere, and accused of nothing', async (id) => {
    const seen = await examine(await signJcs(plain(id), issuer, { verificationMethod: `${id}#key-0` }), []);
    expect([seen.headline, seen.wants, verdictOf(seen)['facts']]).toMatchObject(['not-checked', [], { why: 'private-host' }]);
  });
  test('a token whose kid is a bare fragment, and one without', async () => {
    const token = async (kid: string | undefined): Promise<string> => signRaw({ alg: 'EdDSA', typ: 'vc+jwt', ...(kid === undefined ? {} : { kid }) }, { ...plain(did), '@context': ['https://www.w3.org/ns/credentials/v2'] }, issuer);
    for (const kid of ['#key-0', method, undefined]) expect((await examine(await token(kid), [documentAnswer(documentOf())])).headline).toBe('unknown-issuer');
    expect((await examine(await token('#key-1'), [documentAnswer(documentOf())])).headline).toBe('not-checked');
  });
});

describe('who is known by a list', () => {
  const registry = { meta: { created: '2026-01-01T00:00:00Z' }, registry: { [did]: { name: 'Brightwater University', location: 'Galway', url: 'https://uni.example' } } };
  const lists = [{ bytes: new TextEncoder().encode(JSON.stringify(registry)) }];
  test('a DID on a list counts where its own site said whose the key is, now or earlier', async () => {
    for (const basis of ['live', 'cached'] as const) {
      const seen = await examine(signed, [documentAnswer(documentOf(), { basis })], { lists });
      expect({ class: seen.class, name: seen.issuerMatch?.name }).toEqual({ class: 'valid', name: 'Brightwater University' });
    }
  });
  test('and never by a document that came as a file: anybody can write one', async () => {
    const forged = await signJcs(plain(did), other, { verificationMethod: method });
    const seen = await examine(forged, [documentAnswer(documentOf({ verificationMethod: [methodOf(other)] }), { basis: 'file' })], { lists });
    expect({ headline: seen.headline, match: seen.issuerMatch }).toEqual({ headline: 'unknown-issuer', match: undefined });
  });
});

describe('lists signed by did:web', () => {
  const listBy = async (key = issuer, fragment = '#key-0', set: readonly number[] = []): Promise<Document> => signJcs(bitstringClaims(did, set), key, { verificationMethod: `${did}${fragment}` });
  const known = async (answers: readonly Answer[]): Promise<ExaminedCredential> => {
    const { signer } = await examine(listed, answers);
    const ownList = signer === undefined ? [] : [{ id: '1', keyThumbprint: signer.keyThumbprint, issuerId: did, name: 'Evening school', since: toInstant(0) }];
    return examine(listed, answers, { ownList });
  };
  test('say what they say with the document at hand, and with a document kept from an earlier day', async () => {
    expect((await known([documentAnswer(documentOf()), answered(await listBy())])).headline).toBe('valid');
    expect((await known([documentAnswer(documentOf()), answered(await listBy(issuer, '#key-0', [5]))])).headline).toBe('revoked');
    expect((await known([documentAnswer(documentOf(), { basis: 'cached' }), answered(await listBy(), { basis: 'cached' })])).headline).toBe('valid-earlier');
  });
  test('a key of the list that is not at hand is wanted with its own address', async () => {
    const seen = await known([documentAnswer(documentOf(), { basis: 'cached' }), answered(await listBy(other, '#status'))]);
    expect([seen.headline, seen.wants]).toEqual(['not-checked', expect.arrayContaining([{ url: address, purpose: 'did-document' }])]);
  });
  test('a second key that only a file knows of vouches for no list; the key of the credential itself does', async () => {
    const both = documentOf({ verificationMethod: [methodOf(), methodOf(other, { id: `${did}#status` })], assertionMethod: [method, `${did}#status`] });
    expect((await known([documentAnswer(both), answered(await listBy(other, '#status'))])).headline).toBe('valid');
    expect((await known([documentAnswer(both, { basis: 'file' }), answered(await listBy(other, '#status'))])).headline).toBe('not-checked');
    expect((await known([documentAnswer(both, { basis: 'file' }), answered(await listBy())])).headline).toBe('valid');
  });
  test('B64 the list is not wanted before the key is there', async () => {
    expect((await examine(listed, [])).wants).toEqual([{ url: address, purpose: 'did-document' }]);
    expect((await examine(listed, [documentAnswer(documentOf())])).wants).toEqual([{ url: listAddress, purpose: 'status-list' }]);
  });
});

describe('an issuer by an https address', () => {
  const id = httpsIssuer;
  const key = `${id}#key-1`;
  const document = { id, verificationMethod: [methodOf(issuer, { id: key, controller: id })], assertionMethod: [key] };
  test('its key under its own address binds', async () => {
    expect((await examine(own, [])).wants).toEqual([{ url: id, purpose: 'key' }]);
    expect(verdictOf(await examine(own, [answered(document, { url: id })]))).toMatchObject({ headline: 'unknown-issuer', basis: 'live', binding: ['passed', 'live'] });
  });
  test('B37 beside a proof that nothing ties to it, its own does not count: not checked, in either order', async () => {
    const byKey = await signJcs(plain(id), other);
    for (const proof of [[own['proof'], byKey['proof']], [byKey['proof'], own['proof']]]) {
      expect(verdictOf(await examine({ ...own, proof }, [answered(document, { url: id })]))).toMatchObject({ headline: 'not-checked', proof: 'signature-fits', binding: ['unknown', 'live'] });
    }
  });
  test('a key alone under it binds too; under the next one it does not, and is not asked for', async () => {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(await rawOf()).toString('base64url') };
    const alone = await signJcs(plain(id), issuer, { verificationMethod: `${id}/keys/1` });
    expect((await examine(alone, [answered(jwk, { url: `${id}/keys/1` })])).headline).toBe('unknown-issuer');
    for (const place of ['https://uni.example/issuers/12/keys/1', 'https://uni.example.evil.example/issuers/1/keys/1', 'https://other.example/1']) {
      const beside = await signJcs(plain(id), issuer, { verificationMethod: place });
      expect(verdictOf(await examine(beside, [answered(jwk, { url: place })]))).toMatchObject({ headline: 'not-checked', binding: ['unknown', 'live'] });
      expect((await examine(beside, [])).wants).toEqual([]);
    }
  });
  test('B34 a method alone that was taken back or has run out signs nothing, and a key alone that is for encryption neither', async () => {
    const place = `${id}/keys/1`;
    const alone = await signJcs(plain(id), issuer, { verificationMethod: place });
    const headlineBy = async (content: unknown): Promise<string> => (await examine(alone, [answered(content, { url: place })])).headline;
    const lone = (changes: Document): Document => methodOf(issuer, { id: place, controller: id, ...changes });
    for (const changes of [{ revoked: '2026-01-01T00:00:00Z' }, { expires: '2026-01-01T00:00:00Z' }, { revoked: 7 }]) expect(await headlineBy(lone(changes))).toBe('altered');
    for (const changes of [{}, { expires: '2030-01-01T00:00:00Z' }]) expect(await headlineBy(lone(changes))).toBe('unknown-issuer');
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(await rawOf()).toString('base64url') };
    expect([await headlineBy({ ...jwk, use: 'enc' }), await headlineBy({ ...jwk, use: 'sig' })]).toEqual(['altered', 'unknown-issuer']);
  });
  test('a whole site speaks by its own document only: a page on it may be a student\'s', async () => {
    const site = 'https://uni.example';
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(await rawOf()).toString('base64url') };
    for (const place of [`${site}/~student/key`, `${site}/keys/1`]) {
      for (const content of [jwk, methodOf(issuer, { id: place, controller: site })]) {
        const byPage = await signJcs(plain(site), issuer, { verificationMethod: place });
        expect((await examine(byPage, [answered(content, { url: place })])).headline).toBe('not-checked');
        expect((await examine(byPage, [])).wants).toEqual([]);
      }
    }
    const ofSite = await signJcs(plain(site), issuer, { verificationMethod: `${site}#key-1` });
    const siteDocument = { id: site, verificationMethod: [methodOf(issuer, { id: `${site}#key-1`, controller: site })], assertionMethod: [`${site}#key-1`] };
    expect((await examine(ofSite, [])).wants).toEqual([{ url: `${site}/`, purpose: 'key' }]);
    expect((await examine(ofSite, [answered(siteDocument, { url: `${site}/` })])).headline).toBe('unknown-issuer');
  });
  test('a DID cannot speak for it, and is not asked for', async () => {
    const byDid = await signJcs(plain(id), issuer, { verificationMethod: method });
    expect(verdictOf(await examine(byDid, [documentAnswer(documentOf())]))).toMatchObject({ headline: 'not-checked' });
    expect((await examine(byDid, [])).wants).toEqual([]);
  });
});

test('a share of a holder by did:web rests on the day of the document', async () => {
  const share = await signJcs(presentation(did, [await signJcs(plain(issuer.did, { credentialSubject: { id: did, name: 'Mira' } }), issuer)]), issuer, { verificationMethod: method, proofPurpose: 'authentication' });
  const at = toInstant(testNow - dayMs);
  const seen = await examineShareOf(share, { answers: [documentAnswer(documentOf(), { basis: 'cached', at })] });
  expect({ headline: seen.headline, proof: seen.checks[0] }).toMatchObject({ headline: 'proven', proof: { state: 'passed', basis: 'cached', at } });
  const unasked = await examineShareOf(share);
  expect([unasked.headline, unasked.wants]).toEqual(['owner-unproven', [{ url: address, purpose: 'did-document' }]]);
  const posing = await signJcs(presentation(did, []), other, { verificationMethod: 'did:web:other.example#key-0', proofPurpose: 'authentication' });
  expect(await examineShareOf(posing)).not.toHaveProperty('wants');
});

async function rawOf(): Promise<Uint8Array> {
  const { resolveKey } = await import('../../../src/core/dids/registry.ts');
  const found = await resolveKey(issuer.verificationMethod);
  if (found.outcome !== 'key' || found.key.raw === undefined) throw new Error('no key');
  return found.key.raw;
}
