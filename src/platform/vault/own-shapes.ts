import * as v from 'valibot';
import { sha256Hex } from '../../core/encoding/sha256.ts';
import type { JsonValue } from '../../core/model/json.ts';
import { maxCollectionItems, maxEvidenceBytes, maxEvidenceFiles, maxOwnTextCharacters, maxOwnTitleCharacters } from '../../core/model/limits.ts';
import type { PlainRecord } from './sealed-record.ts';

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));
const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const instant = v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15));
/** UTF-16 units: never fewer than the code points that the wallet counts. */
const title = v.pipe(v.string(), v.maxLength(2 * maxOwnTitleCharacters));
const words = v.pipe(v.string(), v.maxLength(2 * maxOwnTextCharacters));
const owned = { id, origin: v.literal('owner'), createdAt: instant, updatedAt: instant };
const evidence = { id, name: title, mediaType: title, size: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(maxEvidenceBytes)), sha256: digest };

const shapes: Readonly<Record<string, v.GenericSchema>> = {
  collection: v.object({
    ...owned,
    kind: v.literal('collection'),
    name: title,
    intro: words,
    items: v.pipe(v.array(digest), v.maxLength(maxCollectionItems)),
    priorLearning: v.pipe(v.array(id), v.maxLength(maxCollectionItems)),
  }),
  note: v.object({ ...owned, kind: v.literal('note'), item: digest, text: words }),
  'prior-learning': v.object({
    ...owned,
    kind: v.literal('prior-learning'),
    title,
    what: words,
    when: title,
    evidence: v.pipe(v.array(v.object(evidence)), v.maxLength(maxEvidenceFiles)),
  }),
  evidence: v.object({ ...evidence, of: id }),
};

/** The body of a record of the owner's; undefined where it is not of its shape, or bytes and what is said of them do not fit. */
export async function ownBody({ kind, body, bytes }: Pick<PlainRecord, 'kind' | 'body' | 'bytes'>): Promise<JsonValue | undefined> {
  const shape = shapes[kind];
  const parsed = shape && v.safeParse(shape, body);
  if (parsed?.success !== true) return undefined;
  if (kind === 'evidence') {
    const { sha256, size } = parsed.output as { readonly sha256: string; readonly size: number };
    const given = bytes ?? new Uint8Array(0);
    if (given.length !== size || (await sha256Hex(given)) !== sha256) return undefined;
  }
  return parsed.output as JsonValue;
}
