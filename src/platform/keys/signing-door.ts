import * as v from 'valibot';
import { encodeBase64url } from '../../core/encoding/base64url.ts';
import { canonicalProofOptions, presentationContext } from '../../core/encoding/proof-options.ts';
import { sha256 } from '../../core/encoding/sha256.ts';
import { encodeUtf8 } from '../../core/encoding/utf8.ts';
import { refuse, succeed } from '../../core/model/attempt.ts';
import type { Attempt } from '../../core/model/attempt.ts';
import { asList, isJsonObject } from '../../core/model/json.ts';
import type { JsonObject, JsonValue } from '../../core/model/json.ts';
import type { Instant } from '../../core/model/instant.ts';
import { maxChallengeCharacters, maxFileBytes, maxReceiverCharacters } from '../../core/model/limits.ts';
import type { SigningRequest } from '../../core/model/presentation.ts';
import type { HeldKey } from './keyring.ts';

/** How far the `created` of a request may lie from the clock: a signature is made when it is asked for. */
const maxSkewMs = 5 * 60_000;
/** The last instant with a four-digit year. */
const lastInstant = 253_402_300_799_999;

/** Text without control characters, line separators and lone surrogates. */
const plainText = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+$/u;
/** Characters that can be seen, and plain spaces between them. */
const printable = /^[^\p{C}\p{Zl}\p{Zp}]+$/u;

const instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(lastInstant));
const receiver = v.pipe(
  v.string(),
  v.regex(plainText),
  v.check((text) => [...text].length <= maxReceiverCharacters && text === text.normalize('NFC')),
);
const challenge = v.pipe(v.string(), v.regex(printable), v.maxLength(maxChallengeCharacters));
const method = v.pipe(v.string(), v.startsWith('did:key:'), v.maxLength(512));

/** [Note: The typed signing door] Unknown kinds, unknown members and members of another type are all refused. */
const requestSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('di'),
    cryptosuite: v.picklist(['eddsa-rdfc-2022', 'eddsa-jcs-2022']),
    verificationMethod: method,
    created: instant,
    expires: v.exactOptional(instant),
    domain: receiver,
    challenge,
    documentHash: v.pipe(v.instance(Uint8Array), v.check((bytes) => bytes.length === 32)),
  }),
  v.strictObject({
    kind: v.literal('vp-jwt'),
    verificationMethod: method,
    audience: receiver,
    nonce: challenge,
    issuedAt: instant,
    expires: v.exactOptional(instant),
    presentation: v.pipe(v.string(), v.maxLength(maxFileBytes)),
  }),
]);

/** Lets a request in, or `vault/signing-refused` with the member that is wrong in `why`. */
export function parseSigningRequest(request: unknown, now: Instant): Attempt<SigningRequest> {
  const parsed = v.safeParse(requestSchema, request);
  if (!parsed.success) return refuse('vault/signing-refused', { why: v.getDotPath(parsed.issues[0]) ?? 'kind' });
  const typed = parsed.output as SigningRequest;
  const created = typed.kind === 'di' ? typed.created : typed.issuedAt;
  if (Math.abs(created - now) > maxSkewMs) return refuse('vault/signing-refused', { why: 'created' });
  if (typed.expires !== undefined && typed.expires <= created) return refuse('vault/signing-refused', { why: 'expires' });
  return succeed(typed);
}

/** What is to be signed, built here from the typed values, and what the answer is made of. */
export interface SigningInput {
  readonly bytes: Uint8Array;
  /** For a token: what stands before the last dot. */
  readonly text?: string;
}

/** Builds the input of the signature. `vault/signing-refused` where key, suite or presentation do not fit. */
export async function buildSigningInput(request: SigningRequest, key: HeldKey): Promise<Attempt<SigningInput>> {
  if (request.kind === 'vp-jwt') return buildTokenInput(request, key);
  if (key.type !== 'Ed25519') return refuse('vault/signing-refused', { why: 'cryptosuite' });
  // VC-DI-EDDSA 3.2.4 and 3.3.4: the hash of the proof options, then the hash of the document.
  const bytes = new Uint8Array(64);
  bytes.set(await sha256(canonicalProofOptions(request)));
  bytes.set(request.documentHash, 32);
  return succeed({ bytes });
}

/**
 * What a presentation may be made of (VCDM 2.0, 4.13; 1.1, 4.10). Everything else is refused: claims that only the door
 * writes, and what would let the token be read as a credential issued by the holder.
 */
const presentationMembers: ReadonlySet<string> = new Set([
  '@context',
  'id',
  'type',
  'holder',
  'name',
  'description',
  'termsOfUse',
  'verifiableCredential',
]);
const presentationTypes: ReadonlySet<unknown> = new Set(['VerifiablePresentation']);

function parsePresentation(text: string, holder: string): JsonObject | undefined {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
  if (!isJsonObject(value) || !Object.keys(value).every((member) => presentationMembers.has(member))) return undefined;
  const isOurs = value['holder'] === undefined || value['holder'] === holder;
  const types = asList(value['type']);
  return types.length > 0 && types.every((type) => presentationTypes.has(type)) && isOurs ? value : undefined;
}

function buildTokenInput(request: Extract<SigningRequest, { kind: 'vp-jwt' }>, key: HeldKey): Attempt<SigningInput> {
  const presentation = parsePresentation(request.presentation, key.did);
  if (presentation === undefined) return refuse('vault/signing-refused', { why: 'presentation' });
  // VC-JOSE-COSE 3.1.2: a VP 2.0 is the payload itself; a VP 1.1 is its `vp` claim (VCDM 1.1, 6.3.1).
  const isV2 = asList(presentation['@context'])[0] === presentationContext[0];
  const alg = key.type === 'Ed25519' ? 'EdDSA' : 'ES256';
  const header = { alg, typ: isV2 ? 'vp+jwt' : 'JWT', kid: key.verificationMethod };
  const claims = {
    ...(isV2 ? presentation : { vp: presentation }),
    iss: key.did,
    aud: request.audience,
    nonce: request.nonce,
    iat: Math.floor(request.issuedAt / 1000),
    nbf: Math.floor(request.issuedAt / 1000),
    ...(request.expires === undefined ? {} : { exp: Math.floor(request.expires / 1000) }),
  };
  const text = `${encodeJson(header)}.${encodeJson(claims)}`;
  return succeed({ bytes: encodeUtf8(text), text });
}

function encodeJson(value: object): string {
  return encodeBase64url(encodeUtf8(JSON.stringify(value)));
}
