import type { Attempt } from '../model/attempt.ts';
import type { FormatId, SuiteId } from '../model/ids.ts';
import type { Opened } from '../model/opened.ts';
import type { Securing } from '../model/proof.ts';
import type { Glimpse } from './glimpse.ts';

/** What a format needs from another workshop; handed in by `examine`. */
export interface FormatTools {
  readonly suiteFor: (securing: Securing) => { readonly id: SuiteId } | undefined;
  readonly nameOfProof: (securing: Securing) => string;
}

/** Takes received bytes out of their packing. Fails only where the item is its own and broken. */
type OpenFormat = (glimpse: Glimpse, tools: FormatTools) => Attempt<Opened>;

/** How a credential is packed. Eager only in `id` and `recognize`; opening loads on demand. */
export interface Format {
  readonly id: FormatId;
  /** Cheap, total, never throws; answers only "mine or not". */
  recognize(glimpse: Glimpse): boolean;
  load(): Promise<OpenFormat>;
}
