/** Where a person was on a page when they left it. */
interface Place {
  readonly scroll: number;
  /** Address of the link that had the focus. */
  readonly focus?: string;
}

const trail: string[] = [];
const places = new Map<string, Place>();
let popped = false;
let goingBack = false;

/** Watches Back and Forward of the browser. To be called once, before the router listens. */
export function watchHistory(): void {
  history.scrollRestoration = 'manual';
  addEventListener('popstate', () => {
    popped = true;
  });
}

/** Notes that a page is shown now. */
export function arriveAt(path: string): void {
  const last = trail.at(-1);
  if (last === path) return;
  goingBack = popped && trail.at(-2) === path;
  popped = false;
  if (goingBack) trail.pop();
  else trail.push(path);
}

/** How far down a page will be scrolled once it stands, while it is drawn: it must reach that far. 0 unless reached by Back. */
export function scrollToReturnTo(path: string): number {
  return popped || goingBack ? (places.get(path)?.scroll ?? 0) : 0;
}

/** True where the page before this one is `path`: going there is going back. */
export function cameFrom(path: string): boolean {
  return trail.at(-2) === path;
}

let arrivals = 0;

/** True once: for the first heading that is shown, where the browser's own focus is right. */
export function isFirstArrival(): boolean {
  arrivals += 1;
  return arrivals === 1;
}

/** Remembers scroll and focus of a page that is being left. */
export function leavePlace(path: string): void {
  const focused = document.activeElement?.closest('main a[href]')?.getAttribute('href') ?? undefined;
  places.set(path, { scroll: scrollY, ...(focused === undefined ? {} : { focus: focused }) });
}

/** The place to return to, if this page was reached by going back. */
export function placeToRestore(path: string): Place | undefined {
  return goingBack ? places.get(path) : undefined;
}
