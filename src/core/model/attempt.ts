import type { WalletError } from './wallet-error.ts';

/**
 * The answer of anything that can be refused by bad input or by the world.
 * (Not called "Result": in Open Badges a result is what a learner achieved.)
 */
export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: WalletError };

/** A successful attempt. */
export function succeed<T>(value: T): Attempt<T> {
  return { ok: true, value };
}

/** A refused attempt. */
export function refuse(
  code: WalletError['code'],
  facts: WalletError['facts'] = {},
): { readonly ok: false; readonly error: WalletError } {
  return { ok: false, error: { code, facts } };
}
