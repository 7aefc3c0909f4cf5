import { sha256Hex } from '../../core/encoding/sha256.ts';
import { succeed } from '../../core/model/attempt.ts';
import type { Attempt } from '../../core/model/attempt.ts';
import { isSameAnswer, placeOfAnswer } from '../../core/model/answers.ts';
import type { Answer, Freshness, KeptList } from '../../core/model/answers.ts';
import { maxClockSkewMs } from '../../core/model/limits.ts';
import type { TrustListFile } from '../../core/model/trust.ts';
import type { Entry } from './book.ts';
import type { VaultEdit } from './vault-edit.ts';
import { notHere } from './vault-door.ts';
import type { VaultSession } from './vault-session.ts';
import { counted, readEntry, toJson } from './vault-shelf.ts';
import { judgedEntries, listEntries } from './vault-snapshot.ts';

/** What is told of a kept answer without opening it. `basis`: as it came in; from the network it is `cached` when read. */
export interface KeptAnswer extends Freshness {
  readonly url: string;
  /**
   * Stays as it was when a backup is restored, whatever becomes of `basis`. `former`: what the site said before it said
   * something else; an older list that is answered later must not silence a newer one (B60).
   */
  readonly place: ReturnType<typeof placeOfAnswer> | 'former';
  readonly bytes: number;
  readonly mediaType?: string;
}

/** Room for answers: the oldest go first. A learner with a thousand credentials has some hundred issuers. */
const maxAnswers = 2_000;
const maxAnswerBytes = 64 * 1024 * 1024;
/** Room for marks, which are some bytes each. */
const maxMarks = 4_000;

/** What tells kept answers apart: of each address one that it gave itself, and one that came as a file. */
export function answerIdentity({ place, url }: Pick<KeptAnswer, 'place' | 'url'>): string {
  return `answer ${place} ${url}`;
}

function keptAnswerOf({ summary }: Entry): KeptAnswer {
  return summary as unknown as KeptAnswer;
}

/** A mark is kept without its list, so that no flood of answers pushes it out. */
export function isMark({ place }: Pick<KeptAnswer, 'place'>): boolean {
  return place.startsWith('mark ');
}

/** Record ids of the oldest answers that make room for new ones. */
function makeRoom(kept: readonly Entry[], fresh: readonly Answer[], most: number): readonly string[] {
  let [count, bytes] = [kept.length + fresh.length, 0];
  for (const entry of kept) bytes += keptAnswerOf(entry).bytes;
  for (const answer of fresh) bytes += answer.bytes.length;
  const drop: string[] = [];
  for (const entry of [...kept].sort((a, b) => keptAnswerOf(a).at - keptAnswerOf(b).at)) {
    if (count <= most && bytes <= maxAnswerBytes) break;
    drop.push(entry.id);
    count -= 1;
    bytes -= keptAnswerOf(entry).bytes;
  }
  return drop;
}

/**
 * Keeps the latest answer of each address, and the latest file in place of one, in one transaction. An older one than is
 * kept is passed over, unless the kept one is from the future: then a clock was wrong, and it would silence every later one.
 * Not so a mark: its date is the issuer's own.
 */
export async function keepAnswers(session: VaultSession, answers: readonly Answer[]): Promise<Attempt<void>> {
  const vault = session.vault();
  if (vault === undefined) return notHere(session);
  const now = session.tools.clock.now();
  const kept = judgedEntries(vault, 'answer');
  const byPlace = new Map(kept.map((entry) => [answerIdentity(keptAnswerOf(entry)), entry]));
  const fresh = new Map<string, Answer>();
  const keptAt = (place: string): number | undefined => {
    const before = byPlace.get(place);
    return before === undefined || (!isMark(keptAnswerOf(before)) && keptAnswerOf(before).at > now + maxClockSkewMs) ? undefined : keptAnswerOf(before).at;
  };
  for (const answer of answers) {
    const place = answerIdentity({ url: answer.url, place: placeOfAnswer(answer) });
    const other = fresh.get(place)?.at ?? keptAt(place);
    if (other === undefined || other < answer.at) fresh.set(place, answer);
  }
  if (fresh.size === 0) return succeed(undefined);
  const putOne = (answer: Answer, place: KeptAnswer['place']): NonNullable<VaultEdit['put']>[number] => {
    const { url, at, basis, mediaType, bytes } = answer;
    const body = toJson({ url, place, at, basis: basis === 'live' ? 'cached' : basis, bytes: bytes.length, ...(mediaType !== undefined && { mediaType }) });
    const before = byPlace.get(answerIdentity({ url, place }));
    const record = { kind: 'answer', body, bytes, created: now, updated: now };
    return before === undefined ? { record } : { id: before.id, record };
  };
  const put = [...fresh.values()].map((answer) => putOne(answer, placeOfAnswer(answer)));
  for (const answer of fresh.values()) {
    const place = answerIdentity({ url: answer.url, place: 'site' });
    const before = placeOfAnswer(answer) === 'site' && keptAt(place) !== undefined ? byPlace.get(place) : undefined;
    const said = before === undefined ? undefined : await openAnswer(session, before);
    if (said !== undefined && !isSameAnswer(said, answer)) put.push(putOne(said, 'former'));
  }
  const replaced = new Set(put.map(({ id }) => id));
  const others = kept.filter(({ id }) => !replaced.has(id));
  const damaged = [...vault.damaged.values()].flatMap(({ id, kind }) => (kind === 'answer' ? [id] : []));
  const roomOf = (isOfMarks: boolean): readonly string[] =>
    makeRoom(others.filter((entry) => isMark(keptAnswerOf(entry)) === isOfMarks), [...fresh.values()].filter(({ markOf }) => (markOf !== undefined) === isOfMarks), isOfMarks ? maxMarks : maxAnswers);
  return session.commit({ put, drop: [...roomOf(false), ...roomOf(true), ...damaged] });
}

async function openAnswer(session: VaultSession, entry: Entry): Promise<Answer | undefined> {
  const { url, at, basis, mediaType, place } = keptAnswerOf(entry);
  const record = await readEntry(session, entry);
  return record.ok && record.value.bytes !== undefined ? { url, at, basis, bytes: record.value.bytes, ...(mediaType !== undefined && { mediaType }), ...(isMark({ place }) && { markOf: place.slice(5) }) } : undefined;
}

/** The kept answers of these addresses. One that cannot be opened is none. */
export async function answers(session: VaultSession, urls: readonly string[]): Promise<Attempt<readonly Answer[]>> {
  const vault = session.vault();
  if (vault === undefined) return notHere(session);
  const found: Answer[] = [];
  for (const entry of judgedEntries(vault, 'answer')) {
    const answer = urls.includes(keptAnswerOf(entry).url) ? await openAnswer(session, entry) : undefined;
    if (answer !== undefined) found.push(answer);
  }
  return succeed(found);
}

function isList(id: string) {
  return ({ summary }: Pick<Entry, 'summary'>): boolean => (summary as unknown as KeptList).id === id;
}

/** Keeps a trust list; one that is there already is kept once, and a damaged copy of it goes. */
export async function addList(session: VaultSession, file: TrustListFile): Promise<Attempt<KeptList>> {
  const vault = session.vault();
  if (vault === undefined) return notHere(session);
  const now = session.tools.clock.now();
  const list: KeptList = { id: await sha256Hex(file.bytes), addedAt: now, ...(file.pinned !== undefined && { pinned: file.pinned }) };
  const before = judgedEntries(vault, 'list').find(isList(list.id));
  const drop = listEntries(vault).flatMap((entry) => (isList(list.id)(entry) && vault.damaged.has(entry.id) ? [entry.id] : []));
  const record = { kind: 'list', body: toJson(list), bytes: file.bytes, created: now, updated: now };
  const written = await session.commit({ put: [before === undefined ? { record } : { id: before.id, record }, counted(vault, now)], drop });
  return written.ok ? succeed(list) : written;
}

/** Removes a trust list, whole or damaged; gives it back where it could be opened. */
export async function removeList(session: VaultSession, id: string): Promise<Attempt<TrustListFile | undefined>> {
  const vault = session.vault();
  if (vault === undefined) return notHere(session);
  const found = listEntries(vault).filter(isList(id));
  if (found.length === 0) return succeed(undefined);
  const whole = judgedEntries(vault, 'list').find(isList(id));
  const file = whole && (await openList(session, whole));
  const removed = await session.commit({ drop: found.map((entry) => entry.id), put: [counted(vault, session.tools.clock.now())] });
  return removed.ok ? succeed(file) : removed;
}

async function openList(session: VaultSession, entry: Entry): Promise<TrustListFile | undefined> {
  const record = await readEntry(session, entry);
  const { pinned } = entry.summary as unknown as KeptList;
  return record.ok && record.value.bytes !== undefined ? { bytes: record.value.bytes, ...(pinned !== undefined && { pinned }) } : undefined;
}

/** Every kept list, whole. One that cannot be opened says nothing about anybody. */
export async function openLists(session: VaultSession): Promise<Attempt<readonly TrustListFile[]>> {
  const vault = session.vault();
  if (vault === undefined) return notHere(session);
  const files: TrustListFile[] = [];
  for (const entry of judgedEntries(vault, 'list')) {
    const file = await openList(session, entry);
    if (file !== undefined) files.push(file);
  }
  return succeed(files);
}
