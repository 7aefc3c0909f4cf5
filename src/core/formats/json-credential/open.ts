import type { Attempt } from '../../model/attempt.ts';
import { refuse, succeed } from '../../model/attempt.ts';
import { toFormatId } from '../../model/ids.ts';
import { isJsonObject } from '../../model/json.ts';
import { maxCredentialBytes } from '../../model/limits.ts';
import type { OpenedCredential } from '../../model/opened.ts';
import { readStrictJson } from '../../encoding/strict-json.ts';
import { requireCredentialShape, without } from '../credential-shape.ts';
import { enclosedCredentials } from '../enclosed-credentials.ts';
import { foundProofs, securedByProof } from '../find-proofs.ts';
import type { FormatTools } from '../format.ts';
import type { Glimpse } from '../glimpse.ts';

/** Below this many bytes a document cannot pass the cap on nodes of one credential. */
const surelyFewNodesBytes = 40_000;

/** A W3C credential in JSON, with embedded proofs (VC-DI) or none. */
export function openJsonCredential(glimpse: Glimpse, tools: FormatTools): Attempt<OpenedCredential> {
  const { bytes } = glimpse.received;
  if (bytes.length > maxCredentialBytes) return refuse('receive/too-large', { limit: maxCredentialBytes, bytes: bytes.length });
  const json = bytes.length > surelyFewNodesBytes ? readStrictJson(bytes) : glimpse.json();
  if (!json.ok) return json;
  const document = json.value.value;
  if (!isJsonObject(document)) return refuse('open/wrong-shape');
  const shaped = requireCredentialShape(document);
  if (!shaped.ok) return shaped;
  const secured = securedByProof(document);
  return succeed({
    kind: 'credential',
    format: toFormatId('json-credential'),
    raw: bytes,
    mediaType: 'application/json',
    claims: without(document, 'proof'),
    secured,
    defects: [],
    proofs: foundProofs(secured, tools),
    ...enclosedCredentials(document, json.value, [], glimpse.received),
  });
}
