import { exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/core/model/answers.ts';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import type { TrustListFile } from '../../../src/core/model/trust.ts';
import { examineCredentialOf, testNow } from '../../support/examining.ts';

const context = 'https://w3id.org/openbadges/v2';
const site = 'https://www.north.example';
const profileUrl = `${site}/badges/issuer.json`;
const badge = { '@context': context, type: 'BadgeClass', id: `${site}/badges/1.json`, name: 'Robotics', description: 'Builds robots', criteria: { narrative: 'Build one.' }, issuer: profileUrl };
const profile = { '@context': context, type: 'Issuer', id: profileUrl, name: 'Northern University', url: site };
const pair = await generateKeyPair('RS256', { extractable: true });
const publicKeyPem = await exportSPKI(pair.publicKey);
const columns = ['erasmusCode', 'pic', 'name', 'city', 'country', 'website', 'end'];
const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const charter: TrustListFile = { bytes: bytesOf({ kind: 'mecum/1/charter-universities', title: 'Charter', edition: '2026-04-08', columns, rows: [['X', '1', 'Northern University', 'A', 'AT', 'www.north.example', '2029-12-31']] }) };

/** A signed badge whose key is at this address, and what the addresses answer. */
async function signedWith(keyUrl: string, named: readonly string[] = [], own: unknown = badge.id): Promise<ExaminedCredential> {
  const assertion = { '@context': context, type: 'Assertion', id: 'urn:uuid:1', badge: own, recipient: { type: 'email', hashed: false, identity: 'mira@sample.example' }, verification: { type: 'signed', creator: keyUrl }, issuedOn: '2026-01-02T03:04:05Z' };
  const token = await new SignJWT(assertion).setProtectedHeader({ alg: 'RS256' }).sign(pair.privateKey);
  const key = { '@context': context, type: 'CryptographicKey', id: keyUrl, owner: profileUrl, publicKeyPem };
  const answers: readonly Answer[] = [[badge.id, badge], [profileUrl, { ...profile, publicKey: named }], [keyUrl, key]].map(([url, document]) => ({ url: String(url), bytes: bytesOf(document), basis: 'live', at: testNow }));
  return examineCredentialOf(token, { answers, lists: [charter] });
}

describe('an early badge and the website that its key is on', () => {
  test('the key that the profile of a listed university names: the website vouches for it', async () => {
    const keyUrl = `${site}/~webmaster/key.json`;
    expect(await signedWith(keyUrl, [keyUrl])).toMatchObject({ class: 'valid', issuerMatch: { basis: 'vouched-by-domain', name: 'Northern University' } });
    expect(await signedWith(`${site}/badges/key.json`)).toMatchObject({ class: 'valid', issuerMatch: { name: 'Northern University' } });
  });

  test('B15 a key that lies on its host, beside those that its profile names: not the university\'s', async () => {
    const within = { ...badge, issuer: { ...profile, publicKey: `${site}/files/key.json` } };
    for (const own of [badge.id, within, { ...badge, issuer: profile }]) {
      const seen = await signedWith(`${site}/files/key.json`, [`${site}/badges/key.json`], own);
      expect({ headline: seen.headline, match: seen.issuerMatch }).toEqual({ headline: 'not-checked', match: undefined });
      expect(await signedWith(`${site}/files/key.json`, [`${site}/files/key.json`], own)).toMatchObject({ class: 'valid', issuerMatch: { name: 'Northern University' } });
    }
  });

  test('B15 a key on the page of somebody at that university, which its profile does not name: nobody vouches', async () => {
    for (const keyUrl of [`${site}/~mallory/key.json`, `${site}/users/mallory/key.json`, 'https://www.north.example/people/mallory.json']) {
      const seen = await signedWith(keyUrl);
      expect({ keyUrl, class: seen.class, match: seen.issuerMatch }).toEqual({ keyUrl, class: 'unconfirmed', match: undefined });
    }
  });
});
