import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
} from '@peculiar/x509';
import { toDisplayText } from '../../model/display-text.ts';
import { toInstant } from '../../model/instant.ts';
import { encodeHex } from '../hex.ts';
import type { KeyReading } from '../read-key.ts';
import { readJwk } from '../read-key.ts';
import { sha256Hex } from '../sha256.ts';
import { qcStatementsExtension, readQcStatements } from './qc-statements.ts';
import type { Certificate } from './read-certificate.ts';

const maxNameCharacters = 500;
const understood: ReadonlySet<string> = new Set([
  '2.5.29.14', '2.5.29.15', '2.5.29.17', '2.5.29.18', '2.5.29.19', '2.5.29.31', '2.5.29.32', '2.5.29.35', '2.5.29.37',
  '1.3.6.1.5.5.7.1.1', qcStatementsExtension,
]);
const trustedHashes: ReadonlySet<string> = new Set(['SHA-256', 'SHA-384', 'SHA-512']);
const organisationIdentifierId = '2.5.4.97';
/** surname, givenName, pseudonym. */
const personalIds = ['2.5.4.4', '2.5.4.42', '2.5.4.65', 'SN', 'G'];
/** The library's own objects, for the checking of signatures. */
const parsed = new WeakMap<Certificate, X509Certificate>();

/** The reading of `readCertificate`, with the library that it takes. */
export async function parseCertificate(der: Uint8Array): Promise<Certificate | undefined> {
  try {
    const source = new X509Certificate(der as Uint8Array<ArrayBuffer>);
    const certificate = await describe(source, der);
    parsed.set(certificate, source);
    return certificate;
  } catch {
    return undefined;
  }
}

async function describe(source: X509Certificate, der: Uint8Array): Promise<Certificate> {
  const [notBefore, notAfter] = [source.notBefore.getTime(), source.notAfter.getTime()];
  if (!Number.isFinite(notBefore) || !Number.isFinite(notAfter)) throw new RangeError('dates');
  const ids = source.extensions.map(({ type }) => type);
  const isBeyondUs = new Set(ids).size !== ids.length || source.extensions.some(({ critical, type }) => critical && !understood.has(type));
  const certificate: Certificate = {
    der,
    digest: await sha256Hex(der),
    subject: encodeHex(new Uint8Array(source.subjectName.toArrayBuffer())),
    issuer: encodeHex(new Uint8Array(source.issuerName.toArrayBuffer())),
    serial: source.serialNumber.toLowerCase(),
    notBefore: toInstant(notBefore),
    notAfter: toInstant(notAfter),
    key: await readSubjectKey(source),
    isBeyondUs,
    isWeaklySigned: isWeak(source),
    ...readNames(source),
    ...readExtensions(source),
    isSignedBy: (authority) => verifyCertificate(source, parsed.get(authority)),
  };
  return certificate;
}

function readNames({ subjectName }: X509Certificate): Pick<Certificate, 'isPersonal' | 'commonName' | 'organisation' | 'organisationIdentifier' | 'country'> {
  // Of several values of one kind none is the one.
  const only = (field: string): string | undefined => {
    const [value, ...more] = subjectName.getField(field);
    const text = more.length > 0 || value === undefined ? '' : toDisplayText(value, maxNameCharacters);
    return text === '' ? undefined : text;
  };
  const [commonName, organisation, written, country] = [only('CN'), only('O'), only(organisationIdentifierId), only('C')];
  // An identifier is compared: one that would have to be made safe to show is none.
  const organisationIdentifier = subjectName.getField(organisationIdentifierId)[0] === written ? written : undefined;
  return {
    isPersonal: personalIds.some((field) => subjectName.getField(field).length > 0),
    ...(commonName === undefined ? {} : { commonName }),
    ...(organisation === undefined ? {} : { organisation }),
    ...(organisationIdentifier === undefined ? {} : { organisationIdentifier }),
    ...(country === undefined ? {} : { country }),
  };
}

type Extensions = Pick<Certificate, 'isAuthority' | 'purposes' | 'pathLength' | 'usages' | 'subjectKeyId' | 'authorityKeyId' | 'uris' | 'hosts' | 'qualified'>;

function readExtensions(source: X509Certificate): Extensions {
  const basic = source.getExtension(BasicConstraintsExtension);
  const usage = source.getExtension(KeyUsagesExtension);
  const subjectKeyId = source.getExtension(SubjectKeyIdentifierExtension)?.keyId.toLowerCase();
  const authorityKeyId = source.getExtension(AuthorityKeyIdentifierExtension)?.keyId?.toLowerCase();
  const names = source.getExtension(SubjectAlternativeNameExtension)?.names.items ?? [];
  const statements = source.getExtension(qcStatementsExtension);
  const qualified = statements === null ? undefined : readQcStatements(new Uint8Array(statements.value));
  const signs = KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation;
  return {
    isAuthority: basic?.ca === true,
    purposes: (source.getExtension(ExtendedKeyUsageExtension)?.usages ?? []).map(String),
    uris: names.flatMap(({ type, value }) => (type === 'url' ? [value] : [])),
    hosts: names.flatMap(({ type, value }) => (type === 'dns' ? [value] : [])),
    ...(basic?.pathLength === undefined ? {} : { pathLength: basic.pathLength }),
    ...(usage === null ? {} : { usages: { signing: (usage.usages & signs) !== 0, certifying: (usage.usages & KeyUsageFlags.keyCertSign) !== 0 } }),
    ...(subjectKeyId === undefined ? {} : { subjectKeyId }),
    ...(authorityKeyId === undefined ? {} : { authorityKeyId }),
    ...(qualified === undefined ? {} : { qualified }),
  };
}

/** The key as a JWK, judged as any other key is. */
async function readSubjectKey({ publicKey }: X509Certificate): Promise<KeyReading> {
  const { name } = publicKey.algorithm;
  try {
    const imported = await crypto.subtle.importKey('spki', publicKey.rawData, importAlgorithm(publicKey.algorithm), true, ['verify']);
    const { kty = '', crv, x, y, n, e } = await crypto.subtle.exportKey('jwk', imported);
    const members = Object.entries({ crv, x, y, n, e }).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return readJwk({ kty, ...Object.fromEntries(members) });
  } catch {
    return { outcome: 'unsupported', kind: name.slice(0, 40) };
  }
}

function importAlgorithm(algorithm: Algorithm): RsaHashedImportParams | EcKeyImportParams | Algorithm {
  return algorithm.name.startsWith('RSA') ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } : { ...algorithm };
}

function isWeak({ signatureAlgorithm }: X509Certificate): boolean {
  const { hash, name } = signatureAlgorithm as { readonly hash?: { readonly name: string }; readonly name: string };
  return name !== 'Ed25519' && (hash === undefined || !trustedHashes.has(hash.name));
}

async function verifyCertificate(source: X509Certificate, authority: X509Certificate | undefined): Promise<boolean> {
  if (authority === undefined || isWeak(source)) return false;
  try {
    return await source.verify({ publicKey: authority.publicKey, signatureOnly: true });
  } catch {
    return false;
  }
}
