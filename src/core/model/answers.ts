import type { Instant } from './instant.ts';

/** What an address is asked for. Decides how the answer is read and how the question is named to the person. */
export type WantPurpose = 'did-document' | 'key' | 'status-list' | 'badge-part' | 'credential';

/** A question that would have to be asked for something to be checked. It is named to the person before it is asked. */
export interface Want {
  /** An https address, already judged safe to ask (no user, no IP literal, no private host). */
  readonly url: string;
  readonly purpose: WantPurpose;
}

/** How fresh something is that came from elsewhere: asked just now, or kept from an earlier day. */
export interface Freshness {
  readonly basis: 'live' | 'cached';
  readonly at: Instant;
}

/** What an address answered, or a file that a person says it would have answered. Nothing of it is trusted. */
export interface Answer extends Freshness {
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly mediaType?: string;
}

/** The answer for exactly this address, where there is one. */
export type AnswerFor = (url: string) => Answer | undefined;

/** Looks answers up by their exact address; of several for one address the latest counts. */
export function answersByUrl(answers: readonly Answer[]): AnswerFor {
  const byUrl = new Map<string, Answer>();
  for (const answer of answers) {
    const known = byUrl.get(answer.url);
    if (known === undefined || known.at <= answer.at) byUrl.set(answer.url, answer);
  }
  return (url) => byUrl.get(url);
}

/** Each question once, in the order of the first asking. */
export function distinctWants(wants: readonly Want[]): readonly Want[] {
  return wants.filter((want, index) => wants.findIndex((other) => other.url === want.url) === index);
}
