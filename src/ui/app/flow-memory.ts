import type { Examination } from '../../core/model/examination.ts';
import type { PreparedShare } from '../../wallet/wallet.ts';

/**
 * What one step of a flow hands to the next: a share on its way to the hand-over screen, an examination on its way
 * to the result screen. Plain memory of this page: never stored, gone after a reload.
 */
const shares = new Map<string, PreparedShare>();
let examination: Examination | undefined;

/** Shares kept at once: the newest few, so that Back finds them. */
const maxShares = 4;

export function rememberShare(share: PreparedShare): void {
  shares.delete(share.id);
  shares.set(share.id, share);
  for (const id of shares.keys()) {
    if (shares.size <= maxShares) break;
    shares.delete(id);
  }
}

export function recallShare(id: string): PreparedShare | undefined {
  return shares.get(id);
}

export function rememberCheck(checked: Examination): void {
  examination = checked;
}

export function recallCheck(): Examination | undefined {
  return examination;
}

/** Forgets everything: on lock, and when a check is discarded. */
export function forgetFlows(): void {
  shares.clear();
  examination = undefined;
}

/** Forgets the examination alone: the person discarded it. */
export function forgetCheck(): void {
  examination = undefined;
}
