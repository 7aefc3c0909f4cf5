import { decodeBase64url } from '../../encoding/base64url.ts';
import { decodeBase64 } from '../../encoding/base64.ts';
import { jwsAlgorithm } from '../../encoding/jws-algorithms.ts';
import { readJwk } from '../../encoding/read-key.ts';
import { readStrictJson } from '../../encoding/strict-json.ts';
import { encodeUtf8 } from '../../encoding/utf8.ts';
import { verifySignature } from '../../encoding/verify-signature.ts';
import { refuse, succeed } from '../../model/attempt.ts';
import type { Attempt } from '../../model/attempt.ts';
import { isJsonObject } from '../../model/json.ts';
import type { JsonObject } from '../../model/json.ts';
import type { KeyMaterial } from '../../model/public-key.ts';
import type { TrustListFile, TrustListMeta } from '../../model/trust.ts';
import { textOf } from '../list-text.ts';

/** A list as JSON, and what its own signature is worth. */
interface OpenedList {
  readonly root: JsonObject;
  readonly signature: TrustListMeta['signature'];
  readonly signerThumbprint?: string;
}

const caps = { maxNodes: 500_000 } as const;

/**
 * A list as JSON, or as compact JWS (TS 119 602 6.8) with its key in `jwk` or its certificate in `x5c`. A signature that
 * does not fit, or one of another key than the list was pinned to, makes it no list at all; an unsigned list is none where a
 * key was pinned. Errors: `open/malformed` with the part.
 */
export async function openList(file: TrustListFile): Promise<Attempt<OpenedList>> {
  const text = textOf(file);
  if (text === undefined) return refuse('open/not-utf8');
  if (!text.startsWith('ey')) {
    if (file.pinned !== undefined) return refuse('open/malformed', { part: 'signature' });
    const root = readObject(encodeUtf8(text));
    return root.ok ? succeed({ root: root.value, signature: 'unsigned' }) : root;
  }
  const [protectedPart = '', payloadPart = '', signaturePart = '', ...more] = text.split('.');
  const [header, payload, signature] = [decodeBase64url(protectedPart), decodeBase64url(payloadPart), decodeBase64url(signaturePart)];
  if (more.length > 0 || !header.ok || !payload.ok || !signature.ok) return refuse('open/malformed', { part: 'token' });
  const [head, root] = [readObject(header.value), readObject(payload.value)];
  if (!head.ok) return head;
  if (!root.ok) return root;
  const key = await keyOf(head.value);
  const algorithm = jwsAlgorithm(head.value['alg']);
  const isUsable = key !== undefined && algorithm?.key === key.type && head.value['crit'] === undefined && head.value['b64'] === undefined;
  if (!isUsable) return refuse('open/malformed', { part: 'header' });
  const verdict = await verifySignature(key, signature.value, encodeUtf8(`${protectedPart}.${payloadPart}`), algorithm.scheme);
  const isPinned = file.pinned === key.thumbprint;
  if (verdict !== 'fits' || (file.pinned !== undefined && !isPinned)) return refuse('open/malformed', { part: 'signature' });
  return succeed({ root: root.value, signature: isPinned ? 'signed-by-pinned' : 'signed-by-unknown', signerThumbprint: key.thumbprint });
}

function readObject(bytes: Uint8Array): Attempt<JsonObject> {
  const json = readStrictJson(bytes, caps);
  if (!json.ok) return json;
  return isJsonObject(json.value.value) ? succeed(json.value.value) : refuse('open/malformed', { part: 'list' });
}

/** The key that the header brings: whose it is, only a pin can say. */
async function keyOf({ jwk, x5c }: JsonObject): Promise<KeyMaterial | undefined> {
  if (isJsonObject(jwk)) {
    const reading = readJwk(jwk);
    return reading.outcome === 'key' ? reading.key : undefined;
  }
  const leaf = Array.isArray(x5c) && typeof x5c[0] === 'string' ? decodeBase64(x5c[0]) : undefined;
  if (leaf?.ok !== true) return undefined;
  const { readCertificate } = await import('../../encoding/x509/read-certificate.ts');
  const certificate = await readCertificate(leaf.value);
  return certificate?.key.outcome === 'key' ? certificate.key.key : undefined;
}
