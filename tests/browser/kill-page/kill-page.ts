import vaultUrl from '../../../src/entries/vault-worker.ts?worker&url';
import { toFormatId, toItemId, toVocabularyId } from '../../../src/core/model/ids.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import type { NewItem, ShareRecord } from '../../../src/core/model/stored.ts';
import { createVaultClient } from '../../../src/platform/workers/vault-client.ts';

/** The production vault worker with nothing around it; the test drives it by name. */
const vault = createVaultClient(vaultUrl, window);

/** A credential of this name: its bytes say the name, its title and issuer too. */
async function itemOf(name: string, bytes = 2_000): Promise<NewItem> {
  const raw = new TextEncoder().encode(JSON.stringify({ name, filling: 'x'.repeat(bytes) }));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', raw));
  const id = toItemId(Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''));
  return {
    raw,
    mediaType: 'application/vc+ld+json',
    transport: 'file',
    summary: {
      id,
      sameness: `same:${name}`,
      claimsDigest: id,
      savedAt: toInstant(Date.now()),
      format: toFormatId('vc-di'),
      vocabulary: toVocabularyId('open-badges-3'),
      title: [{ text: `Title of ${name}`, language: 'en' }],
      claimedIssuer: [{ text: `Issuer of ${name}` }],
      issuerId: `did:key:z6Mk${name}`,
      axes: { unchanged: 'yes', issuer: 'unknown', status: 'no-list', time: 'within' },
      origin: 'received',
      types: ['VerifiableCredential', 'OpenBadgeCredential'],
    },
  };
}

function shareOf(id: string, result: ShareRecord['result']): ShareRecord {
  const at = toInstant(Date.now());
  return { id, at, receiver: `Receiver ${id}`, purpose: 'job', items: [], way: 'code', result, proof: 'signed' };
}

export const bench = { vault, itemOf, shareOf };
Object.assign(globalThis, { bench });
