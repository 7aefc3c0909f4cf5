import type { Answer, Want } from '../core/model/answers.ts';
import { refuse, succeed } from '../core/model/attempt.ts';
import type { Attempt } from '../core/model/attempt.ts';
import type { Received } from '../core/model/received.ts';
import type { AnswerShelf } from './answer-shelf.ts';
import type { Ports } from './ports.ts';
import { saysNothing } from './says-nothing.ts';

/**
 * Asks the address that the person has just said yes to, and remembers what it answered. The verdict follows when what
 * wanted it is examined again. `remote/says-nothing`: it answered with nothing of what is asked for, and that is not kept.
 */
export async function ask(ports: Ports, shelf: AnswerShelf, want: Want): Promise<Attempt<void>> {
  const answer = await ports.asker.ask(want.url);
  if (!answer.ok) return answer;
  if (saysNothing(answer.value)) return refuse('remote/says-nothing');
  // It counts for exactly the address that was named, however that is spelt on the way.
  await shelf.keep([{ ...answer.value, url: want.url }]);
  return succeed(undefined);
}

/**
 * Takes a file for what an address would have answered. It counts by its own signature, never by the address.
 * `remote/says-nothing`: it holds nothing of what is asked for, and is not kept.
 */
export async function answerByFile(ports: Ports, shelf: AnswerShelf, want: Want, received: Received): Promise<Attempt<void>> {
  if (saysNothing(received)) return refuse('remote/says-nothing');
  const answer: Answer = {
    url: want.url,
    bytes: received.bytes,
    at: ports.clock.now(),
    basis: 'file',
    ...(received.mediaType === undefined ? {} : { mediaType: received.mediaType }),
  };
  await shelf.keep([answer]);
  return succeed(undefined);
}

/** Fetches what stands behind a link that the person has just said yes to: to be received like a file. */
export async function fetchLink(ports: Ports, url: string): Promise<Attempt<Received>> {
  const answer = await ports.asker.ask(url);
  if (!answer.ok) return answer;
  const { bytes, mediaType, at, url: address } = answer.value;
  return succeed({ bytes, address, transport: 'link', arrivedAt: at, ...(mediaType === undefined ? {} : { mediaType }) });
}
