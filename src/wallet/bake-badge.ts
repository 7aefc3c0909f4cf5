import { refuse, succeed } from '../core/model/attempt.ts';
import type { Attempt } from '../core/model/attempt.ts';
import type { BadgeImageKind, BakedBadge } from '../core/model/baked.ts';
import type { Examination, ExaminedCredential } from '../core/model/examination.ts';
import type { KeptAnew } from './document-doors.ts';
import type { Ports } from './ports.ts';
import { contextOf } from './receive.ts';

/**
 * Makes an image of a badge, then examines that image as whoever gets it will: only one that is read as the same credential,
 * with the same verdict on every axis, is handed out. Of an altered badge no image is made. Error: `present/cannot-bake`.
 */
export async function bakeBadge(ports: Ports, { kept, examined }: KeptAnew, kind?: BadgeImageKind): Promise<Attempt<BakedBadge>> {
  if (examined.axes.unchanged === 'no') return refuse('present/cannot-bake', { why: 'altered' });
  const baked = await ports.examiner.bake({ credential: examined, ...(kind === undefined ? {} : { kind }) });
  if (!baked.ok) return baked;
  const { bytes, mediaType } = baked.value;
  const received = { bytes, mediaType, transport: kept.transport, arrivedAt: ports.clock.now() };
  const seen = await ports.examiner.examine({ received, context: contextOf(ports, [], kept.summary.origin) });
  if (!seen.ok) return seen;
  return isSameAs(seen.value, examined, baked.value.kind) ? succeed(baked.value) : refuse('present/cannot-bake', { why: 'read-back' });
}

function isSameAs(seen: Examination, { sameness, claimsDigest, headline, axes }: ExaminedCredential, kind: BadgeImageKind): boolean {
  if (seen.kind !== 'credential' || seen.packing?.[0] !== `baked-${kind}`) return false;
  const isSameClaims = seen.sameness === sameness && seen.claimsDigest === claimsDigest;
  return isSameClaims && seen.headline === headline && (['unchanged', 'issuer', 'status', 'time'] as const).every((axis) => seen.axes[axis] === axes[axis]);
}
