import type { Answer } from '../core/model/answers.ts';
import type { Attempt } from '../core/model/attempt.ts';
import { credentialsIn } from '../core/model/examination.ts';
import type { Examination, ExaminationOrder, ExaminedShare } from '../core/model/examination.ts';
import type { Received } from '../core/model/received.ts';
import type { TrustListFile } from '../core/model/trust.ts';
import type { AnswerShelf } from './answer-shelf.ts';
import type { Examiner } from './examiner-port.ts';

/**
 * An answer may lead to the next question: an issuer's metadata, its keys, a list, the metadata and keys of who signed that,
 * and the lists of the app besides. No further than this.
 */
const maxRounds = 7;

/** The lists at hand: the learner's own, and those that come with the app. */
export interface ListShelf {
  /** The learner's own; none where nobody has any. */
  readonly own: () => Promise<readonly TrustListFile[]>;
  /** Those that come with the app: large, and of use only where a domain holds the key. */
  readonly bundled: () => Promise<readonly TrustListFile[]>;
}

/**
 * The examiner with what is at hand: what an examination wants is looked for among the answers, and it is examined again
 * with them, until nothing more is found. Nobody is asked.
 */
export function withAnswers(examiner: Examiner, shelf: AnswerShelf, { own, bundled }: ListShelf): Examiner {
  async function examine(order: ExaminationOrder, signal?: AbortSignal): Promise<Attempt<Examination>> {
    let [answers, tried]: [readonly Answer[], readonly string[]] = [order.context.answers ?? [], []];
    let lists = [...(order.context.lists ?? []), ...(await own())];
    let isWhole = false;
    for (let round = 1; ; round += 1) {
      const seen = await examiner.examine({ ...order, context: { ...order.context, answers, lists } }, signal);
      if (seen.ok) await keepMarks(shelf, seen.value);
      if (!seen.ok || round >= maxRounds) return seen;
      const urls = wantedUrls(seen.value).filter((url) => !tried.includes(url));
      const found = urls.length === 0 ? [] : await findAnswers(shelf, urls, order.received);
      const more: readonly TrustListFile[] = isWhole || !hasDomainKey(seen.value) ? [] : await bundled();
      if (found.length === 0 && more.length === 0) return seen;
      isWhole ||= more.length > 0;
      tried = [...tried, ...urls];
      answers = [...answers, ...found];
      lists = [...lists, ...more];
    }
  }
  return { ...examiner, examine };
}

/**
 * The answers at hand. What came from an address that is wanted itself (a badge that lives there) is the answer of that
 * address, and is kept like one: nobody is asked for it again.
 */
async function findAnswers(shelf: AnswerShelf, urls: readonly string[], { address, bytes, mediaType, arrivedAt: at }: Received): Promise<readonly Answer[]> {
  const found = await shelf.find(urls);
  if (address === undefined || !urls.includes(address) || found.some((answer) => answer.url === address && answer.at >= at)) return found;
  const answer: Answer = { url: address, bytes, at, basis: 'live', ...(mediaType === undefined ? {} : { mediaType }) };
  await shelf.keep([answer]);
  return [...found, answer];
}

/** Keeps the marks of lists that are newer than all that were known. */
async function keepMarks(shelf: AnswerShelf, seen: Examination): Promise<void> {
  const marks = credentialsIn(seen).flatMap((credential) => credential.marks ?? []);
  if (marks.length > 0) await shelf.keep(marks);
}

/** Every address that an examination wants, once. */
function wantedUrls(seen: Examination): readonly string[] {
  const wants = [...sharesIn(seen).flatMap((share) => share.wants ?? []), ...credentialsIn(seen).flatMap((credential) => credential.wants)];
  return [...new Set(wants.map(({ url }) => url))];
}

function sharesIn(seen: Examination): readonly ExaminedShare[] {
  if (seen.kind === 'share') return [seen, ...seen.parts.flatMap(sharesIn)];
  return seen.kind === 'collection' ? seen.parts.flatMap(sharesIn) : [];
}

/** A signature that fits with a key that a domain holds: registers of domains may say whose it is. */
function hasDomainKey(seen: Examination): boolean {
  return credentialsIn(seen).some(({ signer }) => signer !== undefined && /^(did:web:|https:)/.test(signer.verificationMethod));
}
