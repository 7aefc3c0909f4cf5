import type { ItemId } from '../../core/model/ids.ts';

let chosen: readonly ItemId[] = [];

/** What was chosen to be saved in the review, for the step that protects it first. Plain memory of this page. */
export function rememberChoice(ids: readonly ItemId[]): void {
  chosen = ids;
}

export function recallChoice(): readonly ItemId[] {
  return chosen;
}
