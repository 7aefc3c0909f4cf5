import { encodeBase64 } from '../../src/core/encoding/base64.ts';
import type { ExaminationContext, ExaminedCredential } from '../../src/core/model/examination.ts';
import type { ProofStep } from '../../src/core/model/proof.ts';
import type { TrustListFile } from '../../src/core/model/trust.ts';
import { brightwater, elmClaims } from '../../src/tools/sampling/elm-claims.ts';
import type { ElmOptions } from '../../src/tools/sampling/elm-claims.ts';
import { examineCredentialOf } from './examining.ts';

type Document = Record<string, unknown>;

/** When the seals of the tests say that they were made. */
export const sealedAt = '2026-06-14T12:00:00Z';

/** Certificates as a list of anchors that a person loads. */
export function pemList(...certificates: readonly Uint8Array[]): TrustListFile {
  const blocks = certificates.map((der) => `-----BEGIN CERTIFICATE-----\n${encodeBase64(der)}\n-----END CERTIFICATE-----\n`);
  return { bytes: new TextEncoder().encode(blocks.join('')) };
}

/** A European credential of Brightwater University with members that a test wants otherwise. */
export function european(changes: Document = {}, options: Partial<ElmOptions> = {}): Document {
  return { ...elmClaims({ id: 'urn:credential:1', issuer: brightwater, validFrom: sealedAt, ...options }), ...changes };
}

/** What examining a seal came to, with these anchors loaded. */
export async function examineSeal(document: unknown, anchors: readonly Uint8Array[] = [], context: Partial<ExaminationContext> = {}): Promise<ExaminedCredential> {
  return examineCredentialOf(document, { ...(anchors.length === 0 ? {} : { lists: [pemList(...anchors)] }), ...context });
}

/** One step as text: its state and reason. */
export function stepOf(seen: ExaminedCredential, id: ProofStep['id']): string {
  const step = seen.steps?.find((each) => each.id === id);
  return step === undefined ? 'absent' : `${step.state} ${step.reason}`;
}
