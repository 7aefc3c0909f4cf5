import { decodeBase64 } from '../../encoding/base64.ts';
import { buildPath } from '../../encoding/x509/build-path.ts';
import type { PathOutcome } from '../../encoding/x509/build-path.ts';
import { readCertificate } from '../../encoding/x509/read-certificate.ts';
import type { Certificate } from '../../encoding/x509/read-certificate.ts';
import { toInstant } from '../../model/instant.ts';
import type { Instant } from '../../model/instant.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { ProofFinding, ProofOrder, ProofSigner, ProofStep, SignerCertificate } from '../../model/proof.ts';
import type { KeyMaterial } from '../../model/public-key.ts';
import { failedFinding, passedFinding, unknownFinding } from '../outcome.ts';
import { describeSigner, isForAnotherUse, isInTime, readCertificates } from '../signer-certificate.ts';

/** The key of a certificate that a token brought along, with what the certificate is worth. */
export interface CertifiedKey {
  readonly key: KeyMaterial;
  readonly binding: ProofFinding;
  readonly signer: ProofSigner;
  readonly certificate: SignerCertificate;
  readonly steps: readonly ProofStep[];
}

const maxCertificates = 8;

/**
 * The key in `x5c` (SD-JWT VC 2.5; RFC 7515 4.1.6). Anybody can make a certificate: without a path to a loaded anchor it
 * shows that nothing changed, and not who signed. It must name the issuer's address (`uniformResourceIdentifier`, or its
 * host as `dNSName`): one that names only others is a wrong signer, one that names no address ties nothing. Judged as of
 * now: when a token was signed is only its own word, by which one that has run out since is no better than one without a path.
 */
export async function findCertificateKey(header: JsonObject, { controller, anchors = [], now, secured }: ProofOrder): Promise<CertifiedKey | { readonly finding: ProofFinding }> {
  const pool = await readChain(header['x5c']);
  const [leaf] = pool ?? [];
  if (pool === undefined || leaf === undefined) return { finding: failedFinding('malformed-proof', { field: 'x5c' }) };
  const { key } = leaf;
  if (key.outcome === 'malformed') return { finding: failedFinding('malformed-proof', { field: 'x5c', why: key.why }) };
  if (key.outcome === 'unsupported') return { finding: unknownFinding('unknown-suite', { suite: key.kind }) };
  const known = await readCertificates(anchors);
  const path = await buildPath({ leaf, pool: pool.slice(1), anchors: known, at: now });
  const binding = bindCertificate(leaf, path, controller, { now, signedAt: 'payload' in secured ? dateOf(secured.payload['iat']) : undefined });
  const isKnown = binding.state === 'passed';
  return {
    key: key.key,
    binding,
    // Matched by its anchor and by nothing else: a loaded anchor is nobody's word about addresses.
    signer: { verificationMethod: '', controller: '', keyThumbprint: key.key.thumbprint, source: isKnown ? 'resolved' : 'in-header' },
    certificate: describeSigner(leaf, path, isKnown),
    steps: stepsOf(leaf, path, now),
  };
}

/** RFC 7515 4.1.6: a list of base64 (not base64url) DER, the leaf first. */
async function readChain(value: JsonValue | undefined): Promise<readonly Certificate[] | undefined> {
  const texts: readonly JsonValue[] = Array.isArray(value) ? (value as readonly JsonValue[]) : [];
  if (texts.length === 0 || texts.length > maxCertificates) return undefined;
  const certificates: Certificate[] = [];
  for (const text of texts) {
    const der = typeof text === 'string' ? decodeBase64(text) : undefined;
    const certificate = der?.ok === true ? await readCertificate(der.value) : undefined;
    if (certificate === undefined) return undefined;
    certificates.push(certificate);
  }
  return certificates;
}

function dateOf(seconds: JsonValue | undefined): Instant | undefined {
  return typeof seconds === 'number' && Number.isSafeInteger(seconds) ? toInstant(seconds * 1_000) : undefined;
}

function bindCertificate(leaf: Certificate, path: PathOutcome, issuer: string | undefined, { now, signedAt }: { readonly now: Instant; readonly signedAt: Instant | undefined }): ProofFinding {
  const unproven: ProofFinding = { state: 'not-applicable', reason: 'issuer-not-bound', facts: { source: 'in-header' } };
  const unbound = (why: string): ProofFinding => unknownFinding('issuer-not-bound', { why });
  if (path.outcome === 'broken') return unbound('chain-broken');
  if (leaf.isAuthority || leaf.usages?.signing === false) return failedFinding('wrong-signer', { why: 'key-usage' });
  if (issuer !== undefined && !isNamed(leaf, issuer)) {
    return leaf.uris.length + leaf.hosts.length > 0 ? failedFinding('wrong-signer', { why: 'certificate-names-others', controller: issuer.slice(0, 300) }) : unbound('certificate-names-no-address');
  }
  if (leaf.isBeyondUs || path.outcome === 'beyond-us') return unbound('certificate-not-understood');
  // One that was loaded itself is whatever whoever loaded it takes it for; below an authority only its own words count.
  if (isForAnotherUse(leaf) && !(path.outcome === 'anchored' && path.path.length === 1)) return unbound('certificate-for-another-use');
  const wasInTime = signedAt !== undefined && isInTime(leaf, signedAt);
  if (!isInTime(leaf, now) || path.outcome === 'out-of-date') return wasInTime ? unproven : unbound('certificate-out-of-date');
  if (path.outcome !== 'anchored') return unproven;
  return passedFinding('signature-fits');
}

/** The address itself, or its host; no wildcards, and hosts compared as the address parser writes them. */
function isNamed({ uris, hosts }: Certificate, issuer: string): boolean {
  if (uris.includes(issuer)) return true;
  const host = /^https:\/\/([a-z0-9.-]+)(?:[:/?]|$)/i.exec(issuer)?.[1]?.toLowerCase();
  return host !== undefined && hosts.some((name) => name.toLowerCase() === host);
}

const chainSteps: Readonly<Record<PathOutcome['outcome'], Omit<ProofStep, 'id' | 'facts'>>> = {
  anchored: { state: 'passed', reason: 'leads-to-anchor' },
  open: { state: 'unknown', reason: 'no-anchor' },
  'out-of-date': { state: 'unknown', reason: 'chain-out-of-date' },
  'beyond-us': { state: 'unknown', reason: 'chain-broken' },
  broken: { state: 'failed', reason: 'chain-broken' },
};

function stepsOf(leaf: Certificate, path: PathOutcome, now: Instant): readonly ProofStep[] {
  const inTime = isInTime(leaf, now);
  return [
    { id: 'certificate', state: inTime ? 'passed' : 'unknown', reason: inTime ? 'certificate-read' : 'certificate-over', facts: { until: leaf.notAfter } },
    { id: 'chain', facts: {}, ...chainSteps[path.outcome] },
    { id: 'revocation', state: 'unknown', reason: 'step-not-done', facts: {} },
  ];
}
