import { refuse, succeed } from '../core/model/attempt.ts';
import type { Attempt } from '../core/model/attempt.ts';
import { credentialsIn } from '../core/model/examination.ts';
import type { Examination, ExaminationContext, ExaminedCredential, ShareExpectation } from '../core/model/examination.ts';
import { toFormatId } from '../core/model/ids.ts';
import type { ItemId } from '../core/model/ids.ts';
import type { Received } from '../core/model/received.ts';
import type { ItemSummary } from '../core/model/stored.ts';
import type { OwnListEntry } from '../core/model/trust.ts';
import type { Origin } from '../core/model/verdict.ts';
import { joinReviews } from './join-reviews.ts';
import { keepWaitingIssuers } from './know-issuer.ts';
import { notBeforeOf } from './last-seen.ts';
import type { Ports } from './ports.ts';
import { toNewItem } from './summarize.ts';
import type { Review, ReviewItem } from './wallet.ts';
import type { WalletStore } from './wallet-store.ts';

/** The context of an examination, with the clock of now. */
export function contextOf(
  ports: Ports,
  ownList: readonly OwnListEntry[],
  origin: Origin = 'received',
  expectation: ShareExpectation = 'none',
): ExaminationContext {
  return { now: ports.clock.now(), notBefore: notBeforeOf(ports, ports.vault.snapshot.get()), ownList, expectation, origin };
}

/** What is kept, by what would be the same: by its bytes, and by what it is called. */
type KeptCopies = ReadonlyMap<string, readonly ItemSummary[]>;

function copiesOf(kept: readonly ItemSummary[]): KeptCopies {
  const copies = new Map<string, ItemSummary[]>();
  for (const item of kept) {
    copies.set(item.id, [item]);
    const named = copies.get(item.sameness);
    if (named === undefined) copies.set(item.sameness, [item]);
    else named.push(item);
  }
  return copies;
}

/**
 * The same: these bytes, or the same claims for the same time, no better secured than what is kept. A copy that is
 * signed where the kept one is not, or that lasts longer, is never taken for one that is there.
 */
function alreadyKept(examined: ExaminedCredential, kept: KeptCopies): ReviewItem['already'] {
  const copies = kept.get(examined.sameness) ?? [];
  if (kept.has(examined.id)) return 'same';
  const signerThumbprint = examined.signer?.keyThumbprint;
  const isNoBetter = (item: ItemSummary): boolean =>
    examined.axes.unchanged === 'yes'
      ? item.axes.unchanged === 'yes' && item.signerThumbprint === signerThumbprint && item.validUntil === examined.period.until
      : item.axes.unchanged === 'yes' || item.axes.unchanged === examined.axes.unchanged;
  if (copies.some((item) => item.claimsDigest === examined.claimsDigest && isNoBetter(item))) return 'same';
  return copies.length > 0 ? 'newer-copy' : undefined;
}

/** An SD-JWT with its holder's key binding (RFC 9901 7.2): an issuer never hands one out, so it is not kept (B73). */
function isKeyBound(examination: Examination): boolean {
  return examination.kind === 'share' && examination.format === toFormatId('sd-jwt+kb');
}

/** The credentials that may be kept: not those that stand in somebody's key-bound share. */
function keepableIn(examination: Examination): readonly ExaminedCredential[] {
  if (isKeyBound(examination)) return [];
  return examination.kind === 'share' || examination.kind === 'collection' ? examination.parts.flatMap(keepableIn) : credentialsIn(examination);
}

/** What came in, beside what is kept already. */
function toReview(examination: Examination, kept: readonly ItemSummary[], origin: Origin, received: Received): Review {
  const copies = copiesOf(kept);
  const items = keepableIn(examination).map((examined): ReviewItem => {
    const already = alreadyKept(examined, copies);
    return { examination: examined, ...(already === undefined ? {} : { already }) };
  });
  return {
    examination,
    items,
    received,
    origin,
    transport: received.transport,
    ...(examination.kind === 'share' ? { share: examination } : {}),
  };
}

/** Examines what arrived. Nothing is stored. `receive/stopped` once the signal says so. */
export async function receive(ports: Ports, store: WalletStore, received: Received, origin: Origin = 'received', signal?: AbortSignal): Promise<Attempt<Review>> {
  const { issuers, items } = store.state.get().vault;
  const examined = await ports.examiner.examine({ received, context: contextOf(ports, issuers, origin) }, signal);
  if (!examined.ok) return examined;
  return isKeyBound(examined.value) ? refuse('receive/key-bound') : succeed(toReview(examined.value, items, origin, received));
}

/**
 * Keeps the chosen credentials of the pending review in one transaction; the review stays until they are kept.
 * What is kept already is skipped. `vault/absent` and `vault/locked` leave everything as it is.
 */
export async function save(
  ports: Ports,
  store: WalletStore,
  ids: readonly ItemId[],
): Promise<Attempt<{ readonly saved: readonly ItemId[]; readonly skipped: number }>> {
  const review = store.state.get().pending;
  if (review === undefined) return refuse('vault/not-found');
  const { status, items } = ports.vault.snapshot.get();
  if (status.kind === 'absent') return refuse('vault/absent');
  if (status.kind !== 'open') return refuse('vault/locked');
  const now = ports.clock.now();
  const wanted = new Set(ids);
  const copies = copiesOf(items);
  // Of several files, each with the way it came by itself.
  const fresh = (review.files ?? [review]).flatMap(({ items: found, origin, transport }) =>
    found
      .filter(({ examination }) => wanted.has(examination.id) && alreadyKept(examination, copies) !== 'same')
      .map(({ examination }) => toNewItem(examination, origin, transport, now)),
  );
  const added = await ports.vault.add(fresh);
  if (!added.ok) return added;
  store.setPending(undefined);
  await keepWaitingIssuers(ports, store);
  return succeed({ saved: added.value, skipped: ids.length - added.value.length });
}

/** The pending review, examined again with the answers of now. Nothing is pending: `vault/not-found`. Stopped, it stays as it is. */
export async function reviewAgain(ports: Ports, store: WalletStore, signal?: AbortSignal): Promise<Attempt<Review>> {
  const before = store.state.get().pending;
  if (before === undefined) return refuse('vault/not-found');
  const again: Review[] = [];
  for (const file of before.files ?? [before]) {
    const review = file.received === undefined ? succeed(file) : await receive(ports, store, file.received, file.origin, signal);
    if (!review.ok) return review;
    again.push(review.value);
  }
  const joined = joinReviews(again) ?? before;
  if (store.state.get().pending === before) store.setPending(joined);
  return succeed(joined);
}
