import 'reflect-metadata';
import { BasicConstraintsExtension, KeyUsageFlags, KeyUsagesExtension, SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509';
import { encodeBase64 } from '../../core/encoding/base64.ts';
import { parseInstant } from '../../core/model/instant.ts';
import type { CurveKey } from '../sampling/sign-selective.ts';
import type { University } from './universities.ts';

/** A certificate that somebody made for a key of their own, in the name and for the addresses of a university; base64. */
export async function forgeCertificate({ name, domain }: University, key: CurveKey, day: string): Promise<string> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
  const at = parseInstant(day) ?? 0;
  const publicKey = await crypto.subtle.importKey('jwk', key.jwk as JsonWebKey, algorithm, true, ['verify']);
  const who = [{ C: ['XX'] }, { O: [name] }, { '2.5.4.97': ['NTRXX-00000001'] }, { CN: [name] }];
  const certificate = await X509CertificateGenerator.create({
    serialNumber: '0f01',
    subject: who,
    issuer: who,
    notBefore: new Date(at - 86_400_000),
    notAfter: new Date(at + 365 * 86_400_000),
    publicKey,
    signingKey: key.privateKey,
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(false),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new SubjectAlternativeNameExtension([{ type: 'dns', value: domain }, { type: 'url', value: `https://${domain}` }]),
    ],
  });
  return encodeBase64(new Uint8Array(certificate.rawData));
}
