import { canonize } from '../encoding/json-ld/canonize.ts';
import { encodeBase64 } from '../encoding/base64.ts';
import { encodeBase58btc } from '../encoding/multibase.ts';
import { presentationContext, proofOptionsOf } from '../encoding/proof-options.ts';
import { sha256 } from '../encoding/sha256.ts';
import { readStrictJson } from '../encoding/strict-json.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { refuse, succeed } from '../model/attempt.ts';
import type { Attempt } from '../model/attempt.ts';
import { isJsonObject } from '../model/json.ts';
import type { JsonValue } from '../model/json.ts';
import { maxFileBytes, maxNodesPerCredential } from '../model/limits.ts';
import type { Presentation, PresentationDraft, PresentationOrder, Signature } from '../model/presentation.ts';
import { encloseCredential } from './present-enclose.ts';
import { unpacked } from './unpacked.ts';

/** The name of every presentation file: nothing of what is inside. */
const presentationFileName = 'credential-presentation.json';
/** VCDM 2.0, C.2. */
const presentationMediaType = 'application/vp';

/** The name of an enclosed statement; readers look for it. */
export const statementName = 'Recognition statement';

/**
 * Builds a presentation (VCDM 2.0, 4.13) around credentials, up to its signature with `eddsa-rdfc-2022`.
 *
 * The purpose stands in it as `description`, a term of the base context that holds for presentations too, so that it
 * is under the signature. See [Note: A statement within a share]. Errors: `present/nothing-to-disclose`; `present/request-expired` where the end is not after
 * the beginning; `present/key-missing` where the method is not the holder's; `present/too-large`;
 * `present/cannot-enclose` with the credential's id in `item` and the reason in `why`.
 */
export async function draftPresentation(order: PresentationOrder): Promise<Attempt<PresentationDraft>> {
  const { credentials, created, expires, domain, challenge, holder, verificationMethod } = order;
  if (credentials.length === 0) return refuse('present/nothing-to-disclose');
  if (expires !== undefined && expires <= created) return refuse('present/request-expired');
  if (!verificationMethod.startsWith(`${holder}#`)) return refuse('present/key-missing');
  const enclosed: string[] = [];
  for (const { id, raw } of credentials) {
    const one = encloseCredential(await unpacked(raw));
    if (!one.ok) return refuse(one.error.code, { ...one.error.facts, item: id });
    enclosed.push(one.value);
  }
  const unsigned = assemble(order, enclosed, await textsOf(order));
  if (encodeUtf8(unsigned).length > maxFileBytes) return refuse('present/too-large', { limit: maxFileBytes });
  const documentHash = await hashDocument(unsigned, enclosed.length);
  if (!documentHash.ok) return refuse('present/cannot-enclose', { ...documentHash.error.facts, ...(await blame(order, enclosed)) });
  return succeed({
    unsigned,
    request: {
      kind: 'di',
      cryptosuite: 'eddsa-rdfc-2022',
      verificationMethod,
      created,
      ...(expires === undefined ? {} : { expires }),
      domain,
      challenge,
      documentHash: documentHash.value,
    },
  });
}

/** The presentation with its proof, as the file that is handed on. Throws where the signature is not of this draft. */
export function finishPresentation(draft: PresentationDraft, signature: Signature): Attempt<Presentation> {
  if (signature.kind !== 'di' || signature.signature.length !== 64) throw new Error('A signature of another kind');
  const proof = { ...proofOptionsOf(draft.request), proofValue: encodeBase58btc(signature.signature) };
  const text = `${draft.unsigned.slice(0, -1)},"proof":${JSON.stringify(proof)}}`;
  return succeed({ bytes: encodeUtf8(text), mediaType: presentationMediaType, fileName: presentationFileName });
}

/**
 * [Note: A statement within a share] The description of the presentation is then its purpose and a file: a node whose id is
 * the bytes themselves (RFC 2397), with name, media type and SHA-256 in terms of the base context (`schema:description` may be
 * a text object). So nothing inline has to be added to the contexts, every verifier can check it, and the bytes are those
 * that were saved. The statement is the sender's own word: no check of ours rests on it.
 */
async function textsOf({ purpose = '', statement }: PresentationOrder): Promise<readonly JsonValue[]> {
  const words = purpose.trim().replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '');
  const texts: readonly JsonValue[] = words === '' ? [] : [words];
  if (statement === undefined) return texts;
  const mediaType = 'application/json';
  const digestSRI = `sha256-${encodeBase64(await sha256(statement))}`;
  return [...texts, { id: `data:${mediaType};base64,${encodeBase64(statement)}`, name: statementName, mediaType, digestSRI }];
}

function assemble({ holder }: PresentationOrder, enclosed: readonly string[], texts: readonly JsonValue[]): string {
  const [first] = texts;
  const head = JSON.stringify({
    '@context': presentationContext,
    type: ['VerifiablePresentation'],
    holder,
    ...(first === undefined ? {} : { description: texts.length === 1 ? first : texts }),
  });
  return `${head.slice(0, -1)},"verifiableCredential":[${enclosed.join(',')}]}`;
}

/** VC-DI-EDDSA 3.2.2-3.2.4: SHA-256 of the canonical form of the document without proof, in safe mode. */
async function hashDocument(unsigned: string, credentials: number): Promise<Attempt<Uint8Array>> {
  const parsed = readStrictJson(encodeUtf8(unsigned), { maxNodes: maxNodesPerCredential * (credentials + 1) });
  if (!parsed.ok) return refuse('present/cannot-enclose', { why: parsed.error.code });
  if (!isJsonObject(parsed.value.value)) throw new Error('A presentation that is no object');
  const canonized = await canonize(parsed.value.value);
  if (canonized.outcome === 'ok') return succeed(await sha256(canonized.nquads));
  const { outcome: why, ...facts } = canonized;
  return refuse('present/cannot-enclose', { ...facts, why });
}

/** Which credential it was that could not stand inside: the first that cannot do so alone either. */
async function blame(order: PresentationOrder, enclosed: readonly string[]): Promise<{ readonly item?: string }> {
  for (const [index, one] of enclosed.entries()) {
    const alone = await hashDocument(assemble(order, [one], []), 1);
    const item = order.credentials[index]?.id;
    if (!alone.ok && item !== undefined) return { item };
  }
  return {};
}
