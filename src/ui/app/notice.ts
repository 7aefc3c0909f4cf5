import type { MessageId } from '../languages/en.ts';
import type { TextValues } from '../languages/use-text.ts';
import { createFlow, useFlow } from './flow.ts';

/** A line that stays under the header until it is no longer true: "Saved on this device." */
export interface Notice {
  readonly id: MessageId;
  readonly values?: TextValues;
  /** The page it is for; it goes when another page is opened from there. */
  readonly path: string;
}

const flow = createFlow<Notice | undefined>(undefined);

/** Shows a line on the page at `path`. */
export function showNotice(notice: Notice): void {
  flow.set(notice);
}

/** The line for this page. */
export function useNotice(path: string): Notice | undefined {
  const notice = useFlow(flow);
  return notice?.path === path ? notice : undefined;
}

/** Takes the line away once its page is left. */
export function leaveNotice(path: string): void {
  if (flow.get()?.path === path) flow.set(undefined);
}
