import { expect, test } from 'vitest';
import { base58 } from '@scure/base';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import type { ItemSummary } from '../../../src/core/model/stored.ts';
import type { OwnListEntry } from '../../../src/core/model/trust.ts';
import { judgeSummary } from '../../../src/wallet/list-items.ts';
import { summarize } from '../../../src/wallet/summarize.ts';
import { examineCredentialOf, testNow } from '../../support/examining.ts';
import { badge, cast, signRaw } from '../../support/signing.ts';

const { issuer, other } = await cast();
const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(base58.decode(other.did.slice('did:key:z'.length)).slice(2)).toString('base64url') };

async function seenAs(issuerId: string, header: Record<string, unknown> = {}): Promise<{ unchanged: string; signer: boolean }> {
  const seen = await examineCredentialOf(await signRaw({ alg: 'EdDSA', typ: 'JWT', jwk, ...header }, { vc: badge(issuerId) }, other));
  return { unchanged: seen.axes.unchanged, signer: seen.signer !== undefined };
}

test('B14 a key in the header never speaks beside a DID, in whatever spelling the DID is written', async () => {
  const spellings = [`${issuer.did} `, `${issuer.did}#x`, `${issuer.did}/x`, `${issuer.did}?x`, issuer.did.replace('did:key', 'DID:key'), ` ${issuer.did}`, `\u200b${issuer.did}`];
  for (const spelling of spellings) {
    for (const header of [{}, { kid: 'key-1' }, { kid: `${spelling}#key-1` }]) {
      const { unchanged, signer } = await seenAs(spelling, header);
      expect({ spelling, header, passed: unchanged === 'yes', signer }).toEqual({ spelling, header, passed: false, signer: false });
    }
  }
});

test('B14 nor beside an address with something in it that cannot be seen', async () => {
  for (const address of ['https://brightwater.example/ ', 'https://brightwater.example/\u200b', 'https://bright\u00adwater.example/', 'https://brightwater.example/\n']) {
    expect((await seenAs(address)).unchanged).toBe('could-not-check');
  }
});

test('a key that is on the list as that of one address does not sign in the name of another', async () => {
  const address = 'https://brightwater.example/';
  const examineAs = async (issuerId: string, ownList: readonly OwnListEntry[] = []): Promise<ExaminedCredential> =>
    examineCredentialOf(await signRaw({ alg: 'EdDSA', typ: 'JWT', jwk }, { vc: badge(issuerId) }, other), { ownList });
  const keyThumbprint = (await examineAs(address)).signer?.keyThumbprint ?? '';
  const known: OwnListEntry = { id: '1', keyThumbprint, issuerId: address, name: 'Brightwater', since: testNow };
  const own = await examineAs(address, [known]);
  expect({ headline: own.headline, name: own.issuerMatch?.name }).toEqual({ headline: 'no-status', name: 'Brightwater' });
  const foreign = await examineAs('https://university.example/', [known]);
  expect({ headline: foreign.headline, match: foreign.issuerMatch, axis: foreign.axes.issuer }).toEqual({ headline: 'unknown-issuer', match: undefined, axis: 'unknown' });
  const summaryOf = (examined: ExaminedCredential): ItemSummary => summarize(examined, 'received', testNow);
  const judging = { now: testNow, notBefore: toInstant(0), ownList: [known] };
  expect(judgeSummary(summaryOf(own), judging).headline).toBe('no-status');
  expect(judgeSummary(summaryOf(foreign), judging).headline).toBe('unknown-issuer');
});

test('beside a plain https address it shows that nothing changed, and not who signed', async () => {
  expect(await seenAs('https://brightwater.example/')).toEqual({ unchanged: 'yes', signer: true });
});
