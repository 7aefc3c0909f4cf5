import 'reflect-metadata';
import { BasicConstraintsExtension, ExtendedKeyUsageExtension, Extension, KeyUsageFlags, KeyUsagesExtension, X509CertificateGenerator } from '@peculiar/x509';
import { formatInstant, parseInstant, toInstant } from '../../core/model/instant.ts';

/** A key pair with its certificate, and the certificates above it. */
export interface Sealer {
  readonly alg: 'RS256' | 'PS256' | 'ES256';
  readonly keys: CryptoKeyPair;
  readonly certificate: Uint8Array;
  /** From the one that issued it upwards, without the root. */
  readonly above: readonly Uint8Array[];
}

/** A certificate authority of the project's own: it seals samples, and nobody else trusts it. */
export interface SealAuthority {
  readonly root: Uint8Array;
  readonly intermediate: Uint8Array;
  readonly createSealer: (organisation: SealingOrganisation, changes?: SealerChanges) => Promise<Sealer>;
}

interface SealingOrganisation {
  readonly name: string;
  readonly identifier: string;
}

/** What a test wants otherwise than it should be. */
export interface SealerChanges {
  readonly alg?: Sealer['alg'];
  readonly usages?: number;
  readonly notBefore?: string;
  readonly notAfter?: string;
  /** A certificate in the name of the intermediate, signed with a key that is not the intermediate's. */
  readonly forged?: true;
  /** Bits of an RSA key; 2048 if not said. */
  readonly bits?: number;
  /** The hash of the signature on the certificate; SHA-256 if not said. */
  readonly hash?: string;
  /** In place of the statements of a qualified certificate for seals; DER in hexadecimal, `none` for no statements. */
  readonly statements?: string;
  /** More of the subject's name. */
  readonly subject?: readonly Record<string, string[]>[];
  /** extKeyUsage. */
  readonly purposes?: readonly string[];
  /** The certificate says something critical that nobody understands. */
  readonly riddle?: true;
}

const dayMs = 24 * 60 * 60 * 1_000;
const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
/** ETSI EN 319 412-5: issued as a qualified certificate, for seals. In samples as untrue as the rest. */
const qcStatements = '301f3008060604008e4601013013060604008e4601063009060704008e46010602';

function later(date: string, days: number): Date {
  return new Date((parseInstant(date) ?? 0) + days * dayMs);
}

export function dayAfter(date: string, days: number): string {
  return formatInstant(toInstant(later(date, days).getTime()));
}

async function createKeys(alg: Sealer['alg'], modulusLength = 2_048): Promise<CryptoKeyPair> {
  if (alg === 'ES256') return crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify']);
  const name = alg === 'RS256' ? 'RSASSA-PKCS1-v1_5' : 'RSA-PSS';
  return crypto.subtle.generateKey({ name, hash: 'SHA-256', modulusLength, publicExponent: new Uint8Array([1, 0, 1]) }, true, ['sign', 'verify']);
}

/** Certificates name RSA keys without a padding, as those in use do. */
async function plainPublicKey({ publicKey }: CryptoKeyPair): Promise<CryptoKey> {
  if (publicKey.algorithm.name !== 'RSA-PSS') return publicKey;
  const spki = await crypto.subtle.exportKey('spki', publicKey);
  return crypto.subtle.importKey('spki', spki, { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, true, ['verify']);
}

type Name = readonly Record<string, string[]>[];

interface CertificatePlan {
  readonly subject: Name;
  readonly issuer: Name;
  readonly publicKey: CryptoKey;
  readonly signingKey: CryptoKey;
  readonly from: Date;
  readonly until: Date;
  readonly extensions: readonly Extension[];
  readonly serial: string;
  readonly hash?: string;
}

async function issue({ subject, issuer, publicKey, signingKey, from, until, extensions, serial, hash = 'SHA-256' }: CertificatePlan): Promise<Uint8Array> {
  const certificate = await X509CertificateGenerator.create({
    serialNumber: serial,
    subject: [...subject],
    issuer: [...issuer],
    notBefore: from,
    notAfter: until,
    publicKey,
    signingKey,
    signingAlgorithm: { ...ecdsa, hash },
    extensions: [...extensions],
  });
  return new Uint8Array(certificate.rawData);
}

/** Root and intermediate around `present`, and a way to certificates below. The private keys are never kept. */
export async function createSealAuthority(present: string, title = 'Mecum sample'): Promise<SealAuthority> {
  const [rootKeys, keys, strangerKeys] = await Promise.all([createKeys('ES256'), createKeys('ES256'), createKeys('ES256')]);
  const rootName: Name = [{ C: ['XX'] }, { O: [`${title} trust`] }, { CN: [`${title} root`] }];
  const name: Name = [{ C: ['XX'] }, { O: [`${title} trust`] }, { CN: [`${title} authority for seals`] }];
  const certifying = new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true);
  const common = { from: later(present, -3_000), until: later(present, 3_000), signingKey: rootKeys.privateKey, issuer: rootName };
  const root = await issue({ ...common, subject: rootName, publicKey: rootKeys.publicKey, serial: '01', extensions: [new BasicConstraintsExtension(true, undefined, true), certifying] });
  const intermediate = await issue({ ...common, subject: name, publicKey: keys.publicKey, serial: '02', extensions: [new BasicConstraintsExtension(true, 0, true), certifying] });
  const createSealer = async (organisation: SealingOrganisation, changes: SealerChanges = {}): Promise<Sealer> => {
    const { alg = 'RS256', usages = KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation } = changes;
    const own = await createKeys(alg, changes.bits);
    const stated = changes.statements ?? qcStatements;
    const statements = stated === 'none' ? [] : [new Extension('1.3.6.1.5.5.7.1.3', false, Buffer.from(stated, 'hex'))];
    const purposes = changes.purposes === undefined ? [] : [new ExtendedKeyUsageExtension([...changes.purposes])];
    const riddles = changes.riddle === true ? [new Extension('1.3.6.1.4.1.99999.1', true, Buffer.from('0500', 'hex'))] : [];
    const certificate = await issue({
      subject: [{ C: ['XX'] }, { O: [organisation.name] }, { '2.5.4.97': [organisation.identifier] }, { CN: [`${organisation.name} seal`] }, ...(changes.subject ?? [])],
      issuer: name,
      publicKey: await plainPublicKey(own),
      signingKey: changes.forged === true ? strangerKeys.privateKey : keys.privateKey,
      from: changes.notBefore === undefined ? later(present, -900) : later(changes.notBefore, 0),
      until: changes.notAfter === undefined ? later(present, 600) : later(changes.notAfter, 0),
      extensions: [new BasicConstraintsExtension(false), new KeyUsagesExtension(usages, true), ...statements, ...purposes, ...riddles],
      serial: '3a01',
      ...(changes.hash === undefined ? {} : { hash: changes.hash }),
    });
    return { alg, keys: own, certificate, above: [intermediate] };
  };
  return { root, intermediate, createSealer };
}
