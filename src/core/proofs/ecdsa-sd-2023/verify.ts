import { joinBytes } from '../../encoding/join-bytes.ts';
import { labelsIn, relabelQuads } from '../../encoding/json-ld/label-quads.ts';
import { sha256 } from '../../encoding/sha256.ts';
import { encodeUtf8 } from '../../encoding/utf8.ts';
import { verifySignature } from '../../encoding/verify-signature.ts';
import type { ProofFinding } from '../../model/proof.ts';
import type { PublicKey } from '../../model/public-key.ts';
import { findingOfTrouble } from '../context-finding.ts';
import type { Unsecured } from '../data-integrity.ts';
import { dataIntegrityVerifier } from '../data-integrity.ts';
import { failedFinding, passedFinding, unknownFinding } from '../outcome.ts';
import { canonizeOptions, sha256Graph, transformOnce } from '../rdfc-hash.ts';
import { baseStatements } from './base-statements.ts';
import type { Statements } from './base-statements.ts';
import type { BaseValue, DerivedValue } from './read-proof-value.ts';
import { readProofValue } from './read-proof-value.ts';

/**
 * `ecdsa-sd-2023` (VC-DI-ECDSA 3.4 and 3.5): the issuer signs each statement that the holder may leave out, so that a
 * holder can show some of them. A derived proof is verified as it stands. A base proof is the holder's own copy, with all
 * signatures: it is verified as the derived proof that leaves out nothing.
 */
export const verifyEcdsaSd2023 = dataIntegrityVerifier<BaseValue | DerivedValue>({
  name: 'ecdsa-sd-2023',
  keyTypes: ['P-256'],
  valueMember: 'proofValue',
  readValue: readProofValue,
  judge: async (value, key, unsecured) => {
    if (unsecured.source === undefined) return unknownFinding('unknown-suite', { suite: 'ecdsa-sd-2023', why: 'previousProof' });
    const transformed = await transformOnce(unsecured, sha256Graph);
    if (transformed.outcome !== 'ok') return findingOfTrouble(transformed);
    const configuration = await canonizeOptions(unsecured, sha256Graph);
    if (configuration.outcome !== 'ok') return findingOfTrouble(configuration);
    const statements = await statementsOf(value, unsecured, transformed.nquads);
    return 'state' in statements ? statements : judgeStatements(value, key, statements, configuration.nquads);
  },
});

async function statementsOf(value: BaseValue | DerivedValue, unsecured: Unsecured, nquads: string): Promise<Statements | ProofFinding> {
  if (value.mode === 'derived') return derivedStatements(value, nquads) ?? failedFinding('malformed-proof', { field: 'proofValue' });
  return baseStatements(value, unsecured.document, nquads);
}

/** 3.5.8 steps 3 to 5: the labels of the issuer instead of the canonical ones, and which statements are mandatory. */
function derivedStatements({ labels, mandatoryIndexes }: DerivedValue, nquads: string): Statements | undefined {
  const named = new Map([...labels].map(([number, label]) => [`c14n${number}`, label]));
  const lines = relabelQuads(nquads, named);
  if (lines === undefined || labelsIn(nquads).size !== named.size) return undefined;
  if ([...mandatoryIndexes].some((index) => index >= lines.length)) return undefined;
  return {
    mandatory: lines.filter((_line, index) => mandatoryIndexes.has(index)),
    others: lines.filter((_line, index) => !mandatoryIndexes.has(index)),
  };
}

/** 3.5.9 "Verify Derived Proof": every statement that is not mandatory has its signature, and the issuer signed the rest. */
async function judgeStatements(value: BaseValue | DerivedValue, key: PublicKey, { mandatory, others }: Statements, options: string): Promise<ProofFinding> {
  const { signatures, proofKey, proofKeyBytes, baseSignature } = value;
  if (signatures.length !== others.length) return failedFinding('changed', { field: 'signatures' });
  const signed = joinBytes([await sha256(options), proofKeyBytes, await sha256(mandatory.join(''))]);
  const verdicts = await Promise.all([
    verifySignature(key, baseSignature, signed),
    ...others.map((statement, index) => verifySignature(proofKey, signatures[index] ?? new Uint8Array(0), encodeUtf8(statement))),
  ]);
  if (verdicts.includes('malformed')) return failedFinding('malformed-proof', { field: 'proofValue' });
  if (verdicts.includes('does-not-fit')) return failedFinding('changed');
  return passedFinding('signature-fits', { copy: value.mode });
}
