import type { Answer, Want } from '../core/model/answers.ts';
import { refuse, succeed } from '../core/model/attempt.ts';
import type { Attempt } from '../core/model/attempt.ts';
import type { Received } from '../core/model/received.ts';
import type { AnswerShelf } from './answer-shelf.ts';
import type { Ports } from './ports.ts';
import { saysNothing } from './says-nothing.ts';

/** What asking one address came to. */
export interface Asked {
  readonly want: Want;
  readonly outcome: Attempt<void>;
}

/**
 * Asks the addresses that the person has just said yes to, one after another, and remembers what they answered. The
 * verdict follows when what wanted them is examined again.
 */
export async function ask(ports: Ports, shelf: AnswerShelf, wants: readonly Want[]): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  for (const want of wants) {
    const answer = await ports.asker.ask(want.url);
    if (answer.ok && saysNothing(answer.value)) {
      asked.push({ want, outcome: refuse('remote/says-nothing') });
      continue;
    }
    // It counts for exactly the address that was named, however that is spelt on the way.
    if (answer.ok) await shelf.keep([{ ...answer.value, url: want.url }]);
    asked.push({ want, outcome: answer.ok ? succeed(undefined) : answer });
  }
  return asked;
}

/** Takes a file for what an address would have answered. It counts by its own signature, never by the address; one that says nothing is not kept. */
export async function answerByFile(ports: Ports, shelf: AnswerShelf, want: Want, received: Received): Promise<void> {
  if (saysNothing(received)) return;
  const answer: Answer = {
    url: want.url,
    bytes: received.bytes,
    at: ports.clock.now(),
    basis: 'file',
    ...(received.mediaType === undefined ? {} : { mediaType: received.mediaType }),
  };
  await shelf.keep([answer]);
}

/** Fetches what stands behind a link that the person has just said yes to: to be received like a file. */
export async function fetchLink(ports: Ports, url: string): Promise<Attempt<Received>> {
  const answer = await ports.asker.ask(url);
  if (!answer.ok) return answer;
  const { bytes, mediaType, at, url: address } = answer.value;
  return succeed({ bytes, address, transport: 'link', arrivedAt: at, ...(mediaType === undefined ? {} : { mediaType }) });
}
