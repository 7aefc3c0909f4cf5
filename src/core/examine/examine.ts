import { formatFor } from '../formats/registry.ts';
import { describeUnreadable, glimpseOf } from '../formats/glimpse.ts';
import type { Glimpse } from '../formats/glimpse.ts';
import { refuse } from '../model/attempt.ts';
import type { Attempt } from '../model/attempt.ts';
import type { Examination, ExaminationContext, ExaminationOrder, Unreadable } from '../model/examination.ts';
import { maxContainerDepth, maxCredentialsPerFile, maxFileBytes } from '../model/limits.ts';
import type { Opened } from '../model/opened.ts';
import type { Received } from '../model/received.ts';
import { classOf, worstClass } from '../model/verdict.ts';
import type { WalletError } from '../model/wallet-error.ts';
import { answersByUrl } from '../model/answers.ts';
import type { AnswerFor } from '../model/answers.ts';
import type { TrustRegister } from '../model/trust.ts';
import { examineCredential } from './examine-credential.ts';
import { examineShare } from './examine-share.ts';
import { bundledTools, withoutProofs } from './examine-tools.ts';
import type { ExamineTools } from './examine-tools.ts';
import { readRegisters } from './trust-material.ts';

/** What is carried down through containers: the rest of the allowance and how deep we are. */
interface Descent {
  readonly context: ExaminationContext;
  readonly tools: ExamineTools;
  readonly answerFor: AnswerFor;
  readonly registers: readonly TrustRegister[];
  readonly depth: number;
  readonly allowance: { left: number };
}

/**
 * Bytes in, report out: recognize, open, read, check, judge. Never throws and never asks anybody; what could not be
 * checked is said and never passes. Containers are opened three deep at most, and a thousand credentials in all.
 */
export async function examine(order: ExaminationOrder, tools: ExamineTools = bundledTools): Promise<Examination> {
  const { context } = order;
  const answerFor = answersByUrl(context.answers ?? []);
  const answered = { ...tools, resolveKey: tools.resolverFor(answerFor) };
  const usable = context.proofs === 'timed-out' ? withoutProofs(answered) : answered;
  const registers = await readRegisters(context.lists ?? []);
  const descent: Descent = { context, tools: usable, answerFor, registers, depth: 0, allowance: { left: maxCredentialsPerFile } };
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
    if (format === undefined) return { kind: 'unreadable', class: classOf('unreadable'), ...describeUnreadable(glimpse) };
    const opened = (await format.load())(glimpse, descent.tools);
    if (!opened.ok) return unreadable(opened.error, looksOf(glimpse));
    return await examineOpened(opened.value, received, descent);
  } catch {
    return unreadable(refuse('open/malformed', { why: 'threw' }).error, looksOf(glimpse));
  }
}

function looksOf(glimpse: Glimpse): Unreadable['looksLike'] {
  return glimpse.looksLikeJson ? 'json' : 'jwt';
}

async function examineOpened(opened: Opened, received: Received, descent: Descent): Promise<Examination> {
  const { context, tools, answerFor, registers } = descent;
  switch (opened.kind) {
    case 'credential':
      return examineCredential(opened, received, context, { ...tools, answerFor, registers });
    case 'presentation':
      return examineShare(opened, await examineInner(opened.inner, descent), context, tools);
    case 'collection': {
      const parts = await examineInner(opened.inner, descent);
      return { kind: 'collection', parts, class: worstClass(parts.map((part) => part.class)) };
    }
  }
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
