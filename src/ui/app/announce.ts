let polite: ((text: string) => void) | undefined;
let assertive: ((text: string) => void) | undefined;

/** Connects the two live regions that stand on the page from the start. Returns the way to disconnect. */
export function connectLiveRegions(say: (text: string) => void, interrupt: (text: string) => void): () => void {
  polite = say;
  assertive = interrupt;
  return () => {
    polite = undefined;
    assertive = undefined;
  };
}

/** Says something to people who listen, when there is a pause. */
export function announce(text: string): void {
  polite?.(text);
}

/** Says something at once: only for errors and for time that runs out. */
export function announceNow(text: string): void {
  assertive?.(text);
}
