import { sha256Hex } from '../encoding/sha256.ts';
import { glimpseOf } from '../formats/glimpse.ts';
import { formatFor } from '../formats/registry.ts';
import type { Attempt } from '../model/attempt.ts';
import { refuse } from '../model/attempt.ts';
import type { Examination, ExaminedCredential } from '../model/examination.ts';
import { toItemId } from '../model/ids.ts';
import type { OpenedCollection, OpenedPacking } from '../model/opened.ts';
import type { Received } from '../model/received.ts';
import { classOf, worstClass } from '../model/verdict.ts';

/**
 * Of a folder of all sorts of files, those that are worth a look: what a format takes, and what looks like JSON and is
 * broken, for it may have been a credential. The rest is counted, never refused.
 */
export function worthALook({ inner, mixed }: OpenedCollection): readonly Attempt<Received>[] {
  return mixed === undefined ? inner : inner.filter((item) => !item.ok || isKnown(item.value));
}

function isKnown(received: Received): boolean {
  const glimpse = glimpseOf(received);
  return formatFor(glimpse) !== undefined || (glimpse.looksLikeJson && !glimpse.json().ok);
}

/** The parts as one; a document that carries nothing is itself alone, and a folder without credentials is no credential. */
export function collectionOf(opened: OpenedCollection, parts: readonly Examination[], itself: ExaminedCredential | undefined): Examination {
  if (opened.mixed === true && parts.length === 0) {
    return itself ?? { kind: 'unreadable', error: refuse('receive/unrecognized').error, looksLike: 'zip', class: classOf('unreadable') };
  }
  const all = itself === undefined ? parts : [...parts, itself];
  const skipped = opened.inner.length - parts.length;
  const leftOut = { keys: opened.leftOut?.keys ?? 0, others: (opened.leftOut?.others ?? 0) + (opened.mixed === true ? skipped : 0) };
  return {
    kind: 'collection',
    format: opened.format,
    parts: all,
    class: worstClass(all.map((part) => part.class)),
    ...(leftOut.keys + leftOut.others === 0 ? {} : { leftOut }),
  };
}

/**
 * A credential that stood alone in its packing is known by the packing from then on: `raw` is the learner's file, whole, so
 * that it is kept and exported unchanged. A share or several credentials in a packing stay what they are.
 */
export async function inPacking(part: Examination, { format, raw, mediaType }: OpenedPacking): Promise<Examination> {
  if (part.kind !== 'credential') return part;
  return { ...part, raw, mediaType, id: toItemId(await sha256Hex(raw)), packing: [format, ...(part.packing ?? [])] };
}
