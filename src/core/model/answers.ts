import type { Attempt } from './attempt.ts';
import type { Instant } from './instant.ts';
import { maxClockSkewMs } from './limits.ts';
import type { TrustListFile } from './trust.ts';

/** What an address is asked for. Decides how the answer is read and how the question is named to the person. */
export type WantPurpose = 'did-document' | 'key' | 'status-list' | 'badge-part' | 'credential';

/** A question that would have to be asked for something to be checked. It is named to the person before it is asked. */
export interface Want {
  /** An https address, already judged safe to ask (no user, no IP literal, no private host). */
  readonly url: string;
  readonly purpose: WantPurpose;
}

/**
 * Where something came from that is not in the credential: asked just now, kept from an earlier day, or added as a file by
 * the person. A file stands for what it says under its own signature and for nothing else: no domain vouches for it.
 */
export interface Freshness {
  readonly basis: 'live' | 'cached' | 'file';
  readonly at: Instant;
}

/**
 * How fresh the whole is: as its oldest part that came as a file, for what rests on one rests on nobody's word; else as its
 * oldest that is not from just now, else as its oldest.
 */
export function leastFresh(parts: readonly Freshness[]): Freshness | undefined {
  const oldestFirst = [...parts].sort((a, b) => a.at - b.at);
  return oldestFirst.find(({ basis }) => basis === 'file') ?? oldestFirst.find(({ basis }) => basis !== 'live') ?? oldestFirst[0];
}

/** What an address answered, or a file that a person says it would have answered. Nothing of it is trusted. */
export interface Answer extends Freshness {
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly mediaType?: string;
  /**
   * There where this is no answer but the mark of one: the newest list of this issuer (hashed) that was ever read at the address
   * says itself that it is from `at`. One that says it is older is a replay (B60), however often and in whatever order it comes.
   */
  readonly markOf?: string;
}

/** The answer for exactly this address, where there is one. */
export type AnswerFor = (url: string) => Answer | undefined;

/** All answers for exactly this address, the latest first. */
export type AnswersFor = (url: string) => readonly Answer[];

/** The latest first. What is from the future was had while the clock was ahead, long before what was had since: it comes last. */
function latestFirst(now: number): (one: Answer, other: Answer) => number {
  const isAhead = ({ at }: Answer): number => Number(at > now + maxClockSkewMs);
  return (one, other) => isAhead(one) - isAhead(other) || other.at - one.at;
}

/** Looks all answers up by their exact address: a list that was once newer than the one answered now must not be forgotten. */
export function allAnswersByUrl(answers: readonly Answer[], now = Infinity): AnswersFor {
  return (url) => answers.filter((answer) => answer.url === url && answer.markOf === undefined).sort(latestFirst(now));
}

/** Looks answers up by their exact address; of several for one address the latest counts. */
export function answersByUrl(answers: readonly Answer[], now = Infinity): AnswerFor {
  const byUrl = new Map<string, Answer>();
  const order = latestFirst(now);
  for (const answer of answers) {
    if (answer.markOf !== undefined) continue;
    const known = byUrl.get(answer.url);
    if (known === undefined || order(known, answer) >= 0) byUrl.set(answer.url, answer);
  }
  return (url) => byUrl.get(url);
}

/** Each question once, in the order of the first asking. */
export function distinctWants(wants: readonly Want[]): readonly Want[] {
  return wants.filter((want, index) => wants.findIndex((other) => other.url === want.url) === index);
}

/** The one door to other hosts: GET, no credentials, no redirect, 8 s, 8 MiB. Errors: `remote/…` codes. */
export interface Asker {
  readonly ask: (url: string) => Promise<Attempt<Answer>>;
}

/** A trust list that the learner loaded, as her list of lists shows it. */
export interface KeptList {
  /** SHA-256 of the file. */
  readonly id: string;
  readonly addedAt: Instant;
  readonly pinned?: string;
}

/** Keeps answers and lists, sealed like everything else. */
export interface AnswerKeeping {
  /** Keeps the latest answer of each address; the oldest go when there is no room. */
  readonly keepAnswers: (answers: readonly Answer[]) => Promise<Attempt<void>>;
  /** The kept answers of these addresses; one from the network is `cached` from now on. */
  readonly answers: (urls: readonly string[]) => Promise<Attempt<readonly Answer[]>>;
  readonly addList: (file: TrustListFile) => Promise<Attempt<KeptList>>;
  /** Gives back what was removed, where it could be opened: it can be added again. */
  readonly removeList: (id: string) => Promise<Attempt<TrustListFile | undefined>>;
  readonly openLists: () => Promise<Attempt<readonly TrustListFile[]>>;
}

/**
 * What an answer takes the place of. A file never replaces what the address itself said: an older list that somebody hands
 * over would otherwise silence a newer one. A mark takes the place of an earlier one of the same issuer.
 */
export function placeOfAnswer({ basis, markOf }: Pick<Answer, 'basis' | 'markOf'>): 'site' | 'file' | `mark ${string}` {
  if (markOf !== undefined) return `mark ${markOf}`;
  return basis === 'file' ? 'file' : 'site';
}

/** The same bytes: asking again has changed nothing. */
export function isSameAnswer(one: Pick<Answer, 'bytes'>, other: Pick<Answer, 'bytes'>): boolean {
  return one.bytes.length === other.bytes.length && one.bytes.every((byte, at) => byte === other.bytes[at]);
}
