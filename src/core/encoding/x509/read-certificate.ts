import type { Instant } from '../../model/instant.ts';
import type { KeyReading } from '../read-key.ts';
import { readDer } from './der.ts';
import type { QcStatements } from './qc-statements.ts';

/** An X.509 certificate (RFC 5280), as far as the wallet judges one. Whom it names is its issuer's word. */
export interface Certificate {
  readonly der: Uint8Array;
  /** SHA-256 of the DER, lower-case hex. */
  readonly digest: string;
  /** DER of the names, lower-case hex: equal names are equal here (RFC 5280 7.1, without its folding of case). */
  readonly subject: string;
  readonly issuer: string;
  /** Lower-case hex. */
  readonly serial: string;
  /** Names come out safe to show: no direction controls, nothing invisible. */
  readonly commonName?: string;
  readonly organisation?: string;
  readonly organisationIdentifier?: string;
  readonly country?: string;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  readonly key: KeyReading;
  readonly isAuthority: boolean;
  /** How many authorities may stand below, if that is limited. */
  readonly pathLength?: number;
  /** Absent where the certificate says nothing of what its key is for. */
  readonly usages?: { readonly signing: boolean; readonly certifying: boolean };
  /** extKeyUsage, as identifiers; empty where it is not limited so. */
  readonly purposes: readonly string[];
  /** The subject is a person: it has a given name, a surname or a pseudonym. */
  readonly isPersonal: boolean;
  readonly subjectKeyId?: string;
  readonly authorityKeyId?: string;
  /** subjectAltName: addresses and host names. */
  readonly uris: readonly string[];
  readonly hosts: readonly string[];
  readonly qualified?: QcStatements;
  /** A critical extension that nobody here understands, or one extension twice: such a certificate is not relied on (4.2). */
  readonly isBeyondUs: boolean;
  /** Signed by a hash that can be forged: such a signature shows nothing, and is not looked at. */
  readonly isWeaklySigned: boolean;
  /** Whether this certificate bears the signature of that one's key. Never throws. */
  readonly isSignedBy: (authority: Certificate) => Promise<boolean>;
}

const maxCertificateBytes = 64 * 1024;
const sequenceTag = 0x30;

/**
 * Reads a certificate; undefined where the bytes are none. Never throws for bad input. The library for it is large and
 * comes with the first bytes that could be one.
 */
export async function readCertificate(der: Uint8Array): Promise<Certificate | undefined> {
  if (der.length > maxCertificateBytes || der[0] !== sequenceTag || readDer(der)?.length !== 1) return undefined;
  // The library stops where reflection was not loaded before it; two files of a build have no order of their own.
  await import('reflect-metadata/lite');
  const { parseCertificate } = await import('./parse-certificate.ts');
  return parseCertificate(der);
}
