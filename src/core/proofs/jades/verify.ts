import { decodeBase64 } from '../../encoding/base64.ts';
import { encodeBase64url } from '../../encoding/base64url.ts';
import { decodeHex, encodeHex } from '../../encoding/hex.ts';
import { buildPath } from '../../encoding/x509/build-path.ts';
import { readSequence } from '../../encoding/x509/der.ts';
import type { Certificate } from '../../encoding/x509/read-certificate.ts';
import type { Instant } from '../../model/instant.ts';
import { maxClockSkewMs } from '../../model/limits.ts';
import type { ProofFinding, SecuredBy, VerifyProof } from '../../model/proof.ts';
import { judgeJwsSignature } from '../jws/algorithms.ts';
import { judgeBytesOnce } from '../judge-once.ts';
import { failedFinding, outcomeOf, passedFinding, unknownFinding } from '../outcome.ts';
import { describeSigner, readCertificates } from '../signer-certificate.ts';
import { findSealTrouble, headerCertificates, readSealingTime, readUnsignedParts } from './seal-header.ts';
import { isSettled, judgeSealBinding, judgeSteps } from './seal-steps.ts';
import type { SealFacts } from './seal-steps.ts';

type SealedBy = Extract<SecuredBy, { form: 'seal' }>;

/**
 * A JAdES seal (ETSI TS 119 182-1) over the bytes of its payload: the signature, then the certificate that came with it,
 * step by step. Whoever brings a certificate along is nobody in particular until it leads to an anchor that was loaded.
 */
export const verifySeal: VerifyProof = async (order) => {
  const { secured, now, controller } = order;
  // A seal is an organisation's word about others; nobody shows with it that they hold a key.
  if (secured.form !== 'seal' || order.purpose !== 'assertionMethod') return outcomeOf({ signature: failedFinding('malformed-proof', { field: 'form' }) });
  const trouble = findSealTrouble(secured.header, secured.signature);
  if (trouble !== undefined) return outcomeOf({ signature: trouble });
  const claimed = readSealingTime(secured.header);
  const sealedAt = claimed === 'malformed' ? undefined : claimed;
  const dates = { period: periodOf(sealedAt, now), ...(sealedAt === undefined ? {} : { created: sealedAt }) };
  const unsigned = readUnsignedParts(secured.unprotected);
  const found = await findSealer(secured, unsigned.certificates);
  if ('finding' in found) return outcomeOf({ ...dates, signature: found.finding });
  const { leaf, pool } = found;
  if (leaf.key.outcome !== 'key') return outcomeOf({ ...dates, signature: keyTrouble(leaf.key) });
  const { key } = leaf.key;
  const { alg } = secured.header;
  const signature = await judgeBytesOnce(order, ['jws', String(alg), key.thumbprint], secured.signature, secured.signingInput, () => judgeJwsSignature(key, alg, secured.signature, secured.signingInput));
  if (signature.state !== 'passed') return outcomeOf({ ...dates, signature });
  const anchors = await readCertificates(order.anchors ?? []);
  const path = await buildPath({ leaf, pool, anchors, at: sealedAt ?? now });
  const facts: SealFacts = { leaf, payload: secured.payload, controller, path, unsigned, sealedAt, now };
  const steps = judgeSteps(facts);
  const signer = { verificationMethod: '', controller: '', keyThumbprint: key.thumbprint, source: 'in-header' } as const;
  return outcomeOf({ ...dates, signature, binding: judgeSealBinding(facts, steps), signer, certificate: describeSigner(leaf, path, isSettled(facts)), steps });
};

function periodOf(sealedAt: Instant | undefined, now: Instant): ProofFinding {
  if (sealedAt === undefined) return passedFinding('no-dates');
  return sealedAt > now + maxClockSkewMs ? failedFinding('not-yet', { field: 'sigT' }) : passedFinding('within');
}

function keyTrouble(key: Exclude<Certificate['key'], { outcome: 'key' }>): ProofFinding {
  return key.outcome === 'unsupported' ? unknownFinding('unknown-suite', { suite: key.kind }) : failedFinding('malformed-proof', { field: 'x5c', why: key.why });
}

type FoundSealer = { readonly leaf: Certificate; readonly pool: readonly Certificate[] } | { readonly finding: ProofFinding };

/** The certificate of `x5c`, which must be the one of `x5t#S256` and `kid`; without `x5c`, the one of that digest in `etsiU`. */
async function findSealer({ header }: SealedBy, along: readonly Uint8Array[]): Promise<FoundSealer> {
  const inHeader = headerCertificates(header);
  const digest = header['x5t#S256'];
  if (inHeader === undefined) return { finding: failedFinding('malformed-proof', { field: 'x5c' }) };
  if (digest !== undefined && typeof digest !== 'string') return { finding: failedFinding('malformed-proof', { field: 'x5t#S256' }) };
  const [certificates, pool] = [await readCertificates(inHeader), await readCertificates(along)];
  if (certificates.length < inHeader.length) return { finding: failedFinding('malformed-proof', { field: 'x5c' }) };
  const leaf = certificates[0] ?? pool.find((certificate) => digestOf(certificate) === digest);
  if (leaf === undefined) return { finding: unknownFinding('key-not-here') };
  if (digest !== undefined && digestOf(leaf) !== digest) return { finding: failedFinding('malformed-proof', { field: 'x5t#S256' }) };
  if (!isNamedBy(leaf, header['kid'])) return { finding: failedFinding('malformed-proof', { field: 'kid' }) };
  return { leaf, pool: [...certificates.slice(1), ...pool] };
}

/** 5.1.4: `kid` is the base64 of issuer and serial number of the certificate (RFC 5035); any other text names nothing. */
function isNamedBy({ serial }: Certificate, kid: unknown): boolean {
  const bytes = typeof kid === 'string' ? decodeBase64(kid) : undefined;
  const [, number] = (bytes?.ok === true ? readSequence(bytes.value) : undefined) ?? [];
  return number === undefined || encodeHex(number.content).replace(/^(?:00)+/, '') === serial.replace(/^(?:00)+/, '');
}

function digestOf({ digest }: Certificate): string {
  const bytes = decodeHex(digest);
  return bytes.ok ? encodeBase64url(bytes.value) : '';
}
