import { isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { FoundProof, Secured } from '../model/opened.ts';
import type { Securing } from '../model/proof.ts';
import type { FormatTools } from './format.ts';

/**
 * How a JSON document is secured (VC-DI 2.1): `proof` absent is unsigned; an object or a non-empty array of objects
 * are its proofs; anything else is a proof that is present and malformed.
 */
export function securedByProof(document: JsonObject): Secured {
  const proof = document['proof'];
  if (proof === undefined) return { form: 'unsigned', document };
  const proofs: readonly JsonValue[] = Array.isArray(proof) ? (proof as readonly JsonValue[]) : [proof];
  const malformed = proofs.length === 0 || !proofs.every((entry) => isJsonObject(entry));
  return { form: 'data-integrity', document, proofs, malformed };
}

/** The proofs by name, before anything is verified. */
export function foundProofs(secured: Secured, tools: FormatTools): readonly FoundProof[] {
  if (secured.form === 'unsigned' || secured.form === 'badge-2') return [];
  if (secured.form === 'other') return [{ name: secured.name }];
  if (secured.form === 'data-integrity') return secured.proofs.map((proof) => foundProof({ form: 'data-integrity', proof }, proof, tools));
  const kid = secured.header['kid'];
  const found = foundProof({ form: secured.form, header: secured.header }, {}, tools);
  // In a seal it names a certificate, by its issuer and number.
  return [typeof kid === 'string' && secured.form !== 'seal' ? { ...found, verificationMethod: kid.slice(0, 2_000) } : found];
}

function foundProof(securing: Securing, proof: JsonValue, tools: FormatTools): FoundProof {
  const suite = tools.suiteFor(securing);
  const members: JsonObject = isJsonObject(proof) ? proof : {};
  const method = members['verificationMethod'];
  const created = members['created'];
  return {
    name: tools.nameOfProof(securing),
    ...(suite === undefined ? {} : { suite: suite.id }),
    ...(typeof method === 'string' ? { verificationMethod: method.slice(0, 2_000) } : {}),
    ...(typeof created === 'string' ? { created: created.slice(0, 100) } : {}),
  };
}
