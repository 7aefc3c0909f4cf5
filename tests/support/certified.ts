import 'reflect-metadata';
import { BasicConstraintsExtension, ExtendedKeyUsageExtension, KeyUsageFlags, KeyUsagesExtension, SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509';
import type { CurveKey } from '../../src/tools/sampling/sign-selective.ts';

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

export interface LeafOptions {
  readonly uris?: readonly string[];
  readonly hosts?: readonly string[];
  readonly notAfter?: string;
  readonly usages?: number;
  readonly isAuthority?: boolean;
  /** More of the subject's name. */
  readonly subject?: readonly Record<string, string[]>[];
  /** extKeyUsage. */
  readonly purposes?: readonly string[];
}

/** A root of its own, and certificates below it for keys of the tests. */
export async function createNamingAuthority(title = 'Naming root of the tests'): Promise<{ readonly root: Uint8Array; readonly certify: (key: CurveKey, options?: LeafOptions) => Promise<Uint8Array> }> {
  const keys = await crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify']);
  const name = [{ CN: [title] }];
  const from = new Date('2020-01-01T00:00:00Z');
  const common = { issuer: name, notBefore: from, signingKey: keys.privateKey, signingAlgorithm: ecdsa };
  const root = await X509CertificateGenerator.create({
    ...common,
    serialNumber: '01',
    subject: name,
    notAfter: new Date('2040-01-01T00:00:00Z'),
    publicKey: keys.publicKey,
    extensions: [new BasicConstraintsExtension(true, undefined, true), new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true)],
  });
  const certify = async (key: CurveKey, { uris = [], hosts = [], notAfter = '2030-01-01T00:00:00Z', usages = KeyUsageFlags.digitalSignature, isAuthority = false, subject = [], purposes = [] }: LeafOptions = {}): Promise<Uint8Array> => {
    const publicKey = await crypto.subtle.importKey('jwk', key.jwk, ecdsa, true, ['verify']);
    const names = [...uris.map((value) => ({ type: 'url' as const, value })), ...hosts.map((value) => ({ type: 'dns' as const, value }))];
    const leaf = await X509CertificateGenerator.create({
      ...common,
      serialNumber: '2a',
      subject: [{ O: ['Brightwater University'] }, { CN: ['Brightwater issuer'] }, ...subject],
      notAfter: new Date(notAfter),
      publicKey,
      extensions: [new BasicConstraintsExtension(isAuthority), new KeyUsagesExtension(usages, true), ...(purposes.length === 0 ? [] : [new ExtendedKeyUsageExtension([...purposes])]), ...(names.length === 0 ? [] : [new SubjectAlternativeNameExtension(names)])],
    });
    return new Uint8Array(leaf.rawData);
  };
  return { root: new Uint8Array(root.rawData), certify };
}
