import { gzipSync } from 'node:zlib';
import { jsonSample } from './json-samples.ts';
import type { Expected, Sample } from './sample.ts';
import { badgeClaims, badgeClaims11 } from './sample-claims.ts';
import type { SampleDates } from './sample-dates.ts';
import { createEdwardsKey } from './sample-keys.ts';
import type { EdwardsKey, SeedSource } from './sample-keys.ts';
import { signCredential, signToken } from './sign-samples.ts';

type Document = Record<string, unknown>;
type Verdict = Pick<Expected, 'kind' | 'class' | 'headline'>;
const extensions = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
const unknownIssuer: Verdict = { kind: 'valid', class: 'unconfirmed', headline: 'unknown-issuer' };
const altered: Verdict = { kind: 'altered', class: 'invalid', headline: 'altered' };
const foreign: Verdict = { kind: 'foreign', class: 'invalid', headline: 'altered' };
const notChecked: Verdict = { kind: 'other', class: 'unknown', headline: 'not-checked' };
const revoked: Verdict = { kind: 'other', class: 'invalid', headline: 'revoked' };

interface Actors {
  readonly dates: SampleDates;
  readonly seeds: SeedSource;
}

/** Credentials in the shapes that platforms issue: keys on web sites, lists of what was taken back, and their oddities. */
export async function platformSamples(dates: SampleDates, seeds: SeedSource): Promise<readonly Sample[]> {
  const actors = { dates, seeds };
  const sets = [await largePlatform(actors), await testPlatform(actors), await communityPlatform(actors), await bareHost(actors), await keyUnderIssuer(actors), await namelessIssuer(actors), await listTroubles(actors)];
  return sets.flat();
}

/** A key that a web site publishes: the same key under another name. */
async function webKey({ seeds }: Actors, controller: string, fragment: string, label = 'issuer'): Promise<EdwardsKey> {
  const key = await createEdwardsKey(seeds(label));
  const verificationMethod = `${controller}#${fragment}`;
  for (const form of [key.multikey, key.key2020]) Object.assign(form, { id: verificationMethod, controller });
  return { ...key, did: controller, verificationMethod };
}

/** The document that says whose the key is; `changes` make it another one. */
function documentOf(key: EdwardsKey, changes: Document = {}): string {
  const method = { id: key.verificationMethod, type: 'Multikey', controller: key.did, publicKeyMultibase: key.multikey.publicKeyMultibase };
  return JSON.stringify({ '@context': ['https://www.w3.org/ns/did/v1'], id: key.did, verificationMethod: [method], assertionMethod: [method.id], ...changes });
}

function make(name: string, document: Document, verdict: Verdict, answers: Readonly<Record<string, string>>, more: Partial<Expected> = {}): Sample {
  return jsonSample('open-badges-3', name, document, { suite: 'eddsa-rdfc-2022', answers, ...verdict, ...more });
}

/**
 * As the largest platform: the recipient's name as `name`, an organisation five steps deep, a null within what is signed,
 * schemas, a list of its own for each badge, and a signature made years after the award, at download.
 */
async function largePlatform(actors: Actors): Promise<readonly Sample[]> {
  const { dates } = actors;
  const key = await webKey(actors, 'did:web:api.badges.example:api:v1:obi:v3:issuers:0b1d', 'key-0');
  const place = 'https://api.badges.example/api/v1/obi/v3/issuers/0b1d/did.json';
  const id = 'https://api.badges.example/v1/badges/7a3f';
  const list = `${id}/revocations`;
  const claims = largeClaims(key.did, id, list, dates);
  const signed = await signCredential(claims, 'eddsa-rdfc-2022', key, dates.past);
  const stranger = await webKey(actors, key.did, 'key-0', 'stranger');
  const listOf = (...entries: readonly Document[]): string => JSON.stringify({ id: list, issuer: key.did, revokedCredentials: entries });
  const answers = { [place]: documentOf(key), [list]: listOf({ id: 'urn:uuid:other' }) };
  const title = 'Measuring Air Quality with Open Data';
  return [
    make('web-large', signed, unknownIssuer, answers, { title }),
    make('web-large-revoked', signed, revoked, { ...answers, [list]: listOf({ id, revoked: true, revocationReason: 'Issued in error' }) }),
    make('web-large-nobody-asked', signed, notChecked, {}),
    make('web-large-key-revoked', signed, altered, { ...answers, [place]: documentOf(key, { verificationMethod: [{ ...(JSON.parse(documentOf(key)) as { verificationMethod: Document[] }).verificationMethod[0], revoked: dates.longPast }] }) }),
    make('web-large-key-gone', signed, notChecked, { ...answers, [place]: documentOf(key, { verificationMethod: [], assertionMethod: [] }) }),
    make('web-large-altered', JSON.parse(JSON.stringify(signed).replace('"8.5"', '"9.5"')) as Document, altered, answers),
    make('web-large-foreign-key', await signCredential(claims, 'eddsa-rdfc-2022', stranger, dates.past), foreign, answers),
  ];
}

function largeClaims(issuer: string, id: string, list: string, { longPast }: SampleDates): Document {
  const claims = badgeClaims({ issuer, id, validFrom: longPast });
  const { achievement, ...subject } = claims['credentialSubject'] as { achievement: Document };
  const profile = claims['issuer'] as Document;
  const hint = { type: ['Alignment'], targetName: 'Environmental monitoring', targetUrl: 'https://skills.example/1', targetDescription: null };
  return {
    ...claims,
    '@context': [...(claims['@context'] as string[]), extensions],
    name: 'Mira Solberg',
    credentialSubject: { ...subject, achievement: { ...achievement, creator: profile, alignment: [hint] }, source: profile },
    credentialSchema: [{ id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json', type: '1EdTechJsonSchemaValidator2019' }],
    credentialStatus: { id: list, type: '1EdTechRevocationList' },
  };
}

/** As the conformance suites: AchievementCredential, six steps deep, awarded after it was issued, and on a machine at home. */
async function testPlatform(actors: Actors): Promise<readonly Sample[]> {
  const { dates } = actors;
  const key = await webKey(actors, 'did:web:tests.example:a:b:c:d:e:f', 'key-0');
  const home = await webKey(actors, 'did:web:localhost%3A8082:a:b:c:d:e:f', 'key-0');
  const claimsOf = (issuer: string): Document => ({
    ...badgeClaims11({ issuer, id: 'https://tests.example/credentials/1', validFrom: dates.longPast }, 'data-integrity'),
    type: ['VerifiableCredential', 'AchievementCredential'],
    awardedDate: dates.past,
  });
  const answers = { 'https://tests.example/a/b/c/d/e/f/did.json': documentOf(key) };
  return [
    make('web-deep', await signCredential(claimsOf(key.did), 'eddsa-rdfc-2022', key, dates.past), unknownIssuer, answers),
    make('web-at-home', await signCredential(claimsOf(home.did), 'eddsa-rdfc-2022', home, dates.past), notChecked, { 'https://localhost:8082/a/b/c/d/e/f/did.json': documentOf(home) }),
  ];
}

/** As a community platform: an unsigned presentation of the newer model around a badge of the older, with a list of one proof, microseconds, and a signature of months later. */
async function communityPlatform(actors: Actors): Promise<readonly Sample[]> {
  const { dates } = actors;
  const key = await webKey(actors, 'did:web:commons.example', 'key-0');
  const issued = dates.longPast.replace('Z', '.123456Z');
  const claims = { ...badgeClaims11({ issuer: key.did, id: 'https://commons.example/open-badges/v2/assertions/9', validFrom: issued }, 'data-integrity') };
  const { proof, ...rest } = await signCredential(claims, 'eddsa-rdfc-2022', key, dates.past);
  const share = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiablePresentation'], verifiableCredential: [{ ...rest, proof: [proof] }] };
  const answers = { 'https://commons.example/.well-known/did.json': documentOf(key) };
  const expected: Omit<Expected, 'format' | 'vocabulary'> = { kind: 'unsigned', suite: 'none', class: 'unconfirmed', headline: 'owner-unproven', parts: ['unknown-issuer'], answers };
  return [jsonSample('open-badges-3', 'web-commons', share, expected, 'json-presentation')];
}

/** A bare host with a short random fragment, in a token that is signed in the form of VC 1.1. */
async function bareHost(actors: Actors): Promise<readonly Sample[]> {
  const { dates } = actors;
  const key = await webKey(actors, 'did:web:credentials.example', 'qDv4o2');
  const { issuer: _issuer, ...vc } = badgeClaims11({ issuer: key.did, id: 'urn:uuid:5c9e8d1a', validFrom: dates.past }, 'none');
  const token = await signToken({ iss: key.did, jti: 'urn:uuid:5c9e8d1a', vc }, { alg: 'EdDSA', issuer: key.did, kid: key.verificationMethod, privateKey: key.privateKey }, 'JWT');
  const sample = (name: string, verdict: Verdict, answers: Expected['answers']): Sample => ({
    name: `jwt-credential/open-badges-3--${name}`,
    extension: 'jwt',
    bytes: new TextEncoder().encode(token),
    expected: { ...verdict, suite: 'jws', format: 'jwt-credential', vocabulary: 'open-badges-3', ...(answers === undefined ? {} : { answers }) },
  });
  const document = documentOf(key, { verificationMethod: [{ id: '#qDv4o2', type: 'Ed25519VerificationKey2020', controller: key.did, publicKeyMultibase: key.multikey.publicKeyMultibase }], assertionMethod: ['#qDv4o2'] });
  return [
    sample('web-bare-host', unknownIssuer, { 'https://credentials.example/.well-known/did.json': document }),
    sample('web-bare-host-nobody-asked', notChecked, undefined),
  ];
}

/** An https issuer whose key stands under its own address, in the document of the issuer or alone. */
async function keyUnderIssuer(actors: Actors): Promise<readonly Sample[]> {
  const { dates } = actors;
  const issuer = 'https://brightwater.example/issuers/1';
  const key = await webKey(actors, issuer, 'key-1');
  const elsewhere = await webKey(actors, 'https://other.example/issuers/1', 'key-1');
  const claims = badgeClaims({ issuer, id: 'https://brightwater.example/credentials/https', validFrom: dates.past });
  const signed = await signCredential(claims, 'eddsa-jcs-2022', key, dates.past);
  const foreignSigned = await signCredential(claims, 'eddsa-jcs-2022', elsewhere, dates.past);
  return [
    make('https-issuer', signed, unknownIssuer, { [issuer]: documentOf(key) }, { suite: 'eddsa-jcs-2022' }),
    make('https-issuer-other-document', signed, altered, { [issuer]: documentOf(elsewhere) }, { suite: 'eddsa-jcs-2022' }),
    make('https-issuer-other-address', foreignSigned, notChecked, { 'https://other.example/issuers/1': documentOf(elsewhere) }, { suite: 'eddsa-jcs-2022' }),
  ];
}

/**
 * As a platform whose issuers have no address: a number for the issuer, a key without fragment that nothing ties to it,
 * empty lists within what is signed, and a status of the older kind without its context.
 */
async function namelessIssuer({ dates, seeds }: Actors): Promise<readonly Sample[]> {
  const key = await createEdwardsKey(seeds('issuer'));
  const claims = {
    ...badgeClaims({ issuer: 'urn:uuid:0d3c8e55-71a4-4b53-9a0e-6f1c2f1f7a10', id: 'urn:uuid:9a1f', validFrom: dates.past }),
    endorsementJwt: [],
    termsOfUse: [],
    credentialStatus: { id: 'https://nameless.example/status/1#7', type: 'StatusList2021Entry', statusPurpose: 'revocation', statusListIndex: '7', statusListCredential: 'https://nameless.example/status/1' },
  };
  const signed = await signCredential(claims, 'eddsa-jcs-2022', { ...key, verificationMethod: key.did }, dates.past);
  return [make('nameless-issuer', signed, notChecked, {}, { suite: 'eddsa-jcs-2022', title: 'Measuring Air Quality with Open Data' })];
}

/** A credential that is fine beside lists that are not: taken back, run out, changed, and not yet begun. */
async function listTroubles({ dates, seeds }: Actors): Promise<readonly Sample[]> {
  const key = await createEdwardsKey(seeds('issuer'));
  const address = 'https://brightwater.example/status/3';
  const claims = {
    ...badgeClaims({ issuer: key.did, id: 'https://brightwater.example/credentials/listed', validFrom: dates.past }),
    credentialStatus: { id: `${address}#94`, type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '94', statusListCredential: address },
  };
  const signed = await signCredential(claims, 'eddsa-rdfc-2022', key, dates.past);
  const listOf = async (set: boolean, changes: Document = {}): Promise<string> => JSON.stringify(await signCredential({ ...listClaims(key.did, address, set, dates), ...changes }, 'eddsa-rdfc-2022', key, dates.past));
  const changed = (await listOf(true)).replace(encodeList(true), encodeList(false));
  const sample = async (name: string, verdict: Verdict, list: string): Promise<Sample> => make(`listed-${name}`, signed, verdict, { [address]: list });
  return [
    await sample('in-force', unknownIssuer, await listOf(false)),
    await sample('revoked', revoked, await listOf(true)),
    await sample('list-over', unknownIssuer, await listOf(false, { validFrom: dates.longPast, validUntil: dates.past })),
    await sample('list-altered', unknownIssuer, changed),
    await sample('list-not-yet', unknownIssuer, await listOf(false, { validFrom: dates.future })),
  ];
}

function encodeList(set: boolean): string {
  const bytes = new Uint8Array(16_384);
  if (set) bytes[94 >> 3] = 128 >> (94 & 7);
  return `u${gzipSync(bytes).toString('base64url')}`;
}

function listClaims(issuer: string, address: string, set: boolean, { past }: SampleDates): Document {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: address,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: past,
    credentialSubject: { id: `${address}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: encodeList(set) },
  };
}
