/** Empties the settings of this origin: everything in them is ours. Where the browser refuses storage there is nothing in it. */
export function forgetSettings(storage: () => Pick<Storage, 'clear'>): void {
  try {
    storage().clear();
  } catch {
    // Refused: nothing was kept.
  }
}
