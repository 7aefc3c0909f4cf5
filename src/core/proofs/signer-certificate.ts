import type { PathOutcome } from '../encoding/x509/build-path.ts';
import { readCertificate } from '../encoding/x509/read-certificate.ts';
import type { Certificate } from '../encoding/x509/read-certificate.ts';
import type { Instant } from '../model/instant.ts';
import type { SignerCertificate } from '../model/proof.ts';

/** Certificates lately read, by their bytes: anchors are the same for every signature. */
const certificatesRead = new WeakMap<Uint8Array, Promise<Certificate | undefined>>();

/** Those of these certificates that can be read, in their order. */
export async function readCertificates(certificates: readonly Uint8Array[]): Promise<readonly Certificate[]> {
  const read = await Promise.all(
    certificates.map((der) => {
      const known = certificatesRead.get(der) ?? readCertificate(der);
      certificatesRead.set(der, known);
      return known;
    }),
  );
  return read.filter((certificate) => certificate !== undefined);
}

/** Whom a certificate names, and the path from it as far as it holds; `anchor` only where whoever looks it up may rely on it. */
export function describeSigner({ commonName, organisation, organisationIdentifier, country }: Certificate, path: PathOutcome, isRelied: boolean): SignerCertificate {
  return {
    path: path.path.map(({ der }) => der),
    ...(commonName === undefined ? {} : { commonName }),
    ...(organisation === undefined ? {} : { organisation }),
    ...(organisationIdentifier === undefined ? {} : { organisationIdentifier }),
    ...(country === undefined ? {} : { country }),
    ...(isRelied && path.outcome === 'anchored' ? { anchor: path.anchor.digest } : {}),
  };
}

/** RFC 5280 4.1.2.5. */
export function isInTime({ notBefore, notAfter }: Certificate, at: Instant): boolean {
  return notBefore <= at && at <= notAfter;
}

/** serverAuth, codeSigning, timeStamping, OCSPSigning. */
const otherPurposes: ReadonlySet<string> = new Set(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.3', '1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.9']);

/**
 * A person's certificate may name her employer, and a website's its owner: neither speaks in the organisation's name. A
 * qualified certificate that does not say it is for seals is one for signatures (ETSI EN 319 412-5, 4.2.3).
 */
export function isForAnotherUse({ qualified, isPersonal, purposes }: Certificate): boolean {
  const isOther = qualified !== undefined && (qualified.types.length > 0 || qualified.compliance) && !qualified.types.includes('seal');
  return isOther || isPersonal || purposes.some((purpose) => otherPurposes.has(purpose));
}
