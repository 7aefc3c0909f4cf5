import { toFormatId, toItemId, toVocabularyId } from '../../src/core/model/ids.ts';
import { toInstant } from '../../src/core/model/instant.ts';
import type { ItemSummary } from '../../src/core/model/stored.ts';

/** A summary of a genuine credential with dates, to be varied. */
export function itemSummary(id: string, changes: Partial<ItemSummary> = {}): ItemSummary {
  return {
    id: toItemId(id),
    sameness: `same-${id}`,
    claimsDigest: `digest-${id}`,
    savedAt: toInstant(Date.parse('2026-06-20T10:00:00Z')),
    format: toFormatId('json-credential'),
    vocabulary: toVocabularyId('open-badges-3'),
    title: [{ text: `Title ${id}`, language: 'en' }],
    claimedIssuer: [{ text: 'Example University' }],
    signerThumbprint: 'key-1',
    issued: toInstant(Date.parse('2026-06-12T00:00:00Z')),
    axes: { unchanged: 'yes', issuer: 'unknown', status: 'no-list', time: 'within' },
    origin: 'received',
    types: ['VerifiableCredential', 'OpenBadgeCredential'],
    ...changes,
  };
}
