import type { ErrorCode } from './error-code.ts';

/** Plain, cloneable facts about an error: names, counts, places. Never a secret, never the value of a claim. */
export type ErrorFacts = Readonly<Record<string, string | number | boolean>>;

/** An error as data: it survives a worker boundary and carries no sentence for people. */
export interface WalletError {
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;
}
