import { formatFor } from '../formats/registry.ts';
import { describeUnreadable, glimpseOf } from '../formats/glimpse.ts';
import type { Glimpse } from '../formats/glimpse.ts';
import { refuse, succeed } from '../model/attempt.ts';
import type { Attempt } from '../model/attempt.ts';
import { credentialsIn } from '../model/examination.ts';
import type { Examination, ExaminationContext, ExaminationOrder, ExaminedCredential, Unreadable } from '../model/examination.ts';
import { maxContainerDepth, maxCredentialsPerFile, maxFileBytes, maxUnpackedBytes } from '../model/limits.ts';
import type { Opened, OpenedCollection, OpenedCredential, OpenedPacking } from '../model/opened.ts';
import type { Received } from '../model/received.ts';
import { classOf } from '../model/verdict.ts';
import type { WalletError } from '../model/wallet-error.ts';
import { answersByUrl, distinctWants } from '../model/answers.ts';
import type { AnswerFor } from '../model/answers.ts';
import type { TrustRegister } from '../model/trust.ts';
import { collectionOf, inPacking, worthALook } from './examine-containers.ts';
import { examineCredential } from './examine-credential.ts';
import { examineShare } from './examine-share.ts';
import { bundledTools, withoutProofs } from './examine-tools.ts';
import type { ExamineTools } from './examine-tools.ts';
import { unboundShare } from './selective-facts.ts';
import { describeLists, readRegisters } from './trust-material.ts';

/** What is carried down through containers: the rest of the allowance and how deep we are. */
interface Descent {
  readonly context: ExaminationContext;
  readonly tools: ExamineTools;
  readonly answerFor: AnswerFor;
  readonly registers: readonly TrustRegister[];
  readonly depth: number;
  /** Within a share, whose own binding is judged. */
  readonly isInShare?: true;
  readonly allowance: { left: number; bytes: number };
}

/**
 * Bytes in, report out: recognize, open, read, check, judge. Never throws and never asks anybody; what could not be
 * checked is said and never passes. Containers are opened three deep at most, and a thousand credentials in all.
 */
export async function examine(order: ExaminationOrder, tools: ExamineTools = bundledTools): Promise<Examination> {
  const { context } = order;
  const answerFor = answersByUrl(context.answers ?? [], context.now);
  const answered = { ...tools, resolveKey: tools.resolverFor(answerFor) };
  const usable = context.proofs === 'timed-out' ? withoutProofs(answered) : answered;
  const registers = await readRegisters(context.lists ?? []);
  const descent: Descent = { context, tools: usable, answerFor, registers, depth: 0, allowance: { left: maxCredentialsPerFile, bytes: maxUnpackedBytes } };
  return examineReceived(order.received, descent);
}

async function examineReceived(received: Received, descent: Descent): Promise<Examination> {
  const seen = await lookAt(received, descent);
  return seen.kind === 'unreadable' && received.fileName !== undefined ? { ...seen, fileName: received.fileName } : seen;
}

async function lookAt(received: Received, descent: Descent): Promise<Examination> {
  const { bytes } = received;
  if (bytes.length > maxFileBytes) return unreadable(refuse('receive/too-large', { limit: maxFileBytes, bytes: bytes.length }).error, 'binary');
  const glimpse = glimpseOf(received);
  try {
    const format = formatFor(glimpse);
    if (format === undefined) {
      const [list] = await describeLists([{ bytes }]);
      if (list !== undefined) return unreadable(refuse('receive/unrecognized').error, 'list');
      return { kind: 'unreadable', class: classOf('unreadable'), ...describeUnreadable(glimpse) };
    }
    const opened = (await format.load())(glimpse, descent.tools);
    if (!opened.ok) return unreadable(opened.error, looksOf(glimpse));
    return await examineOpened(opened.value, received, descent);
  } catch {
    return unreadable(refuse('open/malformed', { why: 'threw' }).error, looksOf(glimpse));
  }
}

function looksOf(glimpse: Glimpse): Unreadable['looksLike'] {
  if (glimpse.looksLikeJson) return 'json';
  const { looksLike } = describeUnreadable(glimpse);
  return looksLike === 'text' ? 'jwt' : looksLike;
}

async function examineOpened(opened: Opened, received: Received, descent: Descent): Promise<Examination> {
  const { context, tools, answerFor, registers } = descent;
  switch (opened.kind) {
    case 'credential': {
      const unbound = descent.isInShare === true ? undefined : unboundShare(opened, received, context);
      if (unbound !== undefined) return examineOpened(unbound, received, descent);
      return withParts(await examineCredential(opened, received, context, { ...tools, answerFor, registers }), opened, descent);
    }
    case 'presentation':
      return examineShare(opened, await examineInner(opened.inner, { ...descent, isInShare: true }), context, tools);
    case 'collection':
      return examineCollection(opened, received, descent);
    case 'packing':
      return examinePacking(opened, received, descent);
  }
}

/** Credentials within a credential, each with a verdict of its own; what they would have to ask is asked for the whole. */
async function withParts(credential: ExaminedCredential, { inner }: OpenedCredential, descent: Descent): Promise<ExaminedCredential> {
  if (inner === undefined) return credential;
  const parts = await examineInner(inner, descent);
  return { ...credential, parts, wants: distinctWants([...credential.wants, ...parts.flatMap(credentialsIn).flatMap(({ wants }) => wants)]) };
}

async function examineCollection(opened: OpenedCollection, received: Received, descent: Descent): Promise<Examination> {
  const { context, tools, answerFor, registers, allowance } = descent;
  if (opened.mixed === true) {
    for (const item of opened.inner) if (item.ok) allowance.bytes -= item.value.bytes.length;
    if (allowance.bytes < 0) return unreadable(refuse('receive/too-large', { limit: maxUnpackedBytes }).error, 'zip');
  }
  const parts = await examineInner(worthALook(opened), descent);
  const { itself } = opened;
  const own = itself === undefined ? undefined : await examineCredential(itself, received, context, { ...tools, answerFor, registers });
  return collectionOf(opened, parts, own);
}

async function examinePacking(opened: OpenedPacking, received: Received, descent: Descent): Promise<Examination> {
  const { holds } = opened;
  if ('kind' in holds) return inPacking(await examineOpened(holds, received, descent), opened);
  const { fileName } = received;
  // A packing and what is in it are one credential.
  descent.allowance.left += 1;
  const named = { ...holds, ...(fileName === undefined ? {} : { fileName }) };
  const [part] = await examineInner([succeed(named)], descent);
  return part === undefined ? unreadable(refuse('receive/empty').error, 'nothing') : inPacking(part, opened);
}

/** Each item on its own; one that is broken, too deep or one too many is named and the others are examined. */
async function examineInner(inner: readonly Attempt<Received>[], descent: Descent): Promise<readonly Examination[]> {
  const parts: Examination[] = [];
  for (const item of inner) {
    if (!item.ok) parts.push(unreadable(item.error, 'json'));
    else if (descent.depth + 1 > maxContainerDepth) parts.push(unreadable(refuse('open/too-deep', { limit: maxContainerDepth }).error, 'json'));
    else if (descent.allowance.left <= 0) {
      parts.push(unreadable(refuse('open/too-many-nodes', { limit: maxCredentialsPerFile }).error, 'json'));
    } else {
      descent.allowance.left -= 1;
      parts.push(await examineReceived(item.value, { ...descent, depth: descent.depth + 1 }));
    }
  }
  return parts;
}

function unreadable(error: WalletError, looksLike: Unreadable['looksLike']): Unreadable {
  return { kind: 'unreadable', error, looksLike, class: classOf('unreadable') };
}
