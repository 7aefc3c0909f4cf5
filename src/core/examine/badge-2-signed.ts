import { readPemKey } from '../encoding/read-pem-key.ts';
import type { KeyReading } from '../encoding/read-key.ts';
import { asList, isJsonObject } from '../model/json.ts';
import type { JsonObject } from '../model/json.ts';
import type { Secured } from '../model/opened.ts';
import type { ProofFinding, ProofOutcome, ProofSigner } from '../model/proof.ts';
import type { KeyMaterial } from '../model/public-key.ts';
import { judgeJwsSignature } from '../proofs/jws/algorithms.ts';
import { findHeaderTrouble } from '../proofs/jws/verify.ts';
import { failedFinding, outcomeOf, passedFinding, unknownFinding } from '../proofs/outcome.ts';
import type { BadgeParts } from './badge-2.ts';
import { documentOf, isSameAddress, isVouched, originOf } from './badge-2-parts.ts';
import type { BadgePart, PartsReader } from './badge-2-parts.ts';

/**
 * Open Badges 2.0, "Signed Badges": a JWS by the key that `verification.creator` names. The key speaks for the issuer only
 * where the issuer's profile at its own address names it, or, where that names none, where it is published under the
 * issuer's own origin; the address in the badge is whoever's made the badge.
 */
export async function judgeSignedBadge({ signed }: Extract<Secured, { form: 'badge-2' }>, parts: BadgeParts, reader: PartsReader): Promise<ProofOutcome> {
  if (signed === undefined) return outcomeOf({ signature: unknownFinding('unknown-suite') });
  const { header, signature, signingInput } = signed;
  const trouble = findHeaderTrouble(header, signature);
  if (trouble !== undefined) return outcomeOf({ signature: trouble });
  const address = keyAddressOf(parts);
  if (address === undefined) return outcomeOf({ signature: unknownFinding('key-not-here') });
  const part = keyPartOf(address, parts, reader);
  const reading = await readKey(part);
  if (reading.outcome !== 'key') return outcomeOf({ signature: keyTrouble(reading, part), binding: unknownFinding('issuer-not-bound') });
  const finding = await judgeJwsSignature(reading.key, header['alg'], signature, signingInput);
  const profile = profileOf(parts, reader);
  const binding = bindingOf(address, part, parts, profile);
  const signer = signerOf(address, reading.key, part, parts, profile);
  return outcomeOf({ signature: finding, binding, ...(finding.state === 'passed' && signer !== undefined ? { signer } : {}) });
}

function keyAddressOf({ assertion, issuer }: BadgeParts): string | undefined {
  const verification = assertion['verification'] ?? assertion['verify'];
  const stated = isJsonObject(verification) ? (verification['creator'] ?? verification['url']) : undefined;
  if (typeof stated === 'string') return stated;
  const [own] = asList(documentOf(issuer)?.['publicKey']);
  const id = isJsonObject(own) ? own['id'] : own;
  return typeof id === 'string' ? id : undefined;
}

/** The key as the issuer's answered profile holds it, else what its own address answers. */
function keyPartOf(address: string, { issuer }: BadgeParts, reader: PartsReader): BadgePart {
  const held = isVouched(issuer) ? asList(issuer.document['publicKey']).find((key) => isJsonObject(key) && key['id'] === address) : undefined;
  if (isVouched(issuer) && isJsonObject(held)) return { state: 'answered', document: held, id: address, freshness: issuer.freshness };
  return reader.ask(address, 'key');
}

async function readKey(part: BadgePart): Promise<KeyReading | { readonly outcome: 'absent' }> {
  const pem = documentOf(part)?.['publicKeyPem'];
  return typeof pem === 'string' ? readPemKey(pem) : { outcome: 'absent' };
}

function keyTrouble(reading: Exclude<KeyReading, { outcome: 'key' }> | { readonly outcome: 'absent' }, part: BadgePart): ProofFinding {
  if (reading.outcome === 'unsupported') return unknownFinding('unknown-suite', { key: reading.kind });
  return unknownFinding('key-not-here', part.state === 'wanted' ? { host: originOf(part.id) ?? '' } : {});
}

/** The issuer's profile as its own address holds it, whatever stands in the badge. */
function profileOf({ issuer, issuerId }: BadgeParts, reader: PartsReader): BadgePart {
  return issuer.state === 'own' && issuerId !== undefined ? reader.ask(issuerId) : issuer;
}

function bindingOf(address: string, part: BadgePart, { issuerId }: BadgeParts, profile: BadgePart): ProofFinding {
  const facts = { host: originOf(address) ?? '' };
  if (issuerId === undefined || !isVouched(part)) return unknownFinding('issuer-not-bound', facts);
  const { owner, revoked } = part.document;
  if (revoked !== undefined) return unknownFinding('issuer-not-bound', facts);
  if (typeof owner === 'string' && !isSameAddress(owner, issuerId)) return failedFinding('wrong-signer', facts);
  const isNamed = isVouched(profile) && namesKey(profile.document, address);
  // An issuer that names its keys has no others, wherever on its host they lie.
  const hasOthers = isVouched(profile) && asList(profile.document['publicKey']).length > 0;
  const isUnderIssuer = !hasOthers && originOf(address) !== undefined && originOf(address) === originOf(issuerId);
  return isUnderIssuer || isNamed ? passedFinding('signature-fits', facts) : unknownFinding('issuer-not-bound', facts);
}

function namesKey(profile: JsonObject, address: string): boolean {
  return asList(profile['publicKey']).some((key) => (isJsonObject(key) ? key['id'] : key) === address);
}

/**
 * The key is the issuer's where the issuer's own profile names it. One that only lies on the same host is its own
 * address's, and no list that speaks of hosts takes it for the issuer's: a host may have given that place to somebody else.
 */
function signerOf(address: string, key: KeyMaterial, part: BadgePart, { issuerId }: BadgeParts, profile: BadgePart): ProofSigner | undefined {
  if (issuerId === undefined) return undefined;
  const from = part.state === 'answered' ? { from: part.freshness } : {};
  const isNamed = isVouched(profile) && namesKey(profile.document, address);
  return { verificationMethod: address, controller: isNamed ? issuerId : address, keyThumbprint: key.thumbprint, source: 'resolved', ...from };
}
