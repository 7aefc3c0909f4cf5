import { readSetting, writeSetting } from './look.ts';

/** A line of "Keep it safe". */
export type SafeLine = 'code' | 'backup' | 'install';

/** Where the browser keeps no settings, a line stays away until it is closed. */
const aside = new Map<string, number>();
const keyOf = (line: SafeLine | 'reminder'): string => `mecum/aside/${line}`;

/** When a line was done or put aside, in milliseconds: for good, until everything is deleted. `reminder`: when it was last shown first. */
export function asideSince(line: SafeLine | 'reminder'): number | undefined {
  const since = aside.get(line) ?? Number(readSetting(keyOf(line)) ?? Number.NaN);
  return Number.isNaN(since) ? undefined : since;
}

export function putAside(line: SafeLine | 'reminder', now: number): void {
  aside.set(line, now);
  writeSetting(keyOf(line), String(now));
}
