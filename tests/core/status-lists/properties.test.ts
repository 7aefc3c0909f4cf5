import { BitstringStatusList } from '@digitalbazaar/vc-bitstring-status-list';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKeyResolver } from '../../../src/core/dids/registry.ts';
import { decodeBase64url } from '../../../src/core/encoding/base64url.ts';
import { inflateCapped } from '../../../src/core/encoding/inflate-capped.ts';
import { answersByUrl } from '../../../src/core/model/answers.ts';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import { entryAt } from '../../../src/core/status-lists/entry-at.ts';
import { examineCredentialOf } from '../../support/examining.ts';
import { cast } from '../../support/signing.ts';
import { answered, bitstringEntry, bitstringList, statusToken, withStatus } from '../../support/status-lists.ts';

const { issuer } = await cast();
const credential = await withStatus(issuer, bitstringEntry());
const byToken = await withStatus(issuer, { status_list: { idx: 5, uri: 'https://brightwater.example/status/3' } });
const first = await examineCredentialOf(credential);
const ownList = [{ id: '1', keyThumbprint: first.signer?.keyThumbprint ?? '', issuerId: issuer.did, name: 'Evening school', since: toInstant(0) }];
const revokedLists = [[credential, JSON.stringify(await bitstringList(issuer, [5]))], [byToken, await statusToken(issuer, Uint8Array.of(0xff), 1)]] as const;

async function examineWith(document: unknown, list: Uint8Array): Promise<ExaminedCredential> {
  return examineCredentialOf(document, { answers: [answered(list)], ownList });
}

test('bits are read where the library of the standard puts them', async () => {
  const indexes = fc.uniqueArray(fc.integer({ min: 0, max: 131_071 }), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(indexes, fc.integer({ min: 0, max: 131_071 }), async (set, asked) => {
      const peer = new BitstringStatusList({ length: 131_072 });
      for (const index of set) peer.setStatus(index, true);
      const packed = decodeBase64url((await peer.encode()).slice(1));
      const bits = packed.ok ? inflateCapped(packed.value, 16_384, 'gzip') : packed;
      if (!bits.ok) throw new Error('unreadable');
      for (const index of [asked, ...set]) expect(entryAt(bits.value, index, 1, 'most-significant-first')).toBe(peer.getStatus(index) ? 1 : 0);
    }),
    { numRuns: 50 },
  );
});

test('a list that says revoked, with any one byte changed, never says in force', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...revokedLists), fc.nat(), fc.integer({ min: 1, max: 255 }), async ([document, text], place, change) => {
      const bytes = new TextEncoder().encode(text);
      const at = place % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ change;
      const { headline } = await examineWith(document, bytes);
      expect(['revoked', 'not-checked']).toContain(headline);
    }),
    { numRuns: 400 },
  );
}, 60_000);

test('a list that is cut off, doubled or something else never says in force', async () => {
  const other = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.json({ maxDepth: 4 }).map((text) => new TextEncoder().encode(text)));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...revokedLists), fc.nat(), other, async ([document, text], place, noise) => {
      const bytes = new TextEncoder().encode(text);
      for (const list of [bytes.slice(0, place % bytes.length), new Uint8Array([...bytes, ...bytes]), noise]) {
        const { headline } = await examineWith(document, list);
        expect(['revoked', 'not-checked']).toContain(headline);
      }
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('no document of a web site makes the search for a key throw, and none that is changed gives another key', async () => {
  const did = 'did:web:uni.example';
  const method = { id: `${did}#key-0`, type: 'Multikey', controller: did, publicKeyMultibase: issuer.multikey.publicKeyMultibase };
  const text = JSON.stringify({ id: did, verificationMethod: [method], assertionMethod: [method.id] });
  const resolve = async (bytes: Uint8Array): Promise<Awaited<ReturnType<ReturnType<typeof createKeyResolver>>>> =>
    createKeyResolver(answersByUrl([answered(bytes, { url: 'https://uni.example/.well-known/did.json' })]))(method.id);
  const ownKey = await resolve(new TextEncoder().encode(text));
  if (ownKey.outcome !== 'key') throw new Error('no key');
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), fc.json({ maxDepth: 5 }), async (place, change, noise) => {
      const bytes = new TextEncoder().encode(text);
      const at = place % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ change;
      const found = await resolve(bytes);
      // One letter of the key itself may make it another sound key of the same owner: then it is that one, and says so.
      if (found.outcome === 'key' && !new TextDecoder().decode(bytes).includes(issuer.multikey.publicKeyMultibase)) expect(found.key.thumbprint).not.toBe(ownKey.key.thumbprint);
      if (found.outcome === 'key') expect([found.key.id, found.key.from?.basis]).toEqual([method.id, 'live']);
      expect((await resolve(new TextEncoder().encode(noise))).outcome).not.toBe('key');
    }),
    { numRuns: 400 },
  );
}, 60_000);
