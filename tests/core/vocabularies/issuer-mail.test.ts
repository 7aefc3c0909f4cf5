import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../src/core/model/credential.ts';
import { examineBytes } from '../../support/examining.ts';
import { badge, cast } from '../../support/signing.ts';

const { issuer } = await cast();
const mail = 'badges@brightwater.example';

async function read(claims: object): Promise<Credential> {
  const seen = await examineBytes(JSON.stringify(claims));
  if (seen.kind !== 'credential') throw new Error(seen.kind);
  return seen.credential;
}

const profile = { id: issuer.did, type: ['Profile'], name: 'Brightwater College', email: mail };
const european = (contactPoint: unknown): object => ({
  '@context': ['https://www.w3.org/2018/credentials/v1', 'http://data.europa.eu/snb/model/context/edc-ap'],
  id: 'urn:credential:1',
  type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
  issuer: { id: 'urn:org:1', type: 'Organisation', legalName: { en: 'Brightwater College' }, contactPoint },
  credentialSubject: { type: 'Person', hasClaim: [{ type: 'LearningAchievement', title: { en: 'Air' }, awardedBy: { type: 'AwardingProcess', awardingBody: [{ id: 'urn:org:2', type: 'Organisation', legalName: { en: 'Body' }, contactPoint }] } }] },
});

describe('the e-mail address of an issuer', () => {
  it('is read from the profile of Open Badges 3.0 and 2.0, and stands among the further claims as before', async () => {
    const three = await read(badge(issuer.did, { issuer: profile }));
    expect(three.issuer.email).toEqual({ value: mail, path: '/issuer/email', raw: mail });
    expect(three.further).toContainEqual(expect.objectContaining({ path: '/issuer/email' }));
    const two = await read({ '@context': 'https://w3id.org/openbadges/v2', id: 'https://b.example/1', type: 'Assertion', recipient: { type: 'email', hashed: false, identity: 'a@b.example' }, verification: { type: 'hosted' }, issuedOn: '2026-01-01T00:00:00Z', badge: { id: 'https://b.example/c', type: 'BadgeClass', name: 'Air', description: 'x', criteria: 'y', issuer: { ...profile, id: 'https://b.example/i' } } });
    expect(two.issuer.email?.value).toBe(mail);
  });

  it('is read from the contact points of the European model, of issuer and awarding body, one or several', async () => {
    const point = { type: 'ContactPoint', emailAddress: [{ id: `mailto:${mail}`, type: 'Mailbox' }] };
    for (const contactPoint of [point, [point], [{ ...point, emailAddress: { id: `mailto:${mail}` } }]]) {
      const seen = await read(european(contactPoint));
      expect(seen.issuer.email?.value).toBe(`mailto:${mail}`);
      expect(seen.awardingBodies.map(({ email }) => email?.value)).toEqual([`mailto:${mail}`]);
    }
  });

  it('is absent where none is stated, or where it is no text', async () => {
    expect((await read(badge(issuer.did, { issuer: { id: issuer.did, type: ['Profile'], name: 'x' } }))).issuer).not.toHaveProperty('email');
    expect((await read(badge(issuer.did, { issuer: { ...profile, email: { a: 1 } } }))).issuer).not.toHaveProperty('email');
    expect((await read(european([]))).issuer).not.toHaveProperty('email');
  });
});
