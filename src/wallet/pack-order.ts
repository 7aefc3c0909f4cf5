import type { Instant } from '../core/model/instant.ts';

/** Files that go into one ZIP, in this order; `/` stands between the folders of a path. The same order gives the same bytes. */
export interface PackOrder {
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** Day and time of every entry. */
  readonly at: Instant;
  /** The last entry, a text that may name what was packed before it: SHA-256 in lower-case hex. */
  readonly readme: { readonly path: string; readonly write: (packed: readonly { readonly path: string; readonly sha256: string }[]) => string };
}

/** A page that carries files: each mark, in the order in which they stand in it, becomes the `data:` address of its file. */
export interface EmbedOrder {
  readonly page: string;
  readonly files: readonly { readonly mark: string; readonly bytes: Uint8Array }[];
}
