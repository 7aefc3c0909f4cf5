import { parseDid } from '../../model/ids.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ProofOrder, VerifyProof } from '../../model/proof.ts';
import { bindKey } from '../bind-key.ts';
import { judgeJwsSignature } from '../jws/algorithms.ts';
import { findHeaderTrouble, findKey, readBinding } from '../jws/verify.ts';
import type { FoundKey } from '../jws/verify.ts';
import { judgeBytesOnce } from '../judge-once.ts';
import { failedFinding, outcomeOf, unknownFinding } from '../outcome.ts';
import { findMetadataKey } from './metadata-key.ts';
import type { CertifiedKey } from './certificate-key.ts';

/**
 * The issuer's signature of an SD-JWT (RFC 9901 7.1, step 2; SD-JWT VC 2.5). How its key is found is settled by the kind of
 * identifier that the issuer has (B78); a key that the token brings along as `jwk` counts for nothing.
 *
 * - a DID: its own document, whatever else stands in the header;
 * - an https address, or none at all, with `x5c`: the certificate, which must name that address and lead to a loaded anchor
 *   before it says anything about who signed; without one, the metadata at the issuer's well-known address;
 * - a credential of the W3C data model, and any other identifier: as for every token.
 */
export const verifySdJwt: VerifyProof = async (order) => {
  const { secured, controller } = order;
  if (secured.form !== 'sd-jwt') return outcomeOf({ signature: failedFinding('malformed-proof', { field: 'form' }) });
  const { header, payload, signature, signingInput } = secured;
  // A credential is for nobody in particular; a presentation says for whom.
  const bound = order.purpose === 'authentication' ? readBinding(payload) : {};
  const trouble = findHeaderTrouble(header, signature);
  if (trouble !== undefined) return outcomeOf({ ...bound, signature: trouble });
  const found: IssuerKey | NoKey = secured.model === 'vcdm' ? await findKey(header, order) : await findIssuerKey(header, order);
  if ('finding' in found) {
    const binding = found.verificationMethod === undefined ? undefined : bindKey(controller, found.verificationMethod);
    return outcomeOf({ ...bound, signature: found.finding, ...(binding !== undefined && { binding }) });
  }
  const finding = await judgeBytesOnce(order, ['jws', String(header['alg']), found.key.thumbprint], signature, signingInput, () => judgeJwsSignature(found.key, header['alg'], signature, signingInput));
  const { certificate, steps } = found;
  return outcomeOf({
    ...bound,
    signature: finding,
    binding: found.binding,
    ...(finding.state === 'passed' && { signer: found.signer }),
    ...(certificate !== undefined && { certificate }),
    ...(steps !== undefined && { steps }),
  });
};

type NoKey = Extract<FoundKey, { finding: unknown }>;
type IssuerKey = Exclude<FoundKey, NoKey> & Partial<Pick<CertifiedKey, 'certificate' | 'steps'>>;

async function findIssuerKey(header: JsonObject, order: ProofOrder): Promise<IssuerKey | NoKey> {
  const { controller } = order;
  const isAddress = controller?.startsWith('https://') === true;
  if (header['x5c'] !== undefined && (isAddress || controller === undefined)) {
    return (await import('./certificate-key.ts')).findCertificateKey(header, order);
  }
  if (isAddress && controller !== undefined) return findMetadataKey(header, order, controller);
  if (controller === undefined || parseDid(controller) === undefined) return { finding: unknownFinding('key-not-here') };
  const { jwk: _jwk, ...rest } = header;
  return findKey(rest, order);
}
