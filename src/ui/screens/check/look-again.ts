import type { Examination } from '../../../core/model/examination.ts';
import type { Received } from '../../../core/model/received.ts';
import { worstClass } from '../../../core/model/verdict.ts';
import type { Expected } from '../../../wallet/check-credential.ts';
import type { Wallet } from '../../../wallet/wallet.ts';

/** One thing that was checked, and what it was read as; without bytes where it could not even be read. */
export interface LookedAt {
  readonly seen: Examination;
  readonly received?: Received;
}

/** One result for all: several things stand together as a collection. */
export function together(parts: readonly LookedAt[]): Examination {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only.seen;
  const seen = parts.map((part) => part.seen);
  return { kind: 'collection', parts: seen, class: worstClass(seen.map((part) => part.class)) };
}

/** Checks the same things once more, against the same expectation. What cannot be looked at again stays as it was seen. */
export async function lookAgain(wallet: Pick<Wallet, 'checkAgain'>, parts: readonly LookedAt[], expected: Expected, signal?: AbortSignal): Promise<Examination> {
  const next: LookedAt[] = [];
  for (const part of parts) {
    const again = part.received === undefined ? undefined : await wallet.checkAgain(part.received, expected, signal);
    next.push(again?.ok === true ? { ...part, seen: again.value } : part);
  }
  return together(next);
}
