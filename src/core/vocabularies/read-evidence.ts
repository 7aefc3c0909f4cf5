import type { Credential } from '../model/credential.ts';
import { at, present, readReference, readText } from './claim-node.ts';
import type { ClaimNode } from './claim-node.ts';

/** Evidence of Open Badges 2.0 and 3.0 and of learner records: what it is called, what it tells, where it is. */
export function readEvidence(node: ClaimNode): Credential['evidence'][number] {
  return present({
    name: readText(at(node, 'name')) ?? readText(at(node, 'description')),
    narrative: readText(at(node, 'narrative')),
    url: readReference(node),
  });
}
