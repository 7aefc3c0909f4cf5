import { refuse, succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';

/** Copies a text. `send/not-supported` where the browser refuses: the screen then shows it to be copied by hand. */
export async function copyText(text: string): Promise<Attempt<void>> {
  try {
    await navigator.clipboard.writeText(text);
    return succeed(undefined);
  } catch {
    return refuse('send/not-supported');
  }
}
