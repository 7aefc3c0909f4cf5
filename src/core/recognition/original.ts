import type { ExaminedCredential } from '../model/examination.ts';
import type { HolderShown, StatementOriginal, WayToCheck } from '../model/recognition-statement.ts';

/** The file as it was received, and what others can examine it with. */
export function originalOf(seen: ExaminedCredential, holder: HolderShown): StatementOriginal {
  const { id, mediaType, raw, fileName, format, packing = [], proofs } = seen;
  return {
    sha256: id,
    mediaType,
    bytes: raw.length,
    format,
    packing,
    proofs: proofs.map(({ name, verificationMethod }) => ({ name, ...(verificationMethod === undefined ? {} : { verificationMethod }) })),
    waysToCheck: waysToCheck(seen),
    ...(fileName === undefined || holder === 'none' ? {} : { fileName }),
  };
}

const tokens: ReadonlySet<string> = new Set(['jwt-credential', 'jws-json', 'enveloped']);

/** By what the file is: any tool of the kind will do, none of them is ours. */
function waysToCheck({ format, packing = [], proofs, vocabulary, steps, axes }: ExaminedCredential): readonly WayToCheck[] {
  const isBadge = vocabulary.startsWith('open-badges') || packing.some((one) => one.startsWith('baked-'));
  const found: readonly (readonly [WayToCheck, boolean])[] = [
    ['compare-hash', true],
    ['european-viewer', steps !== undefined && vocabulary === 'european-learning-model'],
    ['data-integrity-verifier', format === 'json-credential' && proofs.length > 0],
    ['token-verifier', tokens.has(format)],
    ['selective-disclosure-verifier', format === 'sd-jwt'],
    ['badge-displayer', isBadge],
    ['ask-the-address', format === 'badge-2'],
    ['ask-the-issuer', axes.unchanged !== 'yes'],
  ];
  return found.flatMap(([way, holds]) => (holds ? [way] : []));
}
