import type { Credential } from '../../model/credential.ts';
import { toVocabularyId } from '../../model/ids.ts';
import type { JsonObject } from '../../model/json.ts';
import { at, present, readString, understand } from '../claim-node.ts';
import { readModel } from '../european-learning-model/read-european.ts';
import { furtherClaims } from '../further-claims.ts';
import { readEnvelope, rootOf } from '../read-envelope.ts';
import { readSeconds } from './read-micro-credential.ts';

/** An SD-JWT VC around a credential of the European Learning Model (`elm`, DC4EU): read from there, with the token's own dates. */
export function readEnclosedModel(claims: JsonObject): Credential {
  const root = rootOf(claims);
  for (const key of ['cnf', 'vct#integrity']) understand(at(root, key));
  const enclosed = at(root, 'elm') ?? root;
  const read = readModel(enclosed);
  const { status } = readEnvelope(root);
  const vct = readString(at(root, 'vct'));
  const known = {
    ...read,
    types: vct === undefined ? [] : [vct.value],
    status: [...status, ...read.status],
    ...present({
      id: read.id ?? readString(at(root, 'jti')),
      issued: read.issued ?? readSeconds(at(root, 'iat')),
      validFrom: read.validFrom ?? readSeconds(at(root, 'nbf')),
      validUntil: read.validUntil ?? readSeconds(at(root, 'exp')),
    }),
    issuer: { ...read.issuer, ...present({ id: read.issuer.id ?? readString(at(root, 'iss')) }) },
  };
  return { reader: { vocabulary: toVocabularyId('enclosed-learning-model'), version: 5 }, ...known, further: furtherClaims(root) };
}
