import { exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { encodeUtf8 } from '../../core/encoding/utf8.ts';
import { makePng, makeSvg, textChunk } from './make-packings.ts';
import type { Expected, Sample } from './sample.ts';
import type { SampleDates } from './sample-dates.ts';

type Document = Readonly<Record<string, unknown>>;
const context = 'https://w3id.org/openbadges/v2';
const site = 'https://badges.brightwater.example';
const assertionUrl = `${site}/assertions/17`;
const badgeUrl = `${site}/badges/3`;
const issuerUrl = `${site}/issuer`;
const keyUrl = `${site}/issuer/key-1`;

/** What the addresses of the made-up platform answer. */
interface Site {
  readonly assertion: Document;
  readonly badge: Document;
  readonly issuer: Document;
}

function siteOf(dates: SampleDates): Site {
  return {
    assertion: {
      '@context': context,
      type: 'Assertion',
      id: assertionUrl,
      badge: badgeUrl,
      recipient: { type: 'email', hashed: true, salt: 'sample-salt', identity: 'sha256$6b3c0f1a0e2d4c5b6a7988f7e6d5c4b3a29180716f5e4d3c2b1a09f8e7d6c5b4' },
      verification: { type: 'hosted' },
      issuedOn: dates.past,
      evidence: [],
    },
    badge: {
      '@context': context,
      type: 'BadgeClass',
      id: badgeUrl,
      name: 'Measuring Air Quality with Open Data',
      description: 'Places a sensor, cleans its data and explains the result.',
      image: `${site}/badges/3.png`,
      criteria: { narrative: 'Hand in a report on two streets.' },
      issuer: issuerUrl,
      tags: ['air', 'open data'],
    },
    issuer: { '@context': context, type: 'Issuer', id: issuerUrl, name: 'Brightwater University (sample)', url: 'https://brightwater.example/', email: 'badges@brightwater.example' },
  };
}

function answersFor({ assertion, badge, issuer }: Site): Readonly<Record<string, string>> {
  return { [assertionUrl]: JSON.stringify(assertion), [badgeUrl]: JSON.stringify(badge), [issuerUrl]: JSON.stringify(issuer) };
}

type Judged = Pick<Expected, 'kind' | 'class' | 'headline'> & { readonly format?: string };
const valid: Judged = { kind: 'valid', class: 'unconfirmed', headline: 'unknown-issuer' };

function sample(name: string, extension: Sample['extension'], content: string | Uint8Array, judged: Judged, suite: string, answers?: Expected['answers']): Sample {
  const { format = 'badge-2', ...rest } = judged;
  const bytes = typeof content === 'string' ? encodeUtf8(content) : content;
  const expected: Expected = { format, vocabulary: 'open-badges-2', suite, ...rest, ...(answers === undefined ? {} : { answers }) };
  return { name: `${format}/open-badges-2--${name}`, extension, bytes, expected };
}

/** Open Badges 2.0 as platforms issue them: hosted as JSON and as the address in an image, and signed by a published key. */
export async function badge2Samples(dates: SampleDates): Promise<readonly Sample[]> {
  const site = siteOf(dates);
  return [...hostedSamples(site, dates), ...(await signedSamples(site, dates))];
}

function hostedSamples(site: Site, dates: SampleDates): readonly Sample[] {
  const answers = answersFor(site);
  const hosted = JSON.stringify(site.assertion, null, 2);
  const whole = JSON.stringify({ ...site.assertion, badge: { ...site.badge, issuer: site.issuer } });
  const elsewhere = { ...answers, [assertionUrl]: JSON.stringify({ ...site.assertion, id: 'https://other.example/assertions/17' }) };
  const foreign = { ...answers, [badgeUrl]: JSON.stringify({ ...site.badge, issuer: 'https://other.example/issuer' }) };
  const revoked = { ...answers, [assertionUrl]: JSON.stringify({ '@context': context, type: 'Assertion', id: assertionUrl, revoked: true, revocationReason: 'Withdrawn' }) };
  const notChecked = (kind: Expected['kind']): Judged => ({ kind, class: 'unknown', headline: 'not-checked' });
  const expired = { ...site.assertion, expires: dates.past.slice(0, 10) };
  const baked = (format: string): Judged => ({ ...valid, format });
  return [
    sample('hosted', 'json', hosted, valid, 'hosted', answers),
    sample('hosted-whole', 'json', whole, valid, 'hosted', { ...answers, [assertionUrl]: whole }),
    sample('hosted-altered', 'json', hosted.replace('6b3c0f1a', '7b3c0f1a'), notChecked('altered'), 'hosted', answers),
    sample('hosted-by-another', 'json', hosted, notChecked('foreign'), 'hosted', foreign),
    sample('hosted-elsewhere', 'json', hosted, notChecked('other'), 'hosted', elsewhere),
    sample('hosted-not-asked', 'json', hosted, notChecked('other'), 'hosted'),
    sample('hosted-revoked', 'json', hosted, { kind: 'other', class: 'invalid', headline: 'revoked' }, 'hosted', revoked),
    sample('hosted-expired', 'json', JSON.stringify(expired), { kind: 'expired', class: 'lapsed', headline: 'expired' }, 'hosted', { ...answers, [assertionUrl]: JSON.stringify(expired) }),
    sample('address', 'png', makePng(textChunk('openbadges', assertionUrl, 'tEXt')), baked('baked-png'), 'hosted', answers),
    sample('hosted', 'png', makePng(textChunk('openbadges', hosted)), baked('baked-png'), 'hosted', answers),
    sample('address', 'svg', makeSvg('ob2', { verify: assertionUrl }), baked('baked-svg'), 'hosted', answers),
    sample('hosted', 'svg', makeSvg('ob2', { verify: assertionUrl, json: hosted }), baked('baked-svg'), 'hosted', answers),
  ];
}

async function signedSamples(site: Site, dates: SampleDates): Promise<readonly Sample[]> {
  const [key, other] = await Promise.all([generateKeyPair('RS256', { extractable: true }), generateKeyPair('RS256', { extractable: true })]);
  const keyDocument = { '@context': context, type: 'CryptographicKey', id: keyUrl, owner: issuerUrl, publicKeyPem: await exportSPKI(key.publicKey) };
  const answers = { ...answersFor(site), [keyUrl]: JSON.stringify(keyDocument) };
  const assertion = { ...site.assertion, id: 'urn:uuid:8f0f7b1e-3f1d-4c0e-9d5a-0a6f2c9b7e11', verification: { type: 'signed', creator: keyUrl }, expires: dates.farFuture };
  const sign = async (payload: Document, privateKey: typeof key.privateKey): Promise<string> => new SignJWT(payload).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
  const token = await sign(assertion, key.privateKey);
  const [header, body = '', signature] = token.split('.');
  const changed = Buffer.from(Buffer.from(body, 'base64url').toString().replace('6b3c0f1a', '7b3c0f1a')).toString('base64url');
  const listUrl = `${issuerUrl}/revoked`;
  const revoking = { ...answers, [issuerUrl]: JSON.stringify({ ...site.issuer, revocationList: listUrl }), [listUrl]: JSON.stringify({ '@context': context, type: 'RevocationList', id: listUrl, issuer: issuerUrl, revokedAssertions: [{ id: assertion.id }] }) };
  // A key that only the badge itself calls the issuer's.
  const far = 'https://other.example/key';
  const unbound = await sign({ ...assertion, verification: { type: 'signed', creator: far } }, other.privateKey);
  const farKey = JSON.stringify({ ...keyDocument, id: far, publicKeyPem: await exportSPKI(other.publicKey) });
  return [
    sample('signed', 'jwt', token, valid, 'JWS', answers),
    sample('signed', 'png', makePng(textChunk('openbadges', token)), { ...valid, format: 'baked-png' }, 'JWS', answers),
    sample('signed', 'svg', makeSvg('ob2', { verify: token }), { ...valid, format: 'baked-svg' }, 'JWS', answers),
    sample('signed-not-asked', 'jwt', token, { kind: 'other', class: 'unknown', headline: 'not-checked' }, 'JWS'),
    sample('signed-altered', 'jwt', [header, changed, signature].join('.'), { kind: 'altered', class: 'invalid', headline: 'altered' }, 'JWS', answers),
    sample('signed-foreign-key', 'jwt', await sign(assertion, other.privateKey), { kind: 'foreign', class: 'invalid', headline: 'altered' }, 'JWS', answers),
    sample('signed-by-key-elsewhere', 'jwt', unbound, { kind: 'foreign', class: 'unknown', headline: 'not-checked' }, 'JWS', { ...answers, [far]: farKey }),
    sample('signed-revoked', 'jwt', token, { kind: 'other', class: 'invalid', headline: 'revoked' }, 'JWS', revoking),
  ];
}
