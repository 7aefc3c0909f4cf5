import type { CredentialHeadline } from '../../../core/model/verdict.ts';
import { createFlow } from '../../app/flow.ts';

export type SortOrder = 'newest' | 'oldest' | 'title' | 'issuer';
export type Grouping = 'year' | 'issuer' | 'collection';

/** What a person looks for in the list. Absent: everything. */
export interface ListWish {
  readonly text: string;
  readonly sort: SortOrder;
  readonly group: Grouping;
  readonly issuer?: string;
  readonly state?: CredentialHeadline;
  readonly type?: string;
  readonly level?: string;
  readonly language?: string;
}

export const noWish: ListWish = { text: '', sort: 'newest', group: 'year' };

/** Filters, by name, in the order in which the dialog shows them. */
export const filterNames = ['issuer', 'state', 'type', 'level', 'language'] as const;
export type FilterName = (typeof filterNames)[number];

/** What was searched for stays while the app is open, so that Back finds it. Never stored. */
export const wishes = createFlow<ListWish>(noWish);

/** Forgets what was searched for: on lock. */
export function forgetWish(): void {
  wishes.set(noWish);
}
