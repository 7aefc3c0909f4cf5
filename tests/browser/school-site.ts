import 'reflect-metadata';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { X509CertificateGenerator } from '@peculiar/x509';
import { badgeClaims } from '../../src/tools/sampling/sample-claims.ts';
import { createTestKey, signDocument } from '../support/sign-proof.ts';
import type { TestKey } from '../support/sign-proof.ts';
import { encodeBitstring } from '../support/status-lists.ts';
import type { JsonObject } from '../../src/core/model/json.ts';

/** Sites of a made-up school on loopback, with TLS. What they were asked stands in `asked`, in order, and nothing else is known of the outside. */
export interface SchoolSites {
  /** Host and path of each request that arrived. */
  readonly asked: string[];
  /** A badge of the school on this host, whose status stands on `lists.school.example`. */
  readonly badgeOf: (host: string) => Promise<string>;
  /** What a site would give to whoever opens it by hand. */
  readonly file: (host: string, path: string) => string;
  /** For a browser: these hosts lead here, and their certificate is taken as it is. */
  readonly switches: readonly string[];
  readonly close: () => void;
}

/** Lets browsers ask; its neighbour does not. */
export const openHost = 'school.example';
export const closedHost = 'closed.example';
export const listHost = 'lists.example';
const created = '2026-10-01T09:00:00Z';

function pem(label: string, der: ArrayBuffer): string {
  return `-----BEGIN ${label}-----\n${(Buffer.from(der).toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END ${label}-----\n`;
}

async function selfSigned(): Promise<{ readonly key: string; readonly cert: string }> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({ name: `CN=${openHost}`, keys, signingAlgorithm: algorithm, notBefore: new Date(Date.now() - 86_400_000), notAfter: new Date(Date.now() + 86_400_000) });
  return { key: pem('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', keys.privateKey)), cert: pem('CERTIFICATE', certificate.rawData) };
}

/** The school's key under the name of one of its hosts. */
function asWeb(key: TestKey, host: string): TestKey {
  return { ...key, did: `did:web:${host}`, method: `did:web:${host}#key-0` };
}

function documentOf({ did, method }: TestKey, { method: ownMethod }: TestKey): object {
  const publicKeyMultibase = ownMethod.split('#')[1];
  const context = ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'];
  return { '@context': context, id: did, verificationMethod: [{ id: method, type: 'Multikey', controller: did, publicKeyMultibase }], assertionMethod: [method] };
}

async function badge(key: TestKey): Promise<string> {
  const claims = badgeClaims({ issuer: key.did, validFrom: '2026-10-01T09:00:00Z', id: `urn:uuid:5b0c7b3e-2a58-4a0b-8f3d-${key.did === `did:web:${openHost}` ? '000000000001' : '000000000002'}` }) as JsonObject;
  const credentialStatus = { id: `https://${listHost}/status/1#5`, type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '5', statusListCredential: `https://${listHost}/status/1` };
  return JSON.stringify(await signDocument({ ...claims, credentialStatus }, key, { proof: { created } }));
}

async function statusList(key: TestKey): Promise<string> {
  const credentialSubject = { id: `https://${listHost}/status/1#list`, type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: encodeBitstring([7]) };
  const claims = { '@context': ['https://www.w3.org/ns/credentials/v2'], id: `https://${listHost}/status/1`, type: ['VerifiableCredential', 'BitstringStatusListCredential'], issuer: key.did, validFrom: created, credentialSubject };
  return JSON.stringify(await signDocument(claims, key, { proof: { created } }));
}

/** Opens the sites. The host that lets nobody in answers all the same, without the header that lets browsers read it. */
export async function openSchoolSites(): Promise<SchoolSites> {
  const own = createTestKey();
  const [school, closed] = [asWeb(own, openHost), asWeb(own, closedHost)];
  const pages = new Map([
    [`${openHost}/badge.json`, await badge(school)],
    [`${openHost}/.well-known/did.json`, JSON.stringify(documentOf(school, own))],
    [`${closedHost}/badge.json`, await badge(closed)],
    [`${closedHost}/.well-known/did.json`, JSON.stringify(documentOf(closed, own))],
    [`${listHost}/status/1`, await statusList(school)],
  ]);
  const asked: string[] = [];
  const server = createServer(await selfSigned(), (request, response) => {
    const host = request.headers.host?.split(':')[0] ?? '';
    const place = `${host}${request.url ?? ''}`;
    asked.push(place);
    const page = pages.get(place);
    const mayRead: Record<string, string> = host === closedHost ? {} : { 'Access-Control-Allow-Origin': '*' };
    response.writeHead(page === undefined ? 404 : 200, { 'Content-Type': 'application/json', ...mayRead }).end(page ?? '{}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    badgeOf: async (host) => pages.get(`${host}/badge.json`) ?? '',
    file: (host, path) => pages.get(`${host}${path}`) ?? '',
    switches: [`--host-resolver-rules=${[openHost, closedHost, listHost].map((host) => `MAP ${host} 127.0.0.1:${String(port)}`).join(',')}`, '--ignore-certificate-errors'],
    close: () => server.close(),
  };
}
