import { decodeBase58btc } from '../encoding/multibase.ts';
import { verifySignature } from '../encoding/verify-signature.ts';
import type { ProofFinding, VerifyProof } from '../model/proof.ts';
import type { KeyType, PublicKey } from '../model/public-key.ts';
import type { Unsecured } from './data-integrity.ts';
import { dataIntegrityVerifier } from './data-integrity.ts';
import { failedFinding, passedFinding } from './outcome.ts';

/** The bytes that were signed, or why they cannot be told. `doubt`: what stands in the way although a signature fits them. */
export type HashData = { readonly ok: true; readonly bytes: Uint8Array; readonly doubt?: ProofFinding } | { readonly ok: false; readonly finding: ProofFinding };

/** A suite whose `proofValue` is one signature, in base58btc, over the hashes of proof options and document. */
interface OneSignatureSuite {
  readonly name: string;
  /** Bytes of the signature for each kind of key that the suite knows. */
  readonly signatureBytes: Partial<Readonly<Record<KeyType, number>>>;
  hash(unsecured: Unsecured, key: PublicKey): Promise<HashData>;
}

export function oneSignatureVerifier({ name, signatureBytes, hash }: OneSignatureSuite): VerifyProof {
  const lengths = Object.values(signatureBytes);
  return dataIntegrityVerifier<Uint8Array>({
    name,
    keyTypes: Object.keys(signatureBytes) as KeyType[],
    valueMember: 'proofValue',
    readValue: (text) => {
      const signature = decodeBase58btc(text);
      return signature.ok && lengths.includes(signature.value.length) ? signature.value : undefined;
    },
    judge: async (signature, key, unsecured) => {
      if (signature.length !== signatureBytes[key.type]) return failedFinding('malformed-proof', { field: 'proofValue' });
      const hashed = await hash(unsecured, key);
      if (!hashed.ok) return hashed.finding;
      const judged = await judgeSignature(key, signature, hashed.bytes, 'proofValue');
      return judged.state === 'passed' ? (hashed.doubt ?? judged) : judged;
    },
  });
}

/** What a signature over these bytes comes to; `field` is where it stood. */
export async function judgeSignature(key: PublicKey, signature: Uint8Array, signed: Uint8Array, field: string): Promise<ProofFinding> {
  const verdict = await verifySignature(key, signature, signed);
  if (verdict === 'fits') return passedFinding('signature-fits');
  return verdict === 'malformed' ? failedFinding('malformed-proof', { field }) : failedFinding('changed');
}
