import type { Instant } from '../core/model/instant.ts';
import type { ItemSummary } from '../core/model/stored.ts';
import { findKnownIssuer } from '../core/model/trust.ts';
import type { IssuerMatch, OwnListEntry } from '../core/model/trust.ts';
import { headlineOf } from '../core/model/verdict.ts';
import type { CredentialAxes } from '../core/model/verdict.ts';
import type { ListedItem } from './wallet.ts';

/** What a summary is judged against. */
export interface Judging {
  readonly now: Instant;
  /** A clock before this is wrong. */
  readonly notBefore: Instant;
  readonly ownList: readonly OwnListEntry[];
}

/** The entry of the own list that speaks of the signer; by key, never by name. */
function matchOwnList({ signerThumbprint, issuerId }: ItemSummary, ownList: readonly OwnListEntry[]): IssuerMatch | undefined {
  const entry = signerThumbprint === undefined ? undefined : findKnownIssuer(ownList, signerThumbprint, issuerId);
  return entry === undefined ? undefined : { basis: 'own-list', name: entry.name, since: entry.since };
}

function timeNow(summary: ItemSummary, { now, notBefore }: Judging): CredentialAxes['time'] {
  if (summary.axes.time === 'could-not-check' || now < notBefore) return 'could-not-check';
  if (summary.validUntil !== undefined && now > summary.validUntil) return 'over';
  // An end that is no date was judged over when it was read; without a date to compare it stays so.
  if (summary.axes.time === 'over' && summary.validUntil === undefined) return 'over';
  if (summary.validFrom !== undefined && now < summary.validFrom) return 'not-yet';
  if (summary.axes.time === 'not-yet' && summary.validFrom === undefined) return 'not-yet';
  return summary.axes.time === 'not-stated' ? 'not-stated' : 'within';
}

function issuerNow(summary: ItemSummary, match: IssuerMatch | undefined): CredentialAxes['issuer'] {
  if (match !== undefined) return 'own-list';
  return summary.axes.issuer === 'own-list' ? 'unknown' : summary.axes.issuer;
}

/** How long an answer may count as one of now, where its list says no other time (Bitstring Status List 2.2, `ttl`). */
const freshMs = 60 * 60 * 1_000;

/** What was in force when it was asked is so of that day: a kept credential is not asked about on every look. */
function statusNow({ axes, savedAt }: ItemSummary, { now }: Judging): CredentialAxes['status'] {
  const isOfNow = now >= savedAt && now - savedAt <= freshMs;
  return axes.status === 'in-force' && !isOfNow ? 'in-force-earlier' : axes.status;
}

/**
 * Judges a kept credential for the list. The proof is not computed again for unchanged bytes; time, status and issuer are
 * judged anew, so that an expired credential, an old answer or a removed issuer never keeps yesterday's headline.
 */
export function judgeSummary(summary: ItemSummary, judging: Judging): Omit<ListedItem, 'older'> {
  const issuerMatch = summary.axes.unchanged === 'yes' ? matchOwnList(summary, judging.ownList) : undefined;
  const axes = { ...summary.axes, time: timeNow(summary, judging), status: statusNow(summary, judging), issuer: issuerNow(summary, issuerMatch) };
  const headline = headlineOf(axes, summary.origin);
  return { summary, headline, ...(issuerMatch === undefined ? {} : { issuerMatch }) };
}

function newestFirst(a: ItemSummary, b: ItemSummary): number {
  return (b.issued ?? b.savedAt) - (a.issued ?? a.savedAt) || b.savedAt - a.savedAt || (a.id < b.id ? -1 : 1);
}

/**
 * What copies of one credential have in common: what they are called, and the key that signed them. Anybody can write
 * the name of another's credential on his own; such a copy, or one whose signature does not hold, never stands before
 * the genuine one.
 */
export function copyKey({ sameness, axes, signerThumbprint }: Pick<ItemSummary, 'sameness' | 'axes' | 'signerThumbprint'>): string {
  return JSON.stringify([sameness, axes.unchanged, axes.unchanged === 'yes' ? signerThumbprint : '']);
}

/** The list: one entry per credential, newest copy first, older copies of the same credential folded under it. */
export function listItems(items: readonly ItemSummary[], hidden: ReadonlySet<string>, judging: Judging): readonly ListedItem[] {
  const copies = new Map<string, ItemSummary[]>();
  for (const summary of items) {
    if (hidden.has(summary.id)) continue;
    const key = copyKey(summary);
    const group = copies.get(key);
    if (group === undefined) copies.set(key, [summary]);
    else group.push(summary);
  }
  const listed: ListedItem[] = [];
  for (const group of copies.values()) {
    const [newest, ...older] = group.sort(newestFirst);
    if (newest !== undefined) listed.push({ ...judgeSummary(newest, judging), older });
  }
  return listed.sort((a, b) => newestFirst(a.summary, b.summary));
}
