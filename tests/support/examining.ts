import { examine } from '../../src/core/examine/examine.ts';
import type { ExamineTools } from '../../src/core/examine/examine-tools.ts';
import type { Examination, ExaminationContext, ExaminedCredential, ExaminedShare } from '../../src/core/model/examination.ts';
import { parseInstant, toInstant } from '../../src/core/model/instant.ts';
import type { Instant } from '../../src/core/model/instant.ts';

/** The fixed present of the tests. */
export const testNow: Instant = toInstant(Date.UTC(2026, 10, 21, 12));

export function instantOf(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`No instant: ${text}`);
  return instant;
}

const context: ExaminationContext = { now: testNow, notBefore: toInstant(0), ownList: [], expectation: 'none', origin: 'received' };

/** Examines bytes or text at the fixed present, nothing on the own list, no expectation, unless said otherwise. */
export async function examineBytes(
  content: Uint8Array | string,
  overrides: Partial<ExaminationContext> = {},
  tools?: ExamineTools,
): Promise<Examination> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const received = { bytes, transport: 'file' as const, arrivedAt: testNow };
  return examine({ received, context: { ...context, ...overrides } }, tools);
}

/** The same for a JSON document; what is not a single credential is an error of the test. */
export async function examineCredentialOf(document: unknown, overrides: Partial<ExaminationContext> = {}): Promise<ExaminedCredential> {
  const seen = await examineBytes(typeof document === 'string' ? document : JSON.stringify(document), overrides);
  if (seen.kind !== 'credential') throw new Error(`Not a credential but ${seen.kind}: ${JSON.stringify(seen).slice(0, 300)}`);
  return seen;
}

export async function examineShareOf(document: unknown, overrides: Partial<ExaminationContext> = {}): Promise<ExaminedShare> {
  const seen = await examineBytes(typeof document === 'string' ? document : JSON.stringify(document), overrides);
  if (seen.kind !== 'share') throw new Error(`Not a share but ${seen.kind}`);
  return seen;
}

/** The reason of one check. */
export function reasonOf(seen: ExaminedCredential | ExaminedShare, id: string): string | undefined {
  return seen.checks.find((check) => check.id === id)?.reason;
}
