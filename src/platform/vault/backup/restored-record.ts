import * as v from 'valibot';
import { decodeBase64url } from '../../../core/encoding/base64url.ts';
import { sha256Hex } from '../../../core/encoding/sha256.ts';
import type { JsonValue } from '../../../core/model/json.ts';
import type { ItemSummary } from '../../../core/model/stored.ts';
import type { CredentialAxes } from '../../../core/model/verdict.ts';
import { fits, importSigner, toDidKey } from '../../keys/key-material.ts';
import { utf8 } from '../join-parts.ts';
import { ownBody } from '../own-shapes.ts';
import { knownKinds, ownKinds, vaultOnlyKinds } from '../record-kinds.ts';
import { answerIdentity } from '../vault-answers.ts';
import type { KeptAnswer } from '../vault-answers.ts';
import type { BackupRecord } from './backup-archive.ts';

/** A record of a backup that can be kept here, and what tells it from the others of its kind. */
export interface RestoredRecord {
  readonly record: BackupRecord;
  /** Kind and natural identity: item id, DID, issuer and key, share id; the record's own id where the kind is unknown. */
  readonly identity: string;
}

const localized = v.array(v.object({ text: v.string(), language: v.optional(v.string()) }));
/** What a `Date` can hold (ECMA-262, 21.4.1.1): no screen could show another number. */
const someInstant = v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15));
const instant = v.optional(someInstant);
const text = v.optional(v.string());

/** [Note: Verdicts are not restored] Nothing that a check found comes out of a backup (B100): it is checked anew. */
const unchecked: CredentialAxes = {
  unchanged: 'could-not-check',
  issuer: 'could-not-check',
  status: 'could-not-check',
  time: 'could-not-check',
};

/** Everything but what checks found: axes and the signer's key are left out on purpose. */
const summaryShape = v.object({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  sameness: v.string(),
  claimsDigest: v.string(),
  savedAt: someInstant,
  format: v.string(),
  vocabulary: v.string(),
  title: localized,
  claimedIssuer: localized,
  issuerId: text,
  subjectId: text,
  issued: instant,
  // Read anew with the credential: that it is odd is no reason to lose one, or to make no backup.
  issuedOn: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))), undefined),
  validFrom: instant,
  validUntil: instant,
  origin: v.picklist(['received', 'sample', 'self-made']),
  types: v.array(v.string()),
  level: text,
  workload: text,
});
const transports = ['file', 'drop', 'paste', 'qr-camera', 'photo', 'link', 'restore', 'bundled'] as const;
const credentialShape = v.looseObject({
  summary: summaryShape,
  mediaType: v.string(),
  transport: v.picklist(transports),
  fileName: text,
});
const issuerShape = v.looseObject({ id: v.string(), keyThumbprint: v.string(), issuerId: v.string(), name: v.string(), since: someInstant });
const shareShape = v.looseObject({
  id: v.string(),
  at: someInstant,
  receiver: v.string(),
  purpose: v.string(),
  items: v.array(v.object({ id: v.string(), title: localized, fields: v.array(v.string()) })),
  along: v.optional(v.array(v.string())),
  expires: instant,
  way: v.picklist(['code', 'moving-code', 'file', 'link', 'print']),
  result: v.picklist(['prepared', 'shown', 'handed-over', 'cancelled']),
  proof: v.picklist(['proves-key', 'signed', 'none']),
});
/** [Note: Restored answers are files] Nobody can tell from a backup that an address did answer so: no domain vouches for it. */
const answerShape = v.object({ url: v.pipe(v.string(), v.startsWith('https://')), place: v.pipe(v.string(), v.regex(/^(?:site|file|former|mark [0-9a-f]{64})$/)), at: someInstant, mediaType: text });
const listShape = v.object({ id: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), addedAt: someInstant, pinned: text });
const keyShape = v.looseObject({
  type: v.picklist(['Ed25519', 'P-256']),
  did: v.pipe(v.string(), v.startsWith('did:key:')),
  verificationMethod: v.string(),
  publicKey: v.string(),
  createdAt: someInstant,
});

function parsed<T extends v.GenericSchema>(shape: T, body: JsonValue): v.InferOutput<T> | undefined {
  const result = v.safeParse(shape, body);
  return result.success ? result.output : undefined;
}

async function checkCredential(record: BackupRecord): Promise<RestoredRecord | undefined> {
  const body = parsed(credentialShape, record.body);
  if (body === undefined || record.bytes === undefined) return undefined;
  if ((await sha256Hex(record.bytes)) !== body.summary.id) return undefined;
  const summary = { ...body.summary, axes: unchecked };
  return { record: { ...record, body: { ...body, summary } as unknown as JsonValue }, identity: `credential ${body.summary.id}` };
}

/** What a record may be kept as; undefined where a known kind is not of its shape. Unknown kinds pass untouched (C40). */
export async function toRestoredRecord(record: BackupRecord): Promise<RestoredRecord | undefined> {
  const { kind, body, id } = record;
  if (vaultOnlyKinds.has(kind)) return undefined;
  if (!knownKinds.has(kind)) return { record, identity: `${kind} ${id}` };
  if (kind === 'credential') return checkCredential(record);
  if (kind === 'issuer') {
    const issuer = parsed(issuerShape, body);
    return issuer && { record: { ...record, body: issuer as JsonValue }, identity: issuerIdentity(issuer) };
  }
  if (kind === 'share') {
    const share = parsed(shareShape, body);
    return share && { record: { ...record, body: share as unknown as JsonValue }, identity: `share ${share.id}` };
  }
  if (kind === 'answer') {
    const answer = parsed(answerShape, body);
    const bytes = record.bytes?.length ?? 0;
    return answer && { record: { ...record, body: { ...answer, basis: 'file', bytes } as JsonValue }, identity: answerIdentity(answer as Pick<KeptAnswer, 'place' | 'url'>) };
  }
  if (kind === 'list') return checkList(record);
  if (ownKinds.has(kind)) return checkOwn(record);
  return checkKey(record);
}

/** What the owner wrote comes back as it was; a file only with the bytes it names. */
async function checkOwn(record: BackupRecord): Promise<RestoredRecord | undefined> {
  const body = await ownBody(record);
  return body === undefined ? undefined : { record: { ...record, body }, identity: identityOf({ ...record, summary: body }) };
}

async function checkList(record: BackupRecord): Promise<RestoredRecord | undefined> {
  const list = parsed(listShape, record.body);
  if (list === undefined || record.bytes === undefined || (await sha256Hex(record.bytes)) !== list.id) return undefined;
  return { record: { ...record, body: list as JsonValue }, identity: `list ${list.id}` };
}

/** A key is kept only where DID, public and private half fit each other: one that does not would stop all signing. */
async function checkKey(record: BackupRecord): Promise<RestoredRecord | undefined> {
  const key = parsed(keyShape, record.body);
  const publicKey = key && decodeBase64url(key.publicKey);
  if (key === undefined || publicKey?.ok !== true || record.bytes === undefined) return undefined;
  try {
    const { did, verificationMethod } = toDidKey(key.type, publicKey.value);
    if (did !== key.did || verificationMethod !== key.verificationMethod) return undefined;
    const sign = await importSigner(key.type, record.bytes);
    const input = utf8('mecum/1/key-check');
    if (!(await fits(key.type, publicKey.value, await sign(input), input))) return undefined;
  } catch {
    return undefined;
  }
  return { record: { ...record, body: key as JsonValue }, identity: `holder-key ${key.did}` };
}

function issuerIdentity(issuer: { readonly keyThumbprint: string; readonly issuerId: string }): string {
  return `issuer ${issuer.keyThumbprint} ${issuer.issuerId}`;
}

/** The identity of a kept record, from its summary. */
export function identityOf(entry: { readonly id: string; readonly kind: string; readonly summary: JsonValue }): string {
  const { id, kind } = entry;
  const summary = entry.summary as unknown as Partial<Record<'id' | 'keyThumbprint' | 'issuerId' | 'did' | 'url', string> & Pick<KeptAnswer, 'place'>> | null;
  if (kind === 'issuer') return issuerIdentity({ keyThumbprint: summary?.keyThumbprint ?? '', issuerId: summary?.issuerId ?? '' });
  if (kind === 'answer') return answerIdentity({ place: summary?.place ?? 'file', url: summary?.url ?? '' });
  if (kind === 'credential' || kind === 'share' || kind === 'list' || ownKinds.has(kind)) return `${kind} ${summary?.id ?? ''}`;
  return kind === 'holder-key' ? `${kind} ${summary?.did ?? ''}` : `${kind} ${id}`;
}

/** The summary that a restored credential comes with. */
export function restoredSummary({ record }: RestoredRecord): ItemSummary {
  return (record.body as unknown as { readonly summary: ItemSummary }).summary;
}
