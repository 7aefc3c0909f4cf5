import type { Transaction } from 'dexie';

/** One step of the stored shape. */
export interface Migration {
  readonly number: number;
  /** Dexie's store definitions of this schema. */
  readonly stores: Readonly<Record<string, string>>;
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}
