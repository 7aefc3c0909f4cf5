import { useEffect, useLayoutEffect, useRef } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { Icon } from '../components/icon.tsx';
import { Mark } from '../components/mark.tsx';
import { useText } from '../languages/use-text.ts';
import { arriveAt, cameFrom, isFirstArrival, leavePlace, placeToRestore } from './navigation.ts';
import { leaveNotice } from './notice.ts';
import { Places } from './places.tsx';
import { StateLine } from './state-line.tsx';

export interface PageProps {
  /** The window's title; the `h1` stands in `children`. */
  readonly title: string;
  /** A step: where Back leads, by name. Absent: a place, which shows the mark. */
  readonly back?: { readonly to: string; readonly label: string };
  /** At most one quiet button at the end of the header. */
  readonly action?: ReactNode;
  /** `desk`: the ground a leaf lies on. */
  readonly ground?: 'desk';
  /** A step with an action bar of its own: the bar of places hides on a phone. */
  readonly flow?: true;
  /** No places at all: first run, lock. */
  readonly first?: true;
  /** List and detail side by side. */
  readonly two?: true;
  readonly children: ReactNode;
}

/** The path of now, as the router reads it. */
function currentPath(): string {
  return `/${location.hash.replace(/^#?\/?/, '')}`;
}

/** Sets the title, and once there is an `h1` moves to it; after Back it restores place and focus instead. */
function useArrival(title: string): void {
  const text = useText();
  const [path] = useLocation();
  const arrived = useRef<string>(undefined);
  useEffect(() => {
    document.title = text('frame.title', { page: title });
  });
  useLayoutEffect(() => {
    if (arrived.current === path) return;
    arriveAt(path);
    const heading = document.querySelector<HTMLElement>('main h1');
    if (heading === null) return;
    arrived.current = path;
    const place = placeToRestore(path);
    if (isFirstArrival()) return;
    scrollTo(0, place?.scroll ?? 0);
    const link = place?.focus === undefined ? null : document.querySelector<HTMLElement>(`main a[href="${CSS.escape(place.focus)}"]`);
    heading.tabIndex = -1;
    (link ?? heading).focus({ preventScroll: true });
  });
  useLayoutEffect(
    () => () => {
      leavePlace(path);
      if (currentPath() !== path) leaveNotice(path);
    },
    [path],
  );
}

/** Goes back where back is the place before; else opens the place. */
function BackLink({ to, label }: { readonly to: string; readonly label: string }) {
  const goBack = (event: MouseEvent): void => {
    if (!cameFrom(to) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.back();
  };
  return (
    <Link className="back" href={to} onClick={goBack}>
      <Icon name="arrow-left" />
      <span>{label}</span>
    </Link>
  );
}

/** The frame of every screen: places, header, state line, content. */
export function Page({ title, back, action, ground, flow, first, two, children }: PageProps) {
  useArrival(title);
  return (
    <div
      className="app"
      {...(ground === undefined ? {} : { 'data-ground': ground })}
      {...(flow === true || first === true ? { 'data-flow': '' } : {})}
      {...(first === true ? { 'data-first': '' } : {})}
      {...(two === true ? { 'data-two': '' } : {})}
    >
      {first === true ? null : <Places />}
      <header className="head">
        {back === undefined ? <Mark /> : <BackLink {...back} />}
        {action}
      </header>
      <StateLine />
      <main className="main" id="main" tabIndex={-1} {...(two === true ? { 'data-two': '' } : {})}>
        {children}
      </main>
    </div>
  );
}
