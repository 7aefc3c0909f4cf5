import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/core/model/answers.ts';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import { makePng, textChunk } from '../../../src/tools/sampling/make-packings.ts';
import { examineBytes, reasonOf, testNow } from '../../support/examining.ts';

type Document = Readonly<Record<string, unknown>>;
const context = 'https://w3id.org/openbadges/v2';
const site = 'https://badges.example.org';
const urls = { assertion: `${site}/a/1`, badge: `${site}/b/1`, issuer: `${site}/i`, key: `${site}/k` } as const;
const assertion = {
  '@context': context,
  type: 'Assertion',
  id: urls.assertion,
  badge: urls.badge,
  recipient: { type: 'email', hashed: false, identity: 'mira@example.org' },
  verification: { type: 'hosted' },
  issuedOn: '2026-01-02T03:04:05+00:00',
  evidence: [],
};
const badge = { '@context': context, type: 'BadgeClass', id: urls.badge, name: 'Robotics', description: 'Builds robots', criteria: 'https://badges.example.org/criteria', issuer: urls.issuer, image: 'https://badges.example.org/b/1.png' };
const issuer = { '@context': context, type: 'Issuer', id: urls.issuer, name: 'Example University', url: site };

function answer(url: string, document: unknown, basis: Answer['basis'] = 'live', at = testNow): Answer {
  return { url, bytes: new TextEncoder().encode(JSON.stringify(document)), basis, at };
}
const hosted = answer(urls.assertion, assertion);
const everything = [hosted, answer(urls.badge, badge), answer(urls.issuer, issuer)];

async function look(content: unknown, answers: readonly Answer[] = everything): Promise<ExaminedCredential> {
  const bytes = content instanceof Uint8Array || typeof content === 'string' ? content : JSON.stringify(content);
  const seen = await examineBytes(bytes, { answers });
  if (seen.kind !== 'credential') throw new Error(`${seen.kind}: ${JSON.stringify(seen)}`);
  return seen;
}

describe('a hosted badge', () => {
  test('nothing is known of it until its address was asked; each part is wanted when its place is known', async () => {
    const alone = await look(assertion, []);
    expect([alone.headline, alone.class, reasonOf(alone, 'proof')]).toEqual(['not-checked', 'unknown', 'hosted-not-asked']);
    expect(alone.wants).toEqual([{ url: urls.assertion, purpose: 'credential' }, { url: urls.badge, purpose: 'badge-part' }]);
    expect(alone.credential.title).toBeUndefined();
    const first = await look(assertion, [hosted]);
    expect([first.headline, reasonOf(first, 'binding')]).toEqual(['not-checked', 'hosted-not-asked']);
    const next = await look(assertion, everything.slice(0, 2));
    expect(next.wants).toEqual([{ url: urls.issuer, purpose: 'badge-part' }]);
    expect(next.credential.title?.value[0]?.text).toBe('Robotics');
  });

  test('the hosted copy at its own address makes it unchanged; who is behind the address stays unknown', async () => {
    const seen = await look(assertion);
    expect([seen.headline, seen.class, seen.axes]).toEqual(['unknown-issuer', 'unconfirmed', { unchanged: 'yes', issuer: 'unknown', status: 'in-force', time: 'within' }]);
    expect(seen.signer).toBeUndefined();
    expect(seen.wants).toEqual([]);
    expect(seen.credential.issuer.name?.value[0]?.text).toBe('Example University');
    expect(seen.credential.holder.identifiers[0]?.value).toMatchObject({ kind: 'email', value: 'mira@example.org', hashed: false });
    expect(seen.credential.achievements[0]?.criteriaUrl?.value).toBe('https://badges.example.org/criteria');
  });

  test('the copy in the wallet stands otherwise than the hosted one: not checked, and never unchanged', async () => {
    for (const other of [{ ...assertion, issuedOn: '2025-01-02T03:04:05+00:00' }, { ...assertion, evidence: [{ id: 'https://x.example/1' }] }]) {
      const seen = await look(other);
      expect([seen.headline, reasonOf(seen, 'proof')]).toEqual(['not-checked', 'hosted-differs']);
    }
    const reordered = Object.fromEntries(Object.entries(assertion).reverse());
    expect((await look(reordered)).headline).toBe('unknown-issuer');
  });

  test('an address that answers with a badge of another address is not checked (Badgr and Brightspace)', async () => {
    const answers = [answer(urls.assertion, { ...assertion, id: 'https://bright.example/a/1' }), ...everything.slice(1)];
    const seen = await look(assertion, answers);
    expect([seen.headline, reasonOf(seen, 'proof')]).toEqual(['not-checked', 'hosted-elsewhere']);
    expect((await look(makePng(textChunk('openbadges', urls.assertion, 'tEXt')), answers)).headline).toBe('not-checked');
  });

  test('a file that somebody added vouches for nobody', async () => {
    const files = everything.map((one) => ({ ...one, basis: 'file' as const }));
    expect((await look(assertion, files)).headline).toBe('not-checked');
    expect((await look(makePng(textChunk('openbadges', urls.assertion, 'tEXt')), files)).headline).toBe('not-checked');
  });

  test('an answer of an earlier day counts as of that day', async () => {
    const then = toInstant(testNow - 90 * 24 * 3_600_000);
    const seen = await look(assertion, everything.map((one) => ({ ...one, basis: 'cached' as const, at: then })));
    expect([seen.headline, seen.axes.status]).toEqual(['unknown-issuer', 'in-force-earlier']);
    expect(seen.checks.find(({ id }) => id === 'proof')).toMatchObject({ basis: 'cached', at: then });
  });

  test('a badge in the name of another site is not that site\'s, unless its own profile says so', async () => {
    const university = 'https://university.example/issuer';
    const stolen = [hosted, answer(urls.badge, { ...badge, issuer: university }), answer(university, { ...issuer, id: university })] as const;
    const seen = await look(assertion, stolen);
    expect([seen.headline, reasonOf(seen, 'binding')]).toEqual(['not-checked', 'issuer-not-bound']);
    const own = { ...assertion, badge: { ...badge, issuer: { ...issuer, id: university, verification: { allowedOrigins: [site] } } } };
    expect((await look(own, [answer(urls.assertion, own), answer(university, { ...issuer, id: university })])).headline).toBe('not-checked');
    for (const verification of [{ allowedOrigins: 'badges.example.org' }, { allowedOrigins: [site] }, { startsWith: `${site}/a/` }]) {
      const allowed = [hosted, stolen[1], answer(university, { ...issuer, id: university, verification })] as const;
      expect((await look(assertion, allowed)).headline).toBe('unknown-issuer');
    }
    for (const verification of [{ startsWith: `${site}/b/`, allowedOrigins: [site] }, { startsWith: 'https://badges.example.org.evil.example/' }, { allowedOrigins: ['evil.example'] }]) {
      const refused = [hosted, stolen[1], answer(university, { ...issuer, id: university, verification })] as const;
      expect((await look(assertion, refused)).headline).toBe('not-checked');
    }
  });

  test('B86 addresses that may not be asked are never wanted', async () => {
    for (const id of ['http://badges.example.org:80/1', 'http://user@badges.example.org/1', 'http://10.0.0.1/1', 'ftp://badges.example.org/1', 'https://127.0.0.1/1', 'https://user@badges.example.org/1', 'https://intranet/1', 'urn:uuid:1']) {
      const seen = await look({ ...assertion, id, badge }, []);
      expect(seen.wants.map(({ url }) => url)).toEqual([urls.issuer]);
      expect(seen.headline).toBe('not-checked');
    }
  });

  test('an address of the years before https is asked by https, of the same host, and nowhere else', async () => {
    const older = { ...assertion, id: 'http://badges.example.org/a/1', badge: 'http://badges.example.org/b/1' };
    expect((await look(older, [])).wants.map(({ url }) => url)).toEqual([urls.assertion, urls.badge]);
    const answers = [answer(urls.assertion, older), answer(urls.badge, { ...badge, id: older.badge, issuer: 'http://badges.example.org/i' }), answer(urls.issuer, { ...issuer, id: 'http://badges.example.org/i' })];
    expect((await look(older, answers)).headline).toBe('unknown-issuer');
    expect((await look({ ...older, evidence: [{}] }, answers)).headline).toBe('not-checked');
  });

  test('taken back at its address: revoked; over: expired; to begin later: not yet', async () => {
    expect((await look(assertion, [answer(urls.assertion, { '@context': context, id: urls.assertion, revoked: true }), ...everything.slice(1)])).headline).toBe('revoked');
    const dated = async (change: Document): Promise<string> => (await look({ ...assertion, ...change }, [answer(urls.assertion, { ...assertion, ...change }), ...everything.slice(1)])).headline;
    expect(await dated({ expires: '2026-11-20' })).toBe('expired');
    expect(await dated({ expires: '2026-11-21' })).toBe('unknown-issuer');
    expect(await dated({ expires: 'next year' })).toBe('expired');
    expect(await dated({ issuedOn: '2026-12-01' })).toBe('not-yet');
  });

  test('the same badge as JSON, as an address and with more known of it is the same', async () => {
    const seen = [await look(assertion), await look(assertion, []), await look(makePng(textChunk('openbadges', urls.assertion, 'tEXt')), [])];
    expect(new Set(seen.map(({ sameness }) => sameness)).size).toBe(1);
  });

  test('B09 shapes that could be two things are refused', async () => {
    for (const change of [{ badge: [badge] }, { id: ['x'] }, { recipient: 'mira@example.org' }, { verification: 'hosted' }]) {
      expect((await examineBytes(JSON.stringify({ ...assertion, ...change }))).class).toBe('refused');
    }
  });
});

describe('a signed badge', async () => {
  const [mine, others] = await Promise.all([generateKeyPair('RS256', { extractable: true }), generateKeyPair('RS256', { extractable: true })]);
  const keyDocument = { '@context': context, type: 'CryptographicKey', id: urls.key, owner: urls.issuer, publicKeyPem: await exportSPKI(mine.publicKey) };
  const signedClaims = { ...assertion, id: 'urn:uuid:1', verification: { type: 'signed', creator: urls.key } };
  const sign = async (payload: Document = signedClaims, key = mine.privateKey, header: Document = {}): Promise<string> => new SignJWT(payload).setProtectedHeader({ alg: 'RS256', ...header }).sign(key);
  const answers = [...everything, answer(urls.key, keyDocument)];

  test('the key is wanted, and with it the signature is judged', async () => {
    const token = await sign();
    const alone = await look(token, []);
    expect([alone.headline, reasonOf(alone, 'proof')]).toEqual(['not-checked', 'key-not-here']);
    expect(alone.wants).toContainEqual({ url: urls.key, purpose: 'key' });
    const seen = await look(token, answers);
    expect([seen.headline, seen.axes.status]).toEqual(['unknown-issuer', 'no-list']);
    expect(seen.signer?.verificationMethod).toBe(urls.key);
    expect((await look(await sign(signedClaims, others.privateKey), answers)).headline).toBe('altered');
  });

  test('B15 a key elsewhere, a key of another owner, and a key from a file never speak for the issuer', async () => {
    const far = 'https://evil.example/k';
    const token = await sign({ ...signedClaims, verification: { type: 'signed', creator: far } });
    const farKey = answer(far, { ...keyDocument, id: far });
    expect((await look(token, [...everything, farKey])).headline).toBe('not-checked');
    expect((await look(token, [...everything.slice(0, 2), answer(urls.issuer, { ...issuer, publicKey: far }), farKey])).headline).toBe('unknown-issuer');
    expect((await look(await sign(), [...everything, answer(urls.key, { ...keyDocument, owner: 'https://x.example/i' })])).headline).toBe('altered');
    expect((await look(await sign(), [...everything, answer(urls.key, keyDocument, 'file')])).headline).toBe('not-checked');
    const own = { ...signedClaims, verification: { type: 'signed', creator: far }, badge: { ...badge, issuer: { ...issuer, publicKey: far } } };
    expect((await look(await sign(own), [farKey])).headline).toBe('not-checked');
  });

  test('B11 no algorithm, B16 critical members, and a key that is none', async () => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    expect((await look(`${part({ alg: 'none' })}.${part(signedClaims)}.`, answers)).headline).toBe('altered');
    expect((await look(await sign(signedClaims, mine.privateKey, { b64: true, crit: ['b64'] }), answers)).headline).toBe('altered');
    for (const publicKeyPem of ['', 'x', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----', 5]) {
      expect((await look(await sign(), [...everything, answer(urls.key, { ...keyDocument, publicKeyPem })])).headline).toBe('not-checked');
    }
  });

  test('on the issuer\'s list of revoked badges by id; a list that cannot be read is not in force', async () => {
    const list = `${site}/revoked`;
    const withList = (revokedAssertions: unknown): readonly Answer[] => [...everything.slice(0, 2), answer(urls.key, keyDocument), answer(urls.issuer, { ...issuer, revocationList: list }), answer(list, { id: list, type: 'RevocationList', revokedAssertions })];
    expect((await look(await sign(), withList(['urn:uuid:2', { id: 'urn:uuid:1' }]))).headline).toBe('revoked');
    expect((await look(await sign(), withList(['urn:uuid:1']))).headline).toBe('revoked');
    expect((await look(await sign(), withList(['urn:uuid:2']))).axes.status).toBe('in-force');
    expect((await look(await sign(), withList('none'))).axes.status).toBe('could-not-check');
    const wanting = await look(await sign(), withList([]).slice(0, 4));
    expect(wanting.wants).toEqual([{ url: list, purpose: 'badge-part' }]);
  });

  test('a bare assertion that says it is signed is not', async () => {
    expect((await look({ ...signedClaims, id: urls.assertion }, answers)).headline).toBe('not-checked');
  });
});

const validator = join(import.meta.dirname, '../../../../shared/fixtures/public/1EdTech__digital-credentials-public-validator');

describe.skipIf(!existsSync(validator))('a signed badge of the standard\'s own validator (only where the shared fixtures are beside the project)', () => {
  const read = (name: string): Uint8Array => new Uint8Array(readFileSync(join(validator, `inspector-vc_src_test_resources_ob20_${name}`)));
  const served = (name: string): Answer => ({ url: `https://example.org/${name}`, bytes: read(`assets_${name}`), basis: 'live', at: testNow });
  const answers = ['key3.json', 'badge-from-organization-with-revocation-list.json', 'organization-with-revocation-list.json'].map(served);

  test('the signature of another implementation fits, and the revocation list is what is missing', async () => {
    const seen = await look(read('simple-revoked.jwt'), answers);
    expect([reasonOf(seen, 'proof'), reasonOf(seen, 'binding'), seen.headline, seen.axes.status]).toEqual(['signature-fits', 'signature-fits', 'unknown-issuer', 'could-not-check']);
    expect(seen.wants).toEqual([{ url: 'https://example.org/revocation-list.json', purpose: 'badge-part' }]);
    const list = { id: 'http://example.org/revocation-list.json', type: 'RevocationList', revokedAssertions: [{ id: 'https://example.org/beths-robotics-badge-revoked.json', revocationReason: 'x' }] };
    expect((await look(read('simple-revoked.jwt'), [...answers, answer('https://example.org/revocation-list.json', list)])).headline).toBe('revoked');
  });

  test('with a changed letter it does not', async () => {
    const token = new TextDecoder().decode(read('simple-revoked.jwt')).trim();
    const [header, payload = '', signature] = token.split('.');
    const changed = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('2016-12-31', '2015-12-31')).toString('base64url');
    expect((await look([header, changed, signature].join('.'), answers)).headline).toBe('altered');
  });
});
