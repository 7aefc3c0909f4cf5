import type { SecuringFacts } from '../checks/check.ts';
import { statusEntriesOf } from '../checks/status.ts';
import { sha256Hex } from '../encoding/sha256.ts';
import { allAnswersByUrl } from '../model/answers.ts';
import type { Answer } from '../model/answers.ts';
import type { Instant } from '../model/instant.ts';
import { isJsonObject } from '../model/json.ts';
import type { JsonObject } from '../model/json.ts';
import { maxStatusEntriesJudged } from '../model/limits.ts';
import type { ListReading, StatusFinding, StatusOrder } from '../model/status.ts';
import { judgeStatusEntry } from '../status-lists/registry.ts';
import type { ExamineTools } from './examine-tools.ts';
import { readStatusList } from './read-status-list.ts';
import type { ListOwner } from './read-status-list.ts';

/** The credential whose entries are judged: what it says, whose it is, and which keys signed it. */
interface StatusQuestion {
  readonly claims: JsonObject;
  readonly issuerId: string | undefined;
  readonly securing: SecuringFacts;
  /** Certificates that paths may end in. */
  readonly anchors: readonly Uint8Array[];
  readonly now: Instant;
  readonly answers: readonly Answer[];
}

/** What the entries come to, and the marks of lists that are newer than all that were known (`Answer.markOf`). */
interface JudgedStatuses {
  readonly findings: readonly StatusFinding[];
  readonly marks: readonly Answer[];
}

/**
 * Judges every status entry by the lists at hand, each list read once; entries beyond the cap stay open. Called only for a signature that fits: nothing is looked up, and nothing
 * wanted, for anything else (B64).
 */
export async function judgeStatuses({ claims, issuerId, securing, anchors, now, answers }: StatusQuestion, tools: ExamineTools): Promise<JudgedStatuses> {
  const { id } = claims;
  const isTyped = securing.form === 'sd-jwt' && claims['vct'] !== undefined;
  const owner = { issuerId, isTyped, anchors, now, keyThumbprints: securing.outcomes.flatMap(({ signer }) => signer?.keyThumbprint ?? []) };
  const read = new Map<Answer, Promise<ListReading>>();
  const readList = (answer: Answer): Promise<ListReading> => {
    const reading = read.get(answer) ?? readStatusList(answer, owner, tools);
    read.set(answer, reading);
    return reading;
  };
  const markOf = await ownerOf(owner);
  const newest = new Map<string, Answer>();
  const raise = (mark: Answer): void => {
    if ((newest.get(mark.url)?.at ?? -Infinity) < mark.at) newest.set(mark.url, mark);
  };
  for (const answer of answers) if (answer.markOf === markOf) raise(answer);
  const common = { issuerId, credentialId: typeof id === 'string' ? id : undefined, now, answersFor: allAnswersByUrl(answers, now), readList, newestKnown: (url: string) => newest.get(url)?.at, noteNewest: (url: string, at: Instant) => raise({ url, at, markOf, basis: 'cached', bytes: new Uint8Array(0) }) };
  const findings: StatusFinding[] = [];
  for (const entry of statusEntriesOf(claims)) {
    if (findings.length >= maxStatusEntriesJudged) findings.push(oneTooMany);
    else findings.push(isJsonObject(entry) ? await judgeOne({ ...common, entry }) : malformedEntry);
  }
  return { findings, marks: [...newest.values()].filter((mark) => !answers.includes(mark)) };
}

/** Whose lists they are: the issuer, whatever key it signs with; one that only a certificate names by its keys. Hashed: such names may be endless. */
function ownerOf({ issuerId, keyThumbprints }: Pick<ListOwner, 'issuerId' | 'keyThumbprints'>): Promise<string> {
  return sha256Hex(issuerId ?? keyThumbprints.join(' '));
}

const oneTooMany: StatusFinding = { state: 'unknown', reason: 'timed-out', facts: { limit: maxStatusEntriesJudged } };

const malformedEntry: StatusFinding = { state: 'unknown', reason: 'unknown-status-type', facts: { type: '' } };

async function judgeOne(order: StatusOrder): Promise<StatusFinding> {
  try {
    return await judgeStatusEntry(order);
  } catch {
    return { state: 'unknown', reason: 'threw', facts: {} };
  }
}
