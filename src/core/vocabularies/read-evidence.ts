import type { Credential } from '../model/credential.ts';
import { at, present, readReference, readText } from './claim-node.ts';
import type { ClaimNode } from './claim-node.ts';

/** Evidence of Open Badges 2.0 and 3.0 and of learner records: what it is called, what it tells, where it is. */
export function readEvidence(node: ClaimNode): Credential['evidence'][number] {
  return present({
    name: readText(at(node, 'name')) ?? readText(at(node, 'description')),
    narrative: readText(at(node, 'narrative')),
    url: readAddress(node),
  });
}

/** Its address; a blank node of RDF (`_:b1`) is a name within the document, and leads nowhere. */
function readAddress(node: ClaimNode): ReturnType<typeof readReference> {
  const isNameless = readReference({ ...node, understood: new Set() })?.value.startsWith('_:') === true;
  return isNameless ? undefined : readReference(node);
}
